"""`--as word`: the policy itself in Word, with every note as a native comment on its own words."""

from __future__ import annotations

from documents.model import PolicyDocument
from documents.picture_bytes import PictureFile
from export.selection import choose, sender
from export.word.base import Base
from export.word.mapping import mapping
from export.word.new_package import FileFacts
from export.word.original import original_file
from export.word.placing import Places
from export.word.policy_file import policy_file
from export.word.proof import proved
from export.word.scrub import scrub
from export.word.threads import add_threads
from export.writer import ExportJob, Written

__all__ = ["AnnotatedWord"]


class AnnotatedWord:
    """A .docx goes out as it came in, with comments; any other file becomes a faithful .docx first."""

    kind = "word"
    suffix = ".docx"
    many = False

    def write(self, job: ExportJob) -> Written:
        """Return the annotated policy. Raises ExportError."""
        document = job.documents[0]
        version = document.latest
        policy = job.matter.policy(version.uid)
        original = job.matter.original(version.uid) if policy.format == "word" else None
        base = _base(job, policy, original)
        scrub(base, job.options.profile, job.language, received=original is not None)
        chosen = choose(job)
        places = Places(base, policy, version.uid, mapping(policy.text, base.text))
        moved = add_threads(base, chosen.notes, places, job)
        text = policy.text if policy.format == "text" and "\t" not in policy.text else None
        data = proved(base.package.to_bytes(), added=len(chosen.notes), before=original, text=text)
        return Written(data, chosen.left_out, moved)


def _base(job: ExportJob, policy: PolicyDocument, original: bytes | None) -> Base:
    if original is not None:
        return original_file(original, job.documents[0].latest.file_name)
    creator = sender(job, job.matter.matter())
    facts = FileFacts(policy.title, creator, job.options.now, policy.language)
    received = job.matter.original(job.documents[0].latest.uid) if policy.pictures else b""
    return policy_file(policy, facts, PictureFile(received, policy.format).bytes_of)
