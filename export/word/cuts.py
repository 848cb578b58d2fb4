"""Cut the runs of a file at places of its text, and know afterwards where each letter stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from lxml import etree

from export.word.base import Base, Standing
from export.word.names import w
from export.word.runs import Letters, Piece, split_run

__all__ = ["cut_at"]

_TEXT, _RUN, _PROPERTIES = w("t"), w("r"), w("rPr")
_CLOSED = {w("ruby"), w("fldSimple"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}


def cut_at(base: Base, places: Iterable[int], fresh_id: Callable[[], int]) -> Base:
    """Return the base with its runs cut at `places` (code points of its text), the letters told anew.

    Only plain runs are cut: not inside ruby or a simple field, nor outside the parts that may hold comments.
    """
    wanted = sorted(set(places))
    by_run: dict[etree._Element, list[Letters]] = defaultdict(list)
    for letter in base.letters:
        by_run[letter.run].append(letter)
    moved: dict[etree._Element, list[Letters]] = {}
    for run, own in by_run.items():
        inside = _inside(wanted, own[0].start, own[-1].end)
        if inside and own[0].part in base.trees and _may_be_cut(run, own):
            moved[run] = list(_told_anew(own, inside, split_run(run, own, inside, fresh_id)))
    if not moved:
        return base
    return replace(base, letters=_with(base.letters, moved))


def _with(letters: Sequence[Letters], moved: dict[etree._Element, list[Letters]]) -> tuple[Letters, ...]:
    """The letters in order, those of each run that was cut in the place of the run's first."""
    told: list[Letters] = []
    done: set[etree._Element] = set()
    for letter in letters:
        if letter.run not in moved:
            told.append(letter)
        elif letter.run not in done:
            done.add(letter.run)
            told.extend(moved[letter.run])
    return tuple(told)


def _inside(wanted: Sequence[int], start: int, end: int) -> Sequence[int]:
    return wanted[bisect_right(wanted, start) : bisect_left(wanted, end)]


def _may_be_cut(run: etree._Element, own: Sequence[Letters]) -> bool:
    if run.tag != _RUN or any(own[at].end != own[at + 1].start for at in range(len(own) - 1)):
        return False
    # Up to the paragraph: a text box as a whole may stand in alternate content.
    inside = takewhile(lambda above: above is not own[0].paragraph, run.iterancestors())
    return not any(above.tag in _CLOSED for above in inside)


def _told_anew(own: Sequence[Letters], cuts: Sequence[int], pieces: Sequence[Piece]) -> Iterator[Letters]:
    """Tell the letters of one run after its cutting."""
    by_element: dict[etree._Element, list[Letters]] = defaultdict(list)
    for letter in own:
        by_element[letter.element].append(letter)
    starts = [piece.start for piece in pieces]
    for element, letters in by_element.items():
        inner = _inside(cuts, letters[0].start, letters[-1].end) if element.tag == _TEXT else []
        edges = [0, *(_offset(letters, place) for place in inner)]
        for letter in letters:
            for start, end in _parts(letter, inner):
                run = pieces[bisect_right(starts, start) - 1].run
                number = bisect_right(inner, start)
                held = element if number == 0 else _first(run)
                offset = letter.offset + start - letter.start - edges[number]
                yield Standing(start, end, held, run, letter.paragraph, letter.part, offset)


def _parts(letter: Letters, inner: Sequence[int]) -> Iterator[tuple[int, int]]:
    bounds = [letter.start, *_inside(inner, letter.start, letter.end), letter.end]
    for at in range(len(bounds) - 1):
        yield bounds[at], bounds[at + 1]


def _offset(letters: Sequence[Letters], place: int) -> int:
    """Where in its element's own text a place of the text was."""
    letter = next(letter for letter in letters if place < letter.end)
    return letter.offset + max(0, place - letter.start)


def _first(run: etree._Element) -> etree._Element:
    """The element that a run made by a cut begins with."""
    return next(child for child in run if child.tag != _PROPERTIES)
