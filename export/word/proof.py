"""Read a Word file back with code that the writer does not share, before anyone is given it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from documents.errors import UnreadableDocument
from documents.word.package import Package
from documents.word.walk import walk
from export.errors import ExportError
from export.word.names import w
from export.word.proof_of_comments import comments_stand

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["proved", "reads_as"]

_UNHOLDABLE = frozenset(map(chr, (*range(32), 0xFFFE, 0xFFFF)))
_FOREIGN = (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError)


def proved(data: bytes, *, added: int, before: bytes | None = None, text: str | None = None) -> bytes:
    """Return `data` once it was read back and what must be there was found.

    `added` is how many comments there must be, at least, beyond those of the file `before` it was annotated; of such a
    file each must stand in the text. A file of our making is opened with python-docx; `text` is what the paragraphs of
    its body must say, line by line. Raises ExportError.
    """
    if before is not None:
        good = comments_stand(data, before, added)
    else:
        document = _opened(data)
        good = document is not None and len(list(document.comments)) >= added
        good = good and (text is None or document is None or _says(_as_received(document), text))
    if not good:
        raise ExportError("unproved")
    return data


def reads_as(data: bytes, text: str) -> bool:
    """Whether a file with tracked changes reads as it should: what was put in is read, what was taken out is not.

    It is read as any file that comes to us, by code that knows nothing of how it was written; spaces and line ends
    are not compared, for readers count empty lines in their own way. A file of our making has a footer besides.
    """
    try:
        return _letters(walk(Package(data), atoms=False).text).startswith(_letters(text))
    except UnreadableDocument:
        return False


def _letters(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter.isprintable())


def _as_received(document: Document) -> str:
    """The lines of the body as they were before anything was tracked: a file of text comes without changes."""
    said: list[str] = []
    for paragraph in (one._element for one in document.paragraphs):  # noqa: SLF001 - the library reads no changes
        items = paragraph.iter(w("t"), w("delText"), w("br"))
        own = (item for item in items if next(item.iterancestors(w("ins")), None) is None)
        said.extend("\n" if item.tag == w("br") else item.text or "" for item in own)
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('ins')}") is None:
            said.append("\n")
    return "".join(said)[:-1]


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
