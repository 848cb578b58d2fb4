"""How much of an element is words, and how much of it links: what tells a menu from a clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.markup.tags import HEADINGS, UNREAD

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["Measure", "Scales", "text_nodes"]


@dataclass(slots=True)
class Measure:
    """Letters without white space, those of links, the longest stretch outside links, and what else tells."""

    letters: int = 0
    linked: int = 0
    longest: int = 0
    links: int = 0
    links_within: int = 0
    headings: int = 0
    tops: int = 0
    controls: int = 0
    words: str = ""

    @property
    def linked_share(self) -> float:
        """Which part of the letters belongs to links."""
        return self.linked / self.letters if self.letters else 0.0


class Scales:
    """Measures elements of one page, within a bound of steps: what is beyond it is not measured."""

    def __init__(self, steps: int) -> None:
        self._steps = steps

    def weigh(self, element: LexborNode) -> Measure | None:
        """Return the measure of an element and all it holds; None when too much was measured already."""
        found = Measure()
        pieces: list[str] = []
        for node, link in _nodes(element):
            self._steps -= 1
            if self._steps < 0:
                return None
            if node.is_text_node:
                _add_words(found, pieces, node.text_content or "", link=link)
            else:
                _add_element(found, node)
        found.words = "".join(pieces)
        return found


def text_nodes(element: LexborNode) -> Iterator[str]:
    """Yield the text nodes of an element that are words, hidden or not."""
    for node, _ in _nodes(element):
        if node.is_text_node:
            yield node.text_content or ""


def _nodes(element: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield the element and what it holds, in order, and whether each lies in a link that leads away."""
    node: LexborNode | None = element
    depth = 0
    link_at = -1
    while node is not None:
        tag = node.tag or ""
        if link_at < 0 and tag == "a" and _leads_away(node):
            link_at = depth
        yield node, link_at >= 0
        child = None if tag in UNREAD else node.first_child
        if child is not None:
            node, depth = child, depth + 1
            continue
        while node is not None and depth and node.next is None:
            link_at = -1 if link_at == depth else link_at
            node, depth = node.parent, depth - 1
        link_at = -1 if link_at >= depth else link_at
        node = node.next if node is not None and depth else None


def _leads_away(link: LexborNode) -> bool:
    href = link.attributes.get("href")
    return href is not None and not href.strip().lower().startswith(("mailto:", "tel:"))


def _add_words(found: Measure, pieces: list[str], words: str, *, link: bool) -> None:
    size = len("".join(words.split()))
    found.letters += size
    pieces.append(words)
    if link:
        found.linked += size
    else:
        found.longest = max(found.longest, size)


def _add_element(found: Measure, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag == "a":
        href = node.attributes.get("href") or ""
        found.links += bool(href)
        found.links_within += href.startswith("#") and len(href) > 1
    elif tag in HEADINGS:
        found.headings += 1
        found.tops += tag == "h1"
    elif tag in {"main", "article"}:
        found.tops += 1
    elif tag in {"button", "input", "select"}:
        found.controls += 1
