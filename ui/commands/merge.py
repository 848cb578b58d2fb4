"""`merge MATTER OTHER`: another reviewer's copy of a matter into this one."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_writing
from ui.commands.names import conflict_lines, conflict_values, names_of
from ui.commands.package_answer import answer_lines, answer_values

__all__ = ["COMMAND"]


class Merge:
    """Unite two copies that grew from one matter, or take a package's answer back; conflicts are kept and listed."""

    help = "take another reviewer's matter into this one, or the answer to a package"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter to keep and the one to take in."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("other", type=Path, metavar="OTHER")

    def run(self, call: Call) -> Answer:
        """Merge as one step that one undo takes back, and name all that is undecided. Raises MatterError."""
        with open_for_writing(call.words.matter, call) as matter:
            report = matter.merge(call.words.other)
            names = names_of(matter)
            conflicts = tuple(dict.fromkeys((*report.conflicts, *matter.conflicts())))
        line = call.say(
            f"{report.changes} changes taken in, {report.added} new notes; {len(conflicts)} conflicts to decide.",
            f"并入 {report.changes} 项改动，其中新批注 {report.added} 条；{len(conflicts)} 处冲突待定。",
        )
        gone = call.say(
            f"Removed for good in the other copy, and here too now: {report.erased} documents.",
            f"对方已彻底删除、此处随之删除的文件：{report.erased} 份。",
        )
        values = {"added": report.added, "conflicts": conflict_values(conflicts)}
        values |= {"erased": report.erased} if report.erased else {}
        if report.answer is not None:
            values |= {"package": answer_values(report.answer)}
            return Answer(values, tuple(answer_lines(call, report.answer, call.words.other.name)))
        told = (line, *((gone,) if report.erased else ()))
        return Answer(values, (*told, *conflict_lines(call, conflicts, names)))


COMMAND = Merge()
