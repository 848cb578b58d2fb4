"""Read a Word file back with python-docx, which shares no code with our writer, before anyone is given it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from export.errors import ExportError

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["proved"]

_UNHOLDABLE = frozenset(map(chr, (*range(32), 0xFFFE, 0xFFFF)))
_FOREIGN = (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError)


def proved(data: bytes, *, added: int, before: bytes | None = None, text: str | None = None) -> bytes:
    """Return `data` once python-docx has opened it and found what must be there.

    `added` is how many comments there must be, at least, beyond those of the file `before` it was annotated; `text` is
    what the paragraphs of the body must say, line by line. A file that python-docx cannot open to begin with (strict,
    with macros) is not put to the proof. Raises ExportError.
    """
    earlier = 0
    if before is not None:
        original = _opened(before)
        if original is None:
            return data
        earlier = len(list(original.comments))
    document = _opened(data)
    if document is None or len(list(document.comments)) < earlier + added:
        raise ExportError("unproved")
    if text is not None and not _says("\n".join(paragraph.text for paragraph in document.paragraphs), text):
        raise ExportError("unproved")
    return data


def _says(found: str, text: str) -> bool:
    """Whether the two are the same to the character, but for characters that XML cannot hold."""
    if len(found) != len(text):
        return False
    return all(ours in _UNHOLDABLE for theirs, ours in zip(found, text, strict=True) if theirs != ours)


def _opened(data: bytes) -> Document | None:
    import docx

    try:
        return docx.Document(BytesIO(data))
    except _FOREIGN:
        return None
