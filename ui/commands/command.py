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

__all__ = ["Answer", "Call", "Command", "moment"]

_JSON = json.JSONEncoder(ensure_ascii=False, indent=1)
_BATCH = 10_000  # pieces of JSON written at once


def moment(text: str) -> datetime:
    """Return a time as written in ISO 8601, on this machine's clock unless it names its own. Raises ValueError."""
    written = datetime.fromisoformat(text)
    return written if written.tzinfo else written.astimezone()


@dataclass(frozen=True)
class Answer:
    """What a command found: values for scripts, lines for people, and whether a person must act."""

    values: Mapping[str, object]
    lines: tuple[str, ...] = ()
    must_act: bool = False

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


class Command(Protocol):
    """One command: how it is called, and what it does."""

    help: str

    def declare(self, parser: ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, call: Call) -> Answer:
        """Do it. Raises ClausemarkError where the user must act."""
