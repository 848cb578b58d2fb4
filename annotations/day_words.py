"""A day in words, as reports print it, and read back from them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

__all__ = ["MONTHS", "date_text", "day_read", "due_text"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENGLISH: Final = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})", re.IGNORECASE)
_CHINESE: Final = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")


def date_text(day: date, language: str) -> str:
    """Return a date in words that no program will ever change: 2026年11月22日, 22 November 2026."""
    if language.lower().startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def due_text(due: str, language: str) -> str:
    """Return a due date as a report prints it; what is no ISO date stays as the reviewer wrote it."""
    day = _day(due.strip()) if _ISO.fullmatch(due.strip()) else None
    return date_text(day, language) if day else due


def day_read(words: str) -> str:
    """Return the ISO date that words printed by `date_text` stand for; other words as they are."""
    told = " ".join(words.split())
    found = _ENGLISH.fullmatch(told) or _CHINESE.fullmatch(told)
    if found is None:
        return words
    name = found["month"].capitalize()
    month = MONTHS.index(name) + 1 if name in MONTHS else int(name)
    iso = f"{int(found['year']):04}-{month:02}-{int(found['day']):02}"
    return iso if _day(iso) else words


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
