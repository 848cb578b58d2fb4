"""A file as a carrier of marks: what stands under each in a Word file, and the cells of a workbook."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from documents.sheet.workbook import Sheet, is_workbook, sheets_of
from documents.word.marked import MarkedWords, marked_words, state_mark_of
from documents.word.names import w

if TYPE_CHECKING:
    from documents.limits import Limits

__all__ = ["MarkedFile", "bears_a_state", "marked_file", "marked_here"]

_ZIP = b"PK\x03\x04"
_FLAT = b"<?xml"
_STATE = re.compile(rb'"_s[0-9A-F]{16}"')
_BEGINNING = 300_000  # bytes: the bookmark stands on the first paragraph


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """What a file bears: `words` of a Word file, `sheets` of a workbook.

    `state` is the mark of the state it was made from, `comments` how many comments hang in it, `elsewhere` how many
    recorded changes are in words that bear no mark.
    """

    words: tuple[MarkedWords, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    state: str = ""
    comments: int = 0
    elsewhere: int = 0


def marked_file(data: bytes, *, name: str = "") -> MarkedFile:
    """Return what a file bears, nothing for one that is neither a Word file nor a workbook.

    It is read in the worker process. Raises UnreadableDocument.
    """
    if not data.startswith((_ZIP, _FLAT)):
        return MarkedFile()
    from documents.worker import shared_worker

    _, body = shared_worker().ask({"ask": "marked", "name": name}, data)
    return _from_json(json.loads(body))


def bears_a_state(data: bytes) -> bool:
    """Whether a Word file says from which state of a matter it was made. Cheap: its beginning is looked at, no more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("word/document.xml") as part:
            return _STATE.search(part.read(_BEGINNING)) is not None
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return False


def marked_here(data: bytes, name: str, limits: Limits) -> bytes:
    """Return the same as JSON, read in this very process: what the worker calls. Raises UnreadableDocument."""
    from documents.word.package import Package

    package = Package(data, name=name, limits=limits)
    if is_workbook(package):
        return _to_json(MarkedFile(sheets=sheets_of(package)))
    if package.tree(package.main_part).tag != w("document"):
        return _to_json(MarkedFile())
    comments = sum(1 for _ in package.tree(package.main_part).iter(w("commentReference")))
    words, elsewhere = marked_words(package)
    return _to_json(MarkedFile(words, (), state_mark_of(package), comments, elsewhere))


def _to_json(file: MarkedFile) -> bytes:
    told = {
        "words": [asdict(one) for one in file.words],
        "sheets": [[one.name, [[*at, words] for at, words in one.cells.items()]] for one in file.sheets],
        "state": file.state,
        "comments": file.comments,
        "elsewhere": file.elsewhere,
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def _from_json(told: dict[str, Any]) -> MarkedFile:
    words = tuple(MarkedWords(one["mark"], one["words"], one["before"], tuple(one["copies"])) for one in told["words"])
    sheets = tuple(Sheet(name, {(row, column): text for row, column, text in cells}) for name, cells in told["sheets"])
    return MarkedFile(words, sheets, told["state"], told["comments"], told["elsewhere"])
