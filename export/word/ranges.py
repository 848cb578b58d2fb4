"""Put the markers of comments around stretches of text, wherever Word allows them."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from export.word.hosts import Hosts
from export.word.names import element, sub, w
from export.word.runs import Letters, Piece, split_run

__all__ = ["Mark", "Paragraph", "RevisionIds", "place_marks"]

_START, _END = w("commentRangeStart"), w("commentRangeEnd")
_P = w("p")
_BEARERS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "bookmarkStart"))
_ID = w("id")
_SMALL = "16"  # half points, as in Word's own style


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that gets comments: the one that starts a thread and its replies, by their ids.

    With `around`, an element of a run that holds no text, they stand around that instead.
    """

    start: int
    end: int
    ids: tuple[int, ...]
    around: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the stretch of text it holds."""

    element: etree._Element
    start: int
    part: str = ""


class RevisionIds:
    """Gives ids that no recorded change in the trees bears."""

    def __init__(self, trees: Iterable[etree._Element]) -> None:
        self._trees = tuple(trees)

    def __call__(self) -> int:
        """Return the next free id."""
        self._last += 1
        return self._last

    @cached_property
    def _last(self) -> int:
        """The highest id there is; most files that get comments never ask."""
        found = [item.get(_ID, "") for tree in self._trees for item in tree.iter(*_BEARERS)]
        return max((int(number) for number in found if number.isdecimal()), default=0)


@dataclass(slots=True)
class _Place:
    """Where one mark goes: around `first` to `last`, cut out of their runs if `cut_*` says so.

    Around the run of `held`, whichever that is once all runs are cut, if there is one.
    """

    mark: Mark
    first: etree._Element
    last: etree._Element
    cut_start: int | None
    cut_end: int | None
    why: str
    held: etree._Element | None = None


class _Markers:
    """Puts markers before and behind elements, each behind what was put there last: constant time a marker."""

    def __init__(self, style: str) -> None:
        self._reference = _reference(style)
        self._last: dict[etree._Element, etree._Element] = {}

    def open(self, host: etree._Element, number: int) -> None:
        """Begin a range before `host`."""
        host.addprevious(_beside(host, _START, {_ID: str(number)}))

    def close(self, host: etree._Element, number: int) -> None:
        """End a range behind `host`; its reference stands outside links and revisions, so that it outlives them."""
        self._put(host, _beside(host, _END, {_ID: str(number)}))
        top = host
        parent = top.getparent()
        while parent is not None and parent.tag != _P:
            top, parent = parent, parent.getparent()
        stands = top if parent is not None else host
        self._put(stands, self._referring(number))

    def point(self, paragraph: etree._Element, number: int) -> None:
        """Mark the end of a paragraph, and no words."""
        etree.SubElement(paragraph, _START, {_ID: str(number)})
        etree.SubElement(paragraph, _END, {_ID: str(number)})
        paragraph.append(self._referring(number))

    def _referring(self, number: int) -> etree._Element:
        made = copy.deepcopy(self._reference)
        made[-1].set(_ID, str(number))
        return made

    def _put(self, host: etree._Element, made: etree._Element) -> None:
        self._last.get(host, host).addnext(made)
        self._last[host] = made


def _beside(host: etree._Element, tag: str, attributes: dict[str, str]) -> etree._Element:
    """Return a new element of the same tree, which is faster to put in than one made alone."""
    parent = host.getparent()
    return etree.Element(tag, attributes) if parent is None else etree.SubElement(parent, tag, attributes)


def _reference(style: str) -> etree._Element:
    """A run that bears a comment's mark, to be copied: faster than making each of its elements."""
    run = element("r")
    properties = sub(run, "rPr")
    if style:
        sub(properties, "rStyle", {"val": style})
    else:
        sub(properties, "sz", {"val": _SMALL})
    sub(run, "commentReference", {"id": ""})
    return run


