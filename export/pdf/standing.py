"""Notes that came in from the very file that goes out: unchanged, they stand in it already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from annotations.comment_form import LEADS, read_comment
from annotations.marks import FROM_A_FILE
from annotations.model import Note, Status
from documents.model import ForeignNote

__all__ = ["stands_there"]

_FIELDS: Final = ("title", *LEADS)


def stands_there(note: Note, remarks: Mapping[str, ForeignNote]) -> bool:
    """Whether one of the file's own remarks, by their marks, says all that the note says, answers and state too."""
    if not note.source_id.startswith(FROM_A_FILE):
        return False
    remark = remarks.get(note.source_id.removeprefix(FROM_A_FILE))
    return remark is not None and _says_all(remark, note)


def _says_all(remark: ForeignNote, note: Note) -> bool:
    said = read_comment(remark.text)
    fields = said.fields if said.number else {"issue": remark.text}
    answers = {answer.text.strip() for answer in remark.replies}
    return (
        all(getattr(note, field).strip() == fields.get(field, "").strip() for field in _FIELDS)
        and all(reply.text.strip() in answers for reply in note.replies)
        and remark.done is (note.status is Status.RESOLVED)
    )
