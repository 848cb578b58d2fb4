"""The marks by which a note is known again in a Word file that comes back: made here, told apart here. Pure.

A mark is 31 bits of a hash: of a secret of the matter that no export carries, the note's uid and which of its places
it is. So it names nobody and no matter, and nobody outside can tell whose it is by trying ids. Word keeps it from save
to save; where a program drops it (LibreOffice 7.4 does), the number in a comment's heading speaks: see docs/word.md.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from annotations.model import Note
from documents.mark_names import FIELD_BOOKMARK

__all__ = [
    "FIELD_BOOKMARK",
    "FROM_A_FILE",
    "Marked",
    "answer_name",
    "field_mark",
    "fields_by_mark",
    "free_mark",
    "marks_of_notes",
    "note_name",
    "reply_name",
    "state_mark",
    "uid_outside",
]

FROM_A_FILE: Final = "word:"
"""What the source id of a note begins with that came as a comment in a file; its mark follows."""

_LIMIT: Final = 0x7FFFFFFF  # MS-DOCX 2.8.3.1: lasting ids lie above 0 and below this; others are given anew
_ATTEMPTS: Final = 3
_FLAGS: Final = ("tracked", "done", "last")
_WRITERS: Final = 6  # of what was written here on one comment of others: more are known by the form of what they say


@dataclass(frozen=True, slots=True)
class Marked:
    """What a mark stands for: a note at one of its places (0 says it in full), or a reply to it.

    `answer`: what was written here on a comment of somebody else, which goes out as an answer to it.
    `tracked`: its proposed wording was written there as a recorded change; `done`: it went out as resolved; `last`: no
    note of a higher number went out with it.
    """

    note: str
    place: int = 0
    reply: str = ""
    answer: bool = False
    tracked: bool = False
    done: bool = False
    last: bool = False


def note_name(secret: str, marked: Marked) -> str:
    """Return what the mark of a note at one of its places is made from, with what is to be known of it again."""
    flags = [name for name in _FLAGS if getattr(marked, name)]
    return "/".join([secret, marked.note, str(marked.place), *flags])


def reply_name(secret: str, reply: str) -> str:
    """Return what the mark of a reply is made from."""
    return f"{secret}/{reply}"


def answer_name(secret: str, note: str, writer: int, *, tracked: bool) -> str:
    """Return what the mark of what one of those who wrote on a note from a file says there is made from."""
    return "/".join([secret, note, "answer", str(writer), *(["tracked"] if tracked else [])])


def uid_outside(secret: str, note: str) -> str:
    """Return the id by which outsiders know a note: always the same, and nobody can tell the note's own by it."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-clausemark:outside:{secret}/{note}"))


def field_mark(note: str, field: str) -> str:
    """Return sixteen hexadecimal digits by which one field of a note is known again in a report that comes back.

    `note` is the id readers of the report may have, `uid_outside`: so the mark tells nobody whose it is.
    """
    return hashlib.sha256(f"field/{note}/{field}".encode()).hexdigest()[:16].upper()


def state_mark(change: str) -> str:
    """Return sixteen hexadecimal digits for the state of a matter whose newest change to a note is `change`.

    A report bears it, so that it is known, when it comes back, what each field said in it. "" for no change.
    """
    return hashlib.sha256(f"state/{change}".encode()).hexdigest()[:16].upper() if change else ""


def fields_by_mark(notes: Iterable[str], fields: Iterable[str], secrets: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return which field of which note each mark stands for that a report under any of `secrets` may carry."""
    wanted = tuple(fields)
    return {
        field_mark(uid_outside(secret, note), field): (note, field)
        for note in notes
        for secret in secrets
        for field in wanted
    }


def free_mark(name: str, taken: set[str]) -> str:
    """Return eight hexadecimal digits made from `name`, valid as ids of Word and not in `taken`; adds it there."""
    attempt = 0
    while (mark := _mark(name, attempt)) in taken or not int(mark, 16):
        attempt += 1
    taken.add(mark)
    return mark


def marks_of_notes(notes: Iterable[Note], secrets: Sequence[str]) -> dict[str, Marked]:
    """Return what each mark stands for that an export of `notes` may have written, under any of `secrets`.

    A mark that was taken gave way to the next attempt; where two claim the same, the earlier attempt has it.
    """
    claims = [claim for note in notes for claim in _claims(note, secrets)]
    known: dict[str, Marked] = {}
    for attempt in range(_ATTEMPTS):
        for name, marked in claims:
            known.setdefault(_mark(name, attempt), marked)
    return known


def _claims(note: Note, secrets: Sequence[str]) -> Iterator[tuple[str, Marked]]:
    for secret in secrets:
        for place in range(1 + len(note.anchors)):  # a clause that is put in has one behind them
            for marked in _sent_as(note.uid, place):
                yield note_name(secret, marked), marked
        for reply in note.replies:
            yield reply_name(secret, reply.uid), Marked(note.uid, 0, reply.uid)
        for writer in range(_WRITERS) if note.source_id.startswith(FROM_A_FILE) else ():
            for tracked in (False, True):
                name = answer_name(secret, note.uid, writer, tracked=tracked)
                yield name, Marked(note.uid, answer=True, tracked=tracked)


def _sent_as(note: str, place: int) -> Iterator[Marked]:
    """Give all that a mark may say of a note at a place; wording of a note that is settled is never tracked."""
    for last in (False, True) if not place else (False,):
        for tracked, done in ((False, False), (True, False), (False, True)):
            yield Marked(note, place, tracked=tracked, done=done, last=last)


def _mark(name: str, attempt: int) -> str:
    digest = hashlib.sha256(f"{name}#{attempt}".encode()).digest()
    return f"{int.from_bytes(digest[:4], 'big') % _LIMIT:08X}"
