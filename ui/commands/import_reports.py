"""The part of `import` for a memo, a gap report or an issue list that came back: what it asks for, and the choice."""

from __future__ import annotations

import hashlib
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.answering import Sender
from annotations.answers import CHANGES, Answers, Asked, returned_of
from annotations.matter import OpenMatter, Returned
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading, open_for_writing

if TYPE_CHECKING:
    from documents.marked import MarkedFile

__all__ = ["declare_reports", "import_report"]

_YES = ("y", "yes", "是")


def declare_reports(parser: ArgumentParser) -> None:
    """Take what is said of a report that came back."""
    what = "recorded changes in a memo or report that came back: ask goes through them on the terminal"
    parser.add_argument("--changes", choices=CHANGES, default="accept", help=what)
    both = "take in also what both sides changed since, and fields that are empty there"
    parser.add_argument("--theirs", action="store_true", help=both)
    parser.add_argument("--from", dest="sender", default="", metavar="NAME", help="who filled a report in")
    parser.add_argument("--check", action="store_true", help="say what would change, and write nothing")


def import_report(call: Call, file: MarkedFile, data: bytes) -> Answer:
    """Take in what others wrote into a report, or say what that would be. Raises MatterError."""
    path: Path = call.words.file
    sender = Sender(path.name, hashlib.sha256(data).hexdigest(), call.words.sender)
    with (open_for_reading if call.words.check else open_for_writing)(call.words.matter, call) as matter:
        answers = matter.plan_answers(file, sender, call.words.changes)
        chosen = tuple(_chosen(call, answers))
        if not call.words.check:
            _write(matter, answers, chosen)
    return _answer(call, answers, chosen)


def _write(matter: OpenMatter, answers: Answers, chosen: Sequence[Asked]) -> None:
    written = matter.write_answers(answers, chosen)
    assert written, "nobody else writes while we hold the matter"


def _chosen(call: Call, answers: Answers) -> Iterator[Asked]:
    """Yield what is to be taken in; of two readings of a field the later one counts."""
    asks = call.words.changes == "ask" and not call.words.check
    for one in answers.asked:
        doubtful = one.tracked or not one.usual
        if _says_yes(call, one) if asks and doubtful else one.usual or call.words.theirs:
            yield one


def _says_yes(call: Call, one: Asked) -> bool:
    """Ask on the terminal; whoever says nothing says no."""
    question = call.say("Take it in? [y/N] ", "采纳吗？[y/N] ")
    sys.stderr.write(f"{one.came(taken=True).sentence(call.speak)}\n{question}")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES


def _answer(call: Call, answers: Answers, chosen: Sequence[Asked]) -> Answer:
    returned = returned_of(answers, chosen)
    values = {
        "replies": returned.replies,
        "changed": returned.changed,
        "written": not call.words.check,
        "fields": [
            {
                "note": one.note, "number": one.number, "field": one.field, "what": one.kind.value, "old": one.old,
                "words": one.words, "tracked": one.tracked, "taken": one in chosen,
            }
            for one in answers.asked
        ],
        "came": [{"what": one.code, "note": one.note, "sentence": one.sentence(call.speak)} for one in returned.came],
    }  # fmt: skip
    return Answer(values, tuple(_lines(call, returned)))


def _lines(call: Call, returned: Returned) -> Iterator[str]:
    if call.words.check:
        yield call.say("Only looked at; nothing was written. It would be:", "仅检查，未写入。将会：")
    yield from (one.sentence(call.speak) for one in returned.came)
    if not returned.came:
        yield call.say("Nothing new.", "没有新内容。")
