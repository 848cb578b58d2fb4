"""Names of OpenDocument's XML."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

__all__ = ["attribute", "name_of", "points", "whole_number"]

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: Mapping[str, str] = {
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}svg-compatible:1.0": "svg",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_SPACES: Mapping[str, str] = {prefix: space for space, prefix in _PREFIXES.items()}
_LONGEST = 9
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


def name_of(element: etree._Element) -> str:
    """Return "text:p" and the like; "" for comments and for what is not known here."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local}" if prefix else ""


def attribute(element: etree._Element, name: str, otherwise: str = "") -> str:
    """Return an attribute by its short name ("text:style-name")."""
    prefix, _, local = name.partition(":")
    return element.get(f"{{{_SPACES[prefix]}}}{local}") or otherwise


def whole_number(written: str, otherwise: int) -> int:
    """Return the number written, `otherwise` where none is or it is absurd."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _LONGEST else otherwise


def points(length: str) -> float:
    """Return a length such as "2.5cm" in points, 0 where it is none."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _POINTS[match[2]] if match else 0.0
