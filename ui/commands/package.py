"""`package MATTER OUT`: part of a matter as a file to send to another reviewer; `merge` takes the answer back."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import asdict
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from annotations.errors import MatterError
from annotations.package_choice import chosen_notes
from annotations.package_making import Chosen, MadePackage, Sending, choose, make_package
from annotations.rules_of_sending import PROFILES
from export.file_names import Product, suggested_name
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading, open_for_writing

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["COMMAND"]

_COUNTS = ("unchosen", "documents", "elsewhere", "versions", "remarks", "answers", "hidden")


class SendPart:
    """Copy a document and some of its notes into a new matter, and nothing else."""

    help = "part of a matter as a file for another reviewer; merge takes the answer back"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the file to write, what goes into it and who it is for."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("out", type=Path, metavar="OUT", help="a new file, or a folder to name one in")
        parser.add_argument("--document", default="", metavar="NAME", help="file name or id, of several documents")
        which = "all (the default), none, or parted by commas: 3, 5-9, ids, severity=high, owner=NAME …"
        parser.add_argument("--notes", default="all", metavar="WHICH", help=which)
        for_whom = "what its readers may see; internal is the default"
        parser.add_argument("--profile", choices=PROFILES, default="internal", help=for_whom)
        parser.add_argument("--for", dest="sent_to", default="", metavar="NAME", help="who is asked")
        parser.add_argument("--due", type=_day, default=None, metavar="DATE", help="until when: 2026-11-30")
        parser.add_argument("--message", default="", metavar="WORDS", help="what its reader is told")

    def run(self, call: Call) -> Answer:
        """Write the file whole or not at all, and nothing that is there over. Raises MatterError."""
        with open_for_reading(call.words.matter, call) as matter:
            sending = _sending(matter, call)
            chosen = choose(matter, sending)
            made = make_package(matter, sending, _place(matter, chosen, call), call.clock())
        refused = _registered(call, made)
        told = {name: value for name, value in asdict(chosen).items() if name in _COUNTS}
        values = {
            "files": [str(made.path)],
            "package": made.package.uid,
            "notes": [note.uid for note in chosen.notes],
            "left_out": [{"id": uid, "why": _kept_in(call)} for uid in chosen.kept_in],
            "stays": told,
            "registered": not refused,
        }
        return Answer(values, (str(made.path), *_lines(call, chosen), *((refused,) if refused else ())))


def _day(words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise ArgumentTypeError(f"{words!r} is no date such as 2026-11-30") from error


def _sending(matter: OpenMatter, call: Call) -> Sending:
    words = call.words
    document = matter.document(words.document)
    return Sending(
        document=document.uid,
        notes=() if words.notes == "none" else chosen_notes(matter.notes(document.uid), words.notes),
        profile=words.profile,
        sent_to=words.sent_to,
        due=words.due or "",
        message=words.message,
    )


def _place(matter: OpenMatter, chosen: Chosen, call: Call) -> Path:
    """Return the file to write; in a folder one named after the document: the matter's name may tell the client's."""
    out: Path = call.words.out
    if not out.is_dir():
        return out if out.suffix.lower() == matter.path.suffix else out.with_name(out.name + matter.path.suffix)
    product = Product("package", call.words.profile, call.speak, matter.path.suffix)
    stem = PurePath(chosen.document.latest.file_name).stem
    return out / suggested_name(stem, product, call.clock().date(), [held.name for held in out.iterdir()])


def _registered(call: Call, made: MadePackage) -> str:
    """Write the file into the register of what was sent; a sentence where the matter cannot be written now."""
    try:
        with open_for_writing(call.words.matter, call) as matter:
            matter.record_sent(**made.sent)
    except MatterError as refusal:
        why = refusal.sentence(call.speak)
        return call.say(f"Written, but not into the register. {why}", f"文件已导出，但未记入发出记录。{why}")
    return ""


def _kept_in(call: Call) -> str:
    return call.say("not for such readers", "不得发给此类读者")


def _lines(call: Call, chosen: Chosen) -> list[str]:
    """Say what went and what stayed."""
    told = (
        (len(chosen.notes), "Notes in it: {n}", "送审批注：{n} 条"),
        (len(chosen.kept_in), "Not for such readers, left out: {n}", "不得发给此类读者、未写入：{n} 条"),
        (chosen.unchosen, "Other notes on this document, left out: {n}", "本文件的其他批注、未写入：{n} 条"),
        (chosen.documents, "Other documents, left out: {n}", "其他文件、未写入：{n} 份"),
        (chosen.elsewhere, "Notes on them, left out: {n}", "其他文件的批注、未写入：{n} 条"),
        (chosen.versions, "Older versions, left out: {n}", "旧版本、未写入：{n} 个"),
        (chosen.remarks, "Private remarks, left out: {n}", "内部备注、未写入：{n} 条"),
        (chosen.answers, "Notes whose replies are left out: {n}", "回复未写入的批注：{n} 条"),
        (chosen.hidden, "Notes of which such readers see less: {n}", "仅部分栏目对此类读者可见的批注：{n} 条"),
    )
    return [call.say(english, chinese).format(n=count) for count, english, chinese in told if count]


COMMAND = SendPart()
