"""Which comments of a file that came back are notes of ours: by their marks, else by what they say. Pure.

A mark decides. Where a program dropped the marks, a heading of our form with a note's number does, if its title or a
field agrees, or else the minute it was written; a comment that was taken in before is known by its author, minute and
words. Where threads were taken apart, an answer is known by its minute and words, and a new one by standing on just the
words of the comment it answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from annotations.comment_form import Said, read_comment
from annotations.marks import Marked
from annotations.model import Note, Reply
from annotations.past import Past, folded
from documents.model import ForeignNote, ForeignReply

__all__ = ["FROM_A_FILE", "Answer", "Thread", "new_threads", "recognise"]

FROM_A_FILE = "word:"
"""What the source id of a note begins with that came as a comment in a file; its mark follows."""

_TOLD_APART = 2  # fields that all say something else: a note of another matter, written in the same minute
_SECONDS = 60  # Word keeps no seconds
_MINUTE = 16  # of 2026-03-01T09:00:11: Word keeps no seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply that came back; `reply` is the uid of ours that it is, empty for a new one."""

    told: ForeignReply
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment that came back; `note` is the uid of ours that it is, empty for a new one.

    `place` says at which of the note's places it stands: 0 for the one that says it in full.
    """

    told: ForeignNote
    said: Said
    note: str = ""
    place: int = 0
    marked: bool = False
    answers: tuple[Answer, ...] = field(default=())


def recognise(
    told: Sequence[ForeignNote], notes: Sequence[Note], known: dict[str, Marked], past: Past
) -> tuple[Thread, ...]:
    """Return the threads of a file, each with the note it is; `known` is what each mark stands for."""
    found = _Recognising(notes, known, past)
    threads = [found.thread(one) for one in told]
    if not any(one.replies for one in told):
        threads = _joined(threads, found)
    return tuple(threads)


def new_threads(threads: Sequence[Thread], before: Sequence[ForeignNote]) -> tuple[Thread, ...]:
    """Leave out of a file of ours what stood in it `before` we wrote on it, if nobody answered it since.

    A file that holds none of ours was given for its comments: all of them count.
    """
    if not any(thread.note for thread in threads):
        return tuple(threads)
    known = {said for note in before for said in _said(note)}
    return tuple(thread for thread in threads if thread.note or not known.issuperset(_said(thread.told)))


def _said(told: ForeignNote) -> Iterator[tuple[str, str, str]]:
    told_one_by_one: list[ForeignNote | ForeignReply] = [told, *told.replies]
    for one in told_one_by_one:
        yield one.author, one.written[:_MINUTE], folded(one.text)


class _Recognising:
    """The notes of one document, by all that may tell them."""

    def __init__(self, notes: Sequence[Note], known: dict[str, Marked], past: Past) -> None:
        self._past = past
        self._known = dict(known)
        self._by_uid = {note.uid: note for note in notes}
        self._by_number = {note.number: note for note in notes}
        self._taken_in: dict[tuple[str, str, str], list[Note]] = {}
        self._replies: dict[str, list[tuple[str, Reply]]] = {}
        for note in notes:
            for reply in note.replies:
                self._replies.setdefault(folded(reply.text), []).append((note.uid, reply))
            if note.source_id.startswith(FROM_A_FILE):
                self._known.setdefault(note.source_id.removeprefix(FROM_A_FILE), Marked(note.uid))
                for words in past.words(note.uid, "issue"):
                    self._taken_in.setdefault((note.author, _minute(note), words), []).append(note)

    def thread(self, told: ForeignNote) -> Thread:
        """Return what a comment is."""
        said = read_comment(told.text)
        marked = next((self._known[mark] for mark in told.marks if mark in self._known), None)
        if marked is not None and not marked.reply and marked.note in self._by_uid:
            found = Thread(told, said, marked.note, marked.place, marked=True)
        else:
            found = self._by_form(told, said) or self._by_words(told, said) or Thread(told, said)
        note = self._by_uid.get(found.note)
        return replace(found, answers=self.answers(told.replies, note))

    def _by_form(self, told: ForeignNote, said: Said) -> Thread | None:
        note = self._by_number.get(said.number)
        if note is None:
            return None
        if said.points:
            return Thread(told, said, note.uid, 1) if _same_time(told, note) else None
        known = [folded(words) in self._past.words(note.uid, name) for name, words in said.fields.items()]
        sure = any(known) or (len(known) < _TOLD_APART and _same_time(told, note))
        return Thread(told, said, note.uid) if sure else None

    def _by_words(self, told: ForeignNote, said: Said) -> Thread | None:
        alike = self._taken_in.get((told.author, _written(told), folded(told.text)), [])
        return Thread(told, said, alike.pop(0).uid) if alike else None  # each only once

    def answers(self, told: Sequence[ForeignReply], note: Note | None) -> tuple[Answer, ...]:
        """Return answers with the replies of `note` that they are; one whose words its author changed is known too."""
        left = list(note.replies) if note is not None else []
        found: dict[int, str] = {}
        for is_it in (self._is_marked, _says_the_same, _is_by_the_same):
            for place, one in enumerate(told):
                same = next((reply for reply in left if place not in found and is_it(one, reply)), None)
                if same is not None:
                    found[place] = same.uid
                    left.remove(same)
        return tuple(Answer(one, found.get(place, "")) for place, one in enumerate(told))

    def _is_marked(self, told: ForeignReply, reply: Reply) -> bool:
        return any(self._known[mark].reply == reply.uid for mark in told.marks if mark in self._known)

    def known_answer(self, told: ForeignNote) -> tuple[str, str]:
        """Return the note and the reply to it that a comment is which stands alone now; each only once."""
        alike = self._replies.get(folded(told.text), [])
        same = next(((note, one) for note, one in alike if _same_time(told, one)), None)
        if same is None:
            return "", ""
        alike.remove(same)
        return same[0], same[1].uid


def as_reply(told: ForeignNote) -> ForeignReply:
    """Return a comment of its own as the answer that it was."""
    return ForeignReply(told.author, told.text, told.initials, told.date, told.id, told.marks, told.written)


def _joined(threads: Sequence[Thread], found: _Recognising) -> list[Thread]:
    """Put answers that stand alone now, as in a file of LibreOffice 7.4, back under what they answer."""
    kept = [thread for thread in threads if thread.note]
    places = {thread.note: place for place, thread in reversed(list(enumerate(kept))) if not thread.place}
    heads: dict[object, int] = {}
    for place, thread in enumerate(kept):
        if thread.told.spans and not (thread.place or thread.marked):
            heads.setdefault(thread.told.spans, place)
    for thread in (thread for thread in threads if not thread.note):
        note, reply = found.known_answer(thread.told)
        head = places.get(note, heads.get(thread.told.spans))
        if head is not None:
            answer = Answer(as_reply(thread.told), reply)
            kept[head] = replace(kept[head], answers=(*kept[head].answers, answer))
        elif not reply:
            kept.append(thread)
    return kept


def _says_the_same(told: ForeignReply, reply: Reply) -> bool:
    return folded(told.text) == folded(reply.text) and _same_time(told, reply)


def _is_by_the_same(told: ForeignReply, reply: Reply) -> bool:
    return told.author == reply.author and _same_time(told, reply)


def _same_time(told: ForeignNote | ForeignReply, said: Note | Reply) -> bool:
    """Whether two were written in one minute, or in two that follow where seconds may have been rounded up."""
    try:
        wall = datetime.fromisoformat(told.written.removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return False
    return abs((wall - said.created.replace(tzinfo=None)).total_seconds()) <= _SECONDS


def _minute(said: Note | Reply) -> str:
    return said.created.strftime("%Y-%m-%dT%H:%M:%S")[:_MINUTE]


def _written(told: ForeignNote) -> str:
    return told.written[:_MINUTE]
