"""Which candidates are clause numbers, and how deep each stands: by the sequences they make together.

A stack holds the open sequences, outermost first. A number that counts an open one on belongs to it and closes all
inside it; a 1 opens a new one; what fits neither is a sentence that happens to begin with a number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from documents.labels import Candidate, Mark, Rank, rank_of

__all__ = ["Line", "Placed", "place"]

_GAP = 3
_WIDE_GAP = 20
_NO_SENTENCES = ("一", "一()", "第款")
_STARTS = (0, 1)


@dataclass(slots=True)
class Line:
    """What the sequences need to know of one block.

    `heading` is the level a format gave it (0 for none). `listed` is (list, level) for a label a format computed.
    `introduces` tells that the words end in a colon, `short` that they could be a heading, `anew` that recitals begin.
    """

    mark: Mark | None = None
    heading: int = 0
    listed: tuple[int, int] | None = None
    introduces: bool = False
    short: bool = False
    anew: bool = False

    @property
    def certain(self) -> bool:
        """Whether the format itself says that this is a heading or a numbered item."""
        return self.heading > 0 or self.listed is not None


class Placed(NamedTuple):
    """A line that opens a clause: how deep (1 is outermost) and as what number, None for a heading without."""

    depth: int
    number: Candidate | None


@dataclass(slots=True)
class _Open:
    """An open sequence: the number it has reached. `in_bullet`: a list that a format counts inside a bullet."""

    number: Candidate | None
    heading: int = 0
    listed: tuple[int, int] | None = None
    in_bullet: bool = False

    def is_of(self, family: str) -> bool:
        return self.number is not None and self.number.family == family

    def is_listed_above(self, level: int) -> bool:
        return self.listed is not None and self.listed[1] < level


def place(lines: Sequence[Line]) -> list[Placed | None]:
    """Return for each line what it opens, None for bullets, plain paragraphs and sentences that begin with a number."""
    sequences = _Sequences(lines)
    return [sequences.take(index, line) if line.mark or line.heading else None for index, line in enumerate(lines)]


class _Sequences:
    """The stack, and what is known of the whole document beforehand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._open: list[_Open] = []
        self._closed: dict[str, int] = {}
        self._bullet: int | None = None  # the level of the bullet above
        self._places = _places(lines)
        self._inside = _containment(self._places)

    def take(self, index: int, line: Line) -> Placed | None:
        if line.heading:
            self._bullet = None
            return self._heading(line)
        mark = line.mark
        if mark is None:
            return None
        if mark.is_bullet:
            self._end_lists_inside(line)
            return None
        if line.listed:
            return self._computed(line, mark)
        placed = self._typed(index, mark)
        self._bullet = self._bullet if placed is None else None
        return placed

    def _end_lists_inside(self, bullet: Line) -> None:
        """A bullet closes the lists that stand inside the bullet before it."""
        self._bullet = bullet.listed[1] if bullet.listed else None
        self._leave_bullet(self._bullet if self._bullet is not None else -1)

    def _leave_bullet(self, level: int) -> None:
        while self._open and self._open[-1].in_bullet and not self._open[-1].is_listed_above(level + 1):
            self._pop()

    # Headings stand by their level, and one that looks like the heading its number is under (1, 1.1) below that
    def _heading(self, line: Line) -> Placed:
        number = line.mark.readings[0] if line.mark and not line.mark.is_bullet else None
        while self._open and not 0 < self._open[-1].heading < line.heading and not _is_under(number, line, self._open):
            self._pop()
        return self._push(_Open(self._best_heading(line, number), heading=line.heading))

    def _best_heading(self, line: Line, number: Candidate | None) -> Candidate | None:
        if number is None or line.mark is None:
            return None
        follows = (one for one in line.mark.readings if self._closed.get(one.family) == one.value - 1)
        return next(follows, number)

    # Labels a format computed: their list says where they stand
    def _computed(self, line: Line, mark: Mark) -> Placed:
        assert line.listed is not None
        number = mark.readings[0]
        list_id, level = line.listed
        self._bullet = self._bullet if self._bullet is not None and level > self._bullet else None
        known = [depth for depth, one in enumerate(self._open) if one.listed and one.listed[0] == list_id]
        outer = [depth for depth in known if self._open[depth].is_listed_above(level)]
        if known:
            self._cut(outer[-1] + 1 if outer else known[0])
        elif level:
            while self._open and self._open[-1].listed and not self._open[-1].is_listed_above(level):
                self._pop()
        else:
            self._cut_for_new_list(number.family)
        return self._push(_Open(number, listed=line.listed, in_bullet=self._bullet is not None))

    def _cut_for_new_list(self, family: str) -> None:
        while self._open and (
            self._stands_outside(family, self._open[-1]) or (self._open[-1].listed and self._open[-1].is_of(family))
        ):
            self._pop()

    # Labels typed into the text
    def _typed(self, index: int, mark: Mark) -> Placed | None:
        self._leave_bullet(-1)
        for readings in self._likeliest_first(index, mark):
            for attempt in (self._counted_on, self._started, self._skipped_on, self._resumed):
                for number in readings:
                    depth = attempt(index, number, mark)
                    if depth is not None:
                        self._cut(depth)
                        return self._push(_Open(number))
        return None

    def _likeliest_first(self, index: int, mark: Mark) -> tuple[tuple[Candidate, ...], ...]:
        """(i) after (h) is a letter, unless (ii) comes next; (i) before (j) is one, whatever came before."""
        if len(mark.readings) == 1:
            return (mark.readings,)
        likely = tuple(one for one in mark.readings if self._is_witnessed(index, one))
        others = tuple(one for one in mark.readings if one not in likely)
        return (likely, others) if likely else (others,)

    def _counted_on(self, _index: int, number: Candidate, _mark: Mark) -> int | None:
        for depth in range(len(self._open) - 1, -1, -1):
            held = self._open[depth].number
            if held and _follows(held, number):
                return depth
        return None

    def _started(self, index: int, number: Candidate, mark: Mark) -> int | None:
        if number.value not in _STARTS or (mark.weak and not self._is_witnessed(index, number)):
            return None
        if len(number.parts) > 1:
            return self._under_its_prefix(number, index)
        return self._new_depth(number, index)

    def _under_its_prefix(self, number: Candidate, index: int) -> int | None:
        prefix = number.parts[:-1]
        for depth in range(len(self._open) - 1, -1, -1):
            held = self._open[depth].number
            if held and (
                held.parts == prefix or (len(prefix) == 1 and len(held.parts) == 1 and held.value == prefix[0])
            ):
                return depth + 1
        for depth, one in enumerate(self._open):
            if one.number and one.is_of(number.family):
                return depth if one.number.parts[:-1] < prefix else None
        return self._new_depth(number, index)

    def _new_depth(self, number: Candidate, index: int) -> int:
        depth = len(self._open)
        while depth and self._stands_outside(number.family, self._open[depth - 1]):
            depth -= 1
        while depth and self._is_left(index, number, self._open[depth - 1]):
            depth -= 1
        same = depth - 1 if depth and self._open[depth - 1].is_of(number.family) else None
        if same is not None and not self._is_nested(index, number, self._open[same]):
            return same
        return depth

    def _skipped_on(self, index: int, number: Candidate, mark: Mark) -> int | None:
        """Take a number that leaves a gap, or repeats the last, as people do when they edit by hand."""
        if mark.weak:
            return None
        tolerated = self._tolerated_gap(index, number)
        for depth in range(len(self._open) - 1, -1, -1):
            held = self._open[depth].number
            if held is None or held.family != number.family or held.parts[:-1] != number.parts[:-1]:
                continue
            if 0 <= number.value - held.value <= tolerated:
                return depth
        if rank_of(number.family) > Rank.ARTICLE or self._is_mentioned(index, number, mark):
            return None
        return self._new_depth(number, index)

    def _is_mentioned(self, index: int, number: Candidate, mark: Mark) -> bool:
        """Whether a sentence begins with a clause it speaks of ("Section 15 requires …"), the only one so named."""
        alone = number.family not in self._closed and not self._is_witnessed(index, number)
        return alone and mark.label.isascii() and not self._lines[index].short

    def _tolerated_gap(self, index: int, number: Candidate) -> int:
        """How many numbers may be missing: any before 第十条 or 十一、, which open no sentence; few before 11."""
        if rank_of(number.family) <= Rank.ARTICLE or number.family in _NO_SENTENCES:
            return 10**9
        return _WIDE_GAP if self._lines[index].short else _GAP

    def _resumed(self, index: int, number: Candidate, mark: Mark) -> int | None:
        """Take a number that counts through from the clause before, or one with a witness in the next number."""
        last = self._closed.get(number.family)
        if last is not None and len(number.parts) == 1 and number.value == last + 1:
            return self._new_depth(number, index)
        if len(number.parts) > 1:
            held = any(one.number and one.number.parts == number.parts[:-1] for one in self._open)
            near = number.value <= _GAP or self._lines[index].short
            return self._under_its_prefix(number, index) if held and near else None
        near = last is None or number.value <= _GAP or 0 < number.value - last <= _GAP
        near = near or self._is_witnessed_twice(index, number)
        if not mark.weak and near and self._is_witnessed(index, number):
            return self._new_depth(number, index)
        return None

    def _is_nested(self, index: int, number: Candidate, held: _Open) -> bool:
        """Whether a sequence that begins anew is a list within the last item, not the next list beside it."""
        if held.listed or held.heading or held.number is None:
            return True
        if sum(one.is_of(number.family) for one in self._open) > 1:  # lists do not nest in themselves twice
            return False
        before = self._lines[index - 1] if index else Line()
        if before.introduces and before.mark:
            return True
        if held.number.value in _STARTS:
            return False
        expected = number.value
        for value in self._later_values(index, number.family):
            if value != expected + 1:
                return value == held.number.value + 1
            expected = value
        return False

    def _is_left(self, index: int, number: Candidate, held: _Open) -> bool:
        """Whether a line without a number ("WHEREAS:") opens another list beside one in brackets that is over."""
        before = self._lines[index - 1] if index else Line()
        if held.number is None or held.listed or before.mark or not before.anew:
            return False
        family = held.number.family
        apart = family != number.family and rank_of(family) >= Rank.BRACKET
        return apart and next(self._later_values(index, family), None) != held.number.value + 1

    def _later_values(self, index: int, family: str) -> Iterator[int]:
        places, values = self._places[family]
        return iter(values[i] for i in range(bisect_right(places, index), len(places)))

    def _is_witnessed(self, index: int, number: Candidate) -> bool:
        return next(self._later_values(index, number.family), None) == number.value + 1

    def _is_witnessed_twice(self, index: int, number: Candidate) -> bool:
        """Whether (h) is followed by (i) and (j): part of a list that is quoted in part."""
        return tuple(islice(self._later_values(index, number.family), 2)) == (number.value + 1, number.value + 2)

    def _stands_outside(self, family: str, top: _Open) -> bool:
        if top.number is None or top.heading:
            return False
        inner = top.number.family
        weight = self._inside[inner, family] - self._inside[family, inner]
        return weight > 0 if weight else rank_of(family) < rank_of(inner)

    def _cut(self, depth: int) -> None:
        while len(self._open) > depth:
            self._pop()

    def _pop(self) -> None:
        number = self._open.pop().number
        if number:
            self._closed[number.family] = number.value

    def _push(self, opened: _Open) -> Placed:
        self._open.append(opened)
        return Placed(len(self._open), opened.number)


