"""Who says what of a note in a file that goes out: a comment of somebody else says their words, and no others.

What was written here on such a note is an answer, by whoever wrote it (docs/decisions/0023).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from annotations.marks import Marked, answer_name, note_name, reply_name
from annotations.model import Note, Reply
from annotations.own_words import SAYING, OwnWords, is_theirs
from annotations.rules_of_sending import fields_for, replies_for
from documents.clauses import address_of
from documents.model import PolicyDocument
from export.word.comment_words import lines_of, see_line
from export.word.comments import Line
from export.writer import ExportJob

__all__ = ["Saying", "Voices", "proposer"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A comment or answer to be: who said it and when, its lines, and what its mark is made from.

    `writer` counts those who wrote on a comment of somebody else; -1 for a note itself and for replies.
    """

    said: Note | Reply
    lines: tuple[Line, ...]
    name: str
    writer: int = -1

    @property
    def words(self) -> str:
        """All it says, line by line."""
        return "\n".join(line.lead + line.words for line in self.lines)


class Voices:
    """Says the notes of one job."""

    def __init__(self, job: ExportJob) -> None:
        self._job = job
        self._language = job.language
        self._version = job.documents[0].latest.uid
        self._policy: PolicyDocument = job.matter.policy(self._version)
        self._secret = job.matter.secrets(job.documents[0].uid)[0]
        shown = fields_for(job.options.profile)
        self.shown = shown - {"proposed_wording"} if job.options.redrafts == "report" else shown

    def thread(self, note: Note, sent: Marked, about: Sequence[Line] = ()) -> list[Saying]:
        """Return a note with what answers it; `about` are lines on the words it is about, where it cannot stand there.

        Where its readers may not have what somebody else said, what was written here stands alone.
        """
        name = note_name(self._secret, sent)
        if not is_theirs(note):
            return [Saying(note, (*about, *self._lines(note, self.shown)), name), *self._replies(note)]
        theirs = self._their_lines(note)
        first = [Saying(note, theirs, name)] if theirs else []
        own = self._own(note, about, tracked=sent.tracked)
        if not own and (about or not first):
            own = [self._unwritten(note, about, tracked=sent.tracked)]
        return [*first, *own, *self._replies(note)]

    def pointer(self, note: Note, sent: Marked, about: Sequence[Line] = ()) -> Saying:
        """Return what stands at a further place of a note."""
        said = replace(note, author="", initials="") if is_theirs(note) else note
        return Saying(said, (*about, see_line(note, self._language)), note_name(self._secret, sent))

    def answers(self, note: Note, *, tracked: bool = False) -> list[Saying]:
        """Return what answers a comment of somebody else: what was written here, then the replies that may go out."""
        return [*self._own(note, (), tracked=tracked), *self._replies(note)]

    # -- inside ----------------------------------------------------------------------------------------------------

    def _own(self, note: Note, about: Sequence[Line], *, tracked: bool) -> list[Saying]:
        made: list[Saying] = []
        for writer, own in enumerate(self._job.matter.own_words(note)):
            if own.fields & self.shown:
                lines = self._own_lines(note, own.fields)
                name = answer_name(self._secret, note.uid, writer, tracked=tracked)
                made.append(Saying(_as_said(own, self._job), (*(() if made else about), *lines), name, writer))
        return made

    def _unwritten(self, note: Note, about: Sequence[Line], *, tracked: bool) -> Saying:
        """Return the heading alone, by whoever sends it."""
        reviewer = self._job.options.reviewer
        name = answer_name(self._secret, note.uid, 0, tracked=tracked)
        own = OwnWords(reviewer.name, self._job.options.now, frozenset())
        return Saying(_as_said(own, self._job), (*about, *self._own_lines(note, ())), name, 0)

    def _replies(self, note: Note) -> list[Saying]:
        made = []
        for reply in replies_for(note, self._job.options.profile):
            lines = tuple(Line("", words) for words in reply.text.split("\n"))
            made.append(Saying(reply, lines, reply_name(self._secret, reply.uid)))
        return made

    def _their_lines(self, note: Note) -> tuple[Line, ...]:
        theirs = {name: words for name, words in self._job.matter.their_words(note).items() if name in self.shown}
        if set(theirs) <= {"issue"}:
            return tuple(Line("", words) for words in theirs.get("issue", "").strip().split("\n") if theirs)
        said = replace(note, **{**dict.fromkeys(SAYING, ""), **theirs}, translations={})  # type: ignore[arg-type]
        return self._lines(said, theirs)

    def _own_lines(self, note: Note, fields: Collection[str]) -> tuple[Line, ...]:
        shown = self.shown & {*fields, "severity"}
        return self._lines(note if "proposed_wording" in fields else replace(note, insert_after=""), shown)

    def _lines(self, note: Note, shown: Collection[str]) -> tuple[Line, ...]:
        spans = [anchor.span for anchor in note.anchors if anchor.version == self._version]
        address = address_of(self._policy, spans, self._language)
        said = replace(note, insert_after=self._in_language(note.insert_after))
        return lines_of(said, address, shown, self._language)

    def _in_language(self, address: str) -> str:
        """An address as the language of what goes out has it; one that is no clause's stays as it was written."""
        if not address:
            return ""
        clause = next((clause for clause in self._policy.clauses if clause.address == address), None)
        return address if clause is None else address_of(self._policy, [clause.own], self._language)


def proposer(note: Note, job: ExportJob) -> Note | Reply:
    """Return who proposed the wording of a note: its author, unless that is the comment of somebody else."""
    for own in job.matter.own_words(note):
        if "proposed_wording" in own.fields:
            return _as_said(own, job)
    return note


def _as_said(own: OwnWords, job: ExportJob) -> Reply:
    dated = "created" in fields_for(job.options.profile)
    return Reply(uid="", author=own.author, created=own.written if dated else job.options.now)
