"""A policy on its way out of the worker: in parts, each sent as soon as it stands and unpacked while the next is made.

The text goes as it is, where characters stand as arrays, all else as rows of JSON. Nothing is compressed or unpickled.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from documents.collecting import uncollected
from documents.draft import Draft
from documents.found import found, found_values
from documents.model import Block, PolicyDocument, Warning  # noqa: A004
from documents.pages import Boxes, page_values, pages
from documents.rows import block_rows, blocks, clause_rows, clauses, run_rows, runs
from documents.worker_frames import Frame

__all__ = ["Joined", "block_part", "draft_parts", "last_part"]


def draft_parts(draft: Draft) -> Iterator[Frame]:
    """Yield what stands once a file is read, before anything is worked out from it."""
    yield {"part": "text"}, draft.text.encode()
    if draft.boxes is not None:
        pieces = draft.boxes.pieces.tobytes()
        yield {"part": "boxes", "pieces": len(pieces)}, pieces + draft.boxes.advances.tobytes()
    yield _rows({"runs": run_rows(draft.runs), **found_values(draft), **page_values(draft.pages, None)})


def block_part(given: Sequence[Block]) -> Frame:
    """Return the blocks, labelled."""
    return _rows({"blocks": block_rows(given)})


def last_part(document: PolicyDocument) -> Frame:
    """Return what is left once all is worked out."""
    return _rows(
        {
            "title": document.title,
            "format": document.format,
            "language": document.language,
            "encoding": document.encoding,
            "reader": [document.reader, document.reader_version],
            "clauses": clause_rows(document.clauses),
            "warnings": [[warning.code, dict(warning.arguments)] for warning in document.warnings],
        }
    )


class Joined:
    """The parts that have come."""

    def __init__(self) -> None:
        self._fields: dict[str, Any] = {}

    def take(self, head: dict[str, Any], body: bytes) -> None:
        """Unpack one part."""
        with uncollected():
            self._take(head, body)

    def _take(self, head: dict[str, Any], body: bytes) -> None:
        if head["part"] == "text":
            self._fields["text"] = body.decode()
        elif head["part"] == "boxes":
            pieces, advances = array("i"), array("h")
            pieces.frombytes(body[: head["pieces"]])
            advances.frombytes(body[head["pieces"] :])
            self._fields["boxes"] = Boxes(pieces, advances)
        else:
            self._fields.update(_fields(json.loads(body)))

    def document(self) -> PolicyDocument:
        """Return the policy, once the last part is taken."""
        return PolicyDocument(**self._fields)


def _rows(values: dict[str, Any]) -> Frame:
    return {"part": "rows"}, json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _fields(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a PolicyDocument that a part of rows holds."""
    if "blocks" in values:
        return {"blocks": blocks(values["blocks"])}
    if "runs" in values:
        return {"runs": runs(values["runs"]), **found(values), "pages": pages(values)["pages"]}
    reader, version = values["reader"]
    return {
        **{name: values[name] for name in ("title", "format", "language", "encoding")},
        "reader": reader,
        "reader_version": version,
        "clauses": clauses(values["clauses"]),
        "warnings": tuple(Warning(code, arguments) for code, arguments in values["warnings"]),
    }
