"""What a mail or an archive holds that could be a policy: for the reviewer to choose from."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from documents.errors import UnreadableDocument
from documents.limits import DEFAULT, Limits
from documents.mail import message_of, named_parts, starts_like_mail

__all__ = ["Contained", "contents", "refuse_container"]

_DOCUMENTS = frozenset(
    {
        *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott", ".fodt"),
        *(".pdf", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md", ".markdown", ".txt", ".epub", ".eml", ".zip"),
    }
)
_UTF8_NAME = 0x800
_LOCKED = 0x1
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Contained:
    """One document inside another file: its name (with folders), its size in bytes, and the bytes."""

    name: str
    size: int
    data: bytes = field(repr=False)


def contents(data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> tuple[Contained, ...]:
    """Return the documents in a mail or a zip archive, in its order; none for any other file.

    Nothing is unpacked to disk. Raises UnreadableDocument: `damaged`, `encrypted`, `too_large`.
    """
    if data.startswith(b"PK\x03\x04"):
        return tuple(_zipped(data, name, limits))
    return tuple(_attached(data, name)) if starts_like_mail(data) else ()


def refuse_container(data: bytes, name: str) -> None:
    """Raise UnreadableDocument with the names of the documents inside; return when there are none."""
    names = _names_in_zip(data) if data.startswith(b"PK\x03\x04") else [one.name for one in contents(data, name=name)]
    if names:
        listed = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
        raise UnreadableDocument("holds_documents", name=name, count=len(names), files=listed)


def _attached(data: bytes, name: str) -> Iterator[Contained]:
    for file, inside in named_parts(message_of(data, name)):
        if _is_document(file):
            yield Contained(file, len(inside), inside)


def _zipped(data: bytes, name: str, limits: Limits) -> Iterator[Contained]:
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in _documents(archive):
                if info.flag_bits & _LOCKED:
                    raise UnreadableDocument("encrypted", name=name)
                unpacked += info.file_size
                if info.file_size > limits.part_bytes or unpacked > limits.unpacked_bytes:
                    raise UnreadableDocument("too_large", name=name)
                yield Contained(_readable_name(info), info.file_size, archive.read(info))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise UnreadableDocument("damaged", name=name) from error


def _names_in_zip(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [_readable_name(info) for info in _documents(archive)]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return []


def _documents(archive: zipfile.ZipFile) -> Iterable[zipfile.ZipInfo]:
    infos = (info for info in archive.infolist() if not info.is_dir())
    return (info for info in infos if _is_document(info.filename))


def _is_document(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    is_rest = path.name.startswith(("._", "~$")) or "__MACOSX" in path.parts
    return path.suffix.lower() in _DOCUMENTS and not is_rest


def _readable_name(info: zipfile.ZipInfo) -> str:
    """Zips made on a Chinese Windows hold GBK names that nothing marks."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
