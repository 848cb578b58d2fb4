"""What of a matter must not stand in a file for certain readers, and the matter as it were without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, cast

from annotations.history import Change
from annotations.marks import FROM_A_FILE
from annotations.model import Anchor, Matter, Note, Reply, Reviewer
from annotations.own_words import is_theirs
from annotations.rules_of_sending import fields_for, goes_out, replies_for
from export.change_memo.history import wanted
from export.selection import for_the_firm
from export.writer import ExportJob

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["Secret", "SecretKind", "secrets_of", "without_secrets", "words_sent"]

_LEAST: Final = 2
_PROBE: Final = 48
"""Code points of a line that are looked for: its beginning, so that a line cut short is found too."""
_WORDS: Final = (
    "title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question",
    "quote_translation", "owner", "source_id",
)  # fmt: skip
"""The fields of a note that hold words of its own; other fields hold choices from short lists, and places."""
_OF_THE_FIRM: Final = (
    "client", "matter_number", "reviewer", "partner", "licence_number", "confidentiality", "conclusion", "assumptions",
    "open_questions", "scope",
)  # fmt: skip
"""What of the matter itself no outsider is told."""


class SecretKind(StrEnum):
    """What kind of thing must stay in."""

    REMARK = "remark"
    NOTE = "note"
    REPLY = "reply"
    FIELD = "field"
    PERSON = "person"
    MATTER = "matter"
    ID = "id"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not stand in a file; `number` is the note they come from, 0 for none."""

    kind: SecretKind
    words: str
    number: int = 0


def secrets_of(job: ExportJob) -> tuple[Secret, ...]:
    """Return what a file for the readers of the job's profile must not hold."""
    notes = [note for document in job.documents for note in job.matter.notes(document.uid)]
    told = [secret for note in notes for secret in _of_note(note, job)]
    told += [Secret(SecretKind.PATH, words) for words in _of_machine(job)]
    told += _people(notes, job)
    if job.options.profile == "outside":
        told += _of_matter(job)
    return tuple(dict.fromkeys(told))


def _of_machine(job: ExportJob) -> tuple[str, ...]:
    """Paths for everybody; the machine's name for its user where no person is named, who may bear the same."""
    words = tuple(word for word in job.options.machine if len(word) >= _LEAST)
    return words if for_the_firm(job) else tuple(word for word in words if "/" in word or "\\" in word)


def without_secrets(job: ExportJob) -> ExportJob:
    """Return the same job on a matter that never held any of it: what stands there too was no secret."""
    view = cast("OpenMatter", _Withheld(job))
    reviewer = Reviewer("") if for_the_firm(job) else job.options.reviewer
    return ExportJob(view, job.documents, replace(job.options, reviewer=reviewer, machine=()))


def words_sent(job: ExportJob) -> str:
    """Return the words of the notes and the matter that the readers of the job's profile may see."""
    view = _Withheld(job)
    told = [getattr(note, name) for document in job.documents for note in view.notes(document.uid) for name in _WORDS]
    held = view.matter()
    return "\n".join([*told, *(str(getattr(held, field.name)) for field in fields(held))])


class _Withheld:
    """A matter seen by a writer, with what must stay in left blank."""

    def __init__(self, job: ExportJob) -> None:
        self._job = job
        self.policy, self.original = job.matter.policy, job.matter.original
        self.documents, self.document = job.matter.documents, job.matter.document
        self.secrets, self.standing_comments = job.matter.secrets, job.matter.standing_comments
        self.own_words, self.their_words = job.matter.own_words, job.matter.their_words
        self.report_state = job.matter.report_state

    def changes(self) -> tuple[Change, ...]:
        """The changes that a memo of changes reads, by nobody where nobody is named."""
        told = filter(wanted, self._job.matter.changes())
        return tuple(replace(change, author="") if for_the_firm(self._job) else change for change in told)

    def matter(self) -> Matter:
        held = self._job.matter.matter()
        if self._job.options.profile != "outside":
            return held
        return replace(held, conclusion_translations={}, **dict.fromkeys(_OF_THE_FIRM, ""))

    def notes(self, document: str | None = None) -> tuple[Note, ...]:
        profile = self._job.options.profile
        notes = self._job.matter.notes(document)
        return tuple(_blanked(note, self._job) for note in notes if goes_out(note, profile))


