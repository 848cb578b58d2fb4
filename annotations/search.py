"""Words found in policies and notes, whatever their case and width, from one Chinese character up. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations.model import Document, Note
from documents.model import PolicyDocument, Span
from documents.normal import Normal, folded

__all__ = ["AROUND", "Hit", "Searcher", "find", "find_in"]

AROUND = 30
"""Code points of a hit's context before it and after it, where there are so many."""

_NOTE_TEXTS = (
    "title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "insert_after", "question",
    "quote_translation", "private_remark", "category", "owner", "source_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand: in a document's text (`note` empty) or a field of a note; code points of that text."""

    document: str
    note: str
    field: str
    start: int
    end: int
    context: str


Shelf = tuple[Document, PolicyDocument, Sequence[Note]]
"""A document, what it was read as, and its notes."""


class Searcher:
    """Looks for one phrase after another in the same documents and notes; each text is folded once.

    It may be used on another thread than the one that made it, by one thread at a time.
    """

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = tuple(shelves)
        self._folded: dict[str, Normal] = {}

    def find(self, words: str, wanted: Callable[[], bool] = lambda: True) -> Iterator[Hit]:
        """Yield every place of `words`, taken as one phrase, until nobody wants them any more."""
        phrase = folded(words).strip()
        if not phrase:
            return
        for document, policy, notes in self._shelves:
            for field, note, text in _texts_of(policy, notes):
                if not wanted():
                    return
                for span in self._places(text, phrase):
                    yield Hit(document.uid, note, field, span.start, span.end, _around(text, span))

    def _places(self, text: str, phrase: str) -> Iterator[Span]:
        copy = self._folded.get(text)
        if copy is None:
            copy = self._folded[text] = Normal(text)
        return _places_of(copy, phrase)


def find(words: str, shelves: Iterable[Shelf]) -> tuple[Hit, ...]:
    """Return every place of `words`, taken as one phrase; none for empty words."""
    return tuple(Searcher(shelves).find(words))


def _texts_of(policy: PolicyDocument, notes: Sequence[Note]) -> Iterator[tuple[str, str, str]]:
    """Return the texts of a document and its notes: field, note, words."""
    yield "text", "", policy.text
    for note in notes:
        for field, text in _texts(note):
            if text:
                yield field, note.uid, text


def _texts(note: Note) -> Iterator[tuple[str, str]]:
    for name in _NOTE_TEXTS:
        yield name, getattr(note, name)
    for reply in note.replies:
        yield f"reply {reply.uid}", reply.text
    for rule in note.rules:
        yield "rules", rule
    for language, fields in note.translations.items():
        for name, text in fields.items():
            yield f"{name} {language}", text


def find_in(text: str, words: str) -> list[Span]:
    """Return the places of `words` in `text`, in code points of `text`."""
    phrase = folded(words).strip()
    return list(_places_of(Normal(text), phrase)) if phrase and text else []


def _places_of(copy: Normal, phrase: str) -> Iterator[Span]:
    """Yield where a folded phrase stands in a folded text, in code points of the real one; none overlap."""
    at = copy.text.find(phrase)
    while at >= 0:
        yield copy.to_original(at, at + len(phrase))
        at = copy.text.find(phrase, at + len(phrase))


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - AROUND) : span.end + AROUND]
