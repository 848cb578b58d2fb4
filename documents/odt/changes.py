"""Recorded changes of an OpenDocument text: who put words in, and which words were taken out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from documents.model import Revision, RevisionKind, Span
from documents.odt.names import attribute, name_of

__all__ = ["Changes"]

_KINDS = {
    "text:insertion": RevisionKind.INSERTED,
    "text:deletion": RevisionKind.DELETED,
    "text:format-change": RevisionKind.FORMATTED,
}


@dataclass(frozen=True, slots=True)
class _Region:
    kind: RevisionKind
    author: str
    date: str
    words: str


class Changes:
    """The changes as the file lists them, and as their places are found. Deleted words stay out of the text."""

    def __init__(self) -> None:
        self.found: list[Revision] = []
        self.are_listed = False
        self._regions: dict[str, _Region] = {}
        self._starts: dict[str, int] = {}

    def listed(self, node: etree._Element) -> None:
        """Take in the file's list of changes."""
        self.are_listed = self.are_listed or len(node) > 0
        for region in node.iter("{*}changed-region"):
            change = next((one for one in region if name_of(one) in _KINDS), None)
            if change is not None:
                identity = attribute(region, "text:id") or attribute(region, "xml:id")
                self._regions[identity] = _region(change)

    def mark(self, node: etree._Element, position: int) -> None:
        """Take in one mark in the text: where a change begins, ends, or where words were."""
        identity, name = attribute(node, "text:change-id"), name_of(node)
        region = self._regions.get(identity)
        if region is None:
            return
        if name == "text:change-start":
            self._starts[identity] = position
            return
        start = position if name == "text:change" else self._starts.pop(identity, position)
        if start < position or region.words:
            span = Span(start, position)
            self.found.append(Revision(region.kind, span, region.author, region.date, region.words))


def _region(change: etree._Element) -> _Region:
    facts = {name_of(one): (one.text or "").strip() for one in change.iter("{*}creator", "{*}date")}
    kind = _KINDS[name_of(change)]
    lines = ("".join(map(str, one.itertext())) for one in change.iter("{*}p", "{*}h"))
    words = "\n".join(lines).strip("\n") if kind is RevisionKind.DELETED else ""
    return _Region(kind, facts.get("dc:creator", ""), facts.get("dc:date", ""), words)
