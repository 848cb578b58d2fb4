"""The text of one cell: nothing in it is ever a formula, and it is no longer than a cell can be. Pure."""

from __future__ import annotations

import re
from typing import Final

from annotations.answer_words import CELL_HOLDS, units
from export.memo.markup import clean
from export.sheets.words import tell

__all__ = ["MOST", "acts_as_formula", "as_plain_text", "fitted"]

MOST: Final = CELL_HOLDS

_FORMULA: Final = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r\n]")
"""How what a program could take for a formula begins; the wide signs count on East Asian systems."""


def acts_as_formula(text: str) -> bool:
    """Whether a program that is given `text` as it stands could take it for a formula."""
    return bool(text) and (text[0] in "\t\r\n" or _FORMULA.match(text) is not None)


def as_plain_text(text: str) -> str:
    """Return `text` so that no program takes it for a formula: an apostrophe before what begins like one."""
    return f"'{text}" if acts_as_formula(text) else text


def fitted(text: str, language: str) -> tuple[str, bool]:
    """Return what a cell holds of `text`, without characters XML cannot hold, and whether it was cut."""
    told = clean(text).strip("\n")
    if len(told) * 2 <= MOST or units(told) <= MOST:
        return told, False
    ending = tell("cut", language)
    room = MOST - units(ending)
    return told.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore") + ending, True
