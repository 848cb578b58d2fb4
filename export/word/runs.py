"""Cut runs at places in the text, so that a range can begin and end between runs. Each run is cut once."""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from export.word.names import XML_SPACE, like, w

__all__ = ["Letters", "Piece", "split_run"]

_PROPERTIES = w("rPr")
_TEXT = w("t")
_CHANGES = (w("rPrChange"), w("ins"), w("del"), w("moveFrom"), w("moveTo"))


class Letters(Protocol):
    """A stretch of text and where it stands: the element that holds it, its run, its paragraph, its part."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""

    @property
    def element(self) -> etree._Element:
        """The element that holds it: a `w:t`, a tab, a picture."""

    @property
    def run(self) -> etree._Element:
        """The run that holds the element."""

    @property
    def paragraph(self) -> etree._Element:
        """The paragraph that holds the run."""

    @property
    def part(self) -> str:
        """The name of the part they are in."""

    @property
    def offset(self) -> int:
        """Where in the element's own text it begins: the text leaves out some characters of some elements."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run after cutting, and the stretch of text it holds."""

    start: int
    end: int
    run: etree._Element


def split_run(
    run: etree._Element, letters: Sequence[Letters], cuts: Iterable[int], fresh_id: Callable[[], int]
) -> list[Piece]:
    """Cut `run` at the places `cuts` of the text and return its pieces in order; the first is `run` itself.

    `letters` are those of this run, in order. Cuts at or outside its ends change nothing. Every piece has the run's
    properties; ids of revisions in the copies are made anew with `fresh_id`. An element that holds no text stays
    with the letters before it. A stretch that is no plain text cannot be cut: the cut falls before it.
    """
    start, end = letters[0].start, letters[-1].end
    places = sorted({place for place in cuts if start < place < end})
    if not places:
        return [Piece(start, end, run)]
    if _holds_one_text(run, letters):
        return _split_text(run, letters, places, fresh_id)
    groups = _grouped(run, letters, places)
    pieces: list[Piece] = []
    properties = run.find(_PROPERTIES)
    previous = run
    for index, (bounds, children) in enumerate(groups):
        made = run if index == 0 else _next_run(previous, properties, fresh_id)
        if index:
            made.extend(children)
        pieces.append(Piece(*bounds, made))
        previous = made
    return pieces


def _holds_one_text(run: etree._Element, letters: Sequence[Letters]) -> bool:
    """Whether a run is nothing but its properties and one stretch of words, as nearly all are."""
    held = run[-1]
    if held.tag != _TEXT or len(held) or letters[0].element is not held or letters[-1].element is not held:
        return False
    return len(run) == 1 or (len(run) == 2 and run[0].tag == _PROPERTIES)  # noqa: PLR2004


def _split_text(
    run: etree._Element, letters: Sequence[Letters], places: Sequence[int], fresh_id: Callable[[], int]
) -> list[Piece]:
    """Cut a run of one stretch of words: each piece is a copy of it with its own share of them."""
    held = run[-1]
    words = held.text or ""
    edges = [0, *(_index(letters, place) for place in places), len(words)]
    bounds = [letters[0].start, *places, letters[-1].end]
    held.set(XML_SPACE, "preserve")
    held.text = words[: edges[1]]
    pieces = [Piece(bounds[0], bounds[1], run)]
    previous = run
    for number in range(1, len(bounds) - 1):
        made = copy.deepcopy(run)
        made.tail = None
        made[-1].text = words[edges[number] : edges[number + 1]]
        if len(made) > 1:
            _renumber(made[0], fresh_id)
        previous.addnext(made)
        pieces.append(Piece(bounds[number], bounds[number + 1], made))
        previous = made
    return pieces


def _grouped(
    run: etree._Element, letters: Sequence[Letters], places: Sequence[int]
) -> list[tuple[tuple[int, int], list[etree._Element]]]:
    """Share the children of a run out over the stretches between the cuts."""
    by_element: dict[etree._Element, list[Letters]] = {}
    for atom in letters:
        by_element.setdefault(atom.element, []).append(atom)
    bounds = [letters[0].start, *places, letters[-1].end]
    groups: list[tuple[tuple[int, int], list[etree._Element]]] = [
        ((bounds[index], bounds[index + 1]), []) for index in range(len(bounds) - 1)
    ]
    now = 0
    for child in list(run):
        if child.tag == _PROPERTIES:
            continue
        atoms = by_element.get(child) or _inside(child, by_element)
        if not atoms:
            groups[now][1].append(child)
            continue
        for start, piece in _cut(child, atoms, places):
            now = bisect_right(bounds, start) - 1
            groups[now][1].append(piece)
    return groups


def _inside(child: etree._Element, by_element: Mapping[etree._Element, list[Letters]]) -> list[Letters]:
    """The letters whose element lies deeper than a child of the run (a picture in alternate content)."""
    if child.tag == _TEXT or not len(child):
        return []
    return next((by_element[element] for element in child.iter() if element in by_element), [])


def _cut(child: etree._Element, atoms: Sequence[Letters], places: Sequence[int]) -> list[tuple[int, etree._Element]]:
    """Cut one element at the places inside it; the first piece is the element itself."""
    first, last = atoms[0].start, atoms[-1].end
    inner = [place for place in places if first < place < last] if child.tag == _TEXT else []
    words = child.text or ""
    edges = [0, *(_index(atoms, place) for place in inner), len(words)]
    pieces = [(first, child)]
    for number, place in enumerate(inner, 1):
        piece = _twin(child)
        piece.text = words[edges[number] : edges[number + 1]]
        piece.set(XML_SPACE, "preserve")
        pieces.append((place, piece))
    if inner:
        child.text = words[: edges[1]]
        child.set(XML_SPACE, "preserve")
    return pieces


def _index(atoms: Sequence[Letters], place: int) -> int:
    """Where in an element's own text a place of the text is."""
    atom = next(atom for atom in atoms if place < atom.end)
    return atom.offset + max(0, place - atom.start)


def _twin(element: etree._Element) -> etree._Element:
    """Return an element of the same name and attributes, at the end of the same parent for now."""
    parent = element.getparent()
    return (
        like(element)
        if parent is None
        else etree.SubElement(parent, element.tag, {str(name): str(value) for name, value in element.items()})
    )


def _next_run(
    previous: etree._Element, properties: etree._Element | None, fresh_id: Callable[[], int]
) -> etree._Element:
    made = _twin(previous)
    if properties is not None:
        made.append(_copied(properties, fresh_id))
    previous.addnext(made)
    return made


def _copied(properties: etree._Element, fresh_id: Callable[[], int]) -> etree._Element:
    """A copy of run properties in which recorded changes have ids of their own: an id stands once in a file."""
    made = copy.deepcopy(properties)
    made.tail = None
    _renumber(made, fresh_id)
    return made


def _renumber(properties: etree._Element, fresh_id: Callable[[], int]) -> None:
    """Give the recorded changes in copied properties ids that nothing else bears."""
    for change in properties.iter(*_CHANGES):
        if change.get(w("id")) is not None:
            change.set(w("id"), str(fresh_id()))
