"""Which language a policy is written in, from its script and a few very common words."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["is_chinese", "language_of"]

_HANZI = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_SCRIPTS = {
    "ja": re.compile("[\u3041-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "hi": re.compile("[\u0900-\u097f]"),
}
# Characters written one way only, so that a handful of them settles the matter.
_TRADITIONAL = re.compile(
    "[們個這來時會說與關於為務資訊處國應請開電話號條權機構經長變動後過還產業對將從體點歡買賣師學習]"
)
_SIMPLIFIED = re.compile(
    "[们个这来时会说与关于为务资讯处国应请开电话号条权机构经长变动后过还产业对将从体点欢买卖师学习]"
)
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
    hanzi = len(_HANZI.findall(sample))
    words = _LATIN_WORD.findall(sample)
    counts = {code: len(script.findall(sample)) for code, script in _SCRIPTS.items()}
    other = max(counts, key=lambda code: counts[code])
    if counts["ja"] and counts["ja"] * 5 > hanzi and counts["ja"] + hanzi > len(words):
        return "ja"
    if counts[other] > hanzi and counts[other] > 4 * len(words):
        return other
    if hanzi and hanzi > len(words) / _HANZI_PER_LATIN_WORD:
        return _chinese(sample)
    return _by_common_words(words)


def _chinese(sample: str) -> str:
    traditional = len(set(_TRADITIONAL.findall(sample)) - set(_SIMPLIFIED.findall(sample)))
    return "zh-Hant" if _weight(_TRADITIONAL, sample) > _weight(_SIMPLIFIED, sample) and traditional else "zh"


def _weight(script: re.Pattern[str], sample: str) -> int:
    both = set(_TRADITIONAL.pattern) & set(_SIMPLIFIED.pattern)
    return sum(1 for letter in script.findall(sample) if letter not in both)


def _by_common_words(words: list[str]) -> str:
    seen = Counter(word.lower() for word in words)
    scores = {code: sum(seen[word] for word in common) for code, common in _COMMON_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"
