"""Look a received Word file over once comments are in it, by patterns and no code of the writer."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import Final, cast

from lxml import etree

__all__ = ["comments_stand"]

_TYPES: Final = "[Content_Types].xml"
_STORIES: Final = ("main+xml", "footnotes+xml", "endnotes+xml")
_MARKER: Final = re.compile(rb'comment(RangeStart|RangeEnd|Reference)\s(?:[^>]*?\s)?(?:\w+:)?id="(\d+)"')
_ENDS: Final = (b"RangeStart", b"RangeEnd", b"Reference")
_IDS: Final = etree.XPath("*/@*[local-name() = 'id' and namespace-uri()]", smart_strings=False)
_FOREIGN: Final = (KeyError, OSError, NotImplementedError, RuntimeError, zipfile.BadZipFile, etree.XMLSyntaxError)


def comments_stand(data: bytes, before: bytes, added: int) -> bool:
    """Whether `data` has at least `added` comments more than `before`, each with one beginning, end and mark.

    A file in which nothing can be looked up to begin with is not held against anyone.
    """
    try:
        known = _comments(zipfile.ZipFile(BytesIO(before)))
    except _FOREIGN:
        return True
    try:
        package = zipfile.ZipFile(BytesIO(data))
        new = _comments(package) - known
        if len(new) < added:
            return False
        found = Counter(match for name in _named(package, _STORIES) for match in _MARKER.findall(package.read(name)))
    except _FOREIGN:
        return False
    return all(found[end, number] == 1 for number in new for end in _ENDS)


def _comments(package: zipfile.ZipFile) -> set[bytes]:
    """The ids of the comments that a file holds."""
    found: set[bytes] = set()
    for name in _named(package, (".comments+xml",)):
        ids = cast("list[str]", _IDS(etree.fromstring(package.read(name))))
        found.update(number.encode() for number in ids)
    return found


def _named(package: zipfile.ZipFile, kinds: tuple[str, ...]) -> list[str]:
    """The parts whose content type ends so, as the file spells them."""
    spelt = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.namelist()}
    types = etree.fromstring(package.read(spelt[_TYPES.lower()]))
    own = {one.get("PartName", "").lstrip("/").lower(): one.get("ContentType", "") for one in types}
    usual = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in types}
    told = {name: own.get(name) or usual.get(name.rpartition(".")[2], "") for name in spelt}
    return [spelt[name] for name, kind in told.items() if kind.endswith(kinds)]
