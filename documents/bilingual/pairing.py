"""Two policies in different languages -> a bilingual pair: what answers to what, and what differs. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import log

from documents.bilingual.aligning import aligned
from documents.bilingual.differing import value_differences
from documents.bilingual.features import Features, length_of
from documents.bilingual.model import Bead, Bilingual, DifferenceKind, LanguageDifference, Side, Sureness
from documents.bilingual.obliging import duty_differences
from documents.bilingual.passages import passages_of
from documents.bilingual.terms import term_differences
from documents.model import PolicyDocument, Span

__all__ = ["are_alike", "are_of_two_languages", "pair_policies"]

_ALIKE = 0.75
_MUCH_LONGER = log(1.9)
_SHORTEST = 60.0
_FEW = 8


def are_of_two_languages(left: PolicyDocument, right: PolicyDocument) -> bool:
    """Whether the two could be translations of each other; simplified and traditional Chinese are one language."""
    return left.language[:2] != right.language[:2]


def pair_policies(left: PolicyDocument, right: PolicyDocument) -> Bilingual:
    """Align two language versions of a policy and list what they say differently, in the order of the left one."""
    passages = passages_of(left), passages_of(right)
    beads = aligned(Features((left, right), passages))
    pair = Bilingual(left, right, *passages, beads)
    found = [*_only(pair), *value_differences(pair), *term_differences(pair), *duty_differences(pair), *_longer(pair)]
    return replace(pair, differences=tuple(sorted(found, key=lambda one: (one.left, one.right, one.kind))))


def are_alike(left: PolicyDocument, right: PolicyDocument) -> bool:
    """Whether two policies look like one in two languages: good to offer, not to decide."""
    if not are_of_two_languages(left, right):
        return False
    passages = passages_of(left), passages_of(right)
    few, many = sorted(map(len, passages))
    if few < _FEW or many > 2 * few:
        return False
    pair = Bilingual(left, right, *passages, aligned(Features((left, right), passages)))
    sure = sum(bead.sureness is Sureness.SURE for bead in pair.beads)
    return pair.likeness >= _ALIKE and 2 * sure >= len(pair.beads)


def _only(pair: Bilingual) -> Iterator[LanguageDifference]:
    """Yield what has no counterpart; passages that follow each other are told as one, up to the next heading."""
    beads: list[Bead] = []
    for bead in pair.beads:
        if beads and (bead.is_pair or bool(bead.left) != bool(beads[0].left) or _opens(pair, bead)):
            yield _told_alone(pair, beads)
            beads = []
        if not bead.is_pair:
            beads.append(bead)
    if beads:
        yield _told_alone(pair, beads)


def _opens(pair: Bilingual, bead: Bead) -> bool:
    side = Side.LEFT if bead.left else Side.RIGHT
    first = pair.passages(side)[bead.of(side).start]
    return first.heading or bool(first.path)


def _told_alone(pair: Bilingual, beads: list[Bead]) -> LanguageDifference:
    left, right = (Span(pair.span_of(beads[0], side).start, pair.span_of(beads[-1], side).end) for side in Side)
    return pair.differing(DifferenceKind.ONLY, beads[0], left, right)


def _longer(pair: Bilingual) -> Iterator[LanguageDifference]:
    """Yield passages of which one language says much more than the other, in languages whose measure is known."""
    if {pair.policy(side).language[:2] for side in Side} != {"zh", "en"}:
        return
    for bead in pair.beads:
        if not bead.is_pair:
            continue
        left, right = (length_of(pair.span_of(bead, side).of(pair.policy(side).text)) for side in Side)
        if min(left, right) > 0 and max(left, right) >= _SHORTEST and abs(log(left / right)) >= _MUCH_LONGER:
            yield pair.differing(DifferenceKind.LENGTH, bead)
