"""Files named on the command line: the options of reading them, the password they ask for, the parts chosen of them."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from documents.errors import UnreadableDocument
from ui.commands.command import Call
from ui.opening import Arrival, Holding, ReadFile, read_arrival
from ui.received import Came
from ui.recognising import can_recognise

__all__ = ["PASSWORD", "declare_reading", "read_named"]

_NESTED = 5  # archives within archives that open by themselves: one that holds itself ends here
PASSWORD = "CLAUSEMARK_PASSWORD"
"""The variable that names a password: unlike an option, no list of running programs shows it."""


def declare_reading(parser: ArgumentParser) -> None:
    """Take what every command takes that reads files."""
    parser.add_argument("--encoding", default="", help="read plain text in this encoding")
    parser.add_argument(
        "--password", default=None, help=f"of a protected file; others see it here, not in the variable {PASSWORD}"
    )
    parser.add_argument("--part", action="append", default=[], metavar="NAME", help="a document in a mail or archive")
    parser.add_argument("--ocr", action="store_true", help="recognise the words of scanned pages (the extra “ocr”)")
    parser.add_argument("--whole-page", action="store_true", help="keep menus, banners and footers of a web page")


def read_named(call: Call, paths: Sequence[Path], came: Came) -> tuple[ReadFile, ...]:
    """Read files, or the parts of them that were asked for. Raises UnreadableDocument."""
    words = call.words
    password = os.environ.get(PASSWORD, "") if words.password is None else words.password
    missed = dict.fromkeys(words.part)
    found: list[ReadFile] = []
    for path in paths:
        asked = Arrival(name=path.name, path=path, encoding=words.encoding, password=password, came=came)
        found += _read(replace(asked, whole_page=words.whole_page, recognise=words.ocr), call, missed)
    if missed:
        raise UnreadableDocument("no_part", name=paths[0].name, part=next(iter(missed)))
    return tuple(found)


def _read(arrival: Arrival, call: Call, missed: dict[str, None], depth: int = 0) -> Iterator[ReadFile]:
    result = read_arrival(arrival, call.speak)
    if isinstance(result, ReadFile):
        _recognised_if_asked(result)
        yield result
        return
    for part in _chosen(result, call, missed, alone=depth < _NESTED):
        again = replace(part, password=arrival.password, whole_page=arrival.whole_page, recognise=arrival.recognise)
        yield from _read(again, call, missed, depth + 1)


def _recognised_if_asked(file: ReadFile) -> None:
    """Raise UnreadableDocument where scanned pages were to be recognised and nothing here does it."""
    scanned = any(warning.code == "scanned_pages" for warning in file.policy.warnings)
    if file.arrival.recognise and scanned and not can_recognise():
        raise UnreadableDocument("no_recogniser", name=file.name)


def _chosen(holding: Holding, call: Call, missed: dict[str, None], *, alone: bool) -> tuple[Arrival, ...]:
    """Return the parts that were asked for, by their whole name or its last piece; they are missed no longer.

    A part that is `alone` in its mail or archive need not be asked for.
    """
    names = [part.name for part in holding.parts]
    wanted = call.words.part
    chosen = [part for part in holding.parts if part.name in wanted or _last(part.name) in wanted]
    for part in chosen:
        missed.pop(part.name, None)
        missed.pop(_last(part.name), None)
    if not chosen and alone and not wanted and len(names) == 1:
        chosen = list(holding.parts)
    if not chosen:
        held = {"name": holding.arrival.name, "count": len(names), "files": ", ".join(names)}
        if missed:
            raise UnreadableDocument("part_not_among", part=next(iter(missed)), **held)
        raise UnreadableDocument("holds_documents", **held)
    return holding.arrivals(chosen, call.speak)


def _last(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]
