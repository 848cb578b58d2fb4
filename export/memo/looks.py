"""The looks of memo and reports: sizes, fonts, colours and pages by which one set of styles serves all four."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from annotations.model import Severity
from export.writer import LOOKS

__all__ = ["FILLS", "PALE", "Look", "Page", "Type", "chip", "look_named"]

FILLS: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.CRITICAL: ("C00000", "FFFFFF"),
    Severity.HIGH: ("F4B183", "000000"),
    Severity.MEDIUM: ("FFE699", "000000"),
    Severity.LOW: ("C6E0B4", "000000"),
    Severity.INFO: ("BDD7EE", "000000"),
}
"""Fill and letters of each severity; the word always stands on it."""

PALE: Final = "F4F6F9"
"""What labels beside facts stand on."""


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

    @property
    def wide(self) -> bool:
        """Whether the sheet lies on its side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Type:
    """The fonts of a look: Latin ones, and the East Asian ones of text, title and the three ranks of headings."""

    latin: str
    latin_heading: str
    text: str
    title: str
    heading: str
    subheading: str
    item: str
    language: str


@dataclass(frozen=True, slots=True)
class Look:
    """One look: its name and language, its fonts, its pages, its measures by the names templates/memo.toml uses."""

    name: str
    language: str
    type: Type
    portrait: Page
    landscape: Page
    measures: Mapping[str, int | str]


_TURNED: Final = Page(16838, 11906, 1304, 1134, 1134, 1134)
_COLOURS: Final = {"ink": "1F2A44", "grey": "5F6673", "rule_colour": "B8BEC9", "pale": PALE, "band": "E9EDF3"}

# Sizes in half points; leading, indents and spaces in twentieths of a point. Chinese lines are of a fixed height, as
# is the custom (and keeps the page whatever the font); English leading is a share of 240.
_FIRM: Final = Look(
    "firm",
    "zh",
    Type("Times New Roman", "Times New Roman", "宋体", "黑体", "黑体", "黑体", "黑体", "en-US"),
    Page(11906, 16838, 1531, 1474, 1418, 1588),
    _TURNED,
    {
        **_COLOURS,
        "title": 36,
        "heading": 28,
        "subheading": 24,
        "body": 24,
        "field": 24,
        "quote": 21,
        "small": 18,
        "rule": "exact",
        "leading": 360,
        "field_leading": 360,
        "quote_leading": 320,
        "head_leading": 340,
        "tight": 270,
        "after": 60,
        "first_line": 'w:firstLineChars="200" w:firstLine="480"',
        "align": "both",
        "label_width": 1440,
        "list_width": 480,
        "tracking": 40,
        "slant": "",
        "heading_bold": "<w:b/>",
        "subheading_bold": "<w:b/>",
    },
)

_OFFICIAL: Final = replace(
    _FIRM,
    name="official",
    type=Type("Times New Roman", "Times New Roman", "仿宋", "宋体", "黑体", "楷体", "仿宋", "en-US"),
    portrait=Page(11906, 16838, 2098, 1474, 1984, 1588),
    landscape=Page(16838, 11906, 1588, 1984, 1474, 2098),
    measures={
        **_FIRM.measures,
        "ink": "000000",
        "grey": "404040",
        "rule_colour": "7F7F7F",
        "pale": "F5F5F5",
        "band": "EDEDED",
        "title": 44,
        "heading": 32,
        "subheading": 32,
        "body": 32,
        "field": 32,
        "quote": 28,
        "small": 21,
        "leading": 560,
        "field_leading": 560,
        "quote_leading": 480,
        "head_leading": 520,
        "tight": 300,
        "after": 0,
        "first_line": 'w:firstLineChars="200" w:firstLine="640"',
        "label_width": 1900,
        "list_width": 640,
        "tracking": 0,
        "heading_bold": "",
        "subheading_bold": "",
    },
)
"""GB/T 9704: margins 37, 26, 35 and 28 mm, 仿宋 三号 on lines of 28 pt, 黑体 and 楷体 headings, a title of 二号."""

_CLASSIC: Final = Look(
    "classic",
    "en",
    Type("Times New Roman", "Times New Roman", "宋体", "黑体", "黑体", "黑体", "黑体", "en-GB"),
    Page(11906, 16838, 1440, 1440, 1440, 1440),
    _TURNED,
    {
        **_COLOURS,
        "title": 32,
        "heading": 26,
        "subheading": 24,
        "body": 24,
        "field": 22,
        "quote": 22,
        "small": 18,
        "rule": "auto",
        "leading": 264,
        "field_leading": 259,
        "quote_leading": 259,
        "head_leading": 259,
        "tight": 245,
        "after": 120,
        "first_line": 'w:firstLine="0"',
        "align": "left",
        "label_width": 2140,
        "list_width": 420,
        "tracking": 60,
        "slant": "<w:i/>",
        "heading_bold": "<w:b/>",
        "subheading_bold": "<w:b/>",
    },
)

_MODERN: Final = replace(
    _CLASSIC,
    name="modern",
    type=Type("Arial", "Arial", "微软雅黑", "微软雅黑", "微软雅黑", "微软雅黑", "微软雅黑", "en-GB"),
    portrait=Page(11906, 16838, 1361, 1304, 1304, 1304),
    measures={
        **_CLASSIC.measures,
        "ink": "0B3C5D",
        "title": 36,
        "heading": 26,
        "subheading": 22,
        "body": 20,
        "field": 20,
        "quote": 19,
        "small": 17,
        "leading": 276,
        "field_leading": 269,
        "quote_leading": 264,
        "head_leading": 269,
        "tight": 250,
        "label_width": 2240,
        "tracking": 20,
    },
)

_ALL: Final = {(look.language, look.name): look for look in (_CLASSIC, _MODERN, _FIRM, _OFFICIAL)}


def look_named(name: str, language: str) -> Look:
    """Return a look of a report in `language`; "" is the usual one. Raises KeyError for one there is not."""
    return _ALL[language, name or LOOKS[language][0]]


def chip(severity: Severity) -> str:
    """Return the character style that sets a severity's word on its colour."""
    return f"Severity{severity.name.title()}"
