"""A reviewer at the screen who knows only keys: from a policy's file to the memo, counting what is pressed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import sleep
from typing import Any

from tools.hands import Hands, until

__all__ = ["FIELDS", "Finding", "Keys", "Plan", "ScriptedReview", "findings_of", "place_of", "sit", "table"]

_MAIN = Path(__file__).resolve().parent.parent / "main.py"

FIELDS = (
    "title", "issue", "legal_basis", "recommendation", "proposed_wording", "category", "consequence", "question",
    "private_remark", "owner", "due",
)  # fmt: skip
"""The card's fields, as Tab goes down them with `More` open."""
_MORE = FIELDS.index("category")
_DIALOG = 2.0
"""Seconds a person gives a window to come up."""
_PAUSE = 0.8
_LEVELS = {"critical": "1", "high": "2", "medium": "3", "low": "4", "info": "5"}


@dataclass(frozen=True)
class Finding:
    """What is to be found, judged and written; nothing in `words` is a note on the whole policy."""

    name: str
    severity: str
    words: tuple[str, ...]
    fields: Mapping[str, str]


@dataclass
class Keys:
    """What one note took: keys of its own, keys that only end a field which is filled, letters."""

    name: str
    pressed: list[str] = field(default_factory=list)
    ends: int = 0
    letters: int = 0


def findings_of(review: Mapping[str, Any], language: str) -> list[Finding]:
    """Take findings from the shape that `clausemark import` takes."""
    return [_finding(one, language) for one in review["findings"]]


def _finding(one: Mapping[str, Any], language: str) -> Finding:
    written = {name: one.get(name) or one[language].get(name, "") for name in FIELDS}
    words = tuple(anchor["exact"] for anchor in one["anchors"])
    return Finding(one["id"], one["severity"], words, {name: text for name, text in written.items() if text})


