"""How a page speaks to its readers: its words in their language, dates, links to findings. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations.model import Assessment, Severity, Visibility
from annotations.words import label, short
from export.findings import Finding
from export.memo.words import WORDS, say
from export.pages.blocks import Cell, Line, Mark, Text
from export.report import TO_VERIFY, Report

__all__ = ["Voice", "cell", "joined", "lines_of", "place_name"]

_NOT_WORD = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Voice:
    """A report, the sections wanted of it, and whether proposed wording stands within the text or beside it."""

    report: Report
    sections: tuple[str, ...] = ()
    redline: bool = False

    @property
    def language(self) -> str:
        """The language of the page's own words."""
        return self.report.language

    @property
    def outside(self) -> bool:
        """Whether the readers are not those we advise."""
        return self.report.profile is Visibility.OUTSIDE

    def key(self, key: str) -> str:
        """Return the key of the words that these readers get."""
        own = () if self.report.of_policy else ("document",)
        kinds = ("outside",) if self.outside else ("again", *own) if self.report.changes else own
        return next((f"{key}_{kind}" for kind in kinds if f"{key}_{kind}" in WORDS), key)

    def say(self, key: str, **arguments: object) -> str:
        """Return the page's words for `key`."""
        return say(self.key(key), self.language, **arguments)

    def title_of(self, finding: Finding) -> str:
        """Return a finding's title on one line."""
        return " ".join(finding.title.split()) or self.say("untitled")

    def rating(self, severity: Severity, *, brief: bool = False) -> Text:
        """Return the severity's word, to stand on its colour."""
        return Text((short if brief else label)(severity, self.language), Mark.STRONG, rates=severity)

    def numbers(self, findings: Iterable[Finding]) -> Line:
        """Return the findings' numbers in order; each leads to the finding where the page tells it."""
        told: list[Text] = []
        for finding in sorted(findings, key=lambda item: item.number):
            told += [Text(self.say("number_comma"))] if told else []
            told.append(self.link(finding))
        return tuple(told)

    def link(self, finding: Finding, words: str = "") -> Text:
        """Return words that lead to a finding; its number if none are given."""
        section = "missing" if finding.assessment is Assessment.MISSING else "findings"
        return Text(words or str(finding.number), to=place_name(finding) if section in self.sections else "")

    def verified(self, text: str) -> Line:
        """Return a line with the marks of what has yet to be checked standing out."""
        made, at = [], 0
        for found in TO_VERIFY.finditer(text):
            made += [Text(text[at : found.start()]), Text(found.group(), Mark.VERIFY)]
            at = found.end()
        return tuple(piece for piece in (*made, Text(text[at:])) if piece.words)


def place_name(finding: Finding) -> str:
    """Return the name of a finding's place on the page: made of what its readers may know it by."""
    return f"finding-{_NOT_WORD.sub('', finding.mark)[:32] or finding.number}"


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines that say anything."""
    return (line.strip() for line in text.splitlines() if line.strip())


def joined(names: Iterable[str], comma: str) -> str:
    """Return what is known of `names`, each once."""
    return comma.join(dict.fromkeys(name.strip() for name in names if name.strip()))


def cell(*lines: str | Line, rates: Severity | None = None) -> Cell:
    """Return a cell of paragraphs."""
    told: Sequence[Line] = [(Text(line),) if isinstance(line, str) else line for line in lines]
    return Cell(tuple(line for line in told if line), rates)
