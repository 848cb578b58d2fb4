"""What notes are called in lines for people: their number and title, as on the screen and in comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from ui.commands.command import Call

__all__ = ["conflict_lines", "conflict_values", "names_of"]

Conflicts = Sequence[tuple[str, str]]


def names_of(matter: OpenMatter) -> Mapping[str, str]:
    """Return the name of each note by the ids that scripts read: its own, and the one it was imported with."""
    names = {}
    for note in matter.notes():
        name = f"#{note.number} {note.title}".strip()
        names[note.uid] = names[note.source_id or note.uid] = name
    return names


def conflict_values(conflicts: Conflicts) -> list[dict[str, str]]:
    """Return undecided conflicts as scripts read them."""
    return [{"note": note, "field": field} for note, field in conflicts]


def conflict_lines(call: Call, conflicts: Conflicts, names: Mapping[str, str]) -> list[str]:
    """Return a line for each field of which two things are said."""
    return [
        call.say(f"To decide: {names.get(note, note)}, {field}", f"待定：{names.get(note, note)}，{field}")
        for note, field in conflicts
    ]
