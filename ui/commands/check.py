"""`check MATTER`: whether the file is whole, the audit trail unbroken and every note on its words."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading
from ui.commands.names import conflict_lines, conflict_values, names_of

__all__ = ["COMMAND"]


class Check:
    """Check a matter file without changing it."""

    help = "check the file, the audit trail and the anchors"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter."""
        parser.add_argument("matter", type=Path, metavar="MATTER")

    def run(self, call: Call) -> Answer:
        """Report problems as sentences, for a person to act on, and what merged copies left to decide."""
        with open_for_reading(call.words.matter, call) as matter:
            problems = [problem.sentence(call.speak) for problem in matter.check()]
            conflicts = () if problems else matter.conflicts()
            lines = conflict_lines(call, conflicts, names_of(matter) if conflicts else {})
        fine = call.say("The matter is in order.", "项目文件完好。")
        values = {"ok": not problems, "problems": problems, "conflicts": conflict_values(conflicts)}
        return Answer(values, (*(problems or [fine]), *lines), must_act=bool(problems))


COMMAND = Check()
