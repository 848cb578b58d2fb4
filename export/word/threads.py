"""Turn the notes of a document into comment threads in a Word file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from annotations.marks import Marked, free_mark, note_name, reply_name
from annotations.model import Matter, Note, Reply, Status
from annotations.rules_of_sending import fields_for, replies_for
from documents.clauses import address_of
from documents.model import PolicyDocument
from export.selection import author_of, listed_id
from export.word.base import Base
from export.word.comment_styles import comment_styles
from export.word.comment_words import about_line, lines_of, see_line
from export.word.comments import Comment, CommentParts, Line
from export.word.fonts import faces_for
from export.word.names import to_bytes
from export.word.placing import Place, Places
from export.word.ranges import Mark, RevisionIds, place_marks
from export.word.styles import CommentStyles
from export.writer import ExportJob, Listed

__all__ = ["add_threads"]


@dataclass(frozen=True, slots=True)
class _Thread:
    """One comment to be: a note at one of its places. `ordinal` 0 says it in full."""

    note: Note
    ordinal: int
    place: Place
    tracked: bool = False
    last: bool = False


def add_threads(base: Base, notes: Sequence[Note], places: Places, job: ExportJob) -> tuple[Listed, ...]:
    """Put the notes into the file as comments; return those that stand elsewhere than on just their words."""
    threads = sorted(_threads(notes, places), key=lambda t: (t.place.part, t.place.span.start, -t.place.span.end))
    if not threads:
        return ()
    faces = faces_for(job.language)
    styles = comment_styles(base.package, faces)
    parts = CommentParts(base.package)
    writer = _ThreadWriter(job, parts)
    ids = [writer.ids(thread) for thread in threads]
    wider = _place_all(base, _marks(threads, ids), styles)
    reasons = [_why(thread, wider.get(numbers[0], "")) for thread, numbers in zip(threads, ids, strict=True)]
    said = zip(threads, ids, reasons, strict=True)
    parts.add([comment for one in said for comment in writer.comments(*one)], faces, styles)
    return tuple(Listed(listed_id(thread.note), why) for thread, why in zip(threads, reasons, strict=True) if why)


def _threads(notes: Sequence[Note], places: Places) -> Iterator[_Thread]:
    highest = max((note.number for note in notes), default=0)
    for note in notes:
        found = places.of(note)
        # The comment in full goes where the words are, if they are anywhere.
        in_order = sorted(found, key=lambda place: place.gone)
        for ordinal, place in enumerate(in_order):
            tracked = (note.uid, place.span) in places.tracked
            yield _Thread(note, ordinal, place, tracked, last=not ordinal and note.number == highest)


def _why(thread: _Thread, wider: str) -> str:
    """Why a comment stands elsewhere than on just its words; one about the whole policy has none to stand on."""
    return thread.place.why or (wider if thread.note.anchors else "")


class _ThreadWriter:
    """Writes threads as comments, with ids from a counter."""

    def __init__(self, job: ExportJob, parts: CommentParts) -> None:
        self._job = job
        self._language = job.language
        self._version = job.documents[0].latest.uid
        self._matter: Matter = job.matter.matter()
        self._policy: PolicyDocument = job.matter.policy(job.documents[0].latest.uid)
        shown = fields_for(job.options.profile)
        self._shown = shown - {"proposed_wording"} if job.options.redrafts == "report" else shown
        self._secret = job.matter.secrets(job.documents[0].uid)[0]
        self._taken = parts.taken_marks
        self._ids = count(max(parts.taken_ids, default=-1) + 1)

    def ids(self, thread: _Thread) -> tuple[int, ...]:
        """Return the ids of a thread's comment and of its replies."""
        return tuple(next(self._ids) for _ in range(1 + len(self._replies(thread))))

    def comments(self, thread: _Thread, ids: Sequence[int], why: str) -> list[Comment]:
        """Return a thread's comment and its replies; `why` it stands elsewhere than on just its words."""
        note = thread.note
        done = note.status is Status.RESOLVED and "status" in self._shown
        sent = Marked(note.uid, thread.ordinal, tracked=thread.tracked and not done, done=done, last=thread.last)
        mark = free_mark(note_name(self._secret, sent), self._taken)
        made = [self._comment(note, ids[0], self._lines(thread, why), mark, done=done)]
        for number, reply in zip(ids[1:], self._replies(thread), strict=True):
            lines = tuple(Line("", words) for words in reply.text.split("\n"))
            own = free_mark(reply_name(self._secret, reply.uid), self._taken)
            made.append(replace(self._comment(reply, number, lines, own, done=done), parent=mark))
        return made

    def _replies(self, thread: _Thread) -> Sequence[Reply]:
        return replies_for(thread.note, self._job.options.profile) if thread.ordinal == 0 else ()

    def _comment(self, said: Note | Reply, number: int, lines: tuple[Line, ...], mark: str, *, done: bool) -> Comment:
        author, initials = author_of(said, self._job, self._matter)
        return Comment(
            id=number, author=author, initials=initials, written=said.created, lines=lines, mark=mark, done=done
        )

    def _lines(self, thread: _Thread, why: str) -> tuple[Line, ...]:
        """What the comment says: first, where it does not stand on just its words, these."""
        language = self._language
        lines = self._full(thread.note) if thread.ordinal == 0 else (see_line(thread.note, language),)
        return (about_line(thread.note, thread.place.words, language, gone=thread.place.gone), *lines) if why else lines

    def _full(self, note: Note) -> tuple[Line, ...]:
        spans = [anchor.span for anchor in note.anchors if anchor.version == self._version]
        address = address_of(self._policy, spans, self._language)
        said = replace(note, insert_after=self._in_language(note.insert_after)) if note.insert_after else note
        return lines_of(said, address, self._shown, self._language)

    def _in_language(self, address: str) -> str:
        """An address as the language of what goes out has it; one that is no clause's stays as it was written."""
        clause = next((clause for clause in self._policy.clauses if clause.address == address), None)
        return address if clause is None else address_of(self._policy, [clause.own], self._language)


def _marks(threads: Sequence[_Thread], ids: Sequence[tuple[int, ...]]) -> dict[str, list[Mark]]:
    by_part: dict[str, list[Mark]] = defaultdict(list)
    for thread, numbers in zip(threads, ids, strict=True):
        place = thread.place
        by_part[place.part].append(Mark(place.span.start, place.span.end, numbers, place.mark))
    return by_part


def _place_all(base: Base, marks: dict[str, list[Mark]], styles: CommentStyles) -> dict[int, str]:
    """Place the marks of each part that has any, and write that part; return why, by the id of the comment."""
    revisions = RevisionIds(base.trees.values())
    wider: dict[int, str] = {}
    for part, wanted in marks.items():
        letters = [letter for letter in base.letters if letter.part == part]
        paragraphs = [paragraph for paragraph in base.paragraphs if paragraph.part == part]
        why = place_marks(letters, paragraphs, wanted, revisions, styles.reference)
        wider |= {mark.ids[0]: reason for mark, reason in why.items()}
        base.package.set(part, to_bytes(base.trees[part]))
    return wider
