"""Which letters the window is set in: families for each system, Simplified or Traditional Chinese named explicitly."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

__all__ = [
    "Families",
    "families",
    "interface_families",
    "interface_font",
    "policy_families",
    "policy_font",
    "sans_font",
]

SEMIBOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Families:
    """The fonts of one system: Latin letters first, then Chinese; `interface` empty means the desktop's own."""

    interface: tuple[str, ...]
    interface_simplified: tuple[str, ...]
    interface_traditional: tuple[str, ...]
    policy: tuple[str, ...]
    policy_simplified: tuple[str, ...]
    policy_traditional: tuple[str, ...]


_WINDOWS = Families(
    interface=("Segoe UI Variable", "Segoe UI"),
    interface_simplified=("Microsoft YaHei UI", "Microsoft YaHei"),
    interface_traditional=("Microsoft JhengHei UI", "Microsoft JhengHei"),
    policy=("Cambria",),
    policy_simplified=("Noto Serif SC", "Microsoft YaHei"),
    policy_traditional=("Noto Serif TC", "Microsoft JhengHei"),
)
_MAC = Families(
    interface=(),
    interface_simplified=("PingFang SC",),
    interface_traditional=("PingFang TC",),
    policy=("Charter",),
    policy_simplified=("Songti SC",),
    policy_traditional=("Songti TC",),
)
_LINUX = Families(
    interface=(),
    interface_simplified=("Noto Sans CJK SC", "Noto Sans SC"),
    interface_traditional=("Noto Sans CJK TC", "Noto Sans TC"),
    policy=("Noto Serif",),
    policy_simplified=("Noto Serif CJK SC", "Noto Serif SC", "Noto Sans CJK SC"),
    policy_traditional=("Noto Serif CJK TC", "Noto Serif TC", "Noto Sans CJK TC"),
)


def families(platform: str = sys.platform) -> Families:
    """Return the fonts of a system, named as `sys.platform` names it."""
    return {"win32": _WINDOWS, "darwin": _MAC}.get(platform, _LINUX)


def _is_traditional(language: str) -> bool:
    return language.lower().replace("_", "-").startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))


def _is_chinese(language: str) -> bool:
    return language.lower().startswith("zh")


def interface_families(language: str, platform: str = sys.platform) -> list[str]:
    """Return the families of labels and fields: the desktop's own before ours, Chinese first in Chinese.

    Quotation marks, dashes and the dot between two words stand in both kinds of fonts, and a Chinese font's are
    twice as wide: in English they come from the Latin one.
    """
    fonts = families(platform)
    chinese = fonts.interface_traditional if _is_traditional(language) else fonts.interface_simplified
    latin = fonts.interface or _of_the_desktop()
    return [*chinese, *latin] if _is_chinese(language) else [*latin, *chinese]


def _of_the_desktop() -> tuple[str, ...]:
    """Return the desktop's own font by its real name: under an alias ("Sans Serif") Qt takes the next of a list."""
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    real = (QFontInfo(own).family(),) if sys.platform == "linux" else ()
    return tuple(dict.fromkeys((*real, *own.families())))


def policy_families(language: str, platform: str = sys.platform) -> list[str]:
    """Return the families of policy text in a language.

    In a Chinese policy the Chinese family goes first: quotation marks, dashes and ellipses are in both, and the
    Latin family's are half as wide. Its Latin letters are made to stand beside it.
    """
    fonts = families(platform)
    chinese = fonts.policy_traditional if _is_traditional(language) else fonts.policy_simplified
    return [*chinese, *fonts.policy] if _is_chinese(language) else [*fonts.policy, *chinese]


def interface_font(language: str, size: int = 13, *, strong: bool = False) -> QFont:
    """Return the font of the interface, in pixels."""
    return _font(interface_families(language), size, strong=strong)


def sans_font(language: str, size: int, *, strong: bool = False) -> QFont:
    """Return the sans of titles, sections and numbers in a policy of that language."""
    return _font(interface_families(language), size, strong=strong)


def policy_font(language: str, size: int = 17, *, strong: bool = False) -> QFont:
    """Return the serif a policy of that language is read in, in pixels."""
    return _font(policy_families(language), size, strong=strong)


def _font(names: list[str], size: int, *, strong: bool) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setFamilies(names)
    font.setPixelSize(size)
    font.setWeight(SEMIBOLD if strong else QFont.Weight.Normal)
    font.setItalic(False)
    return font
