"""Comments that came back in a file, as changes of a matter: only what is new, and never anything taken away."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Final

from annotations.anchors import describe_all, lost
from annotations.comment_form import Said, read_comment
from annotations.history import WHOLE
from annotations.incoming_notes import CLAUSEMARK, IncomingNote, reply_values, wishes_for
from annotations.journal import Journal, Wish
from annotations.marks import FROM_A_FILE
from annotations.model import Anchor, Document, Note, Reply, Severity, Status, Visibility
from annotations.own_words import THEIRS, is_theirs, their_words
from annotations.past import Past, folded, shown
from annotations.recognising import Answer, Thread
from annotations.redrafts import Redraft
from annotations.returned import Came
from annotations.rows import kind_of, target
from documents.model import ForeignNote, ForeignReply, PolicyDocument, Span

__all__ = ["ACCEPTED_THERE", "DELETED_THERE", "DONE_THERE", "Sender", "Taking"]

DONE_THERE: Final = "returned:done"
"""A field beside a note's own: whether its comment was resolved when it last came back."""

DELETED_THERE: Final = "returned:deleted"
"""The same, for a comment that was missing."""

ACCEPTED_THERE: Final = "returned:accepted"
"""The same, for its proposed wording in the text."""

_MINUTE: Final = 16  # of 2026-03-01T09:00:11: Word keeps no seconds
_INITIALS: Final = 9
_SITTING: Final = timedelta(hours=1)
_LONGEST_SHIFT: Final = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Sender:
    """The file that comes in: its name, and how its places become places of the version it is read against."""

    file_name: str
    policy: PolicyDocument
    version: str
    standing: PolicyDocument
    placed: Callable[[Span], Span | None]


