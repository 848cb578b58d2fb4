"""A Word file as a zip of parts: read within limits, nothing fetched, nothing unpacked to disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from documents.errors import UnreadableDocument
from documents.limits import DEFAULT, Limits
from documents.word.flat import is_flat, zipped

__all__ = ["Package", "Relationship"]

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_STRICT_HOST = b"http://purl.oclc.org/ooxml/"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"
_USUAL_MAIN = "word/document.xml"
_ENCRYPTED = 0x1
_PROLOG = 100_000


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another, or to an address outside, which is kept as a word and never fetched."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of a .docx or .docm, or of one written as a single XML document.

    Trees are parsed once and live: a writer changes them and serialises them. Strict files are read as transitional.
    Raises UnreadableDocument: `damaged`, `encrypted`, `too_large`, `unsafe`.
    """

    def __init__(self, data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> None:
        self.name = name
        self.limits = limits
        self._unpacked = 0
        self._trees: dict[str, etree._Element] = {}
        if is_flat(data):
            data = zipped(data, name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise UnreadableDocument("damaged", name=name) from error
        if len(self._archive.infolist()) > limits.parts:
            raise UnreadableDocument("too_large", name=name)
        self._infos: Mapping[str, zipfile.ZipInfo] = {
            _key(info.filename): info for info in self._archive.infolist() if not info.is_dir()
        }
        if any(info.flag_bits & _ENCRYPTED for info in self._infos.values()):
            raise UnreadableDocument("encrypted", name=name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts as the file spells them."""
        return tuple(info.filename for info in self._infos.values())

    def has(self, part: str) -> bool:
        """Whether the file holds a part of that name, in letters of either case."""
        return _key(part) in self._infos

    def raw(self, part: str) -> bytes:
        """Return the bytes of a part. Raises UnreadableDocument when it is missing, damaged or too large."""
        info = self._infos.get(_key(part))
        if info is None:
            raise UnreadableDocument("damaged", name=self.name)
        self._unpacked += info.file_size
        if info.file_size > self.limits.part_bytes or self._unpacked > self.limits.unpacked_bytes:
            raise UnreadableDocument("too_large", name=self.name)
        try:
            return self._archive.read(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            ValueError,
            OSError,
        ) as error:
            raise UnreadableDocument("damaged", name=self.name) from error

    def tree(self, part: str) -> etree._Element:
        """Return the root of an XML part, always the same one. Raises as `raw` does."""
        key = _key(part)
        if key not in self._trees:
            self._trees[key] = self._parsed(self.raw(part))
        return self._trees[key]

    def _parsed(self, xml: bytes) -> etree._Element:
        # No Word file has a document type; one that has wants to expand entities or to fetch something.
        if b"<!DOCTYPE" in xml[:_PROLOG].replace(b"\0", b""):
            raise UnreadableDocument("unsafe", name=self.name)
        for strict, transitional in _STRICT if _STRICT_HOST in xml else ():
            xml = xml.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=False
        )
        try:
            return etree.fromstring(xml, parser)
        except etree.XMLSyntaxError as error:
            code = "too_large" if "depth" in str(error).lower() else "damaged"
            raise UnreadableDocument(code, name=self.name) from error

    @property
    def main_part(self) -> str:
        """The name of the part that holds the text. Raises UnreadableDocument where the file names none."""
        for relationship in self.relationships("").values():
            if relationship.kind.endswith(_MAIN) and self.has(relationship.target):
                return relationship.target
        if self.has(_USUAL_MAIN):
            return _USUAL_MAIN
        raise UnreadableDocument("not_word", name=self.name)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return what a part refers to, by id; the package's own for "". Targets are part names without a leading /."""
        folder, file = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(where):
            return {}
        found = (_relationship(one, folder) for one in self.tree(where).iter(_RELATIONSHIP))
        return {one.id: one for one in found}

    def related(self, part: str, kind: str) -> str | None:
        """Return the part that `part` refers to as `kind` ("styles", "numbering" …), None where there is none."""
        for relationship in self.relationships(part).values():
            if relationship.kind.endswith(f"/{kind}") and not relationship.external and self.has(relationship.target):
                return relationship.target
        return None


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        plain = unquote(target.partition("#")[0]).replace("\\", "/")
        target = posixpath.normpath(posixpath.join("/", folder, plain)).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", ""), target, external)
