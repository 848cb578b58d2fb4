"""Which notes the list shows: by any of their facets and by words. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from annotations.model import Note
from ui.models.due import day_of, overdue

__all__ = ["FACETS", "NoteFilter", "Said", "filter_of", "plain"]

_WEEK = timedelta(days=7)
_PLAIN = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'") | dict.fromkeys("‐‑–—", "-"))
_BESIDE_WIDE = re.compile("(?<=[\u3001-\u30ff\u3400-\u9fff]) | (?=[\u3001-\u30ff\u3400-\u9fff])")


def _due(note: Note, today: date) -> Iterator[str]:
    day = day_of(note.due)
    yield "dated" if note.due.strip() else "none"
    if overdue(note, today):
        yield "overdue"
    if day is not None and timedelta(0) <= day - today <= _WEEK:
        yield "week"


_GETTERS: dict[str, Callable[[Note, date], Iterable[str]]] = {
    "severity": lambda note, _today: (note.severity,),
    "status": lambda note, _today: (note.status,),
    "visibility": lambda note, _today: (note.visibility,),
    "review": lambda note, _today: (note.review,),
    "assessment": lambda note, _today: (note.assessment,),
    "owner": lambda note, _today: (note.owner,),
    "category": lambda note, _today: (note.category,),
    "author": lambda note, _today: (note.author,),
    "due": _due,
    "redraft": lambda note, _today: ("with" if note.proposed_wording else "without",),
    "replies": lambda note, _today: ("with" if note.replies else "without",),
}
FACETS = tuple(_GETTERS)
"""By what notes can be chosen. The values of an owner, category or author are their words, "" where there is none."""


def _folded(text: str) -> str:
    """Fold width, case, quotes and white space. Twenty times faster than `documents.normal`: no way back is needed."""
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold().split())
    return _BESIDE_WIDE.sub("", plain)


class Said:
    """The words of notes as they are looked for, made once for each state of a note."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Note, str]] = {}

    def of(self, note: Note) -> str:
        """Return everything a note says and quotes, whatever its width and case."""
        known = self._known.get(note.uid)
        if known is not None and known[0] is note:
            return known[1]
        said = (note.title, note.issue, note.legal_basis, note.recommendation, note.category, note.private_remark)
        quotes = (anchor.exact for anchor in note.anchors)
        replies = (reply.text for reply in note.replies)
        more = (note.proposed_wording, note.question, note.consequence, note.owner, f"#{note.number}")
        words = _folded("\n".join((*said, *more, *quotes, *replies)))
        self._known[note.uid] = (note, words)
        return words


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """A note passes that has one of the values of every facet named, and holds the words. Nothing named: all pass."""

    words: str = ""
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def active(self) -> bool:
        """Whether anything could be left out."""
        return bool(self.facets or self.words.strip())

    def values(self, facet: str) -> frozenset[str]:
        """Return what is asked of a facet; nothing where anything goes."""
        return self.facets.get(facet, frozenset())

    def toggled(self, facet: str, value: str) -> NoteFilter:
        """Return the filter with a value asked for, or no longer."""
        values = self.values(facet) ^ {value}
        others = {name: known for name, known in self.facets.items() if name != facet}
        return replace(self, facets={**others, facet: values} if values else others)

    def takes(self, note: Note, today: date = date.max, said: Said | None = None) -> bool:
        """Whether the note is shown; `today` decides what is overdue, `said` remembers words."""
        return next(self.passing((note,), today, said or Said()), None) is not None

    def passing(self, notes: Iterable[Note], today: date, said: Said) -> Iterator[Note]:
        """Give the notes that are shown, in their order."""
        asked = [(_GETTERS[facet], values) for facet, values in self.facets.items()]
        wanted = _folded(self.words)
        for note in notes:
            fits = all(any(value in values for value in getter(note, today)) for getter, values in asked)
            if fits and (not wanted or wanted in said.of(note)):
                yield note


def plain(wanted: NoteFilter) -> dict[str, Any]:
    """Return a filter as a settings file keeps it."""
    facets = {facet: sorted(values) for facet, values in wanted.facets.items()}
    return {"words": wanted.words, **facets} if wanted.words.strip() else dict(facets)


def filter_of(kept: Mapping[str, Any]) -> NoteFilter:
    """Return a kept filter; what a settings file holds that is no facet is left out."""
    listed = {facet: kept[facet] for facet in FACETS if isinstance(kept.get(facet), list | tuple)}
    facets = {facet: frozenset(str(value) for value in values) for facet, values in listed.items() if values}
    return NoteFilter(str(kept.get("words", "")), facets)
