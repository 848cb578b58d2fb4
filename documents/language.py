"""Which language a policy is written in, from its script and a few very common words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

__all__ = ["is_chinese", "language_of"]

_LATIN_WORD = re.compile(r"[¿¡]|[A-Za-zÀ-ÿœŒ]+")
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
    "en": (
        "the of and to or in you your we our us is are be that for any with this by not as it on from at "
        "may shall will must can have has all if no an their they which when who what how such other "
        "these data use privacy policy terms notice service"
    ),
    "de": (
        "der die das und oder nicht ist sind sie wir ihre ihr ihnen werden wird von zu zum zur mit für "
        "den dem des auf eine ein einer im in an als auch bei nach über durch kann können haben hat wenn "
        "sowie keine alle unsere unser uns diese dieser"
    ),
    "fr": (
        "le la les de des du et ou vous nous votre vos notre nos est sont que qui pour dans sur une un "
        "par aux au avec en ce cette ces il elle ne pas plus peut être si tout toute données"
    ),
    "es": (
        "el la los las de del que y en usted su sus nuestro nuestra para con un una por no se es son al "
        "como lo le más puede ser este esta sin cuando si todos datos"
    ),
    "it": (
        "il lo la gli le di del della dei delle che per con non un una sono è nel nella alla al da dal si "
        "come suo sua dati questo questa può"
    ),
    "pt": (
        "os as de do da dos das que ou em no na para com não um uma você seu sua por se ao como são pode "
        "este esta dados nos"
    ),
    "nl": (
        "de het een van en of wij u uw dat die voor met niet zijn is op worden wordt in te aan door bij "
        "als ook onze deze kan gegevens"
    ),
}
# Letters hardly any other of these languages has.
_OWN_LETTERS = {"de": "ß", "fr": "çèêëîœù", "es": "ñ¿¡", "pt": "ãõ"}
_OWN_LETTER = 2.0
_ENGLISH_UNLESS = 1.0  # a word or two that might be of another language are names or titles
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
    lower: Counter[str] = Counter()
    for word, times in Counter(words).items():
        lower[word.lower()] += times
    scores = dict.fromkeys(_COMMON_WORDS, 0.0)
    for word, languages in _LANGUAGES_OF_WORD.items():
        for code in languages:
            scores[code] += lower[word] / len(languages)
    for code, letters in _OWN_LETTERS.items():
        own = sum(times for word, times in lower.items() if not set(letters).isdisjoint(word))
        scores[code] += _OWN_LETTER * own
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] + _ENGLISH_UNLESS else "en"


def _languages_of_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, words in _COMMON_WORDS.items():
        for word in words.split():
            found.setdefault(word, []).append(code)
    return found


_LANGUAGES_OF_WORD = _languages_of_words()
