"""`import MATTER FILE`: notes in JSON, a file that others put comments in, a report that they filled in."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annotations.adding import prepare
from annotations.answering import refuse_a_stranger, refuse_what_loses_marks
from annotations.errors import MatterError
from annotations.interchange import read_notes
from annotations.matter import ImportReport, OpenMatter, Returned
from annotations.taking_back import Arrived
from documents.marked import marked_file
from documents.reader import open_document, read_bytes
from ui.commands.command import Answer, Call
from ui.commands.import_reports import declare_reports, import_report
from ui.commands.matters import open_for_reading, open_for_writing

__all__ = ["COMMAND"]

_JSON: Final = (b"{", b"[")
_WITH_COMMENTS: Final = ("word", "pdf")
_ZIP: Final = b"PK\x03\x04"


class Import:
    """Bring a review that was written elsewhere, or a policy or a report of the matter that others answered in."""

    help = (
        "bring notes in: W3C Web Annotations, findings JSON, comments of a .docx or PDF, a memo or issue list of ours"
    )

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the file, and which document the notes are about."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--document", default="", metavar="NAME", help="file name or id, of several documents")
        declare_reports(parser)

    def run(self, call: Call) -> Answer:
        """Import as one step that one undo takes back. Raises MatterError and UnreadableDocument."""
        data, name = read_bytes(call.words.file), call.words.file.name
        if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in _JSON:
            return _import_json(call, data)
        file = marked_file(data, name=name)
        if file.words or file.sheets:
            return import_report(call, file, data)
        if not data.startswith(_ZIP):
            refuse_what_loses_marks(name)
        policy = open_document(data, name=name)
        if policy.format not in _WITH_COMMENTS:
            raise MatterError("not_notes")
        with (open_for_reading if call.words.check else open_for_writing)(call.words.matter, call) as matter:
            document = matter.document(call.words.document)
            refuse_a_stranger(policy, matter.policy(document.latest.uid), name)
            taken = matter.plan_back(document.uid, Arrived(policy, data, name, prepare(policy, data)))
            if not call.words.check:
                matter.write_back(taken)
            return _of_file(call, taken.returned)


def _import_json(call: Call, data: bytes) -> Answer:
    with open_for_writing(call.words.matter, call) as matter:
        document = matter.document(call.words.document)
        language = call.language or _language_of(matter, document.latest.uid)
        return _of_notes(call, matter.import_notes(document.uid, read_notes(data, language)))


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
