"""What a note has ever said: a file that comes back may show older words, and those are nobody's change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotations.codec import plain
from annotations.history import WHOLE, Change
from annotations.journal import Journal, Wish, gone_field
from annotations.rows import target

__all__ = ["Past", "all_words", "folded", "shown"]

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def folded(words: str) -> str:
    """Return words as they compare: what no file can hold left out, and all space, which programs lose at line ends."""
    return "".join(_UNWRITABLE.sub("", words).split())


def shown(journal: Journal, kind: str, uid: str, values: Mapping[str, object]) -> Iterator[Wish]:
    """Give the change that makes something; or shows it again where only an undo took it away; else none."""
    name, gone = target(kind, uid), gone_field(kind)
    changes = journal.changes_of(name)
    if not changes:
        yield Wish(name, WHOLE, plain(values))
        return
    last = [change for change in changes if change.field == gone]
    if last and last[-1].after and last[-1].undoes:
        yield Wish(name, gone, after=None)


class Past:
    """Looks up the list of changes of each note once."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._known: dict[str, dict[str, set[str]]] = {}

    def words(self, note: str, field: str) -> set[str]:
        """Return all that a field of a note has said, in any language, folded; what was undone was never said."""
        if note not in self._known:
            self._known[note] = all_words(self._journal.changes_of(target("note", note)))
        return self._known[note].get(field, set())

    def hidden(self, note: str, field: str) -> Any:  # noqa: ANN401 - whatever was noted
        """Return what was noted of a note beside its own fields; None for nothing."""
        return self._journal.values(target("note", note)).get(field)


def all_words(changes: Iterable[Change]) -> dict[str, set[str]]:
    """Return all that each field of a note has said in these changes, folded, but for what was undone in them."""
    changes = list(changes)
    found: dict[str, set[str]] = {}
    undone = _undone(changes)
    for change in changes:
        if change.group in undone or change.undoes:  # what an undo puts back was said before
            continue
        told = change.after if change.field == WHOLE else {change.field: change.after}
        for name, words in _texts(told):
            found.setdefault(name, set()).add(folded(words))
    return found


def _undone(changes: Sequence[Change]) -> set[str]:
    """Return the groups that an undo took back, if that was not undone itself."""
    undone: set[str] = set()
    for group, takes_back in reversed({change.group: change.undoes for change in changes}.items()):
        if group not in undone and takes_back:
            undone.add(takes_back)
    return undone


def _texts(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in told.items():
        if name == "translations" and isinstance(value, dict):
            for block in value.values():
                yield from _texts(block)
        elif isinstance(value, str):
            yield name, value
