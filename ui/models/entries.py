"""What the palette offers, and which of it fits what was typed: whole words first, single letters last. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from annotations.model import Severity

__all__ = ["Entry", "Kind", "fitting", "likeness"]

_MOST = 60
_WHOLE, _HEAD, _WORD, _INSIDE, _SCATTERED = 5, 4, 3, 2, 1


class Kind(Enum):
    """What an entry leads to; typed first, its sign shows that kind alone."""

    COMMAND = ">"
    CLAUSE = "§"
    NOTE = "#"
    DOCUMENT = "/"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it is called, what stands right of it, what else it is found by, what it does.

    What is not `allowed` now is listed last and does nothing; `mark` is a note's severity.
    """

    kind: Kind
    words: str
    hint: str = ""
    also: tuple[str, ...] = ()
    go: Callable[[], object] = field(default=lambda: None, compare=False, repr=False)
    allowed: bool = True
    mark: Severity | None = None


def fitting(entries: Iterable[Entry], typed: str) -> tuple[Entry, ...]:
    """Return the entries that fit, the likeliest first; with nothing typed all that can be done now, in their order."""
    kind, words = _asked(typed)
    offered = [entry for entry in entries if kind in (None, entry.kind)]
    if not words:
        return tuple(entry for entry in offered if entry.allowed)[:_MOST]
    scored = [(_best(entry, words), entry) for entry in offered]
    found = [(score, entry) for score, entry in scored if score]
    found.sort(key=lambda pair: (not pair[1].allowed, -pair[0]))
    return tuple(entry for _score, entry in found[:_MOST])


def likeness(words: str, wanted: str) -> float:
    """Return how well `words` fit what is wanted (both folded), 0 for not at all."""
    if not wanted or not words:
        return 0.0
    nearly = len(wanted) / len(words)
    if words == wanted:
        return _WHOLE + nearly
    at = words.find(wanted)
    if at == 0:
        return _HEAD + nearly
    if at > 0:
        return (_INSIDE if words[at - 1].isalnum() and wanted[0].isascii() else _WORD) + nearly
    return _by_beginnings(words, wanted)


def _asked(typed: str) -> tuple[Kind | None, str]:
    """Return the kind that a leading sign asks for, and the folded rest."""
    words = _folded(typed)
    kind = next((kind for kind in Kind if words.startswith(kind.value)), None)
    return kind, words[1:].strip() if kind else words


def _best(entry: Entry, wanted: str) -> float:
    whole = max(likeness(_folded(words), wanted) for words in (entry.words, *entry.also))
    return whole or _each_word(entry, wanted.split())


def _each_word(entry: Entry, wanted: Sequence[str]) -> float:
    """Return a small likeness where each of several words stands somewhere in the entry."""
    held = _folded(" ".join((entry.words, *entry.also)))
    return _SCATTERED / 2 if len(wanted) > 1 and all(word in held for word in wanted) else 0.0


def _by_beginnings(words: str, wanted: str) -> float:
    """Return a likeness where the letters wanted begin words, in their order: "nc" for "next clause"."""
    if len(wanted) < 2 or " " in wanted:
        return 0.0
    firsts = "".join(word[0] for word in words.replace("-", " ").split())
    return _SCATTERED + len(wanted) / max(len(firsts), 1) if firsts.startswith(wanted) else 0.0


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().strip()
