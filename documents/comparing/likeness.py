"""How alike two units are, and which others a unit may be, without weighing it against all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from documents.comparing.units import Unit

__all__ = ["candidates", "likeness"]

_COMMON: Final = 40  # units that say a word, from which on it tells nothing
_BEST: Final = 4
_OTHER_SORT: Final = 0.6  # of the likeness of a heading and a paragraph


def likeness(one: Unit, other: Unit) -> float:
    """Return how much of what two units say is the same, from 0 to 1; 0 where one cannot become the other."""
    if one.sort != other.sort:
        return 0.0
    if one.key == other.key:
        return 1.0
    total = len(one.features) + len(other.features)
    share = 2 * len(one.features & other.features) / total if total else 0.0
    return share if one.heading == other.heading else share * _OTHER_SORT


def candidates(
    old: Sequence[Unit], new: Sequence[Unit], here: Iterable[int], there: Iterable[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield the places of units that may be one another's, with their likeness: for each old one the best few.

    Found by the words that few units say, so that it takes no longer than the texts are.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at in there:
        for word in new[at].features:
            places[word].append(at)
    for place in here:
        votes: Counter[int] = Counter()
        for word in old[place].features:
            found = places.get(word, ())
            if len(found) <= _COMMON:
                votes.update(found)
        best = sorted(((likeness(old[place], new[at]), -at) for at, _ in votes.most_common(_BEST)), reverse=True)
        yield from ((place, -at, share) for share, at in best)
