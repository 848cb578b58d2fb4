"""`import MATTER FILE`: notes from W3C Web Annotations, findings JSON, or a file that others put comments in."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annotations.errors import MatterError
from annotations.interchange import read_notes
from annotations.matter import ImportReport, OpenMatter, Returned
from documents.reader import open_document, read_bytes
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_writing

__all__ = ["COMMAND"]

_JSON: Final = (b"{", b"[")
_WITH_COMMENTS: Final = ("word", "pdf")


class Import:
    """Bring a review that was written elsewhere, or a policy of the matter that others answered in."""

    help = "bring notes in: W3C Web Annotations, findings JSON, the comments of a .docx or PDF"

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
            if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in _JSON:
                language = call.language or _language_of(matter, document.latest.uid)
                return _of_notes(call, matter.import_notes(document.uid, read_notes(data, language)))
            policy = open_document(data, name=call.words.file.name)
            if policy.format not in _WITH_COMMENTS:
                raise MatterError("not_notes")
            return _of_file(call, matter.take_back(document.uid, policy, data, call.words.file.name))


def _language_of(matter: OpenMatter, version: str) -> str:
    return matter.matter().language or matter.policy(version).language


def _of_notes(call: Call, report: ImportReport) -> Answer:
    unplaced = [
        {"id": name, "exact": exact, "why": "ambiguous" if (name, exact) in report.ambiguous else "lost"}
        for name, exact in report.unplaced
    ]
    values = {
        "notes": report.notes,
        "anchored": report.anchored,
        "unplaced": unplaced,
        "unchanged": report.unchanged,
        "differing": list(report.differing),
    }
    return Answer(values, tuple(_lines(call, report)))


def _lines(call: Call, report: ImportReport) -> Iterator[str]:
    yield call.say(
        f"{report.notes} notes, {report.anchored} of them on their words.",
        f"{report.notes} 条批注，其中 {report.anchored} 条已定位。",
    )
    if report.unchanged:
        yield call.say(
            f"Unchanged: {report.unchanged}. They are in the matter already and stay as they are there.",
            f"未变：{report.unchanged} 条。项目中已有这些批注，保持原样。",
        )
    if report.differing:
        names, count = ", ".join(report.differing), len(report.differing)
        yield call.say(
            f"Different in the file: {count} ({names}). What it says of them now was not taken in.",
            f"与文件不同：{count} 条（{names}）。文件中的新内容未导入。",
        )
    for one in report.unplaced:
        exact = one[1]
        if one in report.ambiguous:
            yield call.say(f"Several times in the text: {exact}", f"原文中出现多次：{exact}")
        else:
            yield call.say(f"Not found in the text: {exact}", f"原文中未找到：{exact}")


def _of_file(call: Call, returned: Returned) -> Answer:
    values = {
        "notes": returned.notes,
        "anchored": returned.anchored,
        "unplaced": [{"id": name, "exact": exact} for name, exact in returned.unplaced],
        "replies": returned.replies,
        "resolved": returned.resolved,
        "reopened": returned.reopened,
        "changed": returned.changed,
        "deleted": returned.deleted,
        "redrafts": returned.redrafts,
        "version": returned.version,
        "new_version": returned.new_version,
        "came": [{"what": one.code, "note": one.note, "sentence": one.sentence(call.speak)} for one in returned.came],
    }
    nothing = call.say("Nothing new.", "没有新内容。")
    return Answer(values, tuple(one.sentence(call.speak) for one in returned.came) or (nothing,))


COMMAND = Import()
