"""`export MATTER OUT --as KIND`: a matter as files to send."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from math import inf
from pathlib import Path

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.rules_of_sending import unapproved
from export.errors import ExportError
from export.memo.sections import SECTIONS
from export.paged import FORMATS
from export.preflight import Found, Preflight, preflight
from export.run import ExportOptions, ExportReport, Listed, export, job_of
from export.templating.checking import usable
from export.templating.opening import open_template
from export.writer import HIGHLIGHTS, LOOKS, REDRAFTS, WORDINGS
from export.writers import WRITERS
from ui.commands.command import Answer, Call
from ui.commands.export_place import place_of, refuse_suffix, replaces, suffixes_of
from ui.commands.idle_options import idle_options
from ui.commands.matters import open_for_reading, open_for_writing
from ui.commands.names import names_of
from ui.machine import machine_words

__all__ = ["COMMAND"]


class Export:
    """Write the annotated policy, the memo or the notes."""

    help = "write the policy with its notes, the memo, or the notes as data"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the file to write, the kind of file and who it is for."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("out", type=Path, metavar="OUT", help="a file, or a folder to name one in")
        parser.add_argument("--as", dest="kind", required=True, choices=[writer.kind for writer in WRITERS])
        parser.add_argument("--document", default="", metavar="NAME", help="file name or id, of several documents")
        for_whom = "who it is for; all notes go out for internal, the default"
        parser.add_argument("--profile", choices=("internal", "client", "outside"), default="internal", help=for_whom)
        names = "whose name comments for a client carry"
        parser.add_argument("--author", choices=("person", "firm"), default="person", help=names)
        listed = "say what would stay in and what was found in the file as received; write nothing"
        parser.add_argument("--check", action="store_true", help=listed)
        colours = "colour the words under a comment in a Word file, by severity"
        parser.add_argument("--highlight", choices=HIGHLIGHTS, default="none", help=colours)
        where = "proposed wording in a Word file: in its comment, as a tracked change too, or in the memo only"
        parser.add_argument("--redrafts", choices=REDRAFTS, default="comment", help=where)
        parser.add_argument("--sent-to", default="", metavar="WHO", help="for the register: who it is sent to")
        _declare_report(parser)

    def run(self, call: Call) -> Answer:
        """Write the file whole or not at all. Raises MatterError and ExportError."""
        with open_for_reading(call.words.matter, call) as matter:
            options = _options(call)
            if options.template:
                usable(open_template(options.template))
            ahead = preflight(matter, call.words.kind, options)
            if call.words.check:
                names = names_of(matter)
                return _answer(call, ExportReport((), ahead.left_out), ahead, (ahead.found, names))
            out = place_of(matter, call.words.out, call.words.kind, options)
            replaced = _replaced(call, matter, out)
            allowed = suffixes_of(matter, out, call.words.kind, options)
            report = export(matter, out, call.words.kind, options, lambda: refuse_suffix(out, allowed))
            names, drafts = names_of(matter), _unapproved(matter, call.words.kind, options)
        registered = _registered(call, report)
        told = () if options.profile == "internal" else ahead.found
        answer = _with_unapproved(call, _answer(call, report, ahead, (told, names)), drafts)
        values = {**answer.values, "registered": not registered}
        return Answer(
            values, (*answer.lines, *((registered,) if registered else ())), remarks=(*replaced, *idle_options(call))
        )


def _unapproved(matter: OpenMatter, kind: str, options: ExportOptions) -> int:
    """Count the notes that left the firm in this export and that nobody has approved."""
    notes = [note for document in job_of(matter, kind, options).documents for note in matter.notes(document.uid)]
    return len(unapproved(notes, options.profile))


def _with_unapproved(call: Call, answer: Answer, count: int) -> Answer:
    """Say how many notes went out that nobody has approved."""
    words = call.say(f"Not approved: {count} of the notes that went out", f"未经复核通过即发出的批注：{count} 条")
    return Answer({**answer.values, "unapproved": count}, (*answer.lines, *((words,) if count else ())))


def _registered(call: Call, report: ExportReport) -> str:
    """Write the file into the register of what was sent; a sentence where the matter cannot be written now."""
    try:
        with open_for_writing(call.words.matter, call) as matter:
            matter.record_sent(**report.sent, sent_to=call.words.sent_to)
    except MatterError as refusal:
        why = refusal.sentence(call.speak)
        return call.say(f"Written, but not into the register. {why}", f"文件已导出，但未记入发出记录。{why}")
    return ""


def _replaced(call: Call, matter: OpenMatter, out: Path) -> tuple[str, ...]:
    """Say that a file which is not the matter's own gives way to the new one."""
    if not replaces(matter, out):
        return ()
    return (call.say(f"{out.name} was there already and was replaced.", f"{out.name} 原已存在，已被覆盖。"),)


