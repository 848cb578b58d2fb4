"""A reading: the PolicyDocument as bytes, kept beside the original so that anchors never move."""

from __future__ import annotations

import json
import zlib
from typing import Any

from documents.found import found, found_values
from documents.model import (
    Block,
    BlockKind,
    Cell,
    Clause,
    ClausePart,
    PolicyDocument,
    Run,
    Span,
    Story,
    Warning,  # noqa: A004
)
from documents.pages import page_values, pages

__all__ = ["from_json", "pack", "to_json", "unpack"]

_VERSION = 1


def pack(document: PolicyDocument) -> bytes:
    """Return `document` as compressed JSON."""
    return zlib.compress(to_json(document), 6)


def to_json(document: PolicyDocument) -> bytes:
    """Return what a reading holds of `document`, not compressed: how it comes out of the worker."""
    values = {
        "version": _VERSION,
        "title": document.title,
        "format": document.format,
        "language": document.language,
        "encoding": document.encoding,
        "reader": [document.reader, document.reader_version],
        "text": document.text,
        "blocks": [_block_values(block) for block in document.blocks],
        "runs": [_run_values(run) for run in document.runs],
        "clauses": [_clause_values(clause) for clause in document.clauses],
        "warnings": [[warning.code, dict(warning.arguments)] for warning in document.warnings],
        **found_values(document),
        **page_values(document.pages, document.boxes),
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(reading: bytes) -> PolicyDocument:
    """Return the document `pack` was given. Raises ValueError for bytes it did not make."""
    try:
        return from_json(zlib.decompress(reading))
    except zlib.error as error:
        raise ValueError("These bytes are not a reading.") from error


def from_json(words: bytes) -> PolicyDocument:
    """Return the document `to_json` was given. Raises ValueError for bytes it did not make."""
    values = json.loads(words)
    if not isinstance(values, dict) or values.get("version") != _VERSION:
        raise ValueError("This reading is of another version.")
    reader, reader_version = values["reader"]
    return PolicyDocument(
        title=values["title"],
        format=values["format"],
        language=values["language"],
        text=values["text"],
        blocks=tuple(_block(row) for row in values["blocks"]),
        runs=tuple(_run(row) for row in values["runs"]),
        clauses=tuple(_clause(row) for row in values["clauses"]),
        warnings=tuple(Warning(code, arguments) for code, arguments in values["warnings"]),
        encoding=values["encoding"],
        reader=reader,
        reader_version=reader_version,
        **found(values),
        **pages(values),
    )


# Rows, not objects with names: 18,000 blocks are then read in a tenth of a second.
def _block_values(block: Block) -> list[Any]:
    label = [block.label_span.start, block.label_span.end] if block.label_span else None
    cell = block.cell
    place = [cell.table, cell.row, cell.column, cell.row_span, cell.column_span, int(cell.header)] if cell else None
    return [
        block.kind.value,
        block.span.start,
        block.span.end,
        block.story.value,
        block.level,
        block.label,
        label,
        place,
        block.list_id,
        int(block.ordered),
        int(block.right_to_left) | int(block.contents) << 1,
    ]


def _block(row: list[Any]) -> Block:
    kind, start, end, story, level, label, label_span, place, list_id, ordered, *later = row
    return Block(
        kind=BlockKind(kind),
        span=Span(start, end),
        story=Story(story),
        level=level,
        label=label,
        label_span=Span(*label_span) if label_span else None,
        cell=_cell(place) if place else None,
        list_id=list_id,
        ordered=bool(ordered),
        right_to_left=bool(later and later[0] & 1),
        contents=bool(later and later[0] & 2),
    )


def _cell(row: list[int]) -> Cell:
    table, line, column, row_span, column_span, header = row
    return Cell(table, line, column, row_span, column_span, bool(header))


_RUN_FLAGS = ("bold", "italic", "underline", "strike", "code")


def _run_values(run: Run) -> list[Any]:
    flags = sum(1 << bit for bit, name in enumerate(_RUN_FLAGS) if getattr(run, name))
    return [run.span.start, run.span.end, flags, run.link]


def _run(row: list[Any]) -> Run:
    start, end, flags, link = row
    bold, italic, underline, strike, code = (bool(flags & 1 << bit) for bit in range(len(_RUN_FLAGS)))
    return Run(Span(start, end), bold, italic, underline, strike, code, link)


def _clause_values(clause: Clause) -> list[Any]:
    return [
        clause.label,
        clause.address,
        clause.title,
        clause.level,
        clause.span.start,
        clause.span.end,
        clause.own.start,
        clause.own.end,
        clause.path,
        clause.part.value,
        clause.ordinal,
    ]


def _clause(row: list[Any]) -> Clause:
    label, address, title, level, start, end, own_start, own_end, path, part, ordinal = row
    spans = Span(start, end), Span(own_start, own_end)
    return Clause(label, address, title, level, *spans, path, ClausePart(part), ordinal)
