"""A date as people write it in either language; anything that is no date is the day the field was made for."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from export.wording import MONTHS, date_text

__all__ = ["DateField", "date_in"]

_NUMBERS = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([A-Za-z]{3,})\.?,?\s+(\d{4})")


class DateField(QLineEdit):
    """Shows 22 November 2026 or 2026年11月22日; takes 2026-11-22 as well."""

    def __init__(self, day: date, language: str, parent: QWidget | None = None) -> None:
        super().__init__(date_text(day, language), parent)
        self._day = day
        self.setPlaceholderText(date_text(day, language))

    @property
    def day(self) -> date:
        """The day that is written."""
        return date_in(self.text()) or self._day


def date_in(text: str) -> date | None:
    """Return the day a text names, None when it names none."""
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


def _month(name: str) -> int:
    """Return 1 to 12; 0, which is no month, for a name that is none."""
    wanted = name.lower()
    return next((number for number, month in enumerate(MONTHS, start=1) if month.lower().startswith(wanted)), 0)
