"""`matter MATTER`: what is said of the matter itself, shown or set."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from annotations.model import Severity
from ui.commands.command import MOST_INITIALS, Answer, Call, initials_cut
from ui.commands.matters import open_for_reading, open_for_writing

if TYPE_CHECKING:
    from annotations.model import Matter

__all__ = ["COMMAND"]


class _Detail(NamedTuple):
    """One detail: its field of Matter, the option that sets it, what people call it."""

    field: str
    option: str
    english: str
    chinese: str


_DETAILS: Final = (
    _Detail("client", "--client", "client", "客户"),
    _Detail("addressee", "--addressee", "addressee", "收件人"),
    _Detail("matter_number", "--number", "matter number", "案号"),
    _Detail("firm", "--firm", "firm", "律所"),
    _Detail("reviewer", "--matter-reviewer", "reviewer who signs", "审阅人"),
    _Detail("initials", "--matter-initials", "that reviewer's initials", "缩写"),
    _Detail("licence_number", "--licence", "licence number", "执业证号"),
    _Detail("partner", "--partner", "responsible partner", "负责合伙人"),
    _Detail("law_as_of", "--law-as-of", "law as of", "法律截止日"),
    _Detail("confidentiality", "--confidentiality", "confidentiality line", "保密提示"),
    _Detail("language", "--language-out", "language of what goes out", "导出语言"),
    _Detail("scope", "--scope", "scope", "审查范围"),
    _Detail("overall", "--overall", "overall rating", "总体评级"),
    _Detail("conclusion", "--conclusion", "conclusion", "结论"),
    _Detail("assumptions", "--assumptions", "assumptions", "前提假设"),
    _Detail("open_questions", "--questions", "open questions", "待确认事项"),
)
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "language": ("en", "zh", ""),
    "overall": (*(severity.value for severity in Severity), ""),
}


class MatterDetails:
    """Show the details of a matter, and set those that are given as one change that one undo takes back."""

    help = "show or set client, addressee, firm, scope and the other details of a matter"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter and an option a detail; an empty one clears it."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        for detail in _DETAILS:
            choices = _CHOICES.get(detail.field)
            metavar = "|".join(choices[:-1]) if choices else "WORDS"
            told = f'{detail.english}; "" clears it'
            parser.add_argument(
                detail.option, dest=f"set_{detail.field}", default=None, choices=choices, metavar=metavar, help=told
            )

    def run(self, call: Call) -> Answer:
        """Say what stands there afterwards. Raises MatterError; without an option nothing is written."""
        given = {detail.field: getattr(call.words, f"set_{detail.field}") for detail in _DETAILS}
        if long := given["initials"]:
            given["initials"] = long.strip()[:MOST_INITIALS]
        wishes = {name: words.strip() for name, words in given.items() if words is not None}
        if not wishes:
            with open_for_reading(call.words.matter, call) as matter:
                return _answer(call, matter.matter(), ())
        with open_for_writing(call.words.matter, call) as matter:
            remarks = initials_cut(call, call.words.set_initials or "")
            standing = asdict(matter.matter())
            changed = {name: words for name, words in wishes.items() if standing[name] != words}
            if changed:
                matter.set_matter(**changed)
            return replace(_answer(call, matter.matter(), tuple(changed)), remarks=remarks)


def _answer(call: Call, matter: Matter, changed: tuple[str, ...]) -> Answer:
    values = asdict(matter)
    said = [(call.say(detail.english, detail.chinese), values[detail.field]) for detail in _DETAILS]
    lines = tuple(
        call.say(f"{name[0].upper()}{name[1:]}: {words}", f"{name}：{words}") for name, words in said if words
    )
    nothing = call.say("Nothing is said of the matter yet.", "尚未填写项目信息。")
    return Answer({"matter": values, "changed": list(changed)}, lines or (nothing,))


COMMAND = MatterDetails()
