"""What came in with a file that others had: counts, and a sentence for each thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from annotations.returned_sentences import CAME, FIELDS_OF_PACKAGES
from annotations.words import LABELS, label
from documents.errors import sentence

__all__ = ["Came", "Returned"]

_WORDS: Final = 120


@dataclass(frozen=True, slots=True)
class Came:
    """One thing that came in: a code (a key of CAME), its arguments, and the uid of the note it is about."""

    code: str
    note: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "en") -> str:
        """Return it as one sentence for the user, long words cut short."""
        told = {name: _short(_named(value, language)) for name, value in self.arguments.items()}
        if "field" in self.arguments:
            told["field"] = sentence(FIELDS_OF_PACKAGES, str(self.arguments["field"]), {}, language)
        return sentence(CAME, self.code, told, language)


def _named(value: object, language: str) -> object:
    """Return a choice by its word in a language; anything else as it is."""
    return label(value, language) if isinstance(value, StrEnum) and (type(value), value.value) in LABELS else value


def _short(value: object) -> object:
    if not isinstance(value, str):
        return value
    words = " ".join(value.split())
    return words if len(words) <= _WORDS else words[:_WORDS] + "…"


@dataclass(frozen=True, slots=True)
class Returned:
    """What one file brought. `notes` are new ones, `anchored` those of them that stand on words of the text.

    `unplaced` are (number, words) of new notes that do not and of notes that lost their words; `version` is the number
    of the version it was read against, `new_version` whether that was added now; `came` tells each thing in order.
    """

    version: int
    new_version: bool = False
    anchored: int = 0
    unplaced: tuple[tuple[str, str], ...] = ()
    came: tuple[Came, ...] = ()

    @property
    def notes(self) -> int:
        """How many new notes there are."""
        return self._count("new_note")

    @property
    def replies(self) -> int:
        """How many answers are new."""
        return self._count("new_reply")

    @property
    def resolved(self) -> int:
        """How many notes were marked as resolved."""
        return self._count("resolved")

    @property
    def reopened(self) -> int:
        """How many were opened again."""
        return self._count("reopened")

    @property
    def changed(self) -> int:
        """How many fields and answers were changed, and comments added to."""
        return self._count("changed", "changed_reply", "remark", "told", "other_words")

    @property
    def deleted(self) -> int:
        """How many comments of ours were deleted there."""
        return self._count("deleted", "note_deleted")

    @property
    def redrafts(self) -> int:
        """How many proposed wordings were accepted or rejected."""
        return self._count("accepted", "rejected")

    def _count(self, *codes: str) -> int:
        counted = Counter(one.code for one in self.came)
        return sum(counted[code] for code in codes)