class Taking:
    """One run over the threads of a file. `came` tells what was found, `unplaced` what stands on no words."""

    def __init__(self, journal: Journal, document: Document, sender: Sender, notes: Sequence[Note], past: Past) -> None:
        self._journal = journal
        self._document = document
        self._sender = sender
        self._notes = {note.uid: note for note in notes}
        self._past = past
        self._done: set[str] = set()
        self.came: list[Came] = []
        self.unplaced: list[tuple[str, str]] = []
        self.anchored = 0

    def wishes(self, threads: Iterable[Thread], number: int) -> Iterator[Wish]:
        """Give the changes that the threads of a file ask for; new notes get numbers from `number` on."""
        for thread in threads:
            note = self._notes.get(thread.note)
            if note is None:
                made = list(self._new_note(thread, number))
                number += any(wish.field == WHOLE and kind_of(wish.target) == "note" for wish in made)
                yield from made
                continue
            if not thread.place:
                self._done |= {note.uid} if thread.told.done else set()
                yield from self._status(thread, note)
                yield from self._words(thread, note)
            for answer in thread.answers:
                yield from self._answer(answer, note)

    # -- what is ours ----------------------------------------------------------------------------------------------

    def _status(self, thread: Thread, note: Note) -> Iterator[Wish]:
        done, name = thread.told.done, target("note", note.uid)
        seen = self._past.hidden(note.uid, DONE_THERE)
        if self._past.hidden(note.uid, DELETED_THERE):
            yield Wish(name, DELETED_THERE, after=None)
        if done == (note.status is Status.RESOLVED):
            if seen not in (None, done):
                yield Wish(name, DONE_THERE, after=done)
            return
        if (thread.was_done if seen is None else seen) == done or self._is_older(thread, note):
            return
        yield Wish(name, "status", Status.RESOLVED if done else Status.OPEN)
        yield Wish(name, DONE_THERE, after=done)
        self._tell("resolved" if done else "reopened", note)

    def _is_older(self, thread: Thread, note: Note) -> bool:
        """Whether an open thread says nothing about a note that is resolved: outsiders see no status; without a mark
        nobody knows whether a note that once was open went out as open.
        """
        if thread.told.done:
            return False
        unsaid = bool(thread.said.number) and thread.said.severity is None
        once_open = bool(self._past.words(note.uid, "status") - {Status.RESOLVED.value})
        return unsaid or (thread.was_done is None and once_open)

    def _words(self, thread: Thread, note: Note) -> Iterator[Wish]:
        said = thread.said
        if not said.number:
            yield from self._whole_text(thread, note)
            return
        if is_theirs(note) and not thread.ours:
            for name, words in _told_fields(thread).items():
                yield from self._their_words(note, name, words)
        else:
            yield from self._said_of_ours(said, note, thread.told.text)

    def _said_of_ours(self, said: Said, note: Note, text: str) -> Iterator[Wish]:
        """Fields of ours as they say them there, where they never said so here; other words are kept beside them."""
        for name, words in said.fields.items():
            if folded(words) not in self._past.words(note.uid, name):
                yield from self._changed(note, name, words, said.language)
        if said.severity is not None and said.severity.value not in self._past.words(note.uid, "severity"):
            yield from self._remark(note, text.strip().partition("\n")[0])
        if said.rest:
            yield from self._remark(note, said.rest)

    def _whole_text(self, thread: Thread, note: Note) -> Iterator[Wish]:
        """A comment without our heading: one that was taken in before, else one of ours that was written anew."""
        words = thread.told.text.strip()
        if is_theirs(note):
            yield from self._their_words(note, "issue", words)
        elif words and folded(words) not in self._past.words(note.uid, "issue"):
            yield from self._remark(note, words)

    def _their_words(self, note: Note, name: str, words: str) -> Iterator[Wish]:
        """What the author of a comment that was taken in says now; what was written here in its place stays."""
        seen = self._past.words(note.uid, name) | self._past.words(note.uid, THEIRS + name)
        if not words or folded(words) in seen:
            return
        before = their_words(self._journal, note).get(name, "")
        yield Wish(target("note", note.uid), THEIRS + name, words)
        if folded(str(getattr(note, name))) == folded(before):
            yield Wish(target("note", note.uid), name, words)
        self._tell("changed", note, field=name, old=before, words=words)

    def _changed(self, note: Note, name: str, words: str, language: str) -> Iterator[Wish]:
        field, value, old = _in_its_language(note, name, words, language)
        yield Wish(target("note", note.uid), field, value)
        self._tell("changed", note, field=name, old=old, words=words)

    def _remark(self, note: Note, words: str) -> Iterator[Wish]:
        """Words that belong to no field are kept as a reply of whoever takes the file in: nobody signed them."""
        uid = str(uuid.uuid5(CLAUSEMARK, f"{note.uid}/remark/{folded(words)}"))
        made = list(shown(self._journal, "reply", uid, self._own_reply(note, "remark", words=words)))
        if made:
            self._tell("remark", note, words=words)
        yield from made

    def _answer(self, answer: Answer, note: Note) -> Iterator[Wish]:
        told = answer.told
        if answer.says_note:
            yield from self._said_of_ours(read_comment(told.text), note, told.text)
            return
        known = next((reply for reply in note.replies if reply.uid == answer.reply), None)
        if known is None:
            reply = self._reply(told, note.uid)
            made = list(shown(self._journal, "reply", reply.uid, reply_values(note.uid, reply)))
            if made:
                self._tell("new_reply", note, author=told.author, words=told.text)
            yield from made
        elif folded(told.text) not in _all_texts(self._journal, known.uid):
            yield Wish(target("reply", known.uid), "text", told.text)
            self._tell("changed_reply", note, author=told.author, old=known.text, words=told.text)

    def redraft(self, redraft: Redraft) -> Iterator[Wish]:
        """Give the changes for wording of ours that was decided on: a finding put right, or a reply that says no."""
        note = redraft.note
        if redraft.accepted:
            yield from self._accepted(note)
            return
        uid = str(uuid.uuid5(CLAUSEMARK, f"{note.uid}/rejected/{folded(note.proposed_wording)}"))
        made = list(shown(self._journal, "reply", uid, self._own_reply(note, "rejected")))
        if made:
            self._tell("rejected", note)
        yield from made

    def _accepted(self, note: Note) -> Iterator[Wish]:
        if self._past.hidden(note.uid, ACCEPTED_THERE):
            return
        name = target("note", note.uid)
        yield Wish(name, ACCEPTED_THERE, after=True)
        if note.status is not Status.RESOLVED:
            yield Wish(name, "status", Status.RESOLVED)
            yield Wish(name, DONE_THERE, after=note.uid in self._done)  # the open thread there opens nothing here
        self._tell("accepted", note)

    def _own_reply(self, note: Note, code: str, **more: object) -> dict[str, object]:
        """Return a reply of whoever takes the file in, for what nobody signed."""
        who = self._journal.reviewer
        told = Came(code, note.uid, {"number": note.number, **more}).sentence(note.language)
        values = {"author": who.name, "initials": who.initials, "text": f"{self._sender.file_name}: {told}"}
        return {**values, "note": note.uid, "created": self._journal.clock()}

    def missing(self, threads: Sequence[Thread]) -> Iterator[Wish]:
        """Give the changes that remember which comments of ours were deleted; the notes themselves stay."""
        there = {thread.note for thread in threads if thread.note and not thread.place}
        shown = [self._notes[uid] for uid in there if not is_theirs(self._notes[uid])]
        narrowest = min((_reach(note) for note in shown), default=len(Visibility))
        was_there = self._was_there(threads, shown)
        for note in self._notes.values():
            expected = _reach(note) >= narrowest and was_there(note)
            if note.uid not in there and expected and not self._past.hidden(note.uid, DELETED_THERE):
                yield Wish(target("note", note.uid), DELETED_THERE, after=True)
                self._tell("deleted", note)

    def _was_there(self, threads: Sequence[Thread], shown: Sequence[Note]) -> Callable[[Note], bool]:
        """Return whether a note was made when the file went out: by the mark of the last one in it.

        Without it, one younger than what came in was not; where nothing did, younger by a sitting than all in the file.
        """
        highest = max((self._notes[thread.note].number for thread in threads if thread.last), default=0)
        if highest:
            return lambda note: note.number <= highest
        news = [time for thread in threads for time in self._new_times(thread)]
        youngest = max((note.created for note in shown), default=None)
        before = min(news, default=youngest and youngest + _SITTING)
        return lambda note: before is None or note.created <= before

    def _new_times(self, thread: Thread) -> Iterator[datetime]:
        if not thread.note:
            yield self._time(thread.told)
        for answer in thread.answers:
            if not answer.is_known:
                yield self._time(answer.told)

    # -- what is theirs --------------------------------------------------------------------------------------------

    def _new_note(self, thread: Thread, number: int) -> Iterator[Wish]:
        told = thread.told
        quote = "\n".join(span.of(self._sender.policy.text) for span in told.spans)
        key = f"{told.author}/{told.written[:_MINUTE]}/{folded(told.text)}/{folded(quote)}"
        uid = str(uuid.uuid5(CLAUSEMARK, f"{self._document.versions[0].sha256}/comment/{key}"))
        anchors = self._anchors(told)
        replies = [self._reply(answer.told, uid) for answer in thread.answers]
        if self._journal.changes_of(target("note", uid)):
            made = list(shown(self._journal, "note", uid, {}))
            if made:
                again = (shown(self._journal, "reply", one.uid, reply_values(uid, one)) for one in replies)
                made += [wish for wishes in again for wish in wishes]
                number = int(self._journal.values(target("note", uid))["number"])
        else:
            mark = told.marks[0] if told.marks else uid[:8].upper()
            note = IncomingNote(FROM_A_FILE + mark, self._fields(thread), replies=tuple(replies), uid=uid)
            first = {"document": self._document.uid, "number": number, "anchors": anchors}
            made = list(wishes_for(uid, note, first))
            if told.done:
                made.append(Wish(target("note", uid), DONE_THERE, after=True))
        if made:
            self._told_new(uid, number, thread, anchors, quote)
        yield from made

    def _fields(self, thread: Thread) -> dict[str, object]:
        told, said = thread.told, thread.said
        created = self._time(told)
        return {
            **_told_fields(thread),
            "severity": said.severity or Severity.INFO,
            "status": Status.RESOLVED if told.done else Status.OPEN,
            "language": said.language or self._sender.policy.language,
            "author": told.author,
            "initials": told.initials[:_INITIALS],
            "created": created,
            "modified": created,
        }

    def _told_new(self, uid: str, number: int, thread: Thread, anchors: Sequence[Anchor], quote: str) -> None:
        self.came.append(
            Came("new_note", uid, {"number": number, "author": thread.told.author, "words": thread.told.text})
        )
        for answer in thread.answers:
            told = {"number": number, "author": answer.told.author, "words": answer.told.text}
            self.came.append(Came("new_reply", uid, told))
        if any(len(anchor.span) for anchor in anchors):
            self.anchored += 1
        elif quote:
            self.unplaced.append((str(number), quote))
            self.came.append(Came("unplaced", uid, {"number": number, "words": quote}))

    def _anchors(self, told: ForeignNote) -> tuple[Anchor, ...]:
        anchors: list[Anchor] = []
        for span in told.spans:
            to = self._sender.placed(span)
            if to is not None and to.of(self._sender.standing.text).strip():
                anchors += describe_all(self._sender.standing, [to], self._sender.version)
            elif words := span.of(self._sender.policy.text):
                anchors.append(lost(Anchor(self._sender.version, 0, 0, words)))
        return tuple(anchors)

    def _reply(self, told: ForeignReply, note: str) -> Reply:
        key = f"{told.author}/{told.written[:_MINUTE]}/{folded(told.text)}"
        return Reply(
            uid=str(uuid.uuid5(CLAUSEMARK, f"{note}/reply/{key}")),
            author=told.author,
            initials=told.initials[:_INITIALS],
            text=told.text,
            created=self._time(told),
        )

    # -- inside ----------------------------------------------------------------------------------------------------

    def _time(self, told: ForeignNote | ForeignReply) -> datetime:
        """Return when something was written, on its author's own clock where the file tells that."""
        now = self._journal.clock()
        wall = _moment(told.written.removesuffix("Z")) or _moment(told.date.removesuffix("Z"))
        if wall is None:
            return now
        true = _moment(told.date) if told.date != told.written else None
        if wall.tzinfo is not None:
            return wall
        shift = wall - true.replace(tzinfo=None) if true is not None and true.tzinfo is not None else None
        if shift is None or abs(shift) > _LONGEST_SHIFT:
            return wall.replace(tzinfo=now.tzinfo)
        return wall.replace(tzinfo=timezone(timedelta(minutes=round(shift.total_seconds() / 60))))

    def _tell(self, code: str, note: Note, **arguments: object) -> None:
        self.came.append(Came(code, note.uid, {"number": note.number, **arguments}))


