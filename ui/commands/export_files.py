"""`export MATTER OUT --as KIND`: a matter as files to send."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from export.run import ExportOptions, ExportReport, Listed, export
from export.writer import HIGHLIGHTS, REDRAFTS
from export.writers import WRITERS
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading

__all__ = ["COMMAND", "answer_of"]


class Export:
    """Write the annotated policy, the memo or the notes."""

    help = "write the policy with its notes, the memo, or the notes as data"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the file to write, the kind of file and who it is for."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("out", type=Path, metavar="OUT")
        parser.add_argument("--as", dest="kind", required=True, choices=[writer.kind for writer in WRITERS])
        parser.add_argument("--document", default="", metavar="NAME", help="file name or id, of several documents")
        for_whom = "who it is for; all notes go out for internal, the default"
        parser.add_argument("--profile", choices=("internal", "client", "outside"), default="internal", help=for_whom)
        colours = "colour the words under a comment in a Word file, by severity"
        parser.add_argument("--highlight", choices=HIGHLIGHTS, default="none", help=colours)
        where = "proposed wording in a Word file: in its comment, as a tracked change too, or in the memo only"
        parser.add_argument("--redrafts", choices=REDRAFTS, default="comment", help=where)

    def run(self, call: Call) -> Answer:
        """Write the file whole or not at all. Raises MatterError and ExportError."""
        options = ExportOptions(
            profile=call.words.profile,
            language=call.language,
            document=call.words.document,
            reviewer=call.reviewer,
            now=call.clock(),
            highlight=call.words.highlight,
            redrafts=call.words.redrafts,
        )
        with open_for_reading(call.words.matter, call) as matter:
            report = export(matter, call.words.out, call.words.kind, options)
        return answer_of(call, report)


def answer_of(call: Call, report: ExportReport) -> Answer:
    """Say what was written, what was left out, and what stands elsewhere than its words."""
    values = {
        "files": [str(path) for path in report.files],
        "left_out": [{"id": item.id, "why": item.sentence(call.speak)} for item in report.left_out],
        "moved": [{"id": item.id, "why": item.sentence(call.speak)} for item in report.moved],
    }
    lines = [str(path) for path in report.files]
    lines += [_line(call, call.say("Left out", "未写入"), item) for item in report.left_out]
    lines += [_line(call, call.say("Moved", "已移位"), item) for item in report.moved]
    return Answer(values, tuple(lines))


def _line(call: Call, what: str, item: Listed) -> str:
    return call.say(f"{what}: {item.id}, {item.sentence()}", f"{what}：{item.id}，{item.sentence(call.speak)}")


COMMAND = Export()
