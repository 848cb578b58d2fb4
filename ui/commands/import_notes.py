"""`import MATTER FILE`: notes from W3C Web Annotations or findings JSON into a matter."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from annotations.interchange import read_notes
from annotations.matter import OpenMatter
from documents.reader import read_bytes
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_writing

__all__ = ["COMMAND"]


class Import:
    """Bring a review that was written elsewhere."""

    help = "bring notes in: W3C Web Annotations or findings JSON"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the file, and which document the notes are about."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--document", default="", metavar="NAME", help="file name or id, of several documents")

    def run(self, call: Call) -> Answer:
        """Import as one step that one undo takes back. Raises MatterError and UnreadableDocument."""
        data = read_bytes(call.words.file)
        with open_for_writing(call.words.matter, call) as matter:
            document = matter.document(call.words.document)
            language = call.language or _language_of(matter, document.latest.uid)
            report = matter.import_notes(document.uid, read_notes(data, language))
        unplaced = [{"id": name, "exact": exact} for name, exact in report.unplaced]
        return Answer(
            {"notes": report.notes, "anchored": report.anchored, "unplaced": unplaced},
            _lines(call, report.notes, report.anchored, [exact for _, exact in report.unplaced]),
        )


def _language_of(matter: OpenMatter, version: str) -> str:
    return matter.matter().language or matter.policy(version).language


def _lines(call: Call, notes: int, anchored: int, unplaced: list[str]) -> tuple[str, ...]:
    head = call.say(f"{notes} notes, {anchored} of them on their words.", f"{notes} 条批注，其中 {anchored} 条已定位。")
    lost = [call.say(f"Not found in the text: {exact}", f"原文中未找到：{exact}") for exact in unplaced]
    return (head, *lost)


COMMAND = Import()
