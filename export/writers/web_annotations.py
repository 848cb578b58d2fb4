"""`--as jsonld`: the notes as W3C Web Annotations."""

from __future__ import annotations

import json

from annotations import interchange
from export.selection import choose
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
        made = interchange.to_jsonld(job.matter, chosen.notes)
        data = json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"
        return Written(data, chosen.left_out)
