"""What sort of change an edit is: its signs of danger, and the categories a list is filtered by."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from documents.comparing.model import Category
from documents.comparing.words import tokens
from documents.dangers import Terms, dangers

__all__ = ["categories_of", "signs_of"]

_NO_WORD: Final = re.compile(r"[\W_]+")
_FEW: Final = 4  # words that come or go, from which on something is said that was not
_FEW_LETTERS: Final = 8  # the same where words are not set apart


def signs_of(old: str, new: str, terms: Terms) -> tuple[str, ...]:
    """Return the codes of what was changed that decides what a clause means."""
    return dangers(old, new, terms)


def categories_of(old: str, new: str, signs: tuple[str, ...]) -> tuple[Category, ...]:
    """Return the categories of some words that others stand for now."""
    if _letters(old) == _letters(new) and not signs:
        return (Category.FORM,)
    found = []
    if any(sign != "number" for sign in signs) or _comes_or_goes(old, new):
        found.append(Category.SUBSTANTIVE)
    if "number" in signs:
        found.append(Category.NUMBERS)
    return tuple(found) or (Category.WORDING,)


def _letters(words: str) -> str:
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", words)).casefold()


def _comes_or_goes(old: str, new: str) -> bool:
    before, after = _weight(old), _weight(new)
    return abs(before - after) >= 1


def _weight(words: str) -> float:
    """Return how much some words are, 1 for enough to say something."""
    return sum((1 / _FEW_LETTERS if len(one) == 1 else 1 / _FEW) for one in tokens(words) if one[0].isalnum())
