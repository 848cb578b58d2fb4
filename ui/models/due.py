"""When something is to be done: kept as 2026-11-22 where it is a day, shown as the language writes days. Pure."""

from __future__ import annotations

import re
from datetime import date

from annotations.model import Note, Status

__all__ = ["day_of", "due_text", "due_words", "overdue"]

_NUMBERS = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D?")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([A-Za-z]{3,})\.?,?\s+(\d{4})")
_DONE = (Status.RESOLVED, Status.DECLINED, Status.ACCEPTED)


def day_of(text: str) -> date | None:
    """Return the day a text names in either language, None where it names none."""
    words = text.strip()
    try:
        if numbers := _NUMBERS.fullmatch(words):
            year, month, day = map(int, numbers.groups())
            return date(year, month, day)
        if named := _NAMED.fullmatch(words):
            return date(int(named[3]), _month(named[2]), int(named[1]))
    except ValueError:
        return None
    return None


def due_text(words: str) -> str:
    """Return what a note keeps: the day in ISO form, else the words as they are."""
    day = day_of(words)
    return words if day is None else day.isoformat()


def due_words(text: str, language: str) -> str:
    """Return a kept day as people write it."""
    from export.wording import date_text

    day = day_of(text)
    return text if day is None else date_text(day, language)


def overdue(note: Note, today: date) -> bool:
    """Whether a note should have been dealt with before today and was not."""
    day = day_of(note.due)
    return day is not None and day < today and note.status not in _DONE


def _month(name: str) -> int:
    """Return 1 to 12; 0, which is no month, for a name that is none."""
    from export.wording import MONTHS

    wanted = name.lower()
    return next((number for number, month in enumerate(MONTHS, start=1) if month.lower().startswith(wanted)), 0)
