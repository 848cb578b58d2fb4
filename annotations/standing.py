"""Comments that stand in a version's own file and are notes of the matter: an export must say none of them twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from annotations.history import WHOLE
from annotations.journal import RETURNED, Journal
from annotations.marks import marks_of_notes
from annotations.model import Note, Status
from annotations.past import Past
from annotations.recognising import FROM_A_FILE, Thread, recognise
from annotations.rows import target
from documents.model import PolicyDocument

__all__ = ["Standing", "standing_comments"]

_UNSEEN = frozenset({WHOLE, "anchors", "visibility", "review", "reviewed_by", "reviewed_at", "private_remark"})


@dataclass(frozen=True, slots=True)
class Standing:
    """`outdated` are the file's own ids of comments and answers to take out; `said` the uids of notes to leave unsaid,
    for the file says them already.
    """

    outdated: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()


def standing_comments(
    journal: Journal, policy: PolicyDocument, notes: Sequence[Note], secrets: Sequence[str], going: Collection[str]
) -> Standing:
    """Return what of `notes` (deleted ones too) the file of `policy` says already; `going` are those that go out now.

    Comments of ours are outdated whatever becomes of the note: they may not be for these readers. A comment of others
    that was taken in stays as it is, until its note was worked on here and goes out.
    """
    if not policy.foreign_notes:
        return Standing()
    threads = recognise(policy, notes, marks_of_notes(notes, secrets), Past(journal))
    known = {note.uid: note for note in notes}
    outdated: set[str] = set()
    said: set[str] = set()
    for thread in threads:
        note = known.get(thread.note)
        if note is None:
            continue
        if not note.source_id.startswith(FROM_A_FILE):
            outdated.update(_ids(thread))
        elif note.uid in going and _is_as_it_came(journal, note, thread):
            said.add(note.uid)
        elif note.uid in going:
            outdated.update(_ids(thread))
    return Standing(frozenset(outdated), frozenset(said))


def _ids(thread: Thread) -> Iterator[str]:
    yield thread.told.id
    yield from (answer.told.id for answer in thread.answers if answer.reply)


def _is_as_it_came(journal: Journal, note: Note, thread: Thread) -> bool:
    fields = {change.field for change in journal.changes_of(target("note", note.uid))}
    edited = {field for field in fields - _UNSEEN if not field.startswith(RETURNED)}
    answered = {answer.reply for answer in thread.answers}
    same_state = thread.told.done == (note.status is Status.RESOLVED)
    return edited <= {"status"} and same_state and all(reply.uid in answered for reply in note.replies)
