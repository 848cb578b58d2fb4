"""A workbook being written by XlsxWriter: its formats, its sheets, its bytes, which are the same every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any, Final

from export.memo.looks import FILLS
from export.memo.markup import clean
from export.memo.words import subject
from export.pages.opening import confidentiality
from export.pages.voice import Voice
from export.report import Report
from export.sheets.cells import acts_as_formula, fitted
from export.sheets.words import tell
from export.word.package_out import zip_parts

__all__ = ["A3", "A4", "Book"]

A3: Final = 8
A4: Final = 9
_FONTS: Final = {"zh": "宋体", "en": "Arial"}
_LANGUAGES: Final = {"zh": "zh-CN", "en": "en-GB"}
_NOTHING: Final = ""
_LONGEST_MARGIN_TEXT: Final = 110
"""A header or footer has 255 characters in all; a third of it is the most that fits the paper."""

_HEAD: Final = {"bold": True, "bg_color": "#E7EBF1", "border": 1, "border_color": "#9AA3B0", "valign": "vcenter"}
_LOOKS: Final[Mapping[str, Mapping[str, object]]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": False},
    "heading": {"bold": True, "font_size": 12, "text_wrap": False, "bottom": 1, "bottom_color": "#9AA3B0"},
    "lead": {"font_color": "#44505F", "text_wrap": False},
    "words": {},
    "strong": {"bold": True},
    "label": {"font_color": "#44505F"},
    "head": _HEAD,
    "head_asked": {**_HEAD, "bg_color": "#1F4E79", "font_color": "#FFFFFF"},
    "cell": {"border": 1, "border_color": "#C3C9D2"},
    "lead_cell": {"border": 1, "border_color": "#C3C9D2", "bold": True},
    "number": {"border": 1, "border_color": "#C3C9D2", "align": "center"},
    "asked": {"border": 1, "border_color": "#C3C9D2", "bg_color": "#F3F8FD", "locked": False},
    "mark": {"font_color": "#808080", "text_wrap": False},
    **{
        f"chip_{severity.value}": {
            "bg_color": f"#{fill}", "font_color": f"#{ink}", "bold": True, "align": "center", "border": 1,
            "border_color": "#C3C9D2",
        }
        for severity, (fill, ink) in FILLS.items()
    },
}  # fmt: skip


@dataclass(slots=True)
class Book:
    """Everything a sheet is written with. `cut` gathers what was too long for a cell, by whatever the sheet says."""

    report: Report
    author: str
    cut: set[str] = field(default_factory=set)
    _out: io.BytesIO = field(default_factory=io.BytesIO)
    _formats: dict[tuple[str, bool], Any] = field(default_factory=dict)
    _workbook: Any = None

    def __post_init__(self) -> None:
        from xlsxwriter import Workbook

        options = {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        self._workbook = Workbook(self._out, options)
        for way in (self._workbook.formats[0], self._workbook.default_url_format):
            way.set_font_name(self.font)
            way.set_font_size(10)
        report = self.report
        told = {"title": clean(subject(report, self.voice.key("subject"))), "author": clean(self.author)}
        firm = clean(report.heading.firm)
        self._workbook.set_properties({**told, "company": firm, "created": report.made.astimezone(UTC)})

    @property
    def voice(self) -> Voice:
        """How the report speaks to its readers."""
        return Voice(self.report)

    @property
    def font(self) -> str:
        """The font of the report's language; where it is missing, programs take another of the same script."""
        return _FONTS[self.report.language]

    def look(self, name: str, *, quoted: bool = False) -> Any:  # noqa: ANN401 - XlsxWriter has no types
        """Return a format by its name; `quoted` keeps what begins like a formula from ever becoming one."""
        if (name, quoted) not in self._formats:
            base = {"font_name": self.font, "font_size": 10, "text_wrap": True, "valign": "top"}
            made = self._workbook.add_format({**base, **_LOOKS[name], "quote_prefix": quoted})
            self._formats[name, quoted] = made
        return self._formats[name, quoted]

    def sheet(self, name: str) -> Any:  # noqa: ANN401
        """Return a new sheet called by the words of `name`."""
        return self._workbook.add_worksheet(tell(name, self.report.language))

    def chart(self, kind: str) -> Any:  # noqa: ANN401
        """Return a new chart, to be put on a sheet."""
        return self._workbook.add_chart({"type": kind})

    def write(self, sheet: Any, at: tuple[int, int], text: str, look: str, whose: str = _NOTHING) -> None:  # noqa: ANN401
        """Write words into a cell, as words. `whose` is remembered where they had to be cut."""
        told, was_cut = fitted(text, self.report.language)
        if was_cut:
            self.cut.add(whose)
        if told:
            sheet.write_string(*at, told, self.look(look, quoted=acts_as_formula(told)))
        else:
            sheet.write_blank(*at, None, self.look(look))

    def print_on(self, sheet: Any, paper: int, *, landscape: bool) -> None:  # noqa: ANN401
        """Set a sheet up for paper: as wide as the page, as long as it takes, with what it is and page x of y."""
        report = self.report
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        head = self._margin(subject(report, self.voice.key("subject")))
        sheet.set_header(f"&L&9{_SPACE}{head}&R&9{_SPACE}{self._margin(report.heading.firm)}")
        line = self._margin(confidentiality(self.voice))
        sheet.set_footer(f"&L&9{_SPACE}{line}&R&9{_SPACE}{tell('page', report.language)}")

    def _margin(self, text: str) -> str:
        return " ".join(clean(text).split())[:_LONGEST_MARGIN_TEXT].replace("&", "&&")

    def to_bytes(self) -> bytes:
        """Close the workbook and return it: the same report gives the same bytes."""
        self._workbook.close()
        with zipfile.ZipFile(self._out) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        return zip_parts({name: self._in_its_language(name, part) for name, part in parts.items()})

    def _in_its_language(self, name: str, part: bytes) -> bytes:
        language = _LANGUAGES[self.report.language].encode()
        if name == "docProps/core.xml":
            return part.replace(
                b"<cp:lastModifiedBy>", b"<dc:language>" + language + b"</dc:language><cp:lastModifiedBy>"
            )
        if name.startswith("xl/worksheets/"):
            # The heights are ours, not the reader's: a row that is written into finds its own again.
            return part.replace(b' customHeight="1"', b"")
        if name.startswith("xl/charts/"):
            return re.sub(rb'lang="[A-Za-z-]+"', b'lang="' + language + b'"', part)
        return part


_SPACE: Final = " "
"""Keeps a size in a header apart from words that begin with a digit."""
