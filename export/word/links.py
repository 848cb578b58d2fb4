"""The relationships of a package: seen all at once, and taken out together with what nobody else needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from export.word.names import to_bytes
from export.word.out_package import OutPackage, relationships_name, resolved

__all__ = ["Link", "drop_links", "links_of"]

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship from a part ("" is the package) to another or to an address; `kind` ends the type's name."""

    part: str
    id: str
    kind: str
    target: str
    external: bool


def links_of(package: OutPackage) -> tuple[Link, ...]:
    """Return every relationship of the package, in the order of its parts."""
    sources = ["", *(name for name in package.names() if not name.endswith(".rels"))]
    return tuple(link for part in sources for link in _from(package, part))


def drop_links(package: OutPackage, unwanted: Callable[[Link], bool]) -> tuple[Link, ...]:
    """Take out the relationships that are not wanted, and the parts that none is left to. Returns those taken out."""
    every = links_of(package)
    gone = tuple(link for link in every if unwanted(link))
    for part in dict.fromkeys(link.part for link in gone):
        _unlink(package, part, {link.id for link in gone if link.part == part})
    kept = {_key(link.target) for link in every if link not in gone and not link.external}
    for link in gone:
        if not link.external and _key(link.target) not in kept:
            _remove(package, link.target)
    return gone


def _remove(package: OutPackage, part: str) -> None:
    """Take out a part, and with it those that only it led to."""
    below = [link for link in _from(package, part) if not link.external]
    package.remove(part)
    for link in below:
        if link.target in package and all(_key(other.target) != _key(link.target) for other in links_of(package)):
            _remove(package, link.target)


def _from(package: OutPackage, part: str) -> list[Link]:
    name = relationships_name(part)
    if name not in package:
        return []
    return [
        Link(
            part,
            made.get("Id", ""),
            made.get("Type", "").rpartition("/")[2],
            made.get("Target", "") if _outside(made) else resolved(part, made.get("Target", "")),
            _outside(made),
        )
        for made in package.tree(name).iterchildren(_RELATIONSHIP)
    ]


def _unlink(package: OutPackage, part: str, ids: set[str]) -> None:
    name = relationships_name(part)
    root = package.tree(name)
    for made in list(root.iterchildren(_RELATIONSHIP)):
        if made.get("Id", "") in ids:
            root.remove(made)
    if len(root) or not part:
        package.set(name, to_bytes(root))
    else:
        package.remove(name)


def _outside(made: etree._Element) -> bool:
    return made.get("TargetMode", "Internal") == "External"


def _key(name: str) -> str:
    return name.lower()
