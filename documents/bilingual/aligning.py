"""Passages of two languages set side by side, in order: numbers, names, headings, lengths. Pure.

As Gale and Church (1993) align sentences by their lengths, with what else a policy gives: its numbers and what is
written alike in every language. What is beyond doubt is pinned first, so that a long policy takes no longer than a
short one for each of its passages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf, log

from documents.bilingual.features import Feature, Features
from documents.bilingual.model import Bead, Sureness

__all__ = ["aligned", "score"]

_MOVES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_SKIP = -0.45
_JOIN = -0.55
_SURE = 1.0
_PIN = 1.7
_MARGIN = 0.35
_LARGEST_BOX = 6_000
_HALF_BAND = 24
_RARE = 6


def aligned(features: Features) -> tuple[Bead, ...]:
    """Return beads that take in every passage of either side, in order."""
    beads: list[Bead] = []
    at = (0, 0)
    for left, right in [*_pins(features), (len(features.left), len(features.right))]:
        beads.extend(_box(features, range(at[0], left), range(at[1], right)))
        if left < len(features.left) and right < len(features.right):
            beads.append(Bead(range(left, left + 1), range(right, right + 1), Sureness.SURE))
        at = left + 1, right + 1
    return tuple(beads)


def score(features: Features, left: Feature, right: Feature) -> float:
    """Return how well two passages, or groups of them, answer to each other; 0 is no evidence either way."""
    like, known = features.alike(left, right)
    found = 3.0 * known * (like - 0.18) + _numbers(left, right)
    found += 0.25 if left.passage.heading == right.passage.heading else -0.9
    off = log((left.length + 4) / (right.length + 4))
    return found - min(2.5, (off / 0.45) ** 2 * 0.3)


def _numbers(left: Feature, right: Feature) -> float:
    here, there = left.passage.path, right.passage.path
    if not here or not there:
        return 0.0 if here == there else -0.15
    if here == there:
        return 0.9
    return 0.1 if here[-1] == there[-1] else -0.5


# -- pins ------------------------------------------------------------------------------------------------------------


def _pins(features: Features) -> list[tuple[int, int]]:
    """Return pairs beyond doubt, in order on both sides: each the best of both, by a margin."""
    found = {(i, j): score(features, features.left[i], features.right[j]) for i, j in _candidates(features)}
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), value in found.items():
        rows[i].append((value, j))
        columns[j].append((value, i))
    pins = [(i, j) for (i, j), value in found.items() if value >= _PIN and _best(rows[i], j) and _best(columns[j], i)]
    return _rising(sorted(pins))


def _best(several: list[tuple[float, int]], wanted: int) -> bool:
    first, *others = sorted(several, reverse=True)[:2]
    return first[1] == wanted and (not others or first[0] - others[0][0] >= _MARGIN)


def _candidates(features: Features) -> Iterator[tuple[int, int]]:
    """Yield pairs that name something seldom named, or bear the same number."""
    seen: set[tuple[int, int]] = set()
    held: tuple[dict[object, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for side, several in zip(held, (features.left, features.right), strict=True):
        for at, one in enumerate(several):
            things: list[object] = [*one.named, *([one.passage.path] if one.passage.path else [])]
            for thing in things:
                side[thing].append(at)
    for thing, places in held[0].items():
        others = held[1].get(thing, [])
        if len(places) <= _RARE and len(others) <= _RARE:
            seen.update((i, j) for i in places for j in others)
    yield from sorted(seen)


def _rising(pins: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of pins that rises on both sides."""
    ends: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for number, (_, right) in enumerate(pins):
        at = bisect_left(ends, right)
        ends[at:], rows[at:] = [right, *ends[at + 1 :]], [number, *rows[at + 1 :]]
        before.append(rows[at - 1] if at else -1)
    kept: list[tuple[int, int]] = []
    number = rows[-1] if rows else -1
    while number >= 0:
        kept.append(pins[number])
        number = before[number]
    return kept[::-1]


# -- between pins ----------------------------------------------------------------------------------------------------


def _box(features: Features, lefts: range, rights: range) -> list[Bead]:
    """Align what stands between two pins by dynamic programming, in a band where there is much of it."""
    if not lefts or not rights:
        return [*_alone(lefts, left=True, at=rights.start), *_alone(rights, left=False, at=lefts.stop)]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i, j in _cells(len(lefts), len(rights)):
        if (i, j) != (0, 0):
            best[i, j] = max(_ways(features, (lefts, rights), (i, j), best), default=(-inf, (0, 0)))
    return _walked(features, (lefts, rights), best)


def _cells(height: int, width: int) -> Iterator[tuple[int, int]]:
    half = max(height, width) if height * width <= _LARGEST_BOX else _HALF_BAND + 2 * width // height
    for i in range(height + 1):
        middle = i * width // height
        first, last = max(0, middle - half), min(width, middle + half)
        yield from ((i, j) for j in range(first, last + 1))


def _ways(
    features: Features,
    sides: tuple[range, range],
    cell: tuple[int, int],
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
) -> Iterator[tuple[float, tuple[int, int]]]:
    i, j = cell
    for step in ((1, 0), (0, 1)):
        before = best.get((i - step[0], j - step[1]))
        if before is not None:
            yield before[0] + _SKIP, step
    for down, across in _MOVES:
        before = best.get((i - down, j - across))
        if before is not None:
            left = [features.left[sides[0][at]] for at in range(i - down, i)]
            right = [features.right[sides[1][at]] for at in range(j - across, j)]
            if _may_join(left) and _may_join(right):
                joined = _JOIN * (down + across - 2)
                both = features.together(left), features.together(right)
                yield before[0] + joined + score(features, *both), (down, across)


def _may_join(several: Sequence[Feature]) -> bool:
    """Whether passages can answer to one: headings stand alone, and what bears a number does not follow another."""
    return len(several) == 1 or not any(one.passage.heading or one.passage.path for one in several[1:])


def _walked(
    features: Features,
    sides: tuple[range, range],
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
) -> list[Bead]:
    i, j = len(sides[0]), len(sides[1])
    beads: list[Bead] = []
    while i or j:
        down, across = best[i, j][1]
        left = range(sides[0].start + i - down, sides[0].start + i)
        right = range(sides[1].start + j - across, sides[1].start + j)
        beads.append(Bead(left, right, _sureness(features, left, right)))
        i, j = i - down, j - across
    return beads[::-1]


def _sureness(features: Features, left: range, right: range) -> Sureness:
    if not left or not right:
        return Sureness.LIKELY
    both = (
        features.together(features.left[left.start : left.stop]),
        features.together(features.right[right.start : right.stop]),
    )
    return Sureness.SURE if score(features, *both) >= _SURE else Sureness.LIKELY


def _alone(passages: range, *, left: bool, at: int) -> Iterator[Bead]:
    nothing = range(at, at)
    for number in passages:
        one = range(number, number + 1)
        yield Bead(one, nothing) if left else Bead(nothing, one)
