"""What could be a clause number at the start of a line, and what family of numbers it belongs to.

Only candidates: whether one is a label is decided by the sequence it stands in (documents/sequences.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from documents.label_ranks import BULLET, Rank, rank_of
from documents.label_words import ANNEX_WORDS, ORDINALS, WORDS, kana_values, ordinal_value
from documents.numbers import circled_value, hanzi_value, letter_value, roman_value

__all__ = ["Candidate", "Mark", "Rank", "mark_at", "mark_of", "rank_of"]


class Candidate(NamedTuple):
    """One way to read a mark. `parts` is (4, 2) for 4.2; `value` is its last number.

    `inserted` is 1 for 第十条之一, 第十条の二 has 2, § 4a has 1: put in later behind the number itself, which has 0.
    """

    family: str
    parts: tuple[int, ...]
    inserted: int = 0

    @property
    def value(self) -> int:
        """The number that counts on from line to line."""
        return self.parts[-1]


class Mark(NamedTuple):
    """A number or bullet at the start of a line.

    `label` is what is shown and cited ("1", "一", "(a)", "第三条", "4.2"); `start` and `end` take in every character
    of it with its brackets and delimiter ("1、"), but no white space. `weak` marks need the next number as a witness.
    """

    label: str
    start: int
    end: int
    readings: tuple[Candidate, ...]
    weak: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether it is a bullet rather than a number."""
        return self.readings[0].family == BULLET


