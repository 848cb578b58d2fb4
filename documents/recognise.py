"""What a file is by its first bytes, whatever its name says; and a plain word for what cannot be read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from documents.containers import refuse_container
from documents.draft import Source
from documents.errors import UnreadableDocument

__all__ = [
    "goes_by",
    "has_markup",
    "is_html",
    "is_html_piece",
    "is_old_word",
    "is_zip",
    "open_document_kind",
    "refuse_what_no_reader_takes",
]

# Which endings each format goes by. Text goes by any other.
_SUFFIXES: Mapping[str, frozenset[str]] = {
    "word": frozenset({".docx", ".docm", ".dotx", ".dotm", ".xml"}),
    "pdf": frozenset({".pdf"}),
    "html": frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"}),
    "mhtml": frozenset({".mhtml", ".mht"}),
    "odt": frozenset({".odt", ".ott", ".fodt"}),
    "epub": frozenset({".epub"}),
    "rtf": frozenset({".rtf", ".doc"}),
    "mail": frozenset({".eml"}),
    "old_word": frozenset({".doc", ".dot", ".wps", ".wpt"}),
}

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0", b"8BPS\0")
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)
_HEIC = re.compile(rb"....ftyp(heic|heix|mif1|avif)", re.DOTALL)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF\0")
# Programs, libraries, databases, fonts, sound: without their NULs, some begin like a word.
_PROGRAMS = (
    b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\0asm", b"SQLite format 3\0",
    b"wOFF\0", b"wOF2\0", b"OTTO\0", b"OggS\0", b"ID3\2\0", b"ID3\3\0", b"ID3\4\0", b"fLaC\0", b"!BDN",
)  # fmt: skip
_DOS_PROGRAM = b"MZ"
_DOS_HEAD = 64  # bytes of the header that a program for DOS and Windows begins with
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
# How a page begins that was saved without its head, or as a browser copies a part of it.
_PIECE = re.compile(
    rb"\A\s*(?:<!--.*?-->\s*)*<(head|title|meta|body|div|p|h[1-6]|table|ul|ol|section|article|main|center|font|span)"
    rb"(?:\s[^<>]*)?>",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(rb"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,6});", re.IGNORECASE)
_HEAD = 4096
_LONGEST_TYPE = 200


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive."""
    return data.startswith((_ZIP, _EMPTY_ZIP))


def is_html(data: bytes) -> bool:
    """Whether the bytes begin like a web page, in whatever encoding."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return bool(_HTML.match(head.removeprefix(b"\xef\xbb\xbf")))


def is_html_piece(data: bytes) -> bool:
    """Whether the bytes are a web page without its beginning: one box opened first, and closed again."""
    match = _PIECE.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"))
    return match is not None and b"</" in data and b"\0" not in data[:_HEAD]


def has_markup(data: bytes) -> bool:
    """Whether a single tag or character reference stands in the bytes, in whatever encoding."""
    return _MARKUP.search(data.replace(b"\0", b"") if b"\0" in data[:_HEAD] else data) is not None


def goes_by(format_name: str, suffix: str) -> bool:
    """Whether files of a format go by that ending."""
    own = _SUFFIXES.get(format_name)
    return suffix in own if own else all(suffix not in one for one in _SUFFIXES.values())


def refuse_what_no_reader_takes(source: Source) -> None:
    """Raise UnreadableDocument with the plainest word for what the bytes are; return for what may be read."""
    data = source.data
    code = _plain_refusal(data)
    if code == "archive":
        refuse_container(data, source.name)
    if code and not is_old_word(source):
        raise UnreadableDocument(code, name=source.name)


def is_old_word(source: Source) -> bool:
    """Whether the bytes are a .doc of Word or WPS, or of Works by its name: for LibreOffice, if anyone."""
    if not source.data.startswith(_COMPOUND):
        return False
    return _compound(source.data) == "old_word" or source.suffix in {".wps", ".wpt"}


def open_document_kind(data: bytes) -> str:
    """Return the kind of an OpenDocument or EPUB file by its mimetype ("text", "epub" ...), "" for anything else."""
    if not is_zip(data):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            stated = archive.open("mimetype").read(_LONGEST_TYPE).decode("ascii", "replace").strip()
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        return ""
    if stated == "application/epub+zip":  # a book without this line goes by its container, see _unknown_zip
        return "epub"
    kind = stated.removeprefix("application/vnd.oasis.opendocument.")
    # LibreOffice saves a web page as .odt of the kind text-web.
    return kind.removesuffix("-template").removesuffix("-master").removesuffix("-web") if kind != stated else ""


def _plain_refusal(data: bytes) -> str:
    if not data:
        return "empty"
    if _is_picture(data):
        return "picture"
    if _is_program(data):
        return "binary"
    if data.startswith(_ARCHIVES):
        return "archive"
    if data.startswith(_COMPOUND):
        return _compound(data)
    return _zip(data) if is_zip(data) else ""


def _is_picture(data: bytes) -> bool:
    if data.startswith(b"BM"):  # two letters begin many a text, so the size that follows must fit
        return int.from_bytes(data[2:6], "little") == len(data)
    return data.startswith(_PICTURES) or bool(_WEBP.match(data) or _HEIC.match(data))


def _is_program(data: bytes) -> bool:
    """Whether a file is one that programs run or keep; two letters begin many a text, so a header must follow them."""
    return data.startswith(_PROGRAMS) or (data.startswith(_DOS_PROGRAM) and b"\0" in data[:_DOS_HEAD])


def _compound(data: bytes) -> str:
    """Tell by the names of its streams what an OLE file is; they are written in UTF-16."""
    for stream, code in (
        ("EncryptedPackage", "encrypted"),
        ("WordDocument", "old_word"),
        ("Workbook", "spreadsheet"),
        ("PowerPoint Document", "presentation"),
    ):
        if stream.encode("utf-16-le") in data:
            return code
    return "old_office"


def _zip(data: bytes) -> str:
    """Return why a zip is not for us, or "" for a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return "damaged"
    if "[Content_Types].xml" not in names and not any(name.startswith("word/") for name in names):
        return _unknown_zip(data, names)
    for folder, code in (("xl/", "spreadsheet"), ("ppt/", "presentation")):
        if any(name.startswith(folder) for name in names) and not any(name.startswith("word/") for name in names):
            return code
    return ""


def _unknown_zip(data: bytes, names: set[str]) -> str:
    """Return "" for an OpenDocument text or a book, else what the zip is."""
    kind = open_document_kind(data)
    if kind in {"text", "epub"} or (not kind and "META-INF/container.xml" in names):
        return ""
    if kind in {"spreadsheet", "presentation"}:
        return kind
    return "open_document" if kind or {"mimetype", "content.xml"} <= names else "archive"
