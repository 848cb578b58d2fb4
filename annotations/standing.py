"""Comments that stand in a version's own file and are notes of the matter: an export must say none of them twice.

A comment of ours is outdated and written anew. A comment of somebody else is theirs and stays to the byte: what was
written here on its note goes out as an answer to it (docs/decisions/0023).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotations.journal import Journal
from annotations.marks import marks_of_notes
from annotations.model import Note
from annotations.own_words import is_theirs, own_words, their_words, was_written_here
from annotations.past import Past, folded
from annotations.recognising import ALONE, Answer, Thread, recognise
from documents.model import PolicyDocument

__all__ = ["Answered", "Standing", "standing_comments"]


@dataclass(frozen=True, slots=True)
class Answered:
    """A comment of somebody else that stands in the file: its id there, whether it is resolved there.

    `ours` are the answers that were given here, as they stand: those that say the note (`says_note`), and replies.
    `others` are the uids of replies that stand there too and are not ours.
    """

    comment: str
    done: bool
    ours: tuple[Answer, ...] = ()
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """`outdated` are the file's own ids of comments and answers to take out; `answered`, by the uids of notes that go
    out, the comments of others that stay, and may be answered.
    """

    outdated: frozenset[str] = frozenset()
    answered: Mapping[str, Answered] = field(default_factory=dict)


def standing_comments(
    journal: Journal, policy: PolicyDocument, notes: Sequence[Note], secrets: Sequence[str], going: Collection[str]
) -> Standing:
    """Return what of `notes` (deleted ones too) the file of `policy` says already; `going` are those that go out now.

    Comments of ours are outdated whatever becomes of the note, and so are our answers to a comment whose note does not
    go out: they may not be for these readers.
    """
    if not policy.foreign_notes:
        return Standing()
    known = {note.uid: note for note in notes}
    found = _Standing(journal, known)
    for thread in recognise(policy, notes, marks_of_notes(notes, secrets), Past(journal)):
        if thread.note in known:
            found.take(thread, known[thread.note], goes=thread.note in going)
    return Standing(frozenset(found.outdated), found.answered)


class _Standing:
    """Gathers what stands, thread by thread."""

    def __init__(self, journal: Journal, notes: Mapping[str, Note]) -> None:
        self._journal = journal
        self._replies = {reply.uid: reply for note in notes.values() for reply in note.replies}
        self.outdated: set[str] = set()
        self.answered: dict[str, Answered] = {}

    def take(self, thread: Thread, note: Note, *, goes: bool) -> None:
        """Take one thread that is a note of the matter."""
        if not is_theirs(note):
            self.outdated.update(_ids(thread))
            return
        ours = [answer for answer in thread.answers if self._is_ours(answer, note)]
        if thread.place == ALONE:
            self.outdated.update(answer.told.id for answer in ours)
        elif self._said_for_them(thread, note):
            self.outdated.update(_ids(thread))
        elif goes and not thread.place and note.uid not in self.answered:
            others = {answer.reply for answer in thread.answers if answer.reply and answer not in ours}
            answered = Answered(thread.told.id, thread.told.done, tuple(ours), frozenset(others))
            self.answered[note.uid] = answered
        elif not goes:
            self.outdated.update(answer.told.id for answer in ours)

    def _is_ours(self, answer: Answer, note: Note) -> bool:
        if answer.says_note:
            return answer.marked or answer.told.author in {one.author for one in own_words(self._journal, note)}
        reply = self._replies.get(answer.reply)
        return reply is not None and was_written_here(self._journal, reply)

    def _said_for_them(self, thread: Thread, note: Note) -> bool:
        """Whether a comment of ours says under their name more than they said: files of before have such."""
        theirs = their_words(self._journal, note)
        own_form = bool(thread.said.number) and set(theirs) == {"issue"}
        return thread.ours and own_form and folded(thread.told.text) != folded(theirs["issue"])


def _ids(thread: Thread) -> Iterator[str]:
    yield thread.told.id
    yield from _known(thread.answers)


def _known(answers: Iterable[Answer]) -> Iterator[str]:
    return (answer.told.id for answer in answers if answer.is_known)
