"""Days as workbooks keep them: numbers that a cell's style shows as a date. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

__all__ = ["dated", "is_date"]

_BUILT_IN: Final = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)})
"""Numbers of formats that ECMA-376 (18.8.30) gives to days, those of East Asian programs with them."""
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FIRST: Final = datetime(1899, 12, 30)
"""Day nought: programs count 29 February 1900, which never was."""
_FIRST_1904: Final = datetime(1904, 1, 1)
_LAST: Final = 2_958_465


def is_date(number: int, code: str) -> bool:
    """Whether a number format shows a day; `code` is its own, "" for a built-in one."""
    if not code:
        return number in _BUILT_IN
    bare = _QUOTED.sub("", code).lower()
    return "y" in bare or "d" in bare


def dated(value: str, *, from_1904: bool = False) -> str:
    """Return the day a number stands for, `2026-12-31`, with its time where it has one; what is none stays as it is."""
    try:
        days = float(value)
    except ValueError:
        return value.strip()
    if not 0 < days <= _LAST:
        return value.strip()
    moment = (_FIRST_1904 if from_1904 else _FIRST) + timedelta(days=days)
    if days == int(days):
        return date.isoformat(moment)[:10]
    return (moment + timedelta(seconds=30)).strftime("%Y-%m-%d %H:%M")
