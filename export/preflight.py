"""Before a file is written: what will stay in, and what was found in the file as it was received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    replies = sum(len(note.replies) - len(replies_for(note, job.options.profile)) for note in going)
    names = _people(job, going)
    told = (
        (remarks, Found("remarks", {"count": remarks}, Fate.HELD_BACK)),
        (replies, Found("replies", {"count": replies}, Fate.HELD_BACK)),
        (names and for_the_firm(job), Found("people", {"names": names}, Fate.HELD_BACK)),
        (going and "severity" not in shown, Found("judgement", {}, Fate.HELD_BACK)),
        (_with_rules(going) and "rules" not in shown, Found("rules", {}, Fate.HELD_BACK)),
    )
    return tuple(found for there, found in told if there)


def _people(job: ExportJob, going: tuple[Note, ...]) -> tuple[str, ...]:
    named = [job.options.reviewer.name, *(note.author for note in going)]
    return tuple(dict.fromkeys(filter(None, named)))


def _with_rules(notes: tuple[Note, ...]) -> bool:
    return any(note.rules or any(anchor.how for anchor in note.anchors) for note in notes)


def _of_originals(job: ExportJob, kind: str) -> tuple[Found, ...]:
    """What the file as received holds, where it is that file itself that goes out."""
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
