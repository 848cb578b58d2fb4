"""`--as jsonld`: the notes as W3C Web Annotations."""

from __future__ import annotations

import json

from annotations.interchange import to_jsonld
from export.selection import choose, firm_of, for_the_firm
from export.writer import ExportJob, Written

__all__ = ["WebAnnotations"]


class WebAnnotations:
    """Writes the notes of all chosen documents as one JSON-LD file."""

    kind = "jsonld"
    suffix = ".jsonld"
    many = True

    def write(self, job: ExportJob) -> Written:
        """Return the JSON-LD file, with the fields that the profile lets out."""
        chosen = choose(job)
        author = firm_of(job, job.matter.matter()) if for_the_firm(job) else ""
        made = to_jsonld(job.matter, chosen.notes, job.options.profile, author)
        data = json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"
        return Written(data, chosen.left_out)
