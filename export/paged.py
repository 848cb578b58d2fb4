"""A memo or report as pages: LibreOffice lays the Word file out, and the clock of the export dates it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from documents.errors import UnreadableDocument
from documents.office import as_pdf, office_program
from export.errors import ExportError

__all__ = ["FORMATS", "PAGED", "Printed", "as_pages", "heedless", "wants_pages"]

FORMATS: Final = ("", "docx", "pdf")
"""What `--to` takes; "" is the product's own."""
PAGED: Final = ("memo", "gap", "changes")
"""The kinds of product that can be had as pages."""

_CREATED: Final = re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?=Z|[+-])")
_MARKS: Final = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")


def wants_pages(kind: str, out: Path, to: str) -> bool:
    """Whether a product is to be written as pages: it was asked for, or the file's name says so."""
    return to == "pdf" or (not to and kind in PAGED and out.suffix.lower() == ".pdf")


class Printed(NamedTuple):
    """Pages that were printed elsewhere: the file, and every word on them, for its letters are drawn by number."""

    data: bytes
    words: str


def heedless() -> None:
    """Nobody minds how long it takes."""


def as_pages(data: bytes, name: str, now: datetime, heed: Callable[[], None] = heedless) -> bytes:
    """Return a Word file of ours as a PDF: the same file and clock give the same bytes from the same LibreOffice.

    `heed` is called while that is at work; what it raises ends it.

    Raises ExportError `no_office` where there is none, `not_paged` where it does not manage.
    """
    if not office_program():
        raise ExportError("no_office", name=name)
    try:
        made = as_pdf(data, name, heed=heed)
    except UnreadableDocument as error:
        raise ExportError("not_paged", name=name) from error
    return _dated(made, hashlib.sha256(data).hexdigest()[:32].upper().encode(), now)


def _dated(made: bytes, mark: bytes, now: datetime) -> bytes:
    """Return the PDF with the export's own date and a mark made of what it shows; nothing in it moves by a byte."""
    day = now.astimezone(UTC).strftime("%Y%m%d%H%M%S").encode()
    return _MARKS.sub(lambda found: mark + (found[1] + mark if found[1] else b""), _CREATED.sub(day, made))
