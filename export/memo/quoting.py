"""The policy's own words in a report: set off, those in question marked, a long quotation shown by its ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from export.findings import Quotation
from export.memo.layout import Layout
from export.memo.markup import paragraph, runs
from export.word.directions import runs_leftwards

__all__ = ["quoted", "shortened"]

QUOTE_HEAD: Final = 500
QUOTE_TAIL: Final = 150
"""A quotation longer than both together is shown by its beginning and its end."""
SHORT_QUOTE: Final = 160
"""A quotation up to this length stays on the page of what is said about it."""

Piece = tuple[str, str]


def quoted(quotation: Quotation, layout: Layout, *, named: bool) -> Iterator[etree._Element]:
    """Yield the words in question, marked, within their paragraph; `named` tells the clause of each of several."""
    if named:
        yield paragraph("QuoteSource", quotation.clause)
    pieces = [(quotation.before, "Context"), *shortened(quotation, layout), (quotation.after, "Context")]
    keep = sum(len(words) for words, _ in pieces) <= SHORT_QUOTE
    for line in _lines(pieces):
        made = [made for words, style in line for made in runs(words, base=style)]
        leftwards = runs_leftwards("".join(words for words, _ in line))
        yield paragraph("Quote", *made, keep=keep, leftwards=leftwards)


def shortened(quotation: Quotation, layout: Layout) -> list[Piece]:
    """Return the words in question as pieces with their styles, without the middle of very long ones.

    Words that do not stand in the policy are quoted, and bear no mark.
    """
    words, style = quotation.words, "Marked" if quotation.at else ""
    left = len(words) - QUOTE_HEAD - QUOTE_TAIL
    if left <= 0:
        return [(words, style)]
    gap = layout.say("omitted", n=left)
    return [(words[:QUOTE_HEAD], style), (gap, "Context"), (words[-QUOTE_TAIL:], style)]


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Break styled pieces at line feeds into lines; empty ones are left out."""
    line: list[Piece] = []
    for words, style in pieces:
        first, *more = words.split("\n")
        line += [(first, style)] if first.strip() else []
        for following in more:
            if line:
                yield line
            line = [(following, style)] if following.strip() else []
    if line:
        yield line
