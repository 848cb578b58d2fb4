"""Bold, italic and other runs, dealt out paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from documents.model import Run, Span

__all__ = ["RunReader"]


class RunReader:
    """Deals out runs to stretches of text that are asked for in order."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self._runs = sorted(runs, key=lambda run: run.span)
        self._next = 0

    def before(self, end: int) -> bool:
        """Whether any run left begins before `end`."""
        return self._next < len(self._runs) and self._runs[self._next].span.start < end

    def within(self, start: int, end: int) -> Iterator[tuple[Span, Run | None]]:
        """Cut a stretch where runs begin and end."""
        while self._next < len(self._runs) and self._runs[self._next].span.end <= start:
            self._next += 1
        here = start
        for run in self._from_next(end):
            begin = max(run.span.start, here)
            if begin > here:
                yield Span(here, begin), None
            here = min(run.span.end, end)
            if here > begin:
                yield Span(begin, here), run
        if here < end:
            yield Span(here, end), None

    def _from_next(self, end: int) -> Iterator[Run]:
        index = self._next
        while index < len(self._runs) and self._runs[index].span.start < end:
            yield self._runs[index]
            index += 1
