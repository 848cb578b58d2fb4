"""Whether a file that comes in is one that went out: known by the marks of its comments, else by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.matter import OpenMatter
    from annotations.model import Document, Note
    from documents.model import ForeignNote, PolicyDocument

__all__ = ["document_returned"]

_MINUTE = 16  # of 2026-03-01T09:00:11: Word keeps no seconds


def document_returned(matter: OpenMatter, policy: PolicyDocument) -> tuple[Document, int] | None:
    """Return the document of the matter that a file is a returned copy of, and how many of its comments are ours.

    None for a file that has none of our comments. Cheap: nothing is compared but marks, and numbers with titles.
    """
    found = [(_ours(matter, document, policy.foreign_notes), document) for document in matter.documents()]
    best = max(found, key=lambda one: one[0], default=None)
    return (best[1], best[0]) if best is not None and best[0] else None


def _ours(matter: OpenMatter, document: Document, told: Sequence[ForeignNote]) -> int:
    from annotations.marks import marks_of_notes

    notes = matter.notes(document.uid)
    if not told or not notes:
        return 0
    known = marks_of_notes(notes, matter.secrets(document.uid))
    by_number = {note.number: note for note in notes}
    return sum(any(mark in known for mark in (*one.marks, one.id)) or _says_ours(one, by_number) for one in told)


def _says_ours(told: ForeignNote, by_number: dict[int, Note]) -> bool:
    """Whether a comment has our form, a note's number, and its title or one of its fields; with neither, its minute."""
    from annotations.comment_form import read_comment

    said = read_comment(told.text)
    note = by_number.get(said.number)
    if note is None or said.points:
        return False
    if said.fields:
        tongues = [getattr(note, name) for name in said.fields]
        tongues += [block.get(name, "") for block in note.translations.values() for name in said.fields]
        return any(_flat(words) in {_flat(own) for own in tongues} for words in said.fields.values())
    return told.written[:_MINUTE] == note.created.strftime("%Y-%m-%dT%H:%M:%S")[:_MINUTE]


def _flat(words: str) -> str:
    return " ".join(words.split())
