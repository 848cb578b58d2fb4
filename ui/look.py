"""What a panel needs to draw itself: the theme's colours and the interface's fonts, handed down together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont

from ui.fonts import interface_font, policy_font
from ui.theme import Theme

__all__ = ["Look"]


@dataclass(frozen=True, eq=False)
class Look:
    """A theme, the language of the interface ("en", "zh"), and how large its words are: 1.0 to 2.0."""

    theme: Theme
    language: str
    scale: float = 1.0

    def px(self, pixels: int) -> int:
        """Return a height that grows with the words in it."""
        return round(pixels * self.scale)

    def font(self, size: int = 13, *, strong: bool = False) -> QFont:
        """Return the interface font in pixels."""
        return _interface(self.language, self.px(size), strong)

    def serif(self, size: int = 13, language: str = "") -> QFont:
        """Return the font of quoted policy words."""
        return _policy(language or self.language, self.px(size))


@lru_cache(maxsize=64)
def _interface(language: str, size: int, strong: bool) -> QFont:  # noqa: FBT001 - a key of the cache
    return interface_font(language, size, strong=strong)


@lru_cache(maxsize=16)
def _policy(language: str, size: int) -> QFont:
    return policy_font(language, size)
