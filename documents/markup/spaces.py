"""White space as a browser shows it: collapsed in running words, kept where the page says so; lines by <br>."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from documents.model import Picture, Run, Span
from documents.normalise import normalise

__all__ = ["PICTURE", "PLAIN", "Flow", "Line", "Stretch", "WhiteSpace"]

_SPACE = " \t\n"
_SPACES = re.compile("[ \t\n]+")
_WIDE_LETTERS = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_WIDE = re.compile(f"[{_WIDE_LETTERS}]")
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE_LETTERS}])[ \t]*\n[ \t\n]*(?=[{_WIDE_LETTERS}])")
_SOFT_HYPHEN = "\u00ad"
PICTURE = "\ufffc"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_UNUSUAL = re.compile(
    "[^ -~\n\t\u00a0-\u00ac\u00ae-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
PLAIN = Run(Span(0, 0))


class WhiteSpace(Enum):
    """What CSS calls white-space."""

    NORMAL = "normal"
    PRE = "pre"
    PRE_LINE = "pre-line"


class Stretch(NamedTuple):
    """Words, and how they are set; None for plain. One character may stand for a picture."""

    words: str
    look: Run | None
    picture: Picture | None = None


Line = list[Stretch]


class Flow:
    """The running words of one block: lines of stretches. White space is owed until a letter follows it."""

    def __init__(self) -> None:
        self._lines: list[Line] = [[]]
        self._owed = ""
        self._owed_look: Run | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet."""
        return len(self._lines) == 1 and not self._lines[0]

    @property
    def length(self) -> int:
        """How many characters the lines that hold something have so far."""
        held = [line for line in self._lines if line]
        return sum(len(stretch.words) for line in held for stretch in line) + max(len(held) - 1, 0)

    def add(self, words: str, look: Run, white_space: WhiteSpace = WhiteSpace.NORMAL) -> None:
        """Add the characters of a text node, set as `look` says."""
        set_as = None if look is PLAIN else look
        if white_space is WhiteSpace.NORMAL:
            self._run_on(words, set_as)
            return
        if _UNUSUAL.search(words):
            words = normalise(words).replace(_SOFT_HYPHEN, "")
        for index, line in enumerate(words.split("\n")):
            if index:
                self.break_line()
            if white_space is WhiteSpace.PRE_LINE:
                self._run_on(line, set_as)
            elif line:
                self._settle(line, set_as)

    def sign(self, picture: Picture, look: Run) -> None:
        """Add the one character that stands for a picture."""
        self._settle(PICTURE, None if look is PLAIN else look)
        line = self._lines[-1]
        line[-1] = line[-1]._replace(picture=picture)

    def _run_on(self, words: str, look: Run | None) -> None:
        body = words.strip(_SPACE)
        if not body:
            if self._lines[-1]:
                self._owe(words, look)
            return
        shown = body
        if not body.isprintable() or "  " in body:  # else there is nothing to collapse or to leave out, as mostly
            is_ascii = body.isascii()
            if _CONTROLS.search(body) if is_ascii else _UNUSUAL.search(body):
                self._run_on(normalise(words).replace(_SOFT_HYPHEN, ""), look)
                return
            shown = " ".join(body.split()) if is_ascii else _collapsed(body)
        if len(body) == len(words):
            self._settle(shown, look)
            return
        first = words.find(body[0])
        if first and self._lines[-1]:
            self._owe(words[:first], look)
        self._settle(shown, look)
        if first + len(body) < len(words):
            self._owe(words[first + len(body) :], look)

    def _owe(self, space: str, look: Run | None) -> None:
        if not space:
            return
        if not self._owed:
            self._owed_look = look
        self._owed = "\n" if "\n" in self._owed or "\n" in space else " "

    def _settle(self, words: str, look: Run | None) -> None:
        line = self._lines[-1]
        if self._owed:
            if line:
                self._pay(line, words)
            self._owed = ""
        line.append(Stretch(words, look))

    def _pay(self, line: Line, words: str) -> None:
        """Write the space that is owed before `words`, where the page shows one."""
        before = line[-1]
        last = before.words[-1]
        if last == " " or (self._owed == "\n" and _WIDE.match(last) and _WIDE.match(words)):
            return
        if self._owed_look is before.look and before.picture is None:
            line[-1] = Stretch(before.words + " ", before.look)
        else:
            line.append(Stretch(" ", self._owed_look))

    def break_line(self) -> None:
        """Begin a new line, even after an empty one."""
        self._owed = ""
        self._lines.append([])

    def forget_space(self) -> None:
        """Forget white space that no letter followed."""
        self._owed = ""

    def take(self) -> list[Line]:
        """Return the lines and begin anew."""
        lines, self._lines, self._owed = self._lines, [[]], ""
        return lines


def _collapsed(body: str) -> str:
    if "\n" in body:
        body = _WIDE_BREAK.sub("", body)
    return _SPACES.sub(" ", body) if "  " in body or "\n" in body or "\t" in body else body