def _declare_report(parser: ArgumentParser) -> None:
    """Take what says how a memo or report is laid out."""
    looks = [look for of_language in LOOKS.values() for look in of_language]
    parser.add_argument(
        "--look", choices=looks, default="", help="of a memo or report: classic, modern; firm, official in Chinese"
    )
    paged = "of a memo or report: pages want LibreOffice; so does a name in .pdf; of changes: the newer version"
    compared = "of changes: the older version, by number or label; with --to V the newer; of itself the last two"
    parser.add_argument("--to", action="append", default=[], metavar="docx|pdf|V", help=paged)
    parser.add_argument("--from", dest="older", default="", metavar="V", help=compared)
    names = ", ".join(section.name for section in SECTIONS)
    parser.add_argument("--sections", default="", metavar="A,B", help=f"of a memo or report, in this order: {names}")
    shown = "proposed wording in a memo or report: beside the text, or as a redline of it"
    own = "a firm's own .docx for the memo or gap report: see clausemark template"
    parser.add_argument("--template", type=Path, default=None, metavar="FILE", help=own)
    parser.add_argument("--wording", choices=WORDINGS, default="columns", help=shown)


def _options(call: Call) -> ExportOptions:
    return ExportOptions(
        profile=call.words.profile,
        language=call.language,
        document=call.words.document,
        reviewer=call.reviewer,
        now=call.clock(),
        author=call.words.author,
        machine=machine_words(),
        highlight=call.words.highlight,
        redrafts=call.words.redrafts,
        look=call.words.look,
        sections=_sections(call.words.sections),
        redline=call.words.wording,
        template=call.words.template,
        to=_format(call),
        older=call.words.older,
        newer=_newer(call),
    )


def _format(call: Call) -> str:
    """Return the format that --to names; of changes it may name a version too."""
    named: list[str] = call.words.to
    formats = [one for one in named if one in FORMATS or call.words.kind != "changes"]
    return formats[-1] if formats else ""


def _newer(call: Call) -> str:
    """Return the newer version that --to names."""
    named = [one for one in call.words.to if one not in FORMATS]
    return named[-1] if named and call.words.kind == "changes" else ""


def _sections(asked: str) -> tuple[str, ...]:
    """Return the names of sections, each given once. Raises ExportError."""
    names = tuple(name.strip() for name in asked.split(",") if name.strip())
    for at, name in enumerate(names):
        if name in names[:at]:
            raise ExportError("double_section", section=name)
    return names


def _answer(
    call: Call, report: ExportReport, ahead: Preflight, shown: tuple[Sequence[Found], Mapping[str, str]]
) -> Answer:
    """Say what was written, what was left out, what was found before, and what stands elsewhere than its words.

    `shown` to people are things found, and notes by the names they have on the screen and in comments.
    """
    told, names = shown
    values = {
        "files": [str(path) for path in report.files],
        "left_out": [{"id": item.id, "why": item.sentence(call.speak)} for item in report.left_out],
        "found": [
            {"code": item.code, "fate": item.fate.value, "sentence": item.sentence(call.speak)} for item in ahead.found
        ],
        "moved": [{"id": item.id, "why": item.sentence(call.speak)} for item in report.moved],
    }
    lines = [str(path) for path in report.files]
    lines += [_line(call, call.say("Left out", "未写入"), item, names) for item in _in_order(report.left_out, names)]
    lines += [call.say(f"Found: {item.sentence()}", f"发现：{item.sentence(call.speak)}") for item in told]
    for item in _in_order(report.moved, names):
        head = call.say("Moved", "已移位") if item.is_elsewhere else call.say("To look at", "请留意")
        lines.append(_line(call, head, item, names))
    return Answer(values, tuple(lines))


def _in_order(items: Sequence[Listed], names: Mapping[str, str]) -> list[Listed]:
    """Return what is told of notes by their numbers, with which their names begin; notes without a name come last."""
    numbers = {uid: int(found[1]) for uid, name in names.items() if (found := re.match(r"#(\d+)\b", name))}
    return sorted(items, key=lambda item: numbers.get(item.id, inf))


def _line(call: Call, what: str, item: Listed, names: Mapping[str, str]) -> str:
    name = names.get(item.id, item.id)
    return call.say(f"{what}: {name}, {item.sentence()}", f"{what}：{name}，{item.sentence(call.speak)}")


COMMAND = Export()
