"""A date as people write it in either language; anything that is no date is the day the field was made for."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from export.wording import date_text
from ui.models.due import day_of

__all__ = ["DateField"]


class DateField(QLineEdit):
    """Shows 22 November 2026 or 2026年11月22日; takes 2026-11-22 as well."""

    def __init__(self, day: date, language: str, parent: QWidget | None = None) -> None:
        super().__init__(date_text(day, language), parent)
        self._day = day
        self.setPlaceholderText(date_text(day, language))

    @property
    def day(self) -> date:
        """The day that is written."""
        return day_of(self.text()) or self._day
