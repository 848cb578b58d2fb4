"""A package being changed: parts as bytes, their content types and relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from lxml import etree

from export.errors import ExportError
from export.word.names import to_bytes
from export.word.package_out import Packed, zip_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["OutPackage", "relationships_name", "resolved"]

_TYPES: Final = "[Content_Types].xml"
_CT: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONSHIPS: Final = f'<Relationships xmlns="{_REL}"/>'
_STRICT_MARK: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def relationships_name(part: str) -> str:
    """Return the name of the part that holds the relationships of `part` ("" is the package)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class OutPackage:
    """Parts by name, in order. A part that is not set anew goes out with the bytes it came in with.

    Names are found in either case, with slashes of either kind, as Word does. A strict file is seen as a transitional
    one and written back as strict. Parts that are `packed` and are not set anew go out packed as they came in.
    """

    def __init__(self, parts: Mapping[str, bytes], main: str = "", packed: Mapping[str, Packed] | None = None) -> None:
        self._parts = dict(parts)
        self._packed = dict(packed or {})
        self._spelt = {_key(name): name for name in self._parts}
        root = self._parts.get(self._spelt.get(_key(relationships_name("")), ""), b"")
        self._strict = _STRICT_MARK in root
        self.main = main or self.related("", "officeDocument") or ""

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._spelt

    def __getitem__(self, name: str) -> bytes:
        return self._parts[self._spelt[_key(name)]]

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in order."""
        return tuple(self._parts)

    def tree(self, name: str) -> etree._Element:
        """Return a part parsed anew. Raises ExportError for one that is damaged."""
        data = self[name]
        for strict, transitional in _STRICT if self._strict else ():
            data = data.replace(strict, transitional)
        try:
            return etree.fromstring(data, _PARSER)
        except etree.XMLSyntaxError as error:
            raise ExportError("damaged_part", part=name) from error

    def set(self, name: str, data: bytes, content_type: str = "") -> None:
        """Put a part in, or another in its place; `content_type` is declared if it is not yet."""
        for strict, transitional in _STRICT if self._strict else ():
            data = data.replace(transitional, strict)
        spelt = self._spelt.setdefault(_key(name), name)
        self._parts[spelt] = data
        self._packed.pop(spelt, None)
        if content_type:
            self._declare(name, content_type)

    def remove(self, name: str) -> None:
        """Take a part out, with its own relationships and its content type; who points to it is the caller's care."""
        for gone in (name, relationships_name(name)):
            spelt = self._spelt.pop(_key(gone), None)
            if spelt is not None:
                del self._parts[spelt]
        self._undeclare(name)

    def related(self, part: str, kind: str) -> str | None:
        """Return the part that `part` points to with a relationship whose type ends in `kind`, if it is there."""
        for relationship in self._relationships(part):
            inside = relationship.get("TargetMode", "Internal") == "Internal"
            if inside and relationship.get("Type", "").rpartition("/")[2] == kind:
                name = resolved(part, relationship.get("Target", ""))
                if name in self:
                    return self._spelt[_key(name)]
        return None

    def relate(self, part: str, kind: str, target: str, *, link_id: str = "") -> str:
        """Add a relationship of type `kind` (a URI) from `part`, and return its id.

        With `link_id` the target is an address outside the package, and that is its id.
        """
        name = relationships_name(part)
        root = self.tree(name) if name in self else etree.fromstring(_NO_RELATIONSHIPS)
        taken = {relationship.get("Id", "") for relationship in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        given = link_id or f"rId{number}"
        made = etree.SubElement(root, f"{{{_REL}}}Relationship", Id=given, Type=kind)
        made.set("Target", target if link_id else posixpath.relpath(target, posixpath.dirname(part) or "."))
        if link_id:
            made.set("TargetMode", "External")
        self.set(name, to_bytes(root))
        return given

    def to_bytes(self) -> bytes:
        """Return the package as a zip file."""
        return zip_parts(self._parts, self._packed)

    def _relationships(self, part: str) -> Iterator[etree._Element]:
        name = relationships_name(part)
        if name in self:
            yield from self.tree(name).iterchildren(f"{{{_REL}}}Relationship")

    def _declare(self, name: str, content_type: str) -> None:
        root = self.tree(_TYPES)
        part_name = f"/{_key(name)}"
        for override in root.iterchildren(f"{{{_CT}}}Override"):
            if override.get("PartName", "").lower() == part_name:
                return
        etree.SubElement(root, f"{{{_CT}}}Override", PartName=f"/{name}", ContentType=content_type)
        self.set(_TYPES, to_bytes(root))

    def _undeclare(self, name: str) -> None:
        root = self.tree(_TYPES)
        part_name = f"/{_key(name)}"
        gone = [
            made for made in root.iterchildren(f"{{{_CT}}}Override") if made.get("PartName", "").lower() == part_name
        ]
        for override in gone:
            root.remove(override)
        if gone:
            self.set(_TYPES, to_bytes(root))


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def resolved(part: str, target: str) -> str:
    """Return the name of the part that a relationship of `part` with this target leads to."""
    plain = unquote(target.partition("#")[0]).replace("\\", "/")
    joined = plain if plain.startswith("/") else posixpath.join(posixpath.dirname(part), plain)
    return posixpath.normpath(joined).lstrip("/")
