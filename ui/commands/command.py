"""What a command is, and what it is given: the reviewer, the clock and a place to answer."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Protocol, TextIO

from annotations.model import Reviewer

__all__ = ["MOST_INITIALS", "Answer", "Call", "Command", "initials_cut", "moment"]

MOST_INITIALS = 9
"""Letters that Word shows of a comment's initials."""

_JSON = json.JSONEncoder(ensure_ascii=False, indent=1)
_BATCH = 10_000  # pieces of JSON written at once


def moment(text: str) -> datetime:
    """Return a time as written in ISO 8601, on this machine's clock unless it names its own. Raises ValueError."""
    written = datetime.fromisoformat(text)
    return written if written.tzinfo else written.astimezone()


@dataclass(frozen=True)
class Answer:
    """What a command found: values for scripts, lines for people, and whether a person must act.

    `remarks` are said beside it on stderr, also to scripts: what was asked and not done as asked.
    """

    values: Mapping[str, object]
    lines: tuple[str, ...] = ()
    must_act: bool = False
    remarks: tuple[str, ...] = ()

    def write(self, out: TextIO, *, as_json: bool) -> None:
        """Write the answer once, as one JSON value or as lines."""
        if as_json:
            pieces = iter(_JSON.iterencode(self.values))
            while batch := "".join(islice(pieces, _BATCH)):  # the whole of a long policy at once takes a gigabyte
                out.write(batch)
            out.write("\n")
        elif text := "\n".join(self.lines):
            out.write(text + "\n")


@dataclass(frozen=True)
class Call:
    """One run of a command. `language` is empty unless asked for; `clock` gives aware times."""

    words: Namespace
    reviewer: Reviewer
    clock: Callable[[], datetime]
    language: str = ""
    speak: str = field(default="en")

    def say(self, english: str, chinese: str) -> str:
        """Return the sentence in the language the person at the terminal reads."""
        return chinese if self.speak.startswith("zh") else english


def initials_cut(call: Call, initials: str) -> tuple[str, ...]:
    """Return the remark that initials were shortened, none where they fit."""
    kept = initials.strip()[:MOST_INITIALS]
    if kept == initials.strip():
        return ()
    return (
        call.say(
            f"Initials have nine letters at most: “{initials.strip()}” was shortened to “{kept}”.",
            f"缩写最多九个字符：“{initials.strip()}”已截为“{kept}”。",
        ),
    )


class Command(Protocol):
    """One command: how it is called, and what it does."""

    help: str

    def declare(self, parser: ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, call: Call) -> Answer:
        """Do it. Raises ClausemarkError where the user must act."""
