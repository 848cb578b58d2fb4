"""Selectors of style sheets that ask for more than tag, class and id: found by the parser itself, in the page's tree.

What a selector finds is marked with an attribute, which goes with the tag when the page is written out again: so a rule
for ".step + .note:not(.open)" becomes one for all that carry its mark.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from documents.markup.selectors import MARKS, Compound, compound_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["Matcher", "weight_of"]

_PAINTED = re.compile(r"::[\w-]+|:(?:before|after|first-line|first-letter)(?![\w-])", re.IGNORECASE)
# What is so only once someone points or clicks, or in one browser alone: nothing of it holds when the page opens.
_LATER = re.compile(
    r":(?:hover|focus|active|visited|target|host|-|fullscreen|placeholder-shown|autofill)", re.IGNORECASE
)
_STATES = ((":checked", "[checked]"), (":disabled", "[disabled]"), (":any-link", "[href]"), (":link", "[href]"))
_COSTLY = re.compile(r"~(?!=)|:nth-|-of-type|:has\(", re.IGNORECASE)
_LAST_STEP = re.compile(r"[^\s>+~]*$")
_IDS = re.compile(r"#[\w-]")
_CLASSES = re.compile(r"\.[A-Za-z_-]|\[|:(?!not\(|is\(|where\(|has\()[a-z]", re.IGNORECASE)
_TAGS = re.compile(r"(?:^|[\s>+~(,])[a-z]", re.IGNORECASE)
_LONGEST = 1_000
_MOST_STEPS = 100_000_000  # of looking at elements; about a second
_MOST_MARKS = 200_000


class Matcher:
    """Finds the elements of one page. `unread` counts the rules that mean elements of it and cannot be judged."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.unread = 0
        self._tree = tree
        self._steps, self._marks = _MOST_STEPS, _MOST_MARKS
        self._known: dict[str, Compound | None] = {}
        self._sizes: tuple[int, int] | None = None

    def compound(self, selector: str, *, matters: bool = True) -> Compound | None:
        """Return what stands for the elements that a selector means now; None for none, and for what nothing can tell.

        What is painted before or behind an element is no element; `matters`: one that cannot be judged is counted.
        """
        if selector not in self._known:
            ignored = _PAINTED.search(selector) or not _is_whole(selector)
            self._known[selector] = None if ignored else self._found(selector, matters=matters)
        return self._known[selector]

    def _found(self, selector: str, *, matters: bool) -> Compound | None:
        asked = selector
        for state, attribute in _STATES:
            asked = asked.replace(state, attribute)
        nodes = self._nodes(asked) if self._is_cheap(asked) else None
        if nodes is None:
            self.unread += matters and not _LATER.search(selector) and self._may_mean(selector)
            return None
        if not nodes:
            return None
        sign = f"!{len(self._known)}"
        for node in nodes:
            node.attrs[MARKS] = f"{node.attributes.get(MARKS) or ''} {sign}".strip()
        return Compound("", frozenset({sign}))

    def _is_cheap(self, selector: str) -> bool:
        """Whether the parser may be asked: it has no bound of its own."""
        if len(selector) > _LONGEST:
            return False
        elements, widest = self._measured()
        self._steps -= elements * (widest * selector.count("~") + widest if _COSTLY.search(selector) else 1)
        return self._steps >= 0

    def _nodes(self, selector: str) -> list[LexborNode] | None:
        from selectolax.lexbor import SelectolaxError

        try:
            nodes = self._tree.css(selector)
        except SelectolaxError:
            return None
        self._marks -= len(nodes)
        return nodes if self._marks >= 0 else None

    def _measured(self) -> tuple[int, int]:
        """Return how many elements the page has, and how many stand side by side at most."""
        if self._sizes is None:
            nodes = self._tree.css("*")
            beside = Counter(parent.mem_id for node in nodes if (parent := node.parent) is not None)
            self._sizes = len(nodes), max(beside.values(), default=0)
        return self._sizes

    def _may_mean(self, selector: str) -> bool:
        """Whether something of the page has the tag, the classes and the id that the selector's last step names."""
        last = _LAST_STEP.search(re.sub(r"\([^()]*\)|\[[^\]]*\]", "", selector))
        plain = re.sub(r":.*", "", last[0]) if last else ""
        return not plain or (compound_of(plain) is not None and self._tree.css_first(plain) is not None)


def _is_whole(selector: str) -> bool:
    """Whether brackets match: the parser takes half a selector for a whole one, and a browser for none."""
    return all(selector.count(one) == selector.count(two) for one, two in ("()", "[]"))


def weight_of(selector: str) -> tuple[int, int]:
    """Return how much any selector weighs against others: ids, then classes and tags, as Compound counts them."""
    return len(_IDS.findall(selector)), 10 * len(_CLASSES.findall(selector)) + len(_TAGS.findall(selector))
