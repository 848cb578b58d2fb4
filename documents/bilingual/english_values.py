"""Numbers, dates and amounts as English, and languages near it, write them. Pure."""

from __future__ import annotations

import re

from documents.bilingual.figures import Found, Reader, count_key, english_number, key_of

__all__ = ["ENGLISH"]

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_HUNDRED = rf"(?:{_ONES}|a)[ -]hundred"
_WORDS = rf"(?:(?:{_HUNDRED}(?: and)?[ -]?)?(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})|{_HUNDRED})"
_FIGURES = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NUM = rf"(?:{_FIGURES}|\b{_WORDS}\b)(?:\s*\(\s*(?:{_FIGURES}|{_WORDS})\s*\))?"
_SCALE = r"(?:\s*(?:thousand|million|billion))?"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = rf"({'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_MONEY = {
    "rmb": "CNY", "cny": "CNY", "¥": "CNY", "￥": "CNY", "yuan": "CNY", "renminbi": "CNY", "us$": "USD", "usd": "USD",
    "$": "USD", "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "hk$": "HKD", "hkd": "HKD", "€": "EUR",
    "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP", "jpy": "JPY", "yen": "JPY", "nt$": "TWD",
}  # fmt: skip
_SIGN = r"RMB|CNY|US\$|USD|HK\$|HKD|NT\$|EUR|GBP|JPY|[¥￥$€£]"
_NAME = r"yuan|renminbi|RMB|CNY|U\.?S\.? dollars?|dollars?|USD|euros?|EUR|pounds?|GBP|yen|HKD"
_UNIT = r"(days?|weeks?|months?|years?|hours?|minutes?|seconds?|times)"


def _number(words: str) -> str:
    return words.partition("(")[0].strip()


def _date(year: str, month: str, day: str) -> Found:
    number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()[:3]))
    return Found("date", f"{year or '-'}-{number:02}" + (f"-{int(day):02}" if day else ""))


def _money(match: re.Match[str]) -> Found | None:
    number = english_number(_number(match["number"]) + " " + (match["scale"] or ""))
    code = _MONEY[match["unit"].lower().replace("u.s", "us").replace("us. ", "us ").rstrip("s")]
    return None if number is None else Found(code, key_of(number))


def _percent(match: re.Match[str]) -> Found | None:
    number = english_number(_number(match[1]))
    return None if number is None else Found("percent", key_of(number))


def _count(match: re.Match[str]) -> Found | None:
    number = english_number(_number(match[1]))
    if number is None:
        return None
    unit = match[3].lower().rstrip("s") if match[3].lower() != "times" else "times"
    working = (match[2] or "").lower() in ("business", "working", "trading")
    return count_key("workday" if working and unit == "day" else unit, number)


def _age(match: re.Match[str]) -> Found | None:
    number = english_number(_number(match[1]))
    return None if number is None else Found("age", key_of(number))


def _reference(match: re.Match[str]) -> Found:
    return Found("reference", match[1].rstrip("."))


_NO_AGE = r"(?!\s*(?:%|per|business|working|calendar|day|week|month|hour|min))"
_AGED = rf"(?:aged?(?: of)?|under|below|over)\s+({_NUM}){_NO_AGE}"
_AGED_YEARS = rf"({_NUM})[\s-]*years?(?:[\s-]+of[\s-]+age|[\s-]+olds?)"

ENGLISH: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(r"\b(?:articles?|art\.|sections?|clauses?|paragraphs?|chapters?|items?|part)\s+(\d[\d.]*)", re.I),
        _reference,
    ),
    (
        re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.I),
        lambda match: _date(match[3], match[1], match[2]),
    ),
    (
        re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+((?:19|20)\d\d)\b", re.I),
        lambda match: _date(match[3], match[2], match[1]),
    ),
    (re.compile(rf"\b{_MONTH},?\s+((?:19|20)\d\d)\b", re.I), lambda match: _date(match[2], match[1], "")),
    (re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})\b(?!\s*%)", re.I), lambda match: _date("", match[1], match[2])),
    (re.compile(r"\b\d+(?:st|nd|rd|th)\b"), lambda _match: Found("", "")),
    (re.compile(rf"({_NUM})\s*(?:%|per\s?cent\b)", re.I), _percent),
    (re.compile(rf"(?P<unit>{_SIGN})\s*(?P<number>{_FIGURES})(?P<scale>{_SCALE})\b(?:\s*yuan)?", re.I), _money),
    (re.compile(rf"(?P<number>{_NUM})(?P<scale>{_SCALE})\s+(?P<unit>{_NAME})\b", re.I), _money),
    (re.compile(_AGED_YEARS, re.I), _age),
    (re.compile(rf"({_NUM})[\s-]*(business|working|calendar|natural|trading)?[\s-]*{_UNIT}\b", re.I), _count),
    (re.compile(_AGED, re.I), _age),
    (re.compile(r"\btwice\b", re.I), lambda _match: Found("times", "2")),
    (re.compile(r"(?<![\w.])((?:19|20)\d\d)(?![\d,.%])"), lambda match: Found("date", match[1])),
)
"""Patterns in the order they are looked for, each with what reads it."""
