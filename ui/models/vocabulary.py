"""The words a reviewer is offered while typing: from the notes so far, and from whatever other sources there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ui.labels import category_label

__all__ = ["Source", "Vocabulary"]

Source = Callable[[str], Iterable[str]]
"""Gives the words of a field of a note ("category", "legal_basis", "owner"), the likeliest first."""


class Vocabulary:
    """Asks its sources one after another; what two of them know is offered once."""

    def __init__(self, *sources: Source) -> None:
        self._sources = list(sources)

    def add(self, source: Source) -> None:
        """Ask one more source, after those that are known: the playbook of a matter."""
        self._sources.append(source)

    def words(self, field: str) -> tuple[str, ...]:
        """Return the words for a field: categories by their names in the window's language, each once."""
        found = dict.fromkeys(word for source in self._sources for word in source(field) if word)
        return tuple(dict.fromkeys(map(category_label, found)) if field == "category" else found)
