"""How far out numbers of a family stand by custom, where the document itself does not tell."""

from __future__ import annotations

from functools import cache

from documents.label_words import WORD_RANKS, Rank

__all__ = ["BULLET", "Rank", "rank_of"]

BULLET = "bullet"

_RANKS: dict[str, float] = {
    "第编": Rank.PART,
    "第編": Rank.PART,
    "第部分": Rank.PART,
    "第篇": Rank.PART,
    "第章": Rank.CHAPTER,
    "第节": Rank.SECTION,
    "第節": Rank.SECTION,
    "第条": Rank.ARTICLE,
    "第條": Rank.ARTICLE,
    "第款": Rank.NUMBER,
    "article:roman:A": Rank.SECTION - 0.5,  # ARTICLE I holds Section 1.01; Section 1 of a statute holds Article 1
    "第項": Rank.NUMBER,
    "附则": Rank.ANNEX,
    "附則": Rank.ANNEX,
    "primero": Rank.NUMERAL,
    "1°": Rank.NUMBER + 0.05,
    "一": Rank.NUMERAL,
    ".:roman:A": Rank.NUMERAL,
    "一()": Rank.NUMBER,
    "一)": Rank.NUMBER,
    "1": Rank.NUMBER,
    ".:letter:A": Rank.NUMBER + 0.05,  # recitals A to D do not hold what 1. begins
    BULLET: Rank.BULLET,
}
_RANKS |= {word.replace("\\", "").lower(): rank for words, rank in WORD_RANKS for word in words.split("|")}


@cache
def rank_of(family: str) -> float:
    """Return how far out numbers of `family` stand by custom; see Rank."""
    if family in _RANKS:
        return _RANKS[family]
    word = family.split(":", maxsplit=1)[0]
    if word in _RANKS:
        return _RANKS[word]
    if family.startswith("第"):  # 第1.1条
        unit, _, count = family.partition(".")
        return _RANKS.get(unit, Rank.NUMBER) + int(count) / 10
    return Rank.NUMBER + int(family[2:]) / 10 if family.startswith("1.") else Rank.BRACKET
