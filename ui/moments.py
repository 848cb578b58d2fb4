"""Days and moments as people write them: 22 November 2026, 14:02 or 2026年11月22日 14:02."""

from __future__ import annotations

from datetime import date, datetime

from export.wording import date_text

__all__ = ["day_words", "moment_words"]


def day_words(day: date, language: str) -> str:
    """Return a day in the language of the window."""
    return date_text(day, language)


def moment_words(moment: datetime, language: str) -> str:
    """Return a day and the time of it."""
    between = " " if language.startswith("zh") else ", "
    return f"{date_text(moment.date(), language)}{between}{moment:%H:%M}"
