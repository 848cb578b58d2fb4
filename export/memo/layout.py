"""What every section of a memo or report is given: the report, the look, and which sections stand beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from annotations.model import Visibility
from export.memo.looks import Look, Page, look_named
from export.memo.sections import sections_of
from export.memo.words import has_words, say
from export.report import Report
from export.writer import LOOKS

__all__ = ["Layout", "Plan", "layout_of"]

_NINE_POINTS: Final = 18


@dataclass(frozen=True, slots=True)
class Plan:
    """How a report is laid out: which product, look and sections ("" and () for the usual), how wording is shown."""

    product: str = "memo"
    look: str = ""
    sections: tuple[str, ...] = ()
    redline: str = "columns"


@dataclass(frozen=True, slots=True)
class Layout:
    """A report and how it is to be laid out. `counts` numbers the captions as they are written."""

    report: Report
    look: Look
    product: str
    sections: tuple[str, ...]
    redline: str = "columns"
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def language(self) -> str:
        """The language of the report's own words."""
        return self.report.language

    @property
    def outside(self) -> bool:
        """Whether it is for readers whom we do not advise."""
        return self.report.profile is Visibility.OUTSIDE

    @property
    def portrait(self) -> Page:
        """The upright page."""
        return self.look.portrait

    def sized(self, *widths: int) -> list[int]:
        """Return widths of columns, given for a table set in nine points, in the table's own size."""
        return [width * int(self.look.measures["small"]) // _NINE_POINTS for width in widths]

    def has(self, section: str) -> bool:
        """Whether a section is among those wanted."""
        return section in self.sections

    def say(self, key: str, **arguments: object) -> str:
        """Return the report's words for `key`: those of the product or of its readers where there are such."""
        return say(self.key(key), self.language, **arguments)

    def key(self, key: str) -> str:
        """Return the key of the words that these readers get of this product."""
        for kind in self._kinds():
            if has_words(f"{key}_{kind}"):
                return f"{key}_{kind}"
        return key

    def _kinds(self) -> tuple[str, ...]:
        if self.outside:
            return (f"{self.product}_outside", "outside", self.product)
        again = ("again",) if self.product == "memo" and self.report.changes else ()
        document = () if self.report.of_policy else (f"{self.product}_document", "document")
        return (*again, *document, self.product)


def layout_of(report: Report, plan: Plan) -> Layout:
    """Return the layout of `report` under `plan`. Raises ExportError for a section there is not."""
    usual = LOOKS[report.language][0]
    look = plan.look if plan.look in LOOKS[report.language] else usual
    sections = sections_of(plan.product, plan.sections)
    if not plan.sections and report.profile is Visibility.OUTSIDE:
        sections = tuple(name for name in sections if name != "wording")  # their table of comments has it
    return Layout(report, look_named(look, report.language), plan.product, sections, plan.redline)
