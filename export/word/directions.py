"""Which way words run: what Word must be told of Hebrew and Arabic, paragraph by paragraph and run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import bidirectional

__all__ = ["directed", "runs_leftwards"]

_LEFTWARDS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY: Final = re.compile(f"[{_LEFTWARDS}]")
_LEFT_WORDS: Final = re.compile(rf"[{_LEFTWARDS}]+(?:[\W\d]*[{_LEFTWARDS}]+)*")
_RIGHT_WORDS: Final = re.compile(rf"(?:(?![{_LEFTWARDS}])[^\W\d_])+(?:[\W\d_]*(?:(?![{_LEFTWARDS}])[^\W\d_])+)*")


def runs_leftwards(words: str) -> bool:
    """Whether the first letter that has a direction runs to the left, as Unicode has it for a paragraph."""
    if not _ANY.search(words):
        return False
    strong = (bidirectional(letter) for letter in words)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def directed(words: str, *, leftwards: bool) -> Iterator[tuple[str, bool]]:
    """Cut words where their direction turns; each piece with whether Word is to set it leftwards.

    Signs and figures between go with the paragraph, which runs `leftwards` or not: Word sets them as their run says.
    """
    if not leftwards and not _ANY.search(words):
        yield words, False
        return
    at = 0
    for found in (_RIGHT_WORDS if leftwards else _LEFT_WORDS).finditer(words):
        if at < found.start():
            yield words[at : found.start()], leftwards
        yield found[0], not leftwards
        at = found.end()
    if at < len(words):
        yield words[at:], leftwards
