"""Which notes go into a package: all, those named by number or id, those of a severity, a state, an owner …"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotations.errors import MatterError
from annotations.model import Note

__all__ = ["FACETS", "chosen_notes"]

FACETS = ("severity", "status", "review", "visibility", "assessment", "category", "owner", "author")
"""By what notes can be chosen in words, beside their numbers and ids."""

_RANGE = re.compile(r"#?(\d+)(?:-#?(\d+))?")


def chosen_notes(notes: Sequence[Note], words: str) -> tuple[str, ...]:
    """Return the uids of the notes that `words` choose, in their order.

    Words are parted by commas: `all`, a number, a range of numbers, an id, or a facet and its value,
    `severity=high`. Several values of one facet are any of them, several facets all of them; what is named by number
    or id comes in any case. Raises MatterError "no_such_notes".
    """
    asked = [word.strip() for word in words.split(",") if word.strip()]
    if not asked or asked == ["all"]:
        return tuple(note.uid for note in notes)
    facets: dict[str, set[str]] = defaultdict(set)
    named: set[str] = set()
    for word in asked:
        facet, found, value = word.replace(":", "=", 1).partition("=")
        if found and facet in FACETS:
            facets[facet].add(value.strip().casefold())
        else:
            named |= _named(notes, word)
    chosen = tuple(note.uid for note in notes if note.uid in named or (facets and _fits(note, facets)))
    if not chosen:
        raise MatterError("no_such_notes", words=words)
    return chosen


def _fits(note: Note, facets: dict[str, set[str]]) -> bool:
    return all(str(getattr(note, facet)).casefold() in values for facet, values in facets.items())


def _named(notes: Iterable[Note], word: str) -> set[str]:
    found = {note.uid for note in notes if word in (note.uid, note.source_id)}
    numbers = _RANGE.fullmatch(word)
    if numbers and not found:
        first = int(numbers[1])
        last = int(numbers[2] or first)
        found = {note.uid for note in notes if first <= note.number <= last}
    if not found:
        raise MatterError("no_such_notes", words=word)
    return found
