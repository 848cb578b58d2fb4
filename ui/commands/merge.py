"""`merge MATTER OTHER`: another reviewer's copy of a matter into this one."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path

from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_writing

__all__ = ["COMMAND"]


class Merge:
    """Unite two copies that grew from one matter; conflicts are kept and listed."""

    help = "take another reviewer's matter into this one"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter to keep and the one to take in."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("other", type=Path, metavar="OTHER")

    def run(self, call: Call) -> Answer:
        """Merge as one step that one undo takes back. Raises MatterError."""
        with open_for_writing(call.words.matter, call) as matter:
            report = matter.merge(call.words.other)
            names = {note.uid: f"#{note.number} {note.title}".strip() for note in matter.notes()}
        conflicts = [{"note": note, "field": name} for note, name in report.conflicts]
        line = call.say(
            f"{report.changes} changes taken in, {report.added} new notes; {len(conflicts)} conflicts to decide.",
            f"并入 {report.changes} 项改动，其中新批注 {report.added} 条；{len(conflicts)} 处冲突待定。",
        )
        return Answer({"added": report.added, "conflicts": conflicts}, (line, *_lines(call, report.conflicts, names)))


def _lines(call: Call, conflicts: Sequence[tuple[str, str]], names: Mapping[str, str]) -> list[str]:
    return [
        call.say(f"To decide: {names.get(note, note)}, {field}", f"待定：{names.get(note, note)}，{field}")
        for note, field in conflicts
    ]


COMMAND = Merge()
