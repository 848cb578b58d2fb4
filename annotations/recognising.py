"""Which comments of a file that came back are notes of ours: by their marks, else by what they say. Pure.

A mark decides. Where a program dropped the marks, a heading of our form with a note's number does, if its title or a
field agrees, or else the minute it was written and the words it stands on; a comment that was taken in before is known
by its author, minute and words, or in a copy without names and times by its words and those it stands on. Where threads
were taken apart, an answer is known by its minute and words, and a new one by standing on just the words of the comment
it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from annotations.comment_form import Said, read_comment
from annotations.foreign import minute_of, quote_of, quotes_of, same_comment
from annotations.marks import FROM_A_FILE, Marked
from annotations.model import Note, Reply
from annotations.own_words import THEIRS, is_theirs
from annotations.past import Past, folded
from documents.model import ForeignNote, ForeignReply, PolicyDocument

__all__ = ["ALONE", "Answer", "Thread", "recognise"]

ALONE = -1
"""The place of a thread that is but answers: the comment they answer is not in the file any more."""

_TOLD_APART = 2  # fields that all say something else: a note of another matter, written in the same minute
_SECONDS = 60  # Word keeps no seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply that came back; `reply` is the uid of ours that it is, empty for a new one.

    `says_note`: it is none, but says what was written here on the comment it answers, `marked` where a mark tells that.
    """

    told: ForeignReply
    reply: str = ""
    says_note: bool = False
    marked: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is in the matter already."""
        return self.says_note or bool(self.reply)


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment that came back; `note` is the uid of ours that it is, empty for a new one.

    `place` says at which of the note's places it stands: 0 for the one that says it in full. `ours`: we wrote it there;
    a comment of others that was taken in is a note too. `tracked`: its wording was a recorded change when it was sent;
    `was_done`: whether it was resolved then, None where no mark tells; `last`: no note of a higher number was with it.
    """

    told: ForeignNote
    said: Said
    note: str = ""
    place: int = 0
    marked: bool = False
    ours: bool = False
    tracked: bool = False
    was_done: bool | None = None
    last: bool = False
    answers: tuple[Answer, ...] = field(default=())


def recognise(
    policy: PolicyDocument, notes: Sequence[Note], known: dict[str, Marked], past: Past
) -> tuple[Thread, ...]:
    """Return the threads of a file, each with the note it is; `known` is what each mark stands for."""
    found = _Recognising(policy.text, notes, known, past)
    told = policy.foreign_notes
    threads = [found.left_alone(found.thread(one)) for one in told]
    if not any(one.replies for one in told):
        threads = _joined(threads)
    return tuple(threads)