_D = "[0-9０-９]"
_H = "[零〇一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰貳參陸兩]"
_L = "[A-Za-zＡ-Ｚａ-ｚ]"
_STOP = r"(?:\s?[.．、:：])?"  # （1）、甲 and a). b
_OPEN, _CLOSE = "[(（﹙〔]", "[)）﹚〕]"
_WORD_NUMBER = (
    rf"(?:{_D}{{1,3}}(?:\.{_D}{{1,3}})*|[IVXLC]{{1,7}}(?:(?:\.{_D}{{1,3}})+|\b)|[A-Z]\b|[一二三四五六七八九十]+|"
    rf"(?i:{ORDINALS}|premier|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_TH = r"(?:\s?\.?[º°ª]|er\b|ER\b|re\b|ère\b)"
# Nor a part of a number: "Section 3.2 of the Act applies." refers, and is no Section 3; "Article 5.Objects" is one.
_NO_SENTENCE = r"(?=$|[:：、—–-]|\s+[^a-zà-ÿ\s])"
_MOST_DEGREES = 40  # 90° is an angle
_YEARS = 1000  # from here on a number may be a year, and counts only where the one before it stands
_POINT = r"\s?[.．·\-‐‑–－]\s?"  # 第1.1条, 第1-1条
_LEAD = re.compile(r"[\s\u3000\u200b]*")
_AFTER_REFERENCE = re.compile(r"[のにはをがでとへ规規所约約之中的及至和或与與項项下款、第]|（|\(")
# "第1条（適用）" stands above its paragraphs, as Japanese lawyers write; what follows 第十条【目的】 is its first.
_HEADED = re.compile(r"[（(][^（）()]+[）)]\s*\Z|[【〔［][^【】〔〕［］]+[】〕］]")

Build = Callable[[re.Match[str]], Mark | None]


def _number(text: str) -> int:
    return int(unicodedata.normalize("NFKC", text))


def _mark(match: re.Match[str], label: str, *readings: Candidate, weak: bool = False) -> Mark | None:
    return Mark(label, match.start(), match.end(), readings, weak=weak) if readings else None


def _article(match: re.Match[str]) -> Mark | None:
    parts, inserted = _parts(match["n"]), _value(match["inserted"] or "")
    if parts is None:
        return None
    after = match.string[match.end() : match.end() + 1]
    closed = match.group().endswith(("、", "：", ":", ".", "．")) or not after or after.isspace()
    headed = not closed and _HEADED.match(match.string[match.end() :]) is not None
    if not closed and not headed and (inserted or _AFTER_REFERENCE.match(after)):
        return None
    closed = closed or headed
    label = "".join(match.group().rstrip("、：:.．").split())
    family = f"第{match['unit']}" if len(parts) == 1 else f"第{match['unit']}.{len(parts)}"
    return _mark(match, label, Candidate(family, parts, inserted or 0), weak=not closed)


def _parts(numeral: str) -> tuple[int, ...] | None:
    """Return (1, 2) for 1.2 and 1-2, (12,) for 十二."""
    values = [_value(one) for one in re.split(_POINT, numeral)]
    return tuple(value for value in values if value is not None) if None not in values else None


def _value(numeral: str) -> int | None:
    return _number(numeral) if numeral[:1].isdecimal() else hanzi_value(numeral)


def _worded(match: re.Match[str]) -> Mark | None:
    label = " ".join(match.group().rstrip(".:：、").split())
    word, numeral = match["word"], match["n"]
    family = word.lower()
    if "." in numeral:
        parts = tuple(_value(part) or roman_value(part) or 0 for part in numeral.split("."))
        return _mark(match, label, Candidate(family, parts))
    if numeral[0].isdecimal():
        inserted = letter_value(match["inserted"] or "") or 0
        return _mark(match, label, Candidate(family, (_number(numeral),), inserted))
    if hanzi := hanzi_value(numeral):
        return _mark(match, label, Candidate(family, (hanzi,)))
    if ordinal := ordinal_value(numeral):
        return _mark(match, label, Candidate(family, (ordinal,)))
    return _mark(match, label, *_latin_readings(numeral, family))


def _alone(match: re.Match[str]) -> Mark | None:
    """附則, or an annex without a number: what follows it begins anew."""
    label = "".join((match["word"] or match["word2"]).split())
    return _mark(match, label, Candidate(label.lower(), (1,)))


def _ordinal(match: re.Match[str]) -> Mark | None:
    value = ordinal_value(match["n"])
    return _mark(match, match["n"], Candidate("primero", (value,))) if value else None


def _degree(match: re.Match[str]) -> Mark | None:
    label, value = "".join(match.group().rstrip(".:-–) ").split()), _number(match["n"])
    return _mark(match, label, Candidate("1°", (value,))) if value <= _MOST_DEGREES else None


def _kana(match: re.Match[str]) -> Mark | None:
    bracketed = match["n"] is not None
    style = "()" if bracketed else ""
    readings = (Candidate(f"{name}{style}", (value,)) for name, value in kana_values(match["n"] or match["n2"]))
    return _mark(match, match.group().strip(" .．、"), *readings, weak=not bracketed)


def _latin_readings(letters: str, family: str) -> tuple[Candidate, ...]:
    plain = unicodedata.normalize("NFKC", letters)
    case = "A" if plain.isupper() else "a"
    double = letter_value(plain[0]) if len(plain) == 2 and plain[0] == plain[1] else None  # noqa: PLR2004 - aa), bb)
    values = (("roman", roman_value(plain)), ("letter", letter_value(plain)), ("double", double))
    return tuple(Candidate(f"{family}:{kind}:{case}", (value,)) for kind, value in values if value)


def _bracketed(match: re.Match[str]) -> Mark | None:
    inner = match["n"]
    both = match.group()[0] in "(（﹙〔"
    style = "()" if both else ")"
    label = "".join(match.group().rstrip(".．、:： ").split())
    label = label if both else ("（" if label[-1] == "）" else "(") + label
    if inner[0].isdecimal():
        return _mark(match, label, Candidate(f"1{style}", (_number(inner),)))
    if hanzi := hanzi_value(inner):
        return _mark(match, label, Candidate(f"一{style}", (hanzi,)))
    return _mark(match, label, *_latin_readings(inner, style))


def _decimal(match: re.Match[str]) -> Mark | None:
    parts = tuple(int(part) for part in re.split(r"[.．]", unicodedata.normalize("NFKC", match["n"])))
    return _mark(match, ".".join(str(part) for part in parts), Candidate(f"1.{len(parts)}", parts))


def _lettered(match: re.Match[str]) -> Mark | None:
    """2a. Eligibility, 2b. Duties: letters inside a number, as web pages of terms have them."""
    label = unicodedata.normalize("NFKC", match["n"] + match["letter"])
    letter = letter_value(match["letter"])
    return _mark(match, label, Candidate("1a", (_number(match["n"]), letter))) if letter else None


def _delimited(match: re.Match[str]) -> Mark | None:
    inner = match["n"]
    if inner[0].isdecimal():
        value = _number(inner)
        return _mark(match, unicodedata.normalize("NFKC", inner), Candidate("1", (value,)), weak=value >= _YEARS)
    if hanzi := hanzi_value(inner):
        return _mark(match, inner, Candidate("一", (hanzi,)))
    return _mark(match, inner, *_latin_readings(inner, "."))


def _bare(match: re.Match[str]) -> Mark | None:
    inner = match["n"]
    value = _number(inner) if inner[0].isdecimal() else hanzi_value(inner)
    if value is None:
        return None
    family = "1" if inner[0].isdecimal() else "一"
    return _mark(match, unicodedata.normalize("NFKC", inner), Candidate(family, (value,)), weak=True)


def _sign(match: re.Match[str]) -> Mark | None:
    value = circled_value(match["n"])
    if not value:
        return None
    family = next((name for first, last, name in _SIGN_FAMILIES if first <= match["n"] <= last), "①")
    return _mark(match, match["n"], Candidate(family, (value,)))


_SIGN_FAMILIES = (("㈠", "㈩", "一()"), ("⒈", "⒛", "1"), ("Ⅰ", "Ⅻ", ".:roman:A"), ("⑴", "⒇", "1()"))


def _bullet(match: re.Match[str]) -> Mark | None:
    return _mark(match, match["n"], Candidate(BULLET, (0,)))


_PATTERNS: tuple[tuple[re.Pattern[str], Build], ...] = (
    (re.compile(r"(?P<n>[•●○◦▪■□◆◇►▶➢➤✓✔·∙‣⁃※★☆])(?![•●·])"), _bullet),
    (re.compile(r"(?P<n>[-–—*+])(?=[ \t\u3000\xa0]+\S)"), _bullet),
    (
        re.compile(
            rf"第\s*(?P<n>{_H}+|{_D}{{1,4}}(?:{_POINT}{_D}{{1,3}}){{0,4}})\s*(?P<unit>编|編|部分|篇|章|节|節|条|條|款|項)"
            rf"(?:\s?[之の]\s?(?P<inserted>{_H}+|{_D}{{1,2}}))?[、：:.．]?"
        ),
        _article,
    ),
    (
        re.compile(
            rf"(?P<word>{WORDS})(?:(?<![a-zA-Z])\s*|\s+|(?=\d))"
            rf"(?P<n>{_WORD_NUMBER})(?P<inserted>(?<=[0-9])[a-zA-Z]\b)?{_TH}?(?:[：、]|\.(?!{_D})|:?{_NO_SENTENCE})"
        ),
        _worded,
    ),
    (re.compile(rf"(?P<word>附\s*[则則])(?=\s*$|\s*[（(])|(?P<word2>{ANNEX_WORDS})(?=\s*$|[:：])"), _alone),
    (re.compile(rf"(?i:(?P<n>{ORDINALS}))(?:\s?[.:)]\s?[-–—]?|\s?[-–—])(?=\s*\S)"), _ordinal),
    (re.compile(rf"(?P<n>{_D}{{1,2}})\s?\.?[º°ª][).:]?(?![CF])\s?[-–]?(?=\s)"), _degree),
    (re.compile(r"[(（](?P<n>[ア-ン])[)）]|(?P<n2>[ア-ン])(?:[.．、]|(?=[ \u3000]))"), _kana),
    (
        re.compile(rf"{_OPEN}\s*(?P<n>{_D}{{1,3}}|{_H}{{1,4}}|[IVXLCivxlc]{{1,7}}|({_L})\2?)\s*{_CLOSE}{_STOP}"),
        _bracketed,
    ),
    (re.compile(rf"(?P<n>{_D}{{1,3}}|{_H}{{1,4}}|[ivxlc]{{1,6}}|({_L})\2?)\s*[)）]{_STOP}"), _bracketed),
    (
        re.compile(
            rf"(?P<n>{_D}{{1,3}}(?:[.．]{_D}{{1,3}}){{1,5}})[.．、:：]?(?![{_D[1:-1]}%％倍元万亿年月日/-])(?!\s*%|条(?!款|件|例|约(?!定)))"
        ),
        _decimal,
    ),
    (re.compile(rf"(?P<n>{_D}{{1,2}})(?P<letter>[a-z])[.)](?=\s+\S)"), _lettered),
    (re.compile(rf"(?P<n>{_D}{{1,4}})\s?[、.．](?![{_D[1:-1]}])"), _delimited),
    (re.compile(rf"(?P<n>{_H}{{1,4}})\s?[、.．]"), _delimited),
    (
        re.compile(
            rf"(?P<n>[IVXLC]{{2,7}}|[ivxlc]{{2,6}}|{_L})(?!\. ?[A-Z]\.\s+[A-Z])"  # initials before a name
            r"(?:[.．](?=[\s\u3000]|[\u4e00-\u9fff]|$)|、)"
        ),
        _delimited,
    ),
    (re.compile(r"(?P<n>[①-⑳㉑-㉟❶-❿⑴-⒇⒈-⒛㈠-㈩⓵-⓾➀-➉Ⅰ-Ⅻ])[、.．]?"), _sign),
    (re.compile(rf"(?P<n>{_D}{{1,2}}|{_H}{{1,3}})(?=[ \t\u3000\xa0]+(?:[–—-][ \xa0]+)?[A-ZÀ-Þ\u3040-\u9fff])"), _bare),
)
_LOOK = 60
_FAR = 200
_DIGITS = "0123456789０１２３４５６７８９"
_LETTERS = "".join(chr(first + number) for first in (0x41, 0x61, 0xFF21, 0xFF41) for number in range(26))
# What each pattern may begin with: most lines begin with none of it, and a line tries only what could fit.
_BEGINNINGS = (
    "•●○◦▪■□◆◇►▶➢➤✓✔·∙‣⁃※★☆",
    "-–—*+",
    "第",
    "".join({word[0] for word in WORDS.split("|")}),
    "".join({word[0] for word in f"附|{ANNEX_WORDS}".split("|")}),
    "pstcqondvuúPSTCQONDVUÚ",
    _DIGITS,
    "(（" + "".join(chr(letter) for letter in range(0x30A1, 0x30F4)),
    "(（﹙〔",
    _DIGITS + _H[1:-1] + _LETTERS,
    _DIGITS,
    _DIGITS,
    _DIGITS,
    _H[1:-1],
    _LETTERS,
    "".join(chr(sign) for sign in range(0x2160, 0x322A) if chr(sign).isnumeric()),
    _DIGITS + _H[1:-1],
)
_BY_FIRST: dict[str, list[tuple[re.Pattern[str], Build]]] = {}
for _letters, _pattern in zip(_BEGINNINGS, _PATTERNS, strict=True):
    for _letter in _letters:
        _BY_FIRST.setdefault(_letter, []).append(_pattern)


# Two words, the first of which heads no number: nothing to look at closely.
_PLAIN = re.compile(rf"(?!{WORDS}|DECIM|[Dd]ecim)[A-Za-z]+,? [A-Za-z]")


def mark_at(text: str, start: int, end: int) -> Mark | None:
    """Return what `mark_of` says of the line of `text` from start to end."""
    return None if _PLAIN.match(text, start, end) else mark_of(text[start : min(end, start + _FAR)])


def mark_of(line: str) -> Mark | None:
    """Return the number or bullet `line` seems to begin with; positions count in `line`."""
    if _PLAIN.match(line):
        return None
    if line[:1] in _BY_FIRST:
        return _read(line[:_LOOK])
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    found = _read(line[start : start + _LOOK]) if start else None
    return found and Mark(found.label, found.start + start, found.end + start, found.readings, found.weak)


@lru_cache(maxsize=4096)
def _read(head: str) -> Mark | None:
    for pattern, build in _BY_FIRST.get(head[:1], ()):
        match = pattern.match(head)
        mark = build(match) if match else None
        if mark:
            return mark
    return None
