"""What two languages write each in its own way and must say alike: numbers, dates, amounts, addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from documents.bilingual.chinese_values import CHINESE
from documents.bilingual.english_values import ENGLISH
from documents.bilingual.figures import Found, Reader
from documents.model import Span

__all__ = ["Value", "values_in"]

_URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9./?=&%#_~:+@-]*[A-Za-z0-9/]", re.IGNORECASE)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_STANDARD = re.compile(r"\b(?:GB/?T?|ISO(?:/IEC)?|IPv|SHA-|AES-?|TLS|HTTP/|MP)\s?\d[\d.:-]*\b")
_PHONE = re.compile(r"(?<![\d.,])\+?\d{2,4}[- ]\d{3,4}(?:[- ]\d{3,6})+(?![.,]?\d)|(?<![\d.,])1\d{10}(?!\d)")
_FIGURE = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z_])")
_LARGEST = 15


@dataclass(frozen=True, slots=True)
class Value:
    """One thing said in figures or words. `measure` is what it counts, `key` what it comes to, in no language.

    Measures: day, workday, hour, minute, month (years are twelve), age, times, percent, number, date, mail, web,
    phone, reference, standard, or a currency's code.
    """

    measure: str
    key: str
    span: Span


def values_in(text: str, language: str) -> tuple[Value, ...]:
    """Return the values of some words in order; spans count from their start."""
    found: list[Value] = []
    rest = text
    own = CHINESE if language.startswith(("zh", "ja")) else ENGLISH
    for pattern, read in (*_EVERYWHERE, *own, (_FIGURE, _number)):
        rest = _take(pattern, read, rest, found)
    return tuple(sorted(found, key=lambda value: value.span))


def _take(pattern: re.Pattern[str], read: Reader, text: str, found: list[Value]) -> str:
    """Add what a pattern finds, and return the text with blanks in its place, that nothing is read twice."""

    def taken(match: re.Match[str]) -> str:
        told = read(match)
        if told is None:
            return match.group()
        if told.measure:
            found.append(Value(told.measure, told.key, Span(*match.span())))
        return "\x00" * len(match.group())

    return pattern.sub(taken, text)


def _web(match: re.Match[str]) -> Found:
    address = re.sub(r"^https?://(?:www\.)?|^www\.", "", match.group().lower())
    return Found("web", address.rstrip("/").partition("/")[0])


def _iso(match: re.Match[str]) -> Found:
    return Found("date", f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}")


def _number(match: re.Match[str]) -> Found | None:
    digits = match.group().replace(",", "")
    if len(digits) > _LARGEST:
        return None
    return Found("number", format(Decimal(digits).normalize(), "f"))


def _plainly(measure: str) -> Callable[[re.Match[str]], Found]:
    return lambda match: Found(measure, re.sub(r"[\s-]", "", match.group().lower()))


_EVERYWHERE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_MAIL, _plainly("mail")),
    (_URL, _web),
    (_STANDARD, _plainly("standard")),
    (_ISO, _iso),
    (_PHONE, _plainly("phone")),
)
