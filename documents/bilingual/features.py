"""What a passage has that is the same in every language, and how long it is in a measure common to both. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from documents.bilingual.lexicon import concepts_in
from documents.bilingual.model import Passage
from documents.bilingual.values import values_in
from documents.model import PolicyDocument

__all__ = ["Feature", "Features", "length_of"]

_HANZI = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
_WORD = re.compile(r"[^\W_\u3400-\u9fff\u3040-\u30ff]+(?:['’-][^\W_\u3400-\u9fff\u3040-\u30ff]+)*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_MUCH = 14.0
_HANZI_A_WORD = 1.65  # of English: what ours and public pairs of policies come to


@dataclass(frozen=True, slots=True)
class Feature:
    """One passage: the things it names with how often, how much they weigh in all, and its length."""

    passage: Passage
    named: Counter[str]
    weight: float
    length: float


def length_of(text: str) -> float:
    """Return how much some words say, in Chinese characters: a word of English counts as 1.65."""
    return len(_HANZI.findall(text)) + _HANZI_A_WORD * len(_WORD.findall(text))


class Features:
    """What both sides name, each thing weighed by how seldom it is."""

    def __init__(self, policies: Sequence[PolicyDocument], passages: Sequence[Sequence[Passage]]) -> None:
        self._policies, self._passages = policies, passages
        named = [[self._named(at, passage) for passage in several] for at, several in enumerate(passages)]
        self._shared = set.intersection(*({thing for one in side for thing in one} for side in named))
        held = Counter(thing for side in named for one in side for thing in one if thing in self._shared)
        whole = 2 + sum(map(len, passages))
        self.weights = {thing: log(whole / (1 + times)) for thing, times in held.items()}
        self.left, self.right = (self._features(at, side) for at, side in enumerate(named))

    def _features(self, side: int, named: Sequence[Counter[str]]) -> list[Feature]:
        text = self._policies[side].text
        return [
            Feature(passage, kept, self.weight(kept), length_of(passage.words.of(text)))
            for passage, one in zip(self._passages[side], named, strict=True)
            if (kept := Counter({thing: min(n, 3) for thing, n in one.items() if thing in self._shared})) is not None
        ]

    def weight(self, named: Counter[str]) -> float:
        """Return how much some things weigh."""
        return sum(self.weights[thing] * times for thing, times in named.items())

    def together(self, several: Sequence[Feature]) -> Feature:
        """Return passages as one."""
        if len(several) == 1:
            return several[0]
        named = several[0].named.copy()
        for one in several[1:]:
            named.update(one.named)
        return Feature(several[0].passage, named, sum(f.weight for f in several), sum(f.length for f in several))

    def alike(self, left: Feature, right: Feature) -> tuple[float, float]:
        """Return how much of what two passages name is the same, 0 to 1, and how much there was to go by, 0 to 1."""
        whole = left.weight + right.weight
        if not whole:
            return 0.0, 0.0
        few, many = sorted((left.named, right.named), key=len)
        shared = sum(self.weights[t] * min(n, many[t]) for t, n in few.items() if t in many)
        return 2 * shared / whole, min(1.0, whole / _MUCH)

    def _named(self, side: int, passage: Passage) -> Counter[str]:
        policy = self._policies[side]
        words = passage.words.of(policy.text)
        named = concepts_in(words, policy.language)
        named.update(f"{value.key}" for value in values_in(words, policy.language) if value.key != "1")
        named.update(f"w{word.lower()}" for word in _LATIN.findall(words))
        return named
