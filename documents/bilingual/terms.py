"""Defined terms of two languages: pairs learned from their definitions, and where one is rendered otherwise. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from documents.bilingual.lexicon import RENDERINGS
from documents.bilingual.model import Bead, Bilingual, DifferenceKind, LanguageDifference, Side
from documents.model import Span

__all__ = ["TermPair", "learned", "term_differences"]

_QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』\n]{1,40})[”\"」』]")
_MOST = 4
_SHORTEST = 2
_USUAL = 2


@dataclass(frozen=True, slots=True)
class TermPair:
    """What one thing is called on either side: words that mean it, the defined ones first."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def of(self, side: Side) -> tuple[str, ...]:
        """Its names on one side."""
        return self.left if side is Side.LEFT else self.right


def term_differences(pair: Bilingual) -> Iterator[LanguageDifference]:
    """Yield the places where a term is rendered by another word than it mostly is, or by another defined term."""
    if {pair.policy(side).language[:2] for side in Side} != {"zh", "en"}:
        return
    terms = learned(pair)
    told: set[tuple[Span, Span]] = set()
    for number, left, right in (*_odd_renderings(pair, terms), *_exchanged(pair, terms)):
        found = _difference(pair, pair.beads[number], left, right)
        if (found.left, found.right) not in told:
            told.add((found.left, found.right))
            yield found


def learned(pair: Bilingual) -> tuple[TermPair, ...]:
    """Return the terms that are put in quotation marks in both languages, and those every policy has.

    Where a passage puts as many words in marks on one side as on the other, they are taken for each other in order.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for bead in pair.beads:
        quoted = [_quoted(pair, bead, side) for side in Side]
        if bead.is_pair and 0 < len(quoted[0]) == len(quoted[1]) <= _MOST:
            for left, right in zip(*quoted, strict=True):
                votes[left][right] += 1
    found = [TermPair((left,), (several.most_common(1)[0][0],)) for left, several in votes.items()]
    return tuple(_known(pair, found))


def _quoted(pair: Bilingual, bead: Bead, side: Side) -> list[str]:
    return [words.strip(" ,.，。") for words in _QUOTED.findall(_words(pair, bead, side)) if words.strip(" ,.，。")]


def _known(pair: Bilingual, defined: list[TermPair]) -> Iterator[TermPair]:
    """Yield the terms defined, those with several usual renderings together with them."""
    chinese_left = pair.left.language.startswith("zh")
    taken: set[TermPair] = set()
    for renderings in RENDERINGS:
        left, right = renderings if chinese_left else renderings[::-1]
        same = [term for term in defined if term.left[0] in left or term.right[0].lower() in right]
        taken.update(same)
        yield TermPair(
            tuple(dict.fromkeys([*(term.left[0] for term in same if chinese_left), *left])),
            tuple(dict.fromkeys([*(term.right[0].lower() for term in same if chinese_left), *right])),
        )
    yield from (term for term in defined if term not in taken)


def _words(pair: Bilingual, bead: Bead, side: Side) -> str:
    return pair.span_of(bead, side).of(pair.policy(side).text)


def _places(term: TermPair, words: str, side: Side) -> dict[str, Span]:
    """Return which names of a term stand in some words, and where first."""
    found: dict[str, Span] = {}
    for name in term.of(side):
        place = _pattern(name).search(words)
        if place is not None:
            found[name] = Span(*place.span())
    return found


def _pattern(name: str) -> re.Pattern[str]:
    if not name.isascii():
        return re.compile(re.escape(name))
    stem = re.escape(name[:-1] if name.endswith(("s", "y")) else name)
    return re.compile(rf"(?<![\w-]){stem}(?:s|es|y|ies)?(?!\w)", re.IGNORECASE)


def _odd_renderings(pair: Bilingual, terms: tuple[TermPair, ...]) -> Iterator[tuple[int, Span | None, Span | None]]:
    """Yield passages where a term with one name on each side has another than it mostly has beside that name."""
    for term in terms:
        if len(term.left) == len(term.right) == 1:
            continue
        found: dict[tuple[str, str], list[tuple[int, Span, Span]]] = defaultdict(list)
        for number, bead in enumerate(pair.beads):
            left, right = (_places(term, _words(pair, bead, side), side) for side in Side)
            if len(left) == len(right) == 1:
                (one, here), (other, there) = *left.items(), *right.items()
                found[one, other].append((number, here, there))
        for (one, other), places in found.items():
            if _is_odd(found, one, other):
                yield from places


def _is_odd(found: Mapping[tuple[str, str], list[tuple[int, Span, Span]]], one: str, other: str) -> bool:
    """Whether a rendering is the seldom one of its word, in either direction."""
    times = len(found[one, other])
    beside = [len(places) for (a, b), places in found.items() if (a == one) != (b == other)]
    return bool(beside) and max(beside) >= _USUAL and max(beside) > times


def _exchanged(pair: Bilingual, terms: tuple[TermPair, ...]) -> Iterator[tuple[int, Span | None, Span | None]]:
    """Yield passages that name one defined term here and only another one there."""
    single = [term for term in terms if _is_term(term) and _in_use(pair, term)]
    for number, bead in enumerate(pair.beads):
        if not bead.is_pair:
            continue
        named = [_named(single, _words(pair, bead, side), side) for side in Side]
        here, there = (set(named[0]) - set(named[1])), (set(named[1]) - set(named[0]))
        if len(here) == len(there) == 1:
            yield number, named[0][here.pop()], named[1][there.pop()]


def _in_use(pair: Bilingual, term: TermPair) -> bool:
    """Whether a term is used, and rendered by its counterpart, beyond where it is defined."""
    beads = (bead for bead in pair.beads if bead.is_pair)
    both = (all(_places(term, _words(pair, bead, side), side) for side in Side) for bead in beads)
    return sum(both) > _USUAL


def _is_term(term: TermPair) -> bool:
    """Whether a word in marks is a term: written large in English, and no single character in Chinese."""
    if len(term.left) > 1 or len(term.right) > 1:
        return False
    chinese, english = sorted((term.left[0], term.right[0]), key=str.isascii)
    return not chinese.isascii() and english[:1].isupper() and len(chinese) >= _SHORTEST


def _named(terms: list[TermPair], words: str, side: Side) -> dict[int, Span]:
    """Return the defined terms in some words, those inside a longer one left out."""
    found = {number: place for number, term in enumerate(terms) for place in _places(term, words, side).values()}
    return {
        number: place
        for number, place in found.items()
        if not any(other != place and other.contains(place) for other in found.values())
    }


def _difference(pair: Bilingual, bead: Bead, left: Span | None, right: Span | None) -> LanguageDifference:
    places = [
        None if inner is None else Span(whole.start + inner.start, whole.start + inner.end)
        for whole, inner in zip((pair.span_of(bead, side) for side in Side), (left, right), strict=True)
    ]
    return pair.differing(DifferenceKind.TERM, bead, *places)
