"""`--as word`: the policy itself in Word, with every note as a native comment on its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotations.model import Note
from documents.model import PolicyDocument, Span
from documents.picture_bytes import PictureFile
from export.answers_due import DueAnswers, due_answers
from export.errors import ExportError
from export.selection import Chosen, choose, listed_id, sender
from export.word.base import Base
from export.word.mapping import mapping
from export.word.nearby import Nearby
from export.word.new_package import FileFacts
from export.word.original import original_file
from export.word.placing import Places
from export.word.policy_file import policy_file
from export.word.proof import proved, reads_as
from export.word.scrub import scrub
from export.word.text_changes import TextChanges
from export.word.threads import add_threads
from export.word.without_comments import without_comments
from export.writer import ExportJob, Listed, Written

__all__ = ["AnnotatedWord"]


class AnnotatedWord:
    """A .docx goes out as it came in, with comments; any other file becomes a faithful .docx first."""

    kind = "word"
    suffix = ".docx"
    many = False

    def write(self, job: ExportJob) -> Written:
        """Return the annotated policy. Raises ExportError."""
        written = _written(job)
        if written is not None:
            return written
        # A tracked change that does not read as it should must not leave the house: the comments say it all.
        plain = _written(replace(job, options=replace(job.options, redrafts="comment")))
        if plain is None:
            raise ExportError("unproved")
        held = tuple(Listed(listed_id(note), "redraft_unproved") for note in choose(job).notes if note.proposed_wording)
        return replace(plain, moved=(*plain.moved, *held))


def _written(job: ExportJob) -> Written | None:
    """Write the file; None where its text does not read as the redrafts have it."""
    version = job.documents[0].latest
    policy = job.matter.policy(version.uid)
    chosen = choose(job)
    original = job.matter.original(version.uid) if policy.format == "word" else None
    due = DueAnswers()
    if original is not None:
        original, due = _said_once(job, original, chosen.notes)
    base = _base(job, policy, original, chosen)
    scrub(base, job.options.profile, job.language, received=original is not None)
    moved = mapping(policy.text, base.text)
    places = Places(base, policy, version.uid, moved)
    changes = TextChanges(base, policy, job, moved)
    changes.prepare([note for note in chosen.notes if _is_worked_on(note, due)], places)
    listed = add_threads(changes.base, chosen.notes, places, job, due.by_note)
    changes.finish()
    text = policy.text if policy.format == "text" and "\t" not in policy.text else None
    added = len(chosen.notes) - len(due.by_note) + sum(len(one.answers) for one in due.by_note.values())
    data = proved(base.package.to_bytes(), added=added, before=original, text=text)
    if changes.text is not None and not reads_as(data, changes.text):
        return None
    return Written(data, chosen.left_out, (*listed, *changes.listed))


def _said_once(job: ExportJob, original: bytes, notes: Sequence[Note]) -> tuple[bytes, DueAnswers]:
    """Take out of a file that came back what this one says anew; what others said stays, and is answered."""
    document = job.documents[0]
    standing = job.matter.standing_comments(document.uid, {note.uid for note in notes})
    due = due_answers(job, notes, standing)
    outdated = standing.outdated | due.outdated
    if outdated:
        original = without_comments(original, document.latest.file_name, outdated)
    return original, due


def _is_worked_on(note: Note, due: DueAnswers) -> bool:
    """Whether something was said of a note here: a comment of others alone changes nothing in the text."""
    return note.uid not in due.by_note or due.by_note[note.uid].answered


def _base(job: ExportJob, policy: PolicyDocument, original: bytes | None, chosen: Chosen) -> Base:
    if original is not None:
        comments_alone = job.options.highlight == "none" and job.options.redrafts != "tracked"
        nearby = Nearby(policy, _spans(job, chosen)) if comments_alone else None
        return original_file(original, job.documents[0].latest.file_name, nearby)
    creator = sender(job, job.matter.matter())
    facts = FileFacts(policy.title, creator, job.options.now, policy.language)
    received = job.matter.original(job.documents[0].latest.uid) if policy.pictures else b""
    return policy_file(policy, facts, PictureFile(received, policy.format).bytes_of)


def _spans(job: ExportJob, chosen: Chosen) -> Iterator[Span]:
    """Where the notes stand in the text as it was read."""
    version = job.documents[0].latest.uid
    return (anchor.span for note in chosen.notes for anchor in note.anchors if anchor.version == version)
