"""A reading: the PolicyDocument as bytes, kept beside the original so that anchors never move."""

from __future__ import annotations

import json
import zlib

from documents.found import found, found_values
from documents.model import PolicyDocument, Warning  # noqa: A004
from documents.pages import page_values, pages
from documents.rows import block_rows, blocks, clause_rows, clauses, run_rows, runs

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
        "blocks": block_rows(document.blocks),
        "runs": run_rows(document.runs),
        "clauses": clause_rows(document.clauses),
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
        blocks=blocks(values["blocks"]),
        runs=runs(values["runs"]),
        clauses=clauses(values["clauses"]),
        warnings=tuple(Warning(code, arguments) for code, arguments in values["warnings"]),
        encoding=values["encoding"],
        reader=reader,
        reader_version=reader_version,
        **found(values),
        **pages(values),
    )
