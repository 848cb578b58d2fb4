"""Take comments out of a Word file, whole: their words, their threads, their markers. All else stays to the byte."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from lxml import etree

from documents.word.package import Package
from export.word.names import W14, W15, W16CEX, W16CID, to_bytes, w
from export.word.out_package import OutPackage

__all__ = ["without_comments"]

_MARKERS: Final = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_LOOKS: Final = (w("rPr"),)


def without_comments(data: bytes, name: str, ids: Collection[str]) -> bytes:
    """Return a Word file without the comments of these ids; answers to them that stay stand for themselves.

    Raises UnreadableDocument.
    """
    raw = Package(data, name=name)
    package = OutPackage({part: raw.raw(part) for part in raw.names}, raw.main_part)
    for part in package.names():
        if part.endswith(".xml") and b"commentR" in package[part]:
            _take_markers(package, part, ids)
    keys = _take_words(package, ids)
    lasting = _take_entries(package, "commentsIds", f"{{{W16CID}}}paraId", keys, f"{{{W16CID}}}durableId")
    _take_entries(package, "commentsExtensible", f"{{{W16CEX}}}durableId", lasting)
    _take_entries(package, "commentsExtended", f"{{{W15}}}paraId", keys)
    return package.to_bytes()


def _take_markers(package: OutPackage, part: str, ids: Collection[str]) -> None:
    tree = package.tree(part)
    gone = [marker for marker in tree.iter(*_MARKERS) if marker.get(w("id")) in ids]
    for marker in gone:
        run = marker.getparent()
        _remove(marker)
        if run is not None and run.tag == w("r") and all(child.tag in _LOOKS for child in run):
            _remove(run)
    if gone:
        package.set(part, to_bytes(tree))


def _take_words(package: OutPackage, ids: Collection[str]) -> set[str]:
    """Take the comments themselves out; return the keys of their threads."""
    name = package.related(package.main, "comments")
    if name is None:
        return set()
    tree = package.tree(name)
    keys: set[str] = set()
    for comment in [one for one in tree.iterchildren(w("comment")) if one.get(w("id")) in ids]:
        keys.update(one.get(f"{{{W14}}}paraId", "") for one in comment.iter(w("p")))
        _remove(comment)
    package.set(name, to_bytes(tree))
    return keys - {""}


def _take_entries(package: OutPackage, kind: str, key: str, gone: Collection[str], told: str = "") -> set[str]:
    """Take the entries of one part out that are named by `gone`; return what their attribute `told` says."""
    name = package.related(package.main, kind)
    if name is None or not gone:
        return set()
    tree = package.tree(name)
    found: set[str] = set()
    for entry in list(tree.iterchildren(etree.Element)):
        if entry.get(key) in gone:
            found.add(entry.get(told, "") if told else "")
            _remove(entry)
        elif entry.get(f"{{{W15}}}paraIdParent") in gone:
            entry.attrib.pop(f"{{{W15}}}paraIdParent")
    package.set(name, to_bytes(tree))
    return found - {""}


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
