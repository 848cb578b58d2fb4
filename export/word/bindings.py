"""What the text itself shows of data kept elsewhere in the file: content controls bound to properties and parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from export.word.links import links_of
from export.word.names import W15, w
from export.word.out_package import OutPackage

__all__ = ["parsed", "shown_data", "shown_properties"]

_BINDINGS: Final = (w("dataBinding"), f"{{{W15}}}dataBinding")
_LAST_STEP: Final = re.compile(r"([\w.-]+)(?:\[\d+\])?\s*$")
_ITEM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"


def shown_properties(trees: Iterable[etree._Element]) -> frozenset[str]:
    """Return the names of the properties that content controls show, as the last step of their paths has them."""
    steps = (_LAST_STEP.search(node.get(w("xpath"), "")) for node in _bindings(trees))
    return frozenset(step[1] for step in steps if step)


def shown_data(package: OutPackage, trees: Iterable[etree._Element]) -> frozenset[str]:
    """Return the names of the custom data parts that content controls show; all where one does not say which."""
    stores = {node.get(w("storeItemID"), "").upper() for node in _bindings(trees)}
    parts = {link.target for link in links_of(package) if link.kind == "customXml" and not link.external}
    return frozenset(part for part in parts if "" in stores or _store_of(package, part) in stores)


def parsed(package: OutPackage, name: str) -> etree._Element | None:
    """Return a part as a tree, None for one that is not there or cannot be parsed."""
    if name not in package:
        return None
    try:
        return package.tree(name)
    except etree.XMLSyntaxError:
        return None


def _bindings(trees: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (node for root in trees for node in root.iter(*_BINDINGS))


def _store_of(package: OutPackage, part: str) -> str:
    properties = package.related(part, "customXmlProps")
    root = None if properties is None else parsed(package, properties)
    return "?" if root is None else root.get(_ITEM, "?").upper()
