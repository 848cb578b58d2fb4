"""Faults of a matter that a user can mend, and what a check finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotations.sentences import SENTENCES
from documents.errors import ClausemarkError, sentence

__all__ = ["MatterError", "Problem"]


class MatterError(ClausemarkError):
    """A matter that cannot be opened, or a change that cannot be kept."""

    sentences = SENTENCES


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a check found wrong: a code and its arguments."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "en") -> str:
        """Return one sentence for the user."""
        return sentence(SENTENCES, self.code, self.arguments, language)

    def __str__(self) -> str:
        return self.sentence()
