"""`merge MATTER OTHER…`: other reviewers' copies of a matter into this one, and the answers to its packages."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading, open_for_writing
from ui.commands.names import names_of, undecided_lines, undecided_values
from ui.commands.package_answer import answer_lines, answer_values

if TYPE_CHECKING:
    from annotations.foreseen import Foreseen
    from annotations.matter import MergeReport, Undecided

__all__ = ["COMMAND"]


class Merge:
    """Unite copies that grew from one matter; what is undecided is kept and listed."""

    help = "take other reviewers' matters, or the answers to packages, into this one"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter to keep and those to take in."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("others", type=Path, metavar="OTHER", nargs="+")
        parser.add_argument("--check", action="store_true", help="say what would come in, and write nothing")
        parser.add_argument("--again", action="store_true", help="bring back what they had brought and was undone")

    def run(self, call: Call) -> Answer:
        """Merge as one step that one undo takes back, and name all that is undecided. Raises MatterError."""
        if call.words.check:
            with open_for_reading(call.words.matter, call) as matter:
                return _foreseen(call, matter.foresee(*call.words.others))
        with open_for_writing(call.words.matter, call) as matter:
            report = matter.merge(*call.words.others)
            again = matter.bring_back(*call.words.others) if call.words.again else 0
            left, names = matter.undecided(), names_of(matter)
        values: dict[str, object] = {"added": report.added, **undecided_values(left)}
        for name, count in (("erased", report.erased), ("carried", report.carried), ("again", again)):
            values |= {name: count} if count else {}
        values |= {"packages": [answer_values(one) for one in report.answers]} if report.answers else {}
        sent = [line for one in report.answers for line in answer_lines(call, one)]
        told = () if report.answers and not report.changes else _told(call, report, left)
        return Answer(values, (*sent, *told, *undecided_lines(call, left, names)))


def _told(call: Call, report: MergeReport, left: Undecided) -> Iterator[str]:
    yield call.say(
        f"{report.changes} changes taken in, {report.added} new notes; {len(left.conflicts)} conflicts to decide.",
        f"并入 {report.changes} 项改动，其中新批注 {report.added} 条；{len(left.conflicts)} 处冲突待定。",
    )
    if report.carried:
        yield call.say(
            f"Carried to a version that only one copy had: {report.carried} notes.",
            f"沿用到仅一方有的版本的批注：{report.carried} 条。",
        )
    if report.erased:
        yield call.say(
            f"Removed for good in the other copy, and here too now: {report.erased} documents.",
            f"对方已彻底删除、此处随之删除的文件：{report.erased} 份。",
        )
    if left.severities:
        yield call.say(f"Rated differently: {len(left.severities)}.", f"风险等级不一致：{len(left.severities)} 处。")


def _foreseen(call: Call, told: Foreseen) -> Answer:
    names = (
        "notes", "changed", "taken_away", "replies", "documents", "versions", "erased", "removed", "conflicts",
        "changes", "undone",
    )  # fmt: skip
    values: dict[str, object] = {name: getattr(told, name) for name in names}
    return Answer(values | {"authors": list(told.authors)}, (_would_bring(call, told),))


def _would_bring(call: Call, told: Foreseen) -> str:
    """Say what there is of each kind, and nothing of what there is not."""
    counted = (
        (told.notes, "new notes", "新批注"),
        (told.changed, "notes changed", "改动的批注"),
        (told.taken_away, "notes deleted", "删除的批注"),
        (told.replies, "replies", "回复"),
        (told.documents, "documents", "文件"),
        (told.versions, "versions", "版本"),
        (told.conflicts, "said differently here and there", "双方说法不同"),
    )
    there = [call.say(f"{english}: {count}", f"{chinese} {count}") for count, english, chinese in counted if count]
    if not there:
        return call.say("It brings nothing that is not here.", "没有本项目尚无的内容。")
    return call.say(f"Would bring {', '.join(there)}.", f"将并入：{'，'.join(there)}。")


COMMAND = Merge()
