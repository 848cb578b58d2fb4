"""Where a finding stands in the memo: its bookmark, links to it, and the document it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from export.findings import Finding
from export.memo.markup import linked, run
from export.memo.words import say
from export.report import Report, ReviewedText

__all__ = ["bookmark", "grouped", "listed", "numbered_link"]

NOT_WORD = re.compile(r"[^A-Za-z0-9]")
LONGEST_NAME = 40
"""A bookmark's name is cut off there by Word."""


def bookmark(finding: Finding) -> str:
    """Return the name of the bookmark on a finding in full: made from its uid, so the same every time."""
    return f"finding_{NOT_WORD.sub('', finding.uid)}"[:LONGEST_NAME]


def numbered_link(finding: Finding) -> etree._Element:
    """Return the finding's number as a link to where it is told in full."""
    return linked(bookmark(finding), run(str(finding.number), "Hyperlink"))


def listed(findings: Sequence[Finding], language: str) -> list[etree._Element]:
    """Return the findings' numbers as links, in order.

    The comma is a Latin one in Chinese too: LibreOffice starts lines with the other between digits.
    """
    ordered = sorted(findings, key=lambda item: item.number)
    links = [numbered_link(finding) for finding in ordered]
    for link in links[:-1]:
        link.append(run(say("number_comma", language)))
    return links


def grouped(report: Report, findings: Sequence[Finding]) -> Iterator[tuple[ReviewedText | None, Sequence[Finding]]]:
    """Yield each document that has any of `findings`, with those; a memo on one document needs no name for it."""
    if len(report.documents) <= 1:
        yield None, findings
        return
    for text in report.documents:
        own = [finding for finding in findings if finding.document == text.uid]
        if own:
            yield text, own
