"""Blocks, runs and clauses as rows of JSON, and back: rows, not objects with names, so that a reading stays small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import attrgetter
from typing import Any

from documents.columns import made
from documents.model import Block, BlockKind, Cell, Clause, ClausePart, InnerLabel, Run, Span, Story

__all__ = ["block_rows", "blocks", "clause_rows", "clauses", "run_rows", "runs"]

Rows = list[Any]

_KINDS = {one.value: one for one in BlockKind}
_STORIES = {one.value: one for one in Story}
_PARTS = {one.value: one for one in ClausePart}

_DIRECTIONS = ((False, False), (True, False), (False, True), (True, True))  # by flags: right to left, contents

_BLOCK = attrgetter(
    "kind", "span.start", "span.end", "story", "level", "label", "label_span", "cell", "list_id", "ordered"
)
_FLAGS = attrgetter("right_to_left", "contents")
_INNER = attrgetter("offset", "label", "level", "list_id", "ordered")
_CELL = attrgetter("table", "row", "column", "row_span", "column_span")
_RUN = attrgetter("span.start", "span.end", "bold", "italic", "underline", "strike", "code", "link")
_CLAUSE = attrgetter(
    *("label", "address", "title", "level", "span.start", "span.end", "own.start", "own.end"),
    *("path", "part", "ordinal"),
)


def block_rows(given: Sequence[Block]) -> Rows:
    """Return a row a block: kind, start, end, story, level, label, its span, cell, list, ordered, flags.

    Where a cell of the policy has labels within, every row has them at its end.
    """
    if not given:
        return []
    *plain, spans, cells, lists, ordered = zip(*map(_BLOCK, given), strict=True)
    labels = [None if span is None else (span.start, span.end) for span in spans]
    places = [None if cell is None else (*_CELL(cell), int(cell.header)) for cell in cells]
    flags = [right_to_left | contents << 1 for right_to_left, contents in map(_FLAGS, given)]
    columns = [*plain, labels, places, lists, map(int, ordered), flags]
    inner = [[(*one, int(ordered)) for *one, ordered in map(_INNER, block.inner_labels)] for block in given]
    return list(zip(*columns, *([inner] if any(inner) else ()), strict=True))


def blocks(rows: Rows) -> tuple[Block, ...]:
    """Return the blocks that `block_rows` was given."""
    if not rows:
        return ()
    kinds, starts, ends, stories, levels, labels, label_spans, cells, lists, ordered, *later = zip(*rows, strict=True)
    flags = later[0] if later else repeat(0, len(rows))  # the first readings had none
    inner = map(_inner_labels, later[1]) if len(later) > 1 else repeat(())
    right_to_left, contents = zip(*map(_DIRECTIONS.__getitem__, flags), strict=True)
    return tuple(
        made(
            Block,
            len(rows),
            map(_KINDS.__getitem__, kinds),
            _spans(starts, ends),
            map(_STORIES.__getitem__, stories),
            levels,
            labels,
            [span and Span(*span) for span in label_spans],
            [cell and _cell(cell) for cell in cells],
            lists,
            map(bool, ordered),
            right_to_left,
            contents,
            inner,
        )
    )


def _inner_labels(given: Rows) -> tuple[InnerLabel, ...]:
    return tuple(InnerLabel(at, label, level, listed, bool(ordered)) for at, label, level, listed, ordered in given)


def _cell(row: list[int]) -> Cell:
    table, line, column, row_span, column_span, header = row
    return Cell(table, line, column, row_span, column_span, bool(header))


def _spans(starts: Iterable[int], ends: Sequence[int]) -> list[Span]:
    return made(Span, len(ends), starts, ends)


_RUN_FLAGS = 5  # bold, italic, underline, strike, code
_STYLES = tuple(tuple(bool(flags & 1 << bit) for bit in range(_RUN_FLAGS)) for flags in range(1 << _RUN_FLAGS))
_STYLE_FLAGS = {style: flags for flags, style in enumerate(_STYLES)}


def run_rows(given: Sequence[Run]) -> Rows:
    """Return a row a run: start, end, flags, link."""
    return [(start, end, _STYLE_FLAGS[tuple(style)], link) for start, end, *style, link in map(_RUN, given)]


def runs(rows: Rows) -> tuple[Run, ...]:
    """Return the runs that `run_rows` was given."""
    if not rows:
        return ()
    starts, ends, flags, links = zip(*rows, strict=True)
    styles = zip(*map(_STYLES.__getitem__, flags), strict=True)
    return tuple(made(Run, len(rows), _spans(starts, ends), *styles, links))


def clause_rows(given: Sequence[Clause]) -> Rows:
    """Return a row a clause: label, address, title, level, span, own span, path, part, ordinal."""
    return list(map(_CLAUSE, given))


def clauses(rows: Rows) -> tuple[Clause, ...]:
    """Return the clauses that `clause_rows` was given."""
    if not rows:
        return ()
    *said, starts, ends, own_starts, own_ends, paths, parts, ordinals = zip(*rows, strict=True)
    spans = _spans(starts, ends), _spans(own_starts, own_ends)
    return tuple(made(Clause, len(rows), *said, *spans, paths, map(_PARTS.__getitem__, parts), ordinals))
