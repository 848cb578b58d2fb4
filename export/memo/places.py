"""Where a finding stands in the report: its bookmark, references to it, and the document it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from annotations.marks import field_mark
from export.findings import Finding
from export.memo.markup import referring, run
from export.memo.words import say
from export.report import Report, ReviewedText

__all__ = ["bookmark", "grouped", "listed", "numbered_link"]


def bookmark(finding: Finding) -> str:
    """Return the name of the bookmark on the number of a finding told in full: the same every time."""
    return f"_n{field_mark(finding.mark, 'number')}"


def numbered_link(finding: Finding) -> etree._Element:
    """Return the finding's number as a reference to where it is told in full."""
    return referring(bookmark(finding), str(finding.number))


def listed(findings: Sequence[Finding], language: str) -> list[etree._Element]:
    """Return the findings' numbers as references, in order.

    The comma is a Latin one in Chinese too: LibreOffice starts lines with the other between digits.
    """
    made: list[etree._Element] = []
    for finding in sorted(findings, key=lambda item: item.number):
        made += [run(say("number_comma", language))] if made else []
        made.append(numbered_link(finding))
    return made


def grouped(report: Report, findings: Sequence[Finding]) -> Iterator[tuple[ReviewedText | None, Sequence[Finding]]]:
    """Yield each document that has any of `findings`, with those; a memo on one document needs no name for it."""
    if len(report.documents) <= 1:
        yield None, findings
        return
    own: dict[str, list[Finding]] = {}
    for finding in findings:
        own.setdefault(finding.document, []).append(finding)
    for text in report.documents:
        if text.uid in own:
            yield text, own[text.uid]