def _told_fields(thread: Thread) -> dict[str, str]:
    """Return what a comment of others says, by field: all of it is the issue where it has not our form."""
    told, said = thread.told, thread.said
    fields = dict(said.fields) if said.number else {"issue": told.text}
    if said.rest and said.number:
        fields["issue"] = "\n".join(filter(None, (fields.get("issue"), said.rest)))
    return fields


def _reach(note: Note) -> int:
    """How far a note may be sent: 0 for inside only. A file that holds one note held all that reach as far."""
    return list(Visibility).index(note.visibility)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None


def _all_texts(journal: Journal, reply: str) -> set[str]:
    changes = journal.changes_of(target("reply", reply))
    told: list[Any] = [
        c.after.get("text") if c.field == WHOLE else c.after for c in changes if c.field in (WHOLE, "text")
    ]
    return {folded(text) for text in told if isinstance(text, str)}


def _in_its_language(note: Note, name: str, words: str, language: str) -> tuple[str, object, str]:
    """Return the field that changed words belong to, its new value and the old words; a translation where it is one."""
    for tongue, fields in note.translations.items():
        if language and not note.language.startswith(language) and tongue.startswith(language) and fields.get(name):
            told = {**note.translations, tongue: {**fields, name: words}}
            return "translations", told, fields[name]
    return name, words, str(getattr(note, name))
