"""Which language a policy is written in, from its script and a few very common words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

__all__ = ["is_chinese", "language_of"]

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_BEYOND_LATIN = re.compile("[\u0370-\uffff]+")
_HANZI = (("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"))
_SCRIPTS = {
    "ja": (("\u3041", "\u30ff"),),
    "ko": (("\uac00", "\ud7a3"),),
    "ru": (("\u0400", "\u04ff"),),
    "ar": (("\u0600", "\u06ff"),),
    "he": (("\u0590", "\u05ff"),),
    "el": (("\u0370", "\u03ff"),),
    "th": (("\u0e00", "\u0e7f"),),
    "hi": (("\u0900", "\u097f"),),
}
# Characters written one way only, so that a handful of them settles the matter.
_TRADITIONAL = "們個這來時會說與關於為務資訊處國應請開電話號條權機構經長變動後過還產業對將從體點歡買賣師學習"
_SIMPLIFIED = "们个这来时会说与关于为务资讯处国应请开电话号条权机构经长变动后过还产业对将从体点欢买卖师学习"
_COMMON_WORDS = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "or",
            "in",
            "you",
            "your",
            "we",
            "our",
            "is",
            "that",
            "for",
            "any",
            "with",
            "this",
            "by",
            "not",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "oder",
            "nicht",
            "ist",
            "sie",
            "wir",
            "ihre",
            "werden",
            "von",
            "zu",
            "mit",
            "für",
            "den",
            "auf",
            "eine",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "des",
            "et",
            "vous",
            "nous",
            "votre",
            "est",
            "que",
            "pour",
            "dans",
            "sur",
            "une",
            "par",
            "aux",
        ]
    ),
    "es": frozenset(
        ["el", "los", "las", "de", "que", "y", "en", "usted", "su", "para", "con", "una", "por", "no", "del", "se"]
    ),
    "it": frozenset(
        ["il", "lo", "gli", "di", "che", "e", "per", "con", "non", "una", "sono", "dei", "della", "nel", "alla"]
    ),
    "pt": frozenset(
        ["o", "os", "as", "de", "que", "e", "em", "para", "com", "não", "uma", "você", "seu", "dos", "da", "no"]
    ),
    "nl": frozenset(
        ["de", "het", "een", "van", "en", "wij", "u", "uw", "dat", "voor", "met", "niet", "zijn", "op", "worden"]
    ),
}
_SAMPLE = 200_000
_HANZI_PER_LATIN_WORD = 1.5


def is_chinese(language: str) -> bool:
    """Whether a language code names Chinese of any script."""
    return language.startswith("zh")


def language_of(text: str) -> str:
    """Return "zh", "zh-Hant", "en" or another code; "en" where there is nothing to go by."""
    sample = text[:_SAMPLE]
    words = _LATIN_WORD.findall(sample)
    letters = Counter("".join(_BEYOND_LATIN.findall(sample)))
    if not letters:
        return _by_common_words(words)
    hanzi = _written(letters, _HANZI)
    counts = {code: _written(letters, ranges) for code, ranges in _SCRIPTS.items()}
    other = max(counts, key=lambda code: counts[code])
    if counts["ja"] and counts["ja"] * 5 > hanzi and counts["ja"] + hanzi > len(words):
        return "ja"
    if counts[other] > hanzi and counts[other] > 4 * len(words):
        return other
    if hanzi and hanzi > len(words) / _HANZI_PER_LATIN_WORD:
        return _chinese(letters)
    return _by_common_words(words)


def _written(letters: Mapping[str, int], ranges: Iterable[tuple[str, str]]) -> int:
    """Count the letters from first to last of each range."""
    return sum(times for first, last in ranges for letter, times in letters.items() if first <= letter <= last)


def _chinese(letters: Mapping[str, int]) -> str:
    both = set(_TRADITIONAL) & set(_SIMPLIFIED)
    traditional, simplified = (
        sum(letters.get(letter, 0) for letter in set(script) - both) for script in (_TRADITIONAL, _SIMPLIFIED)
    )
    return "zh-Hant" if traditional > simplified else "zh"


def _by_common_words(words: list[str]) -> str:
    seen = Counter(words)
    lower: Counter[str] = Counter()
    for word, times in seen.items():
        lower[word.lower()] += times
    scores = {code: sum(lower[word] for word in common) for code, common in _COMMON_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"