class _Recognising:
    """The notes of one document, by all that may tell them."""

    def __init__(self, text: str, notes: Sequence[Note], known: dict[str, Marked], past: Past) -> None:
        self._text = text
        self._past = past
        self._known = known
        self._by_uid = {note.uid: note for note in notes}
        self._by_number = {note.number: note for note in notes}
        self._came_as: dict[str, Note] = {}
        self._taken_in: dict[str, list[Note]] = {}
        self._replies: dict[str, list[tuple[str, Reply]]] = {}
        for note in notes:
            for reply in note.replies:
                self._replies.setdefault(folded(reply.text), []).append((note.uid, reply))
            if is_theirs(note):
                self._came_as[note.source_id.removeprefix(FROM_A_FILE)] = note
                for words in past.words(note.uid, "issue") | past.words(note.uid, f"{THEIRS}issue"):
                    self._taken_in.setdefault(words, []).append(note)

    def thread(self, told: ForeignNote) -> Thread:
        """Return what a comment is."""
        said = read_comment(told.text)
        found = self._by_mark(told, said) or self._by_form(told, said) or self._by_words(told, said)
        if found is None:
            return Thread(told, said, answers=tuple(Answer(reply) for reply in told.replies))
        if found.place == ALONE:
            return found
        answers = self._answers(told.replies, self._by_uid[found.note])
        marks = [self._known[mark] for answer in answers for mark in answer.told.marks if mark in self._known]
        return replace(found, answers=answers, tracked=found.tracked or any(marked.tracked for marked in marks))

    def _by_mark(self, told: ForeignNote, said: Said) -> Thread | None:
        marked = next((self._known[mark] for mark in told.marks if mark in self._known), None)
        if marked is not None and marked.note in self._by_uid:
            if marked.reply or marked.answer:
                answer = Answer(_as_reply(told), marked.reply, marked.answer, marked=True)
                return _alone(Thread(told, said, marked=True, tracked=marked.tracked), marked.note, answer)
            found = Thread(told, said, marked.note, marked.place, marked=True, ours=True)
            return replace(found, tracked=marked.tracked, was_done=marked.done, last=marked.last)
        came = next((self._came_as[mark] for mark in told.marks if mark in self._came_as), None)
        return None if came is None else Thread(told, said, came.uid, marked=True)

    def _by_form(self, told: ForeignNote, said: Said) -> Thread | None:
        note = self._by_number.get(said.number)
        if note is None:
            return None
        same_time = _same_time(told, note)
        if said.points:
            return Thread(told, said, note.uid, 1, ours=True) if same_time else None
        if self._says_note(said, note):
            return _alone(Thread(told, said), note.uid, Answer(_as_reply(told), says_note=True))
        agrees = self._agrees(said, note)
        little = len(said.fields) < _TOLD_APART and same_time and quote_of(told, self._text) in quotes_of(note)
        return Thread(told, said, note.uid, ours=True) if agrees or little else None

    def _agrees(self, said: Said, note: Note) -> bool:
        return any(folded(words) in self._past.words(note.uid, name) for name, words in said.fields.items())

    def _says_note(self, said: Said, note: Note) -> bool:
        """Whether words of our form are what was written here on a comment of others."""
        return is_theirs(note) and said.number == note.number and self._agrees(said, note)

    def _by_words(self, told: ForeignNote, said: Said) -> Thread | None:
        alike = self._taken_in.get(folded(told.text), [])
        quote = quote_of(told, self._text)
        same = [
            note
            for note in alike
            if same_comment(told, note.author, _minute(note), same_words=quote in quotes_of(note))
        ]
        if not same:
            return None
        note = min(same, key=lambda one: quote not in quotes_of(one))
        alike.remove(note)  # each only once
        return Thread(told, said, note.uid)

    def _answers(self, told: Sequence[ForeignReply], note: Note) -> tuple[Answer, ...]:
        """Return answers with the replies of `note` that they are; one whose words its author changed is known too."""
        left = list(note.replies)
        ours = [self._of_note(one, note) for one in told]
        found: dict[int, str] = {place: "" for place, answer in enumerate(ours) if answer is not None}
        for is_it in (self._is_marked, _says_the_same, _is_by_the_same):
            for place, one in enumerate(told):
                same = next((reply for reply in left if place not in found and is_it(one, reply)), None)
                if same is not None:
                    found[place] = same.uid
                    left.remove(same)
        return tuple(ours[place] or Answer(one, found.get(place, "")) for place, one in enumerate(told))

    def _of_note(self, told: ForeignReply, note: Note) -> Answer | None:
        """Return an answer that says what was written here on a comment of others."""
        if any(self._known[mark].answer for mark in told.marks if mark in self._known):
            return Answer(told, says_note=True, marked=True)
        return Answer(told, says_note=True) if self._says_note(read_comment(told.text), note) else None

    def _is_marked(self, told: ForeignReply, reply: Reply) -> bool:
        return any(self._known[mark].reply == reply.uid for mark in told.marks if mark in self._known)

    def left_alone(self, thread: Thread) -> Thread:
        """Return a comment as the answer of ours that it is, where what it answers is gone; each only once."""
        alike = self._replies.get(folded(thread.told.text), [])
        same = next(((note, one) for note, one in alike if _same_time(thread.told, one)), None)
        if thread.note or same is None:
            return thread
        alike.remove(same)
        return _alone(thread, same[0], Answer(_as_reply(thread.told), same[1].uid))


def _alone(thread: Thread, note: str, first: Answer) -> Thread:
    """Return a comment as the answer to a note that it is, with those that answer it."""
    return replace(thread, note=note, place=ALONE, answers=(first, *(Answer(one) for one in thread.told.replies)))


def _as_reply(told: ForeignNote) -> ForeignReply:
    return ForeignReply(told.author, told.text, told.initials, told.date, told.id, told.marks, told.written)


def _joined(threads: Sequence[Thread]) -> list[Thread]:
    """Put answers that stand alone now, as in a file of LibreOffice 7.4, back under what they answer."""
    kept = [thread for thread in threads if thread.note and thread.place != ALONE]
    places = {thread.note: place for place, thread in reversed(list(enumerate(kept))) if not thread.place}
    heads: dict[object, int] = {}
    for place, thread in enumerate(kept):
        if thread.told.spans and not (thread.place or thread.marked):
            heads.setdefault(thread.told.spans, place)
    for thread in threads:
        if thread.note and thread.place != ALONE:
            continue
        head = places.get(thread.note) if thread.note else heads.get(thread.told.spans)
        if head is None:
            kept.append(thread)
            continue
        answers = thread.answers if thread.note else (Answer(_as_reply(thread.told)),)
        kept[head] = replace(kept[head], answers=(*kept[head].answers, *answers))
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


def _minute(said: Note) -> str:
    return minute_of(said.created.strftime("%Y-%m-%dT%H:%M:%S"))
