"""How a memo looks: sizes, fonts and every style, once for Chinese and once for English. No direct formatting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from annotations.model import Severity
from export.word.fonts import CHINESE, ENGLISH, Faces

__all__ = ["CHINESE_LOOK", "ENGLISH_LOOK", "FILLS", "LANDSCAPE", "PORTRAIT", "Look", "Page", "chip", "look_for"]

FILLS: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.CRITICAL: ("C00000", "FFFFFF"),
    Severity.HIGH: ("F4B183", "000000"),
    Severity.MEDIUM: ("FFE699", "000000"),
    Severity.LOW: ("C6E0B4", "000000"),
    Severity.INFO: ("BDD7EE", "000000"),
}
"""Fill and letters of each severity; the word always stands on it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of A4 in twentieths of a point; `text` is the width between the margins."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right


PORTRAIT: Final = Page(11906, 16838, 1531, 1474, 1418, 1588)
LANDSCAPE: Final = Page(16838, 11906, 1304, 1134, 1134, 1134)


@dataclass(frozen=True, slots=True)
class Look:
    """The fonts of one language's memo, and its measures by the names that templates/memo.toml uses."""

    faces: Faces
    measures: Mapping[str, int | str]


# Sizes in half points; leading, indents and spaces in twentieths of a point. Chinese lines are of a fixed height, as
# is the custom (and keeps the page whatever the font); English leading is a share of 240.
CHINESE_LOOK: Final = Look(
    CHINESE,
    {
        "title": 36,
        "heading": 28,
        "subheading": 24,
        "body": 24,
        "field": 21,
        "small": 18,
        "rule": "exact",
        "leading": 400,
        "field_leading": 350,
        "quote_leading": 350,
        "head_leading": 320,
        "tight": 270,
        "after": 60,
        "first_line": 'w:firstLineChars="200" w:firstLine="480"',
        "align": "both",
        "label_width": 1260,
        "list_width": 480,
        "tracking": 40,
    },
)

ENGLISH_LOOK: Final = Look(
    ENGLISH,
    {
        "title": 32,
        "heading": 25,
        "subheading": 22,
        "body": 22,
        "field": 21,
        "small": 18,
        "rule": "auto",
        "leading": 269,
        "field_leading": 259,
        "quote_leading": 259,
        "head_leading": 259,
        "tight": 245,
        "after": 100,
        "first_line": 'w:firstLine="0"',
        "align": "left",
        "label_width": 2140,
        "list_width": 420,
        "tracking": 60,
    },
)


def look_for(language: str) -> Look:
    """Return the look of a report in `language`."""
    return CHINESE_LOOK if language == "zh" else ENGLISH_LOOK


def chip(severity: Severity) -> str:
    """Return the character style that sets a severity's word on its colour."""
    return f"Severity{severity.name.title()}"
