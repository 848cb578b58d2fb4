"""Numbers in figures and in words, as one decimal. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from documents.numbers import hanzi_value

__all__ = ["Found", "Reader", "count_key", "english_number", "key_of", "plain_number"]

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_LARGE = {"百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "億": 10**8}
_TIMES = {"year": ("month", 12), "week": ("day", 7)}


class Found(NamedTuple):
    """What some words come to; an empty measure is left out of every list."""

    measure: str
    key: str


Reader = Callable[[re.Match[str]], Found | None]
"""Reads what a pattern found; None where it is no value after all."""


def key_of(number: Decimal) -> str:
    """Return a number as one text, however it was written."""
    return format(number.normalize(), "f")


def plain_number(words: str, large: str = "") -> Decimal | None:
    """Return 50000 for 5 and 万, 30 for 三十 or 30; None for what is no number."""
    digits = words.replace(",", "").replace("，", "").strip()
    if re.fullmatch(r"[\d.]+", digits) and digits.count(".") <= 1 and digits != ".":
        return Decimal(digits) * _LARGE.get(large, 1)
    for unit in ("亿", "億", "万", "萬"):
        head, sign, tail = digits.partition(unit)
        if sign:
            above, below = plain_number(head or "一"), plain_number(tail) if tail else Decimal(0)
            return None if above is None or below is None else (above * _LARGE[unit] + below) * _LARGE.get(large, 1)
    value = hanzi_value(digits)
    return None if value is None else Decimal(value) * _LARGE.get(large, 1)


def english_number(words: str) -> Decimal | None:
    """Return 25 for 25 or twenty-five, 2000000 for 2 million; None for what is no number."""
    total = part = Decimal(0)
    for word in re.split(r"[\s-]+", words.lower().replace(",", "").strip()):
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            part += Decimal(word)
        elif word in _SMALL or word in _TENS:
            part += _SMALL.get(word, _TENS.get(word, 0))
        elif word == "hundred":
            part = (part or Decimal(1)) * 100
        elif word in _SCALE:
            total, part = total + (part or Decimal(1)) * _SCALE[word], Decimal(0)
        elif word not in ("a", "and", ""):
            return None
    return total + part


def count_key(measure: str, number: Decimal) -> Found:
    """Return a count of something, years as months and weeks as days."""
    base, times = _TIMES.get(measure, (measure, 1))
    return Found(base, key_of(number * times))
