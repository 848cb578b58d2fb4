"""What an export does to the text itself, when asked: words coloured under their comments, redrafts tracked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from annotations.model import Note
from annotations.rules_of_sending import fields_for
from documents.model import PolicyDocument, Span
from export.word.base import Base
from export.word.cuts import cut_at
from export.word.highlights import Stroke, highlight
from export.word.names import to_bytes
from export.word.placing import Places
from export.word.redrafts import Redrafts, free_ids
from export.writer import ExportJob, Listed

__all__ = ["TextChanges"]

_ON_ITS_WORDS = {"", "footnote"}


class TextChanges:
    """Makes a base ready before the comments are put on it, and changes its text after: markers stand outside."""

    def __init__(
        self, base: Base, policy: PolicyDocument, job: ExportJob, moved: Callable[[Span], Span | None]
    ) -> None:
        options = job.options
        self._highlight = options.highlight
        self._shows_severity = "severity" in fields_for(options.profile)
        tracked = options.redrafts == "tracked"
        self._redrafts = Redrafts(base, policy, job, free_ids(base), moved) if tracked else None
        self._strokes: tuple[Stroke, ...] = ()
        self.base = base

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The notes whose proposed wording stands in the comment alone, and why."""
        return () if self._redrafts is None else tuple(self._redrafts.listed)

    @property
    def text(self) -> str | None:
        """The text as it reads with every redraft in it; None where none is tracked."""
        return None if self._redrafts is None else self._redrafts.text

    def prepare(self, notes: Sequence[Note], places: Places) -> None:
        """Plan what changes and cut the runs of `base` where it begins and ends, and where comments do."""
        edges: list[int] = []
        if self._redrafts is not None:
            self._redrafts.plan(notes, places)
            self.base = self._redrafts.base
            edges += self._redrafts.edges
        if self._highlight != "none":
            self._strokes = tuple(self._strokes_on(notes, places))
        if not edges and not self._strokes:
            return
        edges += [edge for note in notes for place in places.of(note) for edge in (place.span.start, place.span.end)]
        self.base = cut_at(self.base, edges, free_ids(self.base) if self._redrafts is None else self._redrafts.fresh_id)

    def finish(self) -> None:
        """Write the redrafts and colour the words, now that the comments stand; what is put in has no colour."""
        if self._redrafts is not None:
            self._redrafts.write(self.base)
        if self._strokes:
            highlight(self.base, self._strokes, self._highlight)
        for part in self._touched():
            self.base.package.set(part, to_bytes(self.base.trees[part]))

    def _touched(self) -> set[str]:
        """The parts whose text was changed or coloured."""
        places = [stroke.span.start for stroke in self._strokes]
        touched: set[str] = set()
        if self._redrafts is not None:
            places += [redraft.words.start for redraft in self._redrafts.planned]
            touched |= {self.base.package.main} if self._redrafts.puts_in else set()
        letters = [letter for letter in self.base.letters if letter.end > letter.start]
        for place in places:
            index = bisect_right(letters, place, key=lambda letter: letter.end)
            touched |= {letters[index].part} if index < len(letters) else set()
        return touched & set(self.base.trees)

    def _strokes_on(self, notes: Sequence[Note], places: Places) -> Iterator[Stroke]:
        for note in notes:
            for place in places.of(note) if note.anchors else ():
                if place.why in _ON_ITS_WORDS:
                    yield Stroke(place.span, note.severity if self._shows_severity else None)
