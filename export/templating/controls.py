"""Words of a note's field in a control and a bookmark that carry its mark, as in our own memo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count, pairwise
from typing import Final

from lxml import etree

from documents.mark_names import FIELD_BOOKMARK
from export.memo.markup import controlled, wml
from export.templating.marks import KNOWN, KNOWN_END
from export.word.names import XML_SPACE, element, w

__all__ = ["controls_put_in"]

_KNOWN: Final = re.compile(f"{KNOWN}([0-9A-F]{{16}})([^{KNOWN}{KNOWN_END}]*){KNOWN_END}")
_FROM: Final = 900_000


def controls_put_in(roots: Iterable[etree._Element], aliases: Mapping[str, str]) -> None:
    """Put the words that carry a mark into controls, but those whose field one of our own parts tells already."""
    every = list(roots)
    taken = {made.get(w("val"), "") for root in every for made in root.iter(w("tag"))}
    wanted = {tag: alias for tag, alias in aliases.items() if tag not in taken}
    numbers = count(_FROM)
    made: dict[str, list[etree._Element]] = {}
    for root in every:
        for text in [piece for piece in root.iter(w("t")) if KNOWN in (piece.text or "")]:
            for tag, control in _wrapped(text, wanted, numbers):
                made.setdefault(tag, []).append(control)
    for tag, controls in made.items():
        number = next(numbers)
        own = _first_time(controls)
        own[0].addprevious(wml("bookmarkStart", id=number, name=f"{FIELD_BOOKMARK}{tag}"))
        own[-1].addnext(wml("bookmarkEnd", id=number))


def _first_time(controls: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """Return those that stand in paragraphs that follow one another: a template may print a field again elsewhere."""
    for order, (one, following) in enumerate(pairwise(controls), start=1):
        before, after = one.getparent(), following.getparent()
        if before is None or after is None or (before is not after and before.getnext() is not after):
            return controls[:order]
    return controls


def _wrapped(
    text: etree._Element, aliases: Mapping[str, str], numbers: Iterator[int]
) -> Iterator[tuple[str, etree._Element]]:
    """Take the marks out of a text, and the words between them into controls where there can be any."""
    run = text.getparent()
    paragraph = None if run is None else run.getparent()
    at = text
    while found := _KNOWN.search(at.text or ""):
        tag, words = found.groups()
        if run is None or paragraph is None or paragraph.tag != w("p") or tag not in aliases:
            at.text = f"{found.string[: found.start()]}{words}{found.string[found.end() :]}"
            continue
        control = controlled(tag, aliases[tag], next(numbers), _run_like(run, words))
        at, run = _divided(at, run, found, control)
        yield tag, control


def _divided(
    text: etree._Element, run: etree._Element, found: re.Match[str], control: etree._Element
) -> tuple[etree._Element, etree._Element]:
    """Put a control in the place of the words found; return the text and the run that follow it."""
    rest = _run_like(run, found.string[found.end() :])
    rest.extend(list(text.itersiblings()))
    text.text = found.string[: found.start()]
    run.addnext(control)
    control.addnext(rest)
    if not text.text and len(run) <= 1 + (run.find(w("rPr")) is not None):
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    return rest.find(w("t")), rest  # type: ignore[return-value]  # it was made with a text


def _run_like(run: etree._Element, words: str) -> etree._Element:
    made, text = element("r"), element("t")
    properties = run.find(w("rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    text.text = words
    text.set(XML_SPACE, "preserve")
    made.append(text)
    return made