def _is_under(number: Candidate | None, line: Line, opened: Sequence[_Open]) -> bool:
    """Whether the last open heading looks like this one and has the number that this one's begins with."""
    above = opened[-1]
    if number is None or above.number is None or len(number.parts) < 2:  # noqa: PLR2004 - 1.1
        return False
    return above.heading == line.heading and above.number.parts == number.parts[:-1]


def _follows(held: Candidate, number: Candidate) -> bool:
    if held.family != number.family or held.parts[:-1] != number.parts[:-1]:
        return False
    if number.inserted:
        return number.value == held.value and number.inserted == held.inserted + 1
    return number.value == held.value + 1


_Places = dict[str, tuple[list[int], list[int]]]


def _places(lines: Sequence[Line]) -> _Places:
    """Return for each family the lines where it may stand and the values there."""
    places: _Places = defaultdict(lambda: ([], []))
    for index, line in enumerate(lines):
        if line.mark and not line.mark.is_bullet and not line.certain:
            for reading in (one for one in line.mark.readings if not one.inserted):
                places[reading.family][0].append(index)
                places[reading.family][1].append(reading.value)
    return places


def _containment(places: _Places) -> Counter[tuple[str, str]]:
    """Count how often a family begins between two neighbouring numbers of another: then it stands inside."""
    inside: Counter[tuple[str, str]] = Counter()
    for inner, (inner_places, inner_values) in places.items():
        starts = [place for place, value in zip(inner_places, inner_values, strict=True) if value == 1]
        for outer, (outer_places, outer_values) in places.items():
            if outer != inner:
                inside[inner, outer] = sum(_is_between(start, outer_places, outer_values) for start in starts)
    return inside


def _is_between(start: int, places: Sequence[int], values: Sequence[int]) -> bool:
    after = bisect_right(places, start)
    return 0 < after < len(places) and values[after] == values[after - 1] + 1
