"""What was found in a file besides its text, as rows of a reading and back: changes, hidden words, pictures, notes.

Readings made before a kind was known simply lack it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from documents.draft import Draft
from documents.model import (
    ForeignNote,
    ForeignReply,
    Hidden,
    NoteMark,
    Picture,
    PolicyDocument,
    Revision,
    RevisionKind,
    Span,
)

__all__ = ["Found", "found", "found_values"]


class Found(TypedDict):
    """Fields of a PolicyDocument by name."""

    revisions: tuple[Revision, ...]
    hidden: tuple[Hidden, ...]
    pictures: tuple[Picture, ...]
    foreign_notes: tuple[ForeignNote, ...]
    origin: str
    note_marks: tuple[NoteMark, ...]


def found_values(document: PolicyDocument | Draft) -> dict[str, Any]:
    """Return the rows of what was found, by field; nothing for what was not."""
    rows: dict[str, Any] = {
        "revisions": [
            [one.kind.value, one.span.start, one.span.end, one.author, one.date, one.words]
            for one in document.revisions
        ],
        "hidden": [[one.place, one.words] for one in document.hidden],
        "pictures": [[one.place, one.name, one.width, one.height, one.source] for one in document.pictures],
        "foreign_notes": [_note_values(one) for one in document.foreign_notes],
        "origin": document.origin,
        "note_marks": [[one.place, one.note.start, one.note.end] for one in document.note_marks],
    }
    return {name: kept for name, kept in rows.items() if kept}


def found(values: Mapping[str, Any]) -> Found:
    """Return what `found_values` was given."""
    return {
        "revisions": tuple(_revision(row) for row in values.get("revisions", ())),
        "hidden": tuple(Hidden(*row) for row in values.get("hidden", ())),
        "pictures": tuple(Picture(*row) for row in values.get("pictures", ())),
        "foreign_notes": tuple(_note(row) for row in values.get("foreign_notes", ())),
        "origin": str(values.get("origin", "")),
        "note_marks": tuple(NoteMark(place, Span(*span)) for place, *span in values.get("note_marks", ())),
    }


def _revision(row: list[Any]) -> Revision:
    kind, start, end, author, date, words = row
    return Revision(RevisionKind(kind), Span(start, end), author, date, words)


def _note_values(note: ForeignNote) -> list[Any]:
    spans = [[span.start, span.end] for span in note.spans]
    replies = [
        [one.author, one.text, one.initials, one.date, one.id, list(one.marks), one.written] for one in note.replies
    ]
    lasting = [list(note.marks), note.written]
    return [note.id, note.author, note.text, spans, note.initials, note.date, int(note.done), replies, *lasting]


def _note(row: list[Any]) -> ForeignNote:
    number, author, text, spans, initials, date, done, replies, *lasting = row
    marks, written = lasting or ((), "")  # readings before these were known
    return ForeignNote(
        id=number,
        author=author,
        text=text,
        spans=tuple(Span(*span) for span in spans),
        initials=initials,
        date=date,
        done=bool(done),
        replies=tuple(_reply(reply) for reply in replies),
        marks=tuple(marks),
        written=written,
    )


def _reply(row: list[Any]) -> ForeignReply:
    author, text, initials, date, number, *lasting = row
    marks, written = lasting or ((), "")
    return ForeignReply(author, text, initials, date, number, tuple(marks), written)
