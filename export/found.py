"""Something that an export should be told of before it is written: what it is, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from documents.errors import sentence
from export.found_sentences import FATES, FOUND

__all__ = ["Fate", "Found"]

_MOST_NAMED: Final = 5


class Fate(StrEnum):
    """What becomes of what was found, for the profile asked about."""

    STAYS = "stays"
    REMOVED = "removed"
    RENAMED = "renamed"
    HELD_BACK = "held_back"


class Found(NamedTuple):
    """A code and its arguments. `fate`: it stays in the file, is taken out, is given neutral names, or never goes in.

    `theirs`: its readers sent it themselves, so that nobody has to decide about it.
    An argument that is a tuple is a list of words, put together as the language does it.
    """

    code: str
    arguments: Mapping[str, object]
    fate: Fate = Fate.STAYS
    theirs: bool = False

    def sentence(self, language: str = "en") -> str:
        """Return what was found and what becomes of it, for the user."""
        told = {name: _listed(value, language) for name, value in self.arguments.items()}
        return sentence(FOUND, self.code, told, language) + sentence(FATES, self.fate.value, {}, language)


def _listed(value: object, language: str) -> object:
    """A list of words as one, cut where it is long."""
    if not isinstance(value, tuple):
        return value
    shown = [str(word) for word in value[:_MOST_NAMED]] + ["…"] * (len(value) > _MOST_NAMED)
    return ("、" if language.startswith("zh") else ", ").join(shown)
