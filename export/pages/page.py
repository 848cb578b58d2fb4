"""A report as a page: its title, its top, its sections in the order wanted. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from export.memo.sections import sections_of
from export.memo.words import subject
from export.pages import closing, details, opening, summary
from export.pages.blocks import Facts, Section
from export.pages.voice import Voice
from export.report import Report

__all__ = ["Page", "page_of"]

_MAKERS: Final[Mapping[str, Callable[[Voice], Iterator[Section]]]] = {
    "conclusion": summary.conclusion,
    "counts": summary.counts,
    "matrix": summary.matrix,
    "heat": summary.heat,
    "scope": opening.scope,
    "method": opening.method,
    "changes": summary.changes,
    "table": details.table,
    "findings": details.findings,
    "missing": details.missing,
    "fine": details.no_objection,
    "plan": details.plan,
    "wording": details.wording,
    "questions": closing.questions,
    "limits": closing.limits,
    "signature": closing.signature,
    "annotated": closing.annotated,
}
_BEFORE: Final[Mapping[str, Callable[[Voice], Iterator[Section]]]] = {
    "conclusion": opening.question,
}
"""What stands before a section, whoever asks for it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What goes onto the page, whatever it is written as."""

    language: str
    title: str
    subject: str
    firm: str
    confidentiality: str
    heading: Facts
    sections: tuple[Section, ...]
    contents: str


def page_of(report: Report, asked: Sequence[str] = (), *, redline: bool = False) -> Page:
    """Return the page of a report with the sections asked for, () for a memo's own. Raises ExportError.

    `redline` shows proposed wording within the text as it stands; it wants a page that can strike words through.
    """
    voice = Voice(report, sections_of("memo", asked), redline)
    return Page(
        language=report.language,
        title=voice.say("title"),
        subject=subject(report, voice.key("subject")),
        firm=report.heading.firm.strip(),
        confidentiality=opening.confidentiality(voice),
        heading=opening.heading_facts(voice),
        sections=tuple(_sections(voice)),
        contents=voice.say("contents"),
    )


def _sections(voice: Voice) -> Iterator[Section]:
    for name in voice.sections:
        for makers in (_BEFORE, _MAKERS):
            if name in makers:
                yield from makers[name](voice)
