"""Turn the notes of a document into comment threads in a Word file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from annotations.marks import Marked, free_mark
from annotations.model import Matter, Note, Status
from export.answers_due import Due
from export.errors import ExportError
from export.selection import author_of, listed_id
from export.voices import Saying, Voices
from export.word.base import Base
from export.word.beside import Beside
from export.word.comment_styles import comment_styles
from export.word.comment_words import about_line
from export.word.comments import Comment, CommentParts
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


def add_threads(
    base: Base, notes: Sequence[Note], places: Places, job: ExportJob, due: Mapping[str, Due]
) -> tuple[Listed, ...]:
    """Put the notes into the file as comments; return those that stand elsewhere than on just their words.

    `due` are the answers to comments that stand there, by note: of those notes nothing else is said.
    """
    anew = [note for note in notes if note.uid not in due]
    threads = sorted(_threads(anew, places), key=lambda t: (t.place.part, t.place.span.start, -t.place.span.end))
    answered = [(note, due[note.uid]) for note in notes if note.uid in due]
    if not threads and not any(one.answers or one.done is not None for _, one in answered):
        return ()
    faces = faces_for(job.language)
    styles = comment_styles(base.package, faces)
    parts = CommentParts(base.package)
    writer = _ThreadWriter(job, parts)
    ids = [writer.ids(thread) for thread in threads]
    wider = _place_all(base, _marks(threads, ids), styles)
    reasons = [_why(thread, wider.get(numbers[0], "")) for thread, numbers in zip(threads, ids, strict=True)]
    said = zip(threads, ids, reasons, strict=True)
    comments = [comment for one in said for comment in writer.comments(*one)]
    comments += _answers(base, answered, places, writer, styles)
    parts.add(comments, faces, styles)
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


def _answers(
    base: Base, answered: Sequence[tuple[Note, Due]], places: Places, writer: _ThreadWriter, styles: CommentStyles
) -> list[Comment]:
    """Return the answers to comments that stand, their markers put into the text."""
    beside = Beside(base.trees, styles.reference)
    made: list[Comment] = []
    for note, due in answered:
        tracked = any(uid == note.uid for uid, _ in places.tracked)
        comments = writer.answers(note, due, tracked=tracked)
        if not beside.put(due.comment, [comment.id for comment in comments]) and comments:
            raise ExportError("unproved")
        made += comments
    beside.write(base.package)
    return made


class _ThreadWriter:
    """Writes threads as comments, with ids from a counter."""

    def __init__(self, job: ExportJob, parts: CommentParts) -> None:
        self._job = job
        self._language = job.language
        self._matter: Matter = job.matter.matter()
        self._voices = Voices(job)
        self._parts = parts
        self._taken = parts.taken_marks
        self._ids = count(max(parts.taken_ids, default=-1) + 1)

    def ids(self, thread: _Thread) -> tuple[int, ...]:
        """Return the ids of a thread's comment and of its replies."""
        return tuple(next(self._ids) for _ in self._said(thread, thread.place.why))

    def comments(self, thread: _Thread, ids: Sequence[int], why: str) -> list[Comment]:
        """Return a thread's comment and its replies; `why` it stands elsewhere than on just its words."""
        done = self._is_done(thread.note)
        said = self._said(thread, why)[: len(ids)]
        first = self._comment(said[0], ids[0], done=done)
        rest = zip(said[1:], ids[1:], strict=True)
        return [first, *(replace(self._comment(one, number, done=done), parent=first.mark) for one, number in rest)]

    def answers(self, note: Note, due: Due, *, tracked: bool) -> list[Comment]:
        """Return the answers to a comment that stands, and resolve that or open it again where that is asked."""
        if not due.answers and due.done is None:
            return []
        done = self._is_done(note)
        parent = self._parts.thread_of(due.comment, done=due.done)
        anew = {one.writer: one for one in self._voices.answers(note, tracked=tracked) if one.writer >= 0}
        said = [anew.get(one.writer, one) for one in due.answers]
        return [replace(self._comment(one, next(self._ids), done=done), parent=parent) for one in said]

    def _is_done(self, note: Note) -> bool:
        return note.status is Status.RESOLVED and "status" in self._voices.shown

    def _said(self, thread: _Thread, why: str) -> list[Saying]:
        """What a thread says: where it does not stand on just its words, these too."""
        note, place, done = thread.note, thread.place, self._is_done(thread.note)
        sent = Marked(note.uid, thread.ordinal, tracked=thread.tracked and not done, done=done, last=thread.last)
        about = (about_line(note, place.words, self._language, gone=place.gone),) if why else ()
        if thread.ordinal:
            return [self._voices.pointer(note, sent, about)]
        return self._voices.thread(note, sent, about)

    def _comment(self, saying: Saying, number: int, *, done: bool) -> Comment:
        author, initials = author_of(saying.said, self._job, self._matter)
        return Comment(
            id=number,
            author=author,
            initials=initials,
            written=saying.said.created,
            lines=saying.lines,
            mark=free_mark(saying.name, self._taken),
            done=done,
        )


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
