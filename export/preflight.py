"""Before a file is written: what will stay in, and what was found in the file as it was received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotations.own_words import is_theirs
from annotations.rules_of_sending import fields_for, replies_for
from documents.annotated_pdf import condition_of
from export.found import Fate, Found
from export.run import job_of
from export.selection import choose, for_the_firm
from export.word.findings_in_package import found_in_package, package_of
from export.writer import ExportJob, ExportOptions, Listed

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from annotations.model import Note
    from documents.model import PolicyDocument

__all__ = ["Fate", "Found", "Preflight", "preflight"]

_SIGNED: Final = frozenset({"comments", "revisions", "editors", "accounts", "properties"})
"""What bears names of people."""

_HARMS_NOTES: Final = frozenset({"anonymous", "signature", "pdf_signed"})
"""What has to be decided whoever sent it: our comments would lose their names, or a signature its worth."""


@dataclass(frozen=True, slots=True)
class Preflight:
    """What an export would leave out, note by note, and what else there is to know before it is written."""

    left_out: tuple[Listed, ...] = ()
    found: tuple[Found, ...] = ()


def preflight(open_matter: OpenMatter, kind: str, options: ExportOptions) -> Preflight:
    """Return what one product of a matter would leave out and what was found; nothing is written.

    Raises ExportError as `export.run.export` does, and UnreadableDocument for a file that cannot be read any more.
    """
    job = job_of(open_matter, kind, options)
    return Preflight(choose(job).left_out, (*_held_back(job), *_of_originals(job, kind)))


def _held_back(job: ExportJob) -> tuple[Found, ...]:
    """What of the matter never goes out for the profile, as far as there is any."""
    notes = [note for document in job.documents for note in job.matter.notes(document.uid)]
    going, shown = choose(job).notes, fields_for(job.options.profile)
    remarks = sum(bool(note.private_remark.strip()) for note in notes)
    replies = tuple(one for note in going for one in _answers_inside(note, job.options.profile))
    names = _people(job, going)
    of_replies = {"count": len(replies), "names": replies}
    told = (
        (remarks, Found("remark" if remarks == 1 else "remarks", {"count": remarks}, Fate.HELD_BACK)),
        (replies, Found("reply" if len(replies) == 1 else "replies", of_replies, Fate.HELD_BACK)),
        (names and for_the_firm(job), Found("people", {"names": names}, Fate.HELD_BACK)),
        (going and "severity" not in shown, Found("judgement", {}, Fate.HELD_BACK)),
        (_with_rules(going) and "rules" not in shown, Found("rules", {}, Fate.HELD_BACK)),
    )
    return tuple(found for there, found in told if there)


def _answers_inside(note: Note, profile: str) -> tuple[str, ...]:
    """Name the answers to a note that stay in: the note's number and who gave them."""
    sent = replies_for(note, profile)
    return tuple(f"#{note.number} {reply.author}".strip() for reply in note.replies if reply not in sent)


def _people(job: ExportJob, going: tuple[Note, ...]) -> tuple[str, ...]:
    named = [job.options.reviewer.name, *(note.author for note in going)]
    return tuple(dict.fromkeys(filter(None, named)))


def _with_rules(notes: tuple[Note, ...]) -> bool:
    return any(note.rules or any(anchor.how for anchor in note.anchors) for note in notes)


def _of_originals(job: ExportJob, kind: str) -> tuple[Found, ...]:
    """What the file as received holds, where it is that file itself that goes out."""
    ours = _our_names(job)
    return tuple(_for_sender(found, ours, job.options.profile) for found in _in_originals(job, kind))


def _for_sender(found: Found, ours: frozenset[str], profile: str) -> Found:
    """Say of what a client's file came with that he knows it, unless one of ours wrote it or it harms our notes."""
    names = found.arguments.get("names", ())
    of_ours = found.code in _SIGNED and isinstance(names, tuple) and not ours.isdisjoint(names)
    known = profile == "client" and found.fate is Fate.STAYS and found.code not in _HARMS_NOTES and not of_ours
    return found._replace(theirs=True) if known else found


def _our_names(job: ExportJob) -> frozenset[str]:
    """Return the names that people of ours go by."""
    matter = job.matter.matter()
    names = {job.options.reviewer.name, matter.reviewer, matter.partner, matter.firm}
    for note in job.matter.notes(job.documents[0].uid):
        names |= {own.author for own in job.matter.own_words(note)} if is_theirs(note) else {note.author}
    return frozenset(names - {""})


def _in_originals(job: ExportJob, kind: str) -> tuple[Found, ...]:
    version = job.documents[0].latest
    policy = job.matter.policy(version.uid)
    if kind == "pdf" and policy.format == "pdf":
        return (*_of_pdf(policy), *_of_its_bytes(job.matter.original(version.uid), version.file_name))
    if kind != "word" or policy.format != "word":
        return ()
    hidden = Found("hidden_text", {"count": len(policy.hidden)})
    package = package_of(job.matter.original(version.uid), version.file_name)
    return (*([hidden] if policy.hidden else []), *found_in_package(package, job.options.profile))


def _of_pdf(policy: PolicyDocument) -> tuple[Found, ...]:
    """A PDF goes out with the bytes it came in with: nothing can be taken out of it."""
    names = tuple(dict.fromkeys(note.author for note in policy.foreign_notes if note.author))
    comments = Found("comments", {"count": len(policy.foreign_notes), "names": names})
    return (*([comments] if policy.foreign_notes else []), Found("pdf_as_received", {}))


def _of_its_bytes(data: bytes, name: str) -> tuple[Found, ...]:
    """What becomes of the file's own bytes, and of a signature on them. Raises UnreadableDocument."""
    state = condition_of(data, name=name)
    if state.rewritten:
        return (Found("pdf_signed_rewritten" if state.signed else "pdf_rewritten", {}, Fate.REMOVED),)
    return (Found("pdf_signed", {}),) if state.signed else ()
