"""Words found in policies and notes, whatever their case and width, from one Chinese character up. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations.model import Document, Note
from documents.model import PolicyDocument, Span

__all__ = ["Hit", "find", "find_in"]

_AROUND = 30

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


def find(words: str, shelves: Iterable[tuple[Document, PolicyDocument, Sequence[Note]]]) -> tuple[Hit, ...]:
    """Return every place of `words`, taken as one phrase; none for empty words."""
    return tuple(hit for document, policy, notes in shelves for hit in _hits(words, document, policy, notes))


def _hits(words: str, document: Document, policy: PolicyDocument, notes: Sequence[Note]) -> Iterator[Hit]:
    for span in find_in(policy.text, words):
        yield Hit(document.uid, "", "text", span.start, span.end, _around(policy.text, span))
    for note in notes:
        for field, text in _texts(note):
            for span in find_in(text, words):
                yield Hit(document.uid, note.uid, field, span.start, span.end, _around(text, span))


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
    from documents.normal import Normal

    wanted = Normal(words).text.strip()
    if not wanted or not text:
        return []
    copy, found = Normal(text), []
    at = copy.text.find(wanted)
    while at >= 0:
        found.append(copy.to_original(at, at + len(wanted)))
        at = copy.text.find(wanted, at + len(wanted))
    return found


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - _AROUND) : span.end + _AROUND]
