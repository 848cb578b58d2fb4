"""What the window asks of an export, and doing it off the window's thread on a connection of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotations.model import Note, Reviewer, Visibility
from export.writer import ExportOptions, ExportReport

__all__ = ["ExportRequest", "file_name", "going_out", "run_export"]

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Everything the dialog asks."""

    matter: Path
    out: Path
    kind: str
    options: ExportOptions


def going_out(notes: Sequence[Note], profile: Visibility) -> int:
    """Return how many notes a profile lets out."""
    from annotations.rules_of_sending import goes_out

    return sum(goes_out(note, profile) for note in notes)


def file_name(parts: Sequence[str], day: datetime, suffix: str) -> str:
    """Return a file name such as Harbour_Review memo_Client_20261122.docx that every system takes."""
    cleaned = [" ".join(_FORBIDDEN.sub(" ", part).split())[:60].strip(" .") for part in parts]
    return "_".join([*(part for part in cleaned if part), f"{day:%Y%m%d}"]) + suffix


def run_export(request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime]) -> ExportReport:
    """Write the file. Raises ClausemarkError with a sentence; the place is then as it was."""
    from annotations.matter import OpenMatter
    from export.run import export

    matter = OpenMatter.open(request.matter, reviewer, clock, read_only=True)
    try:
        return export(matter, request.out, request.kind, request.options)
    finally:
        matter.close()