def place_marks(
    letters: Sequence[Letters], paragraphs: Sequence[Paragraph], marks: Sequence[Mark], ids: RevisionIds, style: str
) -> dict[Mark, str]:
    """Put comment markers into the trees of one part; return why a mark is wider or elsewhere, for those that are.

    `letters` and `paragraphs` are those of the part, in order of the text. Each run is cut once, however many marks
    meet in it, so the work is linear in marks and letters.
    """
    full = [atom for atom in letters if atom.end > atom.start]
    hosts = Hosts()
    places = [place for mark in marks if (place := _place(full, mark, hosts))]
    pieces = _cut_all(full, places, ids)
    markers = _Markers(style)
    for place in sorted(places, key=lambda place: (place.mark.start, -place.mark.end)):
        for number in place.mark.ids:
            markers.open(_piece_at_start(place, pieces), number)
    for place in sorted(places, key=lambda place: (place.mark.end, -place.mark.start)):
        for number in place.mark.ids:
            markers.close(_piece_at_end(place, pieces), number)
    found = {place.mark for place in places}
    points = [mark for mark in marks if mark not in found]
    for mark in points:
        index = bisect_right(paragraphs, mark.start, key=lambda paragraph: paragraph.start) - 1
        for number in mark.ids:
            markers.point(paragraphs[max(0, index)].element, number)
    return {place.mark: place.why for place in places if place.why} | dict.fromkeys(points, "no_words")


def _place(letters: Sequence[Letters], mark: Mark, hosts: Hosts) -> _Place | None:
    """Find the first and last letters of a mark and what markers may stand around."""
    if mark.around is not None:
        host = hosts.around_element(mark.around)
        return _Place(mark, host.first, host.last, None, None, "", mark.around if host.plain else None)
    first = bisect_right(letters, mark.start, key=lambda atom: atom.end)
    last = bisect_left(letters, mark.end, key=lambda atom: atom.start) - 1
    if first > last or mark.start >= mark.end:
        return None
    head, tail = letters[first], letters[last]
    opening, closing = hosts.around(head), hosts.around(tail)
    cut_start = _cut_place(head, mark.start) if opening.plain else None
    cut_end = _cut_place(tail, mark.end, up=True) if closing.plain else None
    reach_start = cut_start if cut_start is not None else _reach(letters, first, hosts, step=-1)
    reach_end = cut_end if cut_end is not None else _reach(letters, last, hosts, step=1)
    wider = reach_start < mark.start or reach_end > mark.end
    why = opening.why or closing.why or ("snapped" if wider else "")
    return _Place(mark, opening.first, closing.last, cut_start, cut_end, why)


def _cut_place(atom: Letters, wanted: int, *, up: bool = False) -> int:
    """The place nearest to the wanted one where letters can be cut: only plain text has any inside."""
    if atom.start < wanted < atom.end and atom.element.tag == w("t"):
        return wanted
    return atom.end if up else atom.start


def _reach(letters: Sequence[Letters], index: int, hosts: Hosts, *, step: int) -> int:
    """How far the text of a host goes beyond the letters at `index`, in the direction of `step`."""
    host = hosts.around(letters[index])
    while 0 <= index + step < len(letters) and hosts.around(letters[index + step]).first is host.first:
        index += step
    return letters[index].start if step < 0 else letters[index].end


def _cut_all(
    letters: Sequence[Letters], places: Sequence[_Place], ids: RevisionIds
) -> Mapping[etree._Element, list[Piece]]:
    cuts: dict[etree._Element, set[int]] = defaultdict(set)
    for place in places:
        if place.cut_start is not None:
            cuts[place.first].add(place.cut_start)
        if place.cut_end is not None:
            cuts[place.last].add(place.cut_end)
    by_run: dict[etree._Element, list[Letters]] = defaultdict(list)
    for atom in letters:
        if atom.run in cuts:
            by_run[atom.run].append(atom)
    return {run: split_run(run, by_run[run], places_in, ids) for run, places_in in cuts.items()}


def _piece_at_start(place: _Place, pieces: Mapping[etree._Element, list[Piece]]) -> etree._Element:
    if place.cut_start is None:
        return place.first if place.held is None else next(place.held.iterancestors(w("r")))
    candidates = pieces[place.first]
    return candidates[max(0, bisect_right(candidates, place.cut_start, key=lambda piece: piece.start) - 1)].run


def _piece_at_end(place: _Place, pieces: Mapping[etree._Element, list[Piece]]) -> etree._Element:
    if place.cut_end is None:
        return place.last if place.held is None else next(place.held.iterancestors(w("r")))
    candidates = pieces[place.last]
    index = bisect_left(candidates, place.cut_end, key=lambda piece: piece.end)
    return candidates[min(index, len(candidates) - 1)].run
