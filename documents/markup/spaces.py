"""White space as a browser shows it: collapsed in running words, kept where the page says so; lines by <br>."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from documents.model import Run, Span
from documents.normalise import normalise

__all__ = ["PLAIN", "Flow", "Line", "Stretch", "WhiteSpace"]

_SPACE = " \t\n"
_SPACES = re.compile("[ \t\n]+")
_WIDE_LETTERS = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_WIDE = re.compile(f"[{_WIDE_LETTERS}]")
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE_LETTERS}])[ \t]*\n[ \t\n]*(?=[{_WIDE_LETTERS}])")
_SOFT_HYPHEN = "\u00ad"
_UNUSUAL = re.compile("[^ -~\n\t\u00a0-\u00ac\u00ae-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd]")
PLAIN = Run(Span(0, 0))


class WhiteSpace(Enum):
    """What CSS calls white-space."""

    NORMAL = "normal"
    PRE = "pre"
    PRE_LINE = "pre-line"


class Stretch(NamedTuple):
    """Words, and how they are set; None for plain."""

    words: str
    look: Run | None


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

    def add(self, words: str, look: Run, white_space: WhiteSpace = WhiteSpace.NORMAL) -> None:
        """Add the characters of a text node, set as `look` says."""
        if _UNUSUAL.search(words):
            words = normalise(words).replace(_SOFT_HYPHEN, "")
        set_as = None if look is PLAIN else look
        if white_space is WhiteSpace.NORMAL:
            self._run_on(words, set_as)
            return
        for index, line in enumerate(words.split("\n")):
            if index:
                self.break_line()
            if white_space is WhiteSpace.PRE_LINE:
                self._run_on(line, set_as)
            elif line:
                self._settle(line, set_as)

    def sign(self, letter: str, look: Run) -> None:
        """Add one character that stands for something, such as a picture."""
        self._settle(letter, None if look is PLAIN else look)

    def _run_on(self, words: str, look: Run | None) -> None:
        body = words.strip(_SPACE)
        if not body:
            self._owe(words, look)
            return
        first = words.find(body[0])
        self._owe(words[:first], look)
        self._settle(_collapsed(body), look)
        self._owe(words[first + len(body) :], look)

    def _owe(self, space: str, look: Run | None) -> None:
        if not space:
            return
        if not self._owed:
            self._owed_look = look
        self._owed = "\n" if "\n" in self._owed or "\n" in space else " "

    def _settle(self, words: str, look: Run | None) -> None:
        line = self._lines[-1]
        if self._owed and line and not self._is_wide_break(line[-1].words[-1], words[0]) and line[-1].words[-1] != " ":
            before = line[-1]
            if self._owed_look is before.look:
                line[-1] = Stretch(before.words + " ", before.look)
            else:
                line.append(Stretch(" ", self._owed_look))
        self._owed = ""
        line.append(Stretch(words, look))

    def _is_wide_break(self, before: str, after: str) -> bool:
        return self._owed == "\n" and bool(_WIDE.match(before) and _WIDE.match(after))

    def break_line(self) -> None:
        """Begin a new line, even after an empty one."""
        self._owed = ""
        self._lines.append([])

    def new_line(self) -> None:
        """Begin a new line unless one has just begun."""
        self._owed = ""
        if self._lines[-1]:
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
