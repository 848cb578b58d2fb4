"""Names of WordprocessingML: namespaces, qualified names, small makers of elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, cast

from lxml import etree

__all__ = [
    "CP",
    "DC",
    "DCTERMS",
    "MC",
    "W14",
    "W15",
    "W16CEX",
    "W16CID",
    "XML_SPACE",
    "R",
    "W",
    "element",
    "legal",
    "like",
    "sub",
    "text_element",
    "to_bytes",
    "w",
    "wider",
]

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
W16CID: Final = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
W16CEX: Final = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def w(name: str) -> str:
    """Return the qualified name of a word-processing element or attribute."""
    return f"{{{W}}}{name}"


def element(name: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    """Return a new `w:` element; attribute names are `w:` too unless they are qualified already."""
    made = etree.Element(w(name), nsmap={"w": W})
    _set(made, attributes)
    return made


def like(other: etree._Element, tag: str | None = None) -> etree._Element:
    """Return a new element with the attributes and prefixes of another (and its name, unless `tag` is given)."""
    return wider(other, {}, tag)


def wider(other: etree._Element, prefixes: Mapping[str, str], tag: str | None = None) -> etree._Element:
    """Return a new element like another, with more prefixes declared on it."""
    declared = cast("dict[str, str]", {**other.nsmap, **prefixes})  # None is a prefix too; the stubs do not know
    made = etree.Element(other.tag if tag is None else tag, nsmap=declared)
    for name, value in other.attrib.items():
        made.set(name, value)
    return made


def sub(parent: etree._Element, name: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    """Append a new `w:` element to `parent` and return it."""
    made = etree.SubElement(parent, w(name))
    _set(made, attributes)
    return made


def text_element(parent: etree._Element, words: str) -> etree._Element:
    """Append a `w:t` with `words`, whose spaces count."""
    made = etree.SubElement(parent, w("t"))
    made.text = legal(words)
    if words != words.strip() or "  " in words or not words.isprintable():
        made.set(XML_SPACE, "preserve")
    return made


def legal(words: str) -> str:
    """Return the words with U+FFFD for each character that XML cannot hold; the length stays."""
    return _ILLEGAL.sub("\ufffd", words)


def to_bytes(tree: etree._Element) -> bytes:
    """Serialise a part as Word writes it: with a declaration, standalone."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set(made: etree._Element, attributes: Mapping[str, str] | None) -> None:
    for name, value in (attributes or {}).items():
        made.set(name if name.startswith("{") else w(name), value)
