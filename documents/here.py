"""Reading in this very process: choose the reader by what the file is, and let it read. What the worker runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from documents.collecting import uncollected
from documents.draft import Draft, Reader, Source
from documents.errors import UnreadableDocument
from documents.finishing import UNSEEN, Stages, finished
from documents.first_screen import first_screen
from documents.model import PolicyDocument
from documents.readers import READERS
from documents.recognise import refuse_what_no_reader_takes
from documents.word.unlocking import unlocked

__all__ = ["read_here"]

First = Callable[[PolicyDocument], None]


def read_here(source: Source, first: First | None = None, stages: Stages = UNSEEN) -> PolicyDocument:
    """Return the policy; its first screen goes to `first` before that, and to `stages` what is worked out already.

    Raises UnreadableDocument.
    """
    source = unlocked(source)
    refuse_what_no_reader_takes(source)
    reader = next(reader for reader in READERS if reader.recognises(source))
    with uncollected():
        if first is None:
            return finished(reader, reader.read(source), source, stages)
        once = _Once(reader, source, first)
        draft = reader.read(replace(source, told=replace(source.told, first=once.tell)))
        if (screen := first_screen(draft)) is not None:
            once.tell(screen)
        return finished(reader, draft, source, stages)


class _Once:
    """Gives away the first screen a single time: as the reader told it, else as the beginning of its draft."""

    def __init__(self, reader: Reader, source: Source, first: First) -> None:
        self._reader = reader
        self._source = source
        self._first: First | None = first

    def tell(self, draft: Draft) -> None:
        first, self._first = self._first, None
        if first is None:
            return
        try:
            screen = finished(self._reader, draft, self._source)
        except UnreadableDocument:  # nothing to look at there; the whole will tell
            return
        first(screen)
