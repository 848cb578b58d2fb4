"""Faults a user can mend, as codes with arguments; the sentences stand in one table a package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from documents.sentences import SENTENCES, Sentences

__all__ = ["ClausemarkError", "ReadingStopped", "UnreadableDocument", "sentence"]


def sentence(table: Sentences, code: str, arguments: Mapping[str, object], language: str) -> str:
    """Return the sentence for `code` in `language` ("zh…" gives Chinese, anything else English).

    Raises KeyError for a code the table does not hold: that is our own fault, never the user's.
    """
    english, chinese = table[code]
    return (chinese if language.startswith("zh") else english).format(**arguments)


class ClausemarkError(Exception):
    """Something the user can act on. Our own bugs are other classes and are never caught as this."""

    sentences: ClassVar[Sentences] = {}

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments

    def sentence(self, language: str = "en") -> str:
        """Return one sentence for the user, which says what to do."""
        return sentence(self.sentences, self.code, self.arguments, language)

    def __str__(self) -> str:
        return self.sentence()


class UnreadableDocument(ClausemarkError):
    """A file that cannot be read as a policy."""

    sentences = SENTENCES


class ReadingStopped(ClausemarkError):
    """Nobody wanted the file any more while it was read: the code "stopped"."""

    sentences = SENTENCES
