"""A policy cut into the passages that are aligned: paragraphs, numbered lines inside them, cells one by one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.bilingual.model import Passage
from documents.citing import clause_at
from documents.labels import mark_of
from documents.model import Block, BlockKind, ClausePart, PolicyDocument, Span
from documents.numbers import hanzi_value, letter_value, roman_value
from documents.units import units_of

__all__ = ["passages_of", "path_of"]

_NUMERAL = re.compile(r"\d+|[零〇一二三四五六七八九十百千两]+|[A-Za-z]+")
_SAYS = re.compile(r"[^\W_]")
_LABEL = 40
_LONGEST_NUMERAL = 4


def passages_of(policy: PolicyDocument) -> tuple[Passage, ...]:
    """Return the passages of the main story in order; what holds no letter is none."""
    return tuple(passage for passage in _all(policy) if len(passage.words))


def path_of(address: str) -> tuple[int, ...]:
    """Return the numbers of a clause's path: (3, 6) for 三.6, 3.6, III.6 or 3(6); empty where it has a name instead."""
    found: list[int] = []
    for numeral in _NUMERAL.findall(address):
        value = _value(numeral)
        if value is None:
            return ()
        found.append(value)
    return tuple(found)


def _value(numeral: str) -> int | None:
    if numeral.isdecimal():
        return int(numeral) if len(numeral) <= _LONGEST_NUMERAL else None
    if not numeral.isascii():
        return hanzi_value(numeral)
    roman = roman_value(numeral)
    return roman if roman is not None else letter_value(numeral) if len(numeral) == 1 else None


def _all(policy: PolicyDocument) -> Iterator[Passage]:
    for unit in units_of(policy.text, policy.blocks, {}):
        block = policy.blocks[unit.first]
        if block.cell is None:
            yield _passage(policy, block, Span(unit.start, unit.end))
            continue
        for cell in policy.blocks[unit.first : unit.last + 1]:
            if cell.cell is not None and _SAYS.search(cell.span.of(policy.text)):
                yield _passage(policy, cell, cell.span)


def _passage(policy: PolicyDocument, block: Block, span: Span) -> Passage:
    clause = clause_at(policy, span.start)
    opens = clause is not None and abs(clause.span.start - span.start) <= 1
    numbered = opens and clause is not None and clause.part is ClausePart.NUMBERED and bool(clause.label)
    heading = block.kind in (BlockKind.HEADING, BlockKind.TITLE)
    return Passage(
        span,
        _words(policy.text, block, span),
        path_of(clause.path) if numbered and clause is not None else (),
        heading,
        clause.address if clause is not None else "",
    )


def _words(text: str, block: Block, span: Span) -> Span:
    """Leave out the number typed before the words."""
    start = span.start
    if block.label_span is not None and block.label_span.start == span.start:
        start = min(block.label_span.end, span.end)
    elif start > block.span.start:
        mark = mark_of(text[start : start + _LABEL])
        start = min(start + mark.end, span.end) if mark is not None and not mark.weak else start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)
