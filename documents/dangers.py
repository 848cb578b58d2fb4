"""Signs of danger: what makes two wordings mean different things however alike they look. Pure."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

__all__ = ["DANGERS", "Terms", "dangers"]

DANGERS: Final = ("number", "negation", "modal", "scope", "opposite", "party", "term")
"""Codes of what may have changed; their words stand in annotations/following_sentences.py."""

_FIGURE: Final = re.compile(
    r"\d+(?:[.,:/]\d+)*%?|[百千万萬]分之[零〇一二三四五六七八九十百千]+|[零〇一二三四五六七八九十百千万亿两兩]+(?=[年月日天个個小周週工元万萬亿億%％倍次岁歲名])"
)
_COUNTED: Final = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred"
)
_MEASURE: Final = re.compile(
    rf"\b(?:\d+|({_COUNTED}))\b(?:\s*\(\w+\))?[\s-]*(?:(business|working|calendar)\s+)?"
    r"(minute|hour|day|week|month|quarter|year|per\s?cent)s?\b"
    r"|[\d零〇一二三四五六七八九十百两]\s*(?:个|個)?(工作)?(分钟|小时|日|天|周|月|年)"
    r"|(EUR|USD|GBP|RMB|CNY|HKD|JPY|CHF|SGD|[€$£¥￥]|人民币|美元|欧元|港元|日元)",
    re.IGNORECASE,
)
_ONE_MEASURE: Final = {"天": "日", "￥": "¥"}
_OPPOSITES: Final = (
    (r"\band\b", r"\bor\b"),
    (r"\bbefore\b|\bprior to\b", r"\bafter\b"),
    (r"\bmore\b|\babove\b|\bexceed\w*", r"\bless\b|\bbelow\b"),
    (r"\bmaximum\b", r"\bminimum\b"),
    (r"\binclude|\bincluding\b", r"\bexclude|\bexcluding\b"),
    ("和|及|与|且", "或"),
    ("之前|以前|前(?=[，。；,])", "之后|以后|后(?=[，。；,])"),
    ("高于|超过|多于", "低于|少于|不足"),
)
_NEGATION: Final = re.compile(
    r"\b(?:not|no|nor|none|never|neither|without|except|unless|cannot|nothing"
    r"|nicht|kein\w*|ohne|ne|pas|sans|ni|non|sin|нет|не|без)\b"
    r"|n['’]t\b|不|无|無|未|非|否|除外|没有|沒有|ません|ない|なく|なし",
    re.IGNORECASE,
)
_MODAL: Final = re.compile(
    r"\b(?:shall|must|(?-i:may|MAY|May(?= [a-z]))|might|can|could|will|would|should|required|entitled"
    r"|muss|müssen|darf|dürfen|kann|können|soll\w*|doit|doivent|peut|peuvent|debe\w*|puede\w*"
    r"|должн\w*|вправе|может|могут)\b"
    r"|可以|可能|应当|應當|应该|應該|应(?![用对對急])|應(?![用對急])|必须|必須|须|須|有权|有權|得以|不得|禁止"
    r"|できる|しなければ",
    re.IGNORECASE,
)
_SCOPE: Final = re.compile(
    r"\b(?:including|include[sd]?|limited to|only|solely|exclusively|at least|at most|nur|uniquement|únicamente)\b"
    r"|包括|限于|限於|仅|僅|只|以上|以下|以内|のみ",
    re.IGNORECASE,
)
_PARTY: Final = re.compile(
    r"\b(?:customer(?!\.\w)|supplier|client|provider|controller|processor|licensor|licensee|buyer|seller|employer|employee"
    r"|users?|we|us|our|you|your|third part(?:y|ies)|affiliates?)\b"
    r"|甲方|乙方|丙方|我们|我們|您|你|本公司|用户|用戶|第三方|关联公司|關聯公司|合作方|委托人|受托人|当社|お客様",
    re.IGNORECASE,
)
_ONE_PARTY: Final = {
    "us": "we",
    "our": "we",
    "your": "you",
    "我們": "我们",
    "你": "您",
    "user": "users",
    "affiliate": "affiliates",
    "third party": "third parties",
}
_ADDRESSED: Final = frozenset({"we", "you", "我们", "您", "当社", "お客様"})
_ONE_NEGATION: Final = {"ません": "ない", "なく": "ない", "なし": "ない"}
_QUOTED: Final = re.compile(r"[“\"《「][^”\"》」\n]{1,40}[”\"》」]")
_CAPITAL: Final = re.compile(r"(?<=[a-zß-ÿ,;) ] )[A-ZÀ-Þ][\w-]+")


class Terms:
    """The names and defined terms of two versions of a text: words written large where no sentence begins."""

    def __init__(self, *texts: str) -> None:
        self._names: set[str] = set()
        for text in texts:
            large = Counter(_CAPITAL.findall(text))
            if large.total() * 12 < len(text.split()):  # not where every noun is written large
                self._names |= {word for word, times in large.items() if times > 1}

    def of(self, words: str) -> set[str]:
        """Return the terms that some words hold."""
        quoted = {found[1:-1] for found in _QUOTED.findall(words)}
        return {word for word in _CAPITAL.findall(words) if word in self._names} | quoted


def dangers(old: str, new: str, terms: Terms) -> tuple[str, ...]:
    """Return the codes of what a new wording says otherwise than the old one, in the order of DANGERS."""
    if old == new:
        return ()
    told = {
        "number": _listed(_FIGURE, old) != _listed(_FIGURE, new) or _measures(old) != _measures(new),
        "negation": _negations(old) != _negations(new),
        "modal": Counter(_listed(_MODAL, old)) != Counter(_listed(_MODAL, new)),
        "scope": Counter(_listed(_SCOPE, old)) != Counter(_listed(_SCOPE, new)),
        "opposite": any(_turned(one, other, old, new) for one, other in _OPPOSITES),
        "party": _parties_changed(_parties(old), _parties(new)),
        "term": bool(terms.of(old) - terms.of(new)),
    }
    return tuple(code for code in DANGERS if told[code])


def _listed(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.lower() for found in pattern.findall(text)]


def _parties(text: str) -> list[str]:
    return [_ONE_PARTY.get(found, found) for found in _listed(_PARTY, text)]


def _measures(text: str) -> list[tuple[str, ...]]:
    """Return in what things are counted, one after the other: days, business days, euros, and numbers in words."""
    found = (one.groups("") for one in _MEASURE.finditer(text))
    return [tuple(_ONE_MEASURE.get(part, part.lower()) for part in parts) for parts in found]


def _turned(one: str, other: str, old: str, new: str) -> bool:
    """Whether a word gave way to its opposite."""
    less, more = (len(re.findall(word, new, re.I)) - len(re.findall(word, old, re.I)) for word in (one, other))
    return less * more < 0


def _negations(text: str) -> Counter[str]:
    return Counter(_ONE_NEGATION.get(found, found) for found in _listed(_NEGATION, text))


def _parties_changed(before: list[str], after: list[str]) -> bool:
    """Whether a party came or went, one took another's place, or the same ones changed places.

    "We" and "you" come and go with the way a sentence is built: they count where another takes their place.
    """
    gone, come = set(before) - set(after), set(after) - set(before)
    if (gone | come) - _ADDRESSED or (gone and come):
        return True
    return sorted(before) == sorted(after) and before != after