class ScriptedReview:
    """One sitting. Each method does one thing a reviewer does, by keys alone."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.counted: list[Keys] = []
        self._now = Keys("")

    def open_file(self, path: Path) -> None:
        """Open a policy through the dialog of the system."""
        self._window_from("ctrl+o")
        self._hands.type(f"{path}\n")
        sleep(_DIALOG)
        self._hands.look_at_top_window()

    def note(self, finding: Finding, name: str = "") -> None:
        """Make one note: find its words, judge them, write its fields; the first one asks for a name."""
        self._now = Keys(finding.name)
        self.counted.append(self._now)
        level = _LEVELS[finding.severity]
        if finding.words:
            self._find(finding.words[0])
            self._press(f"ctrl+{level}")
        else:
            self._press("ctrl+shift+n", f"ctrl+{level}")
        if name:
            self._hands.press("shift+Tab")
            self._hands.type(name)
            self._hands.press("Tab")
        self._write(finding.fields, opening=bool(name))
        for words in finding.words[1:]:
            self._find(words)
            self._press("ctrl+shift+a")

    def undo_a_slip(self, words: str) -> None:
        """Mark the wrong words, and take that back."""
        self._now = Keys("a slip")
        self._find(words)
        self._press("ctrl+5", "Escape", "ctrl+z")

    def judge_anew(self, words: str, severity: str) -> None:
        """Filter the notes, go to the one that is left, judge it in another way, let all be shown again."""
        self._now = Keys("another judgement")
        self._press("ctrl+l")
        self._type(words)
        sleep(_PAUSE)
        self._press("alt+Down", f"ctrl+{_LEVELS[severity]}", "ctrl+l", "ctrl+a", "Delete")
        sleep(_PAUSE)

    def copy_what_is_found(self, words: str) -> None:
        """Search the whole matter, go to the first hit, and copy it with where it stands."""
        self._window_from("ctrl+alt+f")
        self._type(words)
        sleep(_DIALOG)
        self._press("Return")
        sleep(_DIALOG)
        self._press("Escape")
        sleep(_DIALOG)
        self._hands.look_at_top_window()
        self._press("ctrl+shift+c")

    def export_memo(self) -> None:
        """Make the memo for the client; that nobody has approved the notes is asked, and waved through."""
        self._window_from("ctrl+e")
        self._press("Down")
        sleep(_DIALOG)
        self._window_from("Return")
        self._press("Tab", "space")

    def wait(self) -> None:
        """Look at what has come up."""
        sleep(_DIALOG)

    def leave(self) -> None:
        """Close what is open, then the program."""
        self._hands.look_at_top_window()
        self._press("Escape")
        sleep(_DIALOG)
        self._hands.look_at_top_window()
        self._press("ctrl+q")

    def _write(self, written: Mapping[str, str], *, opening: bool) -> None:
        """Go down the card, with Tab or to what stands behind `More` by its key, whichever is less."""
        places = [FIELDS.index(name) for name in FIELDS if name in written]
        self._type(written[FIELDS[places[0]]])
        for before, after in pairwise(places):
            self._go_on(before, after, opening=opening)
            opening = opening and after < _MORE
            self._type(written[FIELDS[after]])

    def _go_on(self, before: int, after: int, *, opening: bool) -> None:
        """The Tab out of a filled field ends it, as a space ends a word; whatever goes on from there is counted."""
        if before < _MORE <= after and (opening or after - before > 1):
            self._press("ctrl+shift+m", *["Tab"] * (after - _MORE))
            return
        self._hands.press("Tab")
        self._now.ends += 1
        self._press(*["Tab"] * (after - before - 1))

    def _window_from(self, chord: str) -> None:
        """Press keys that bring up a window, and turn to it."""
        before = len(self._hands.windows())
        self._press(chord)
        until(lambda: len(self._hands.windows()) > before)
        sleep(_PAUSE)
        self._hands.look_at_top_window()

    def _find(self, words: str) -> None:
        self._press("ctrl+f")
        self._type(words)

    def _press(self, *chords: str) -> None:
        for chord in chords:
            self._hands.press(chord)
            self._now.pressed.append(chord)

    def _type(self, words: str) -> None:
        self._hands.type(words)
        self._now.letters += len(words)


@dataclass(frozen=True)
class Plan:
    """What a sitting is about: whose name, the findings, a slip, what is judged anew and how, what is sought."""

    name: str
    findings: Sequence[Finding]
    slip: str
    judged_anew: tuple[str, str]
    sought: str


def place_of(policy: Path) -> Path:
    """Return where the program puts the matter of a policy that is opened."""
    return Path.home() / "Documents" / "Clausemark" / f"{policy.stem}.clausemark"


def sit(policy: Path, plan: Plan, copied: Callable[[], str]) -> list[Keys]:
    """Take a policy from its file to the memo, in a program of its own; return what was pressed.

    `copied` tells what is on the clipboard. Raises AssertionError where something did not come about.
    """
    matter = place_of(policy)
    with Hands() as hands, subprocess.Popen([sys.executable, str(_MAIN)]) as program:
        try:
            _see(lambda: bool(hands.windows()), "no window")
            script = ScriptedReview(hands)
            script.wait()
            hands.look_at_top_window()
            script.open_file(policy)
            _see(matter.exists, "the policy was not opened")
            script.wait()
            for number, finding in enumerate(plan.findings):
                script.note(finding, plan.name if number == 0 else "")
            script.undo_a_slip(plan.slip)
            script.judge_anew(*plan.judged_anew)
            script.copy_what_is_found(plan.sought)
            _see(lambda: plan.sought in copied(), "what was found is not on the clipboard")
            script.export_memo()
            _see(lambda: any(matter.parent.glob("*.docx")), "there is no memo")
            script.leave()
            _see(lambda: program.poll() is not None, "the program still runs")
        finally:
            program.kill()
    return script.counted


def _see(true: Callable[[], bool], otherwise: str) -> None:
    if not until(true):
        raise AssertionError(otherwise)


def table(counted: Sequence[Keys]) -> str:
    """Return what each note took, as a table of Markdown."""
    lines = ["| note | letters | keys that end a filled field | keys beside | which |", "|---|---:|---:|---:|---|"]
    lines += [
        f"| {keys.name} | {keys.letters} | {keys.ends} | {len(keys.pressed)} | {' '.join(keys.pressed)} |"
        for keys in counted
    ]
    return "\n".join(lines)