def _blanked(note: Note, job: ExportJob) -> Note:
    shown = fields_for(job.options.profile)
    hidden = [name for name in _WORDS if name not in shown] + ["private_remark"]
    if for_the_firm(job):
        hidden += ["author", "initials"]
    blank = {name: _DEFAULTS[name] for name in hidden}
    if is_theirs(note):
        blank["source_id"] = FROM_A_FILE  # by which its comment stays whose it is
    kept = {code: {k: v for k, v in told.items() if k in shown} for code, told in note.translations.items()}
    said = replies_for(note, job.options.profile)
    if for_the_firm(job):
        said = tuple(replace(reply, author="", initials="") for reply in said)
    return replace(note, translations=kept, replies=said, anchors=tuple(map(_unreasoned, note.anchors)), **blank)


_DEFAULTS: Final = {field.name: field.default for field in fields(Note) if field.default is not MISSING}


def _unreasoned(anchor: Anchor) -> Anchor:
    """The anchor without the reason that a reviewer gave for what he decided about it."""
    passage = anchor.passage
    return replace(anchor, passage=replace(passage, reason="")) if passage is not None and passage.reason else anchor


def _of_note(note: Note, job: ExportJob) -> Iterator[Secret]:
    """What of one note must stay in."""
    profile = job.options.profile
    shown = fields_for(profile) if goes_out(note, profile) else frozenset[str]()
    kind = SecretKind.FIELD if shown else SecretKind.NOTE
    yield from _secrets(SecretKind.REMARK, [note.private_remark], note)
    reasons = [one.passage.reason for one in note.anchors if one.passage is not None]
    yield from _secrets(SecretKind.REMARK, reasons, note)
    yield from _secrets(kind, (getattr(note, name) for name in _WORDS if name not in shown), note)
    for told in note.translations.values():
        yield from _secrets(SecretKind.REMARK, [told.get("private_remark", "")], note)
        yield from _secrets(kind, (words for name, words in told.items() if name not in shown), note)
    sent = replies_for(note, profile) if goes_out(note, profile) else ()
    yield from _secrets(SecretKind.REPLY, (reply.text for reply in note.replies if reply not in sent), note)
    yield from (Secret(SecretKind.ID, uid, note.number) for uid in _ids(note, profile))


def _ids(note: Note, profile: str) -> Iterator[str]:
    """Ids by which nobody but the firm can know a note: all of what stays in, and for outsiders every one."""
    if profile == "internal":
        return
    if profile == "outside" or not goes_out(note, profile):
        yield note.uid
    yield from (reply.uid for reply in note.replies)


def _people(notes: Sequence[Note], job: ExportJob) -> list[Secret]:
    """The people for whom the firm speaks. A client knows those who sign."""
    if not for_the_firm(job):
        return []
    said: list[Note | Reply] = [*notes]
    said += [reply for note in notes for reply in note.replies]
    named = {name for each in said for name in (each.author, each.initials)}
    reviewer = job.options.reviewer
    if job.options.profile == "outside":
        named |= {reviewer.name, reviewer.initials}
    else:
        held = job.matter.matter()
        named -= {reviewer.name, reviewer.initials, held.reviewer, held.initials, held.partner}
        # The client's own people are not ours: their comments stand in the file under their names.
        named -= {name for note in notes if is_theirs(note) for name in (note.author, note.initials)}
    return [Secret(SecretKind.PERSON, name) for name in sorted(named) if len(name) >= _LEAST]


def _of_matter(job: ExportJob) -> list[Secret]:
    held = job.matter.matter()
    texts = [getattr(held, name) for name in _OF_THE_FIRM] + list(held.conclusion_translations.values())
    ids = [uid for document in job.documents for uid in (document.uid, *(v.uid for v in document.versions))]
    received = [version.received_from for document in job.documents for version in document.versions]
    told = [Secret(SecretKind.MATTER, line) for line in _lines([*texts, *received])]
    return told + [Secret(SecretKind.ID, uid) for uid in ids]


def _secrets(kind: SecretKind, texts: Iterable[str], note: Note) -> Iterator[Secret]:
    yield from (Secret(kind, line, note.number) for line in _lines(texts))


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (_begun(line) for line in map(_flat, text.splitlines()) if len(line) >= _LEAST)


def _begun(line: str) -> str:
    """The beginning of a long line, cut between words."""
    if len(line) <= _PROBE:
        return line
    cut = line[:_PROBE]
    inside = cut[-1].isascii() and cut[-1].isalnum() and line[_PROBE].isascii() and line[_PROBE].isalnum()
    return (cut.rpartition(" ")[0] or line) if inside else cut.rstrip()


def _flat(text: str) -> str:
    return " ".join(text.split())
