"""A Word file written as one XML document (flat OPC, "Word XML Document") -> the zip it stands for."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from typing import TYPE_CHECKING

from documents.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["is_flat", "zipped"]

_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
_PART, _NAME, _TYPE = f"{{{_PKG}}}part", f"{{{_PKG}}}name", f"{{{_PKG}}}contentType"
_XML, _BINARY = f"{{{_PKG}}}xmlData", f"{{{_PKG}}}binaryData"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = 4096


def is_flat(data: bytes) -> bool:
    """Whether the bytes begin like a package written as one XML document."""
    return data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and _PKG.encode() in data[:_HEAD]


def zipped(data: bytes, name: str = "") -> bytes:
    """Return the same parts as a zip. Raises UnreadableDocument: `damaged`, `unsafe`, `too_large`."""
    from lxml import etree

    if b"<!DOCTYPE" in data[:_HEAD]:
        raise UnreadableDocument("unsafe", name=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
        parts = {one.get(_NAME, "").lstrip("/"): (one.get(_TYPE, ""), _bytes(one)) for one in root.iter(_PART)}
    except (etree.XMLSyntaxError, binascii.Error, ValueError) as error:
        code = "too_large" if "depth" in str(error).lower() else "damaged"
        raise UnreadableDocument(code, name=name) from error
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", _content_types({part: kind for part, (kind, _) in parts.items()}))
        for part, (_, inside) in parts.items():
            archive.writestr(part, inside)
    return file.getvalue()


def _bytes(part: etree._Element) -> bytes:
    from lxml import etree

    for child in part:
        if child.tag == _XML and len(child):
            return etree.tostring(child[0], encoding="UTF-8", xml_declaration=True, standalone=True, with_tail=False)
        if child.tag == _BINARY:
            return base64.b64decode("".join((child.text or "").split()))
    return b""


def _content_types(kinds: dict[str, str]) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]  # lxml-stubs want a str
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="rels", ContentType=_RELATIONSHIPS)
    for part, kind in kinds.items():
        if kind != _RELATIONSHIPS:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
