"""`check MATTER`: whether the file is whole, the audit trail unbroken and every note on its words."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from annotations.deciding import Undecided
from annotations.model import Anchor, AnchorState, Note
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading
from ui.commands.names import names_of, undecided_lines, undecided_values

__all__ = ["COMMAND"]

_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


class Check:
    """Check a matter file without changing it."""

    help = "check the file, the audit trail and the anchors"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter."""
        parser.add_argument("matter", type=Path, metavar="MATTER")

    def run(self, call: Call) -> Answer:
        """Report problems as sentences, for a person to act on; beside them what is left to decide and to place."""
        with open_for_reading(call.words.matter, call) as matter:
            problems = [problem.sentence(call.speak) for problem in matter.check()]
            left = Undecided() if problems else matter.undecided()
            notes = () if problems else matter.notes()
            lines = undecided_lines(call, left, names_of(matter) if left.count else {})
            lines += [_line(call, note) for note in notes if _placeless(note)]
        fine = call.say("The matter is in order.", "项目文件完好。")
        values: dict[str, object] = {"ok": not problems, "problems": problems, **undecided_values(left)}
        values["unplaced"] = [_values(note) for note in notes if _placeless(note)]
        return Answer(values, (*(problems or [fine]), *lines), must_act=bool(problems))


def _placeless(note: Note) -> tuple[Anchor, ...]:
    """Return the anchors of a note whose words were not found, or found more than once."""
    return tuple(anchor for anchor in note.anchors if anchor.state in _PLACELESS)


def _state(note: Note) -> AnchorState:
    """Return the worse of what became of its anchors."""
    found = {anchor.state for anchor in _placeless(note)}
    return AnchorState.LOST if AnchorState.LOST in found else AnchorState.AMBIGUOUS


def _values(note: Note) -> dict[str, object]:
    exact = [anchor.exact for anchor in _placeless(note)]
    return {"id": note.source_id or note.uid, "state": _state(note).value, "exact": exact}


def _line(call: Call, note: Note) -> str:
    name = f"#{note.number} {note.title}".strip()
    if _state(note) is AnchorState.LOST:
        return call.say(f"Lost: {name}, its words are not in the policy", f"未找到：{name}，文件中没有所涉原文")
    if any(anchor.passage is not None and len(anchor.passage.proposed) == 1 for anchor in _placeless(note)):
        return call.say(f"To place: {name}, a place is proposed for it", f"待定位：{name}，已有一处建议的位置")
    return call.say(f"To place: {name}, its words stand in several places", f"待定位：{name}，所涉原文在文件中出现多次")


COMMAND = Check()
