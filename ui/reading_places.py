"""Where each document was left, kept from one start to the next: numbers beside the settings, no names and no words."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NOWHERE", "ReadingPlace", "ReadingPlaces"]

_KEPT = 400  # documents; the one left longest ago goes first


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A code point at the top of the view, and whether the file's own pages were shown."""

    point: int = 0
    pages: bool = False


NOWHERE = ReadingPlace()


class ReadingPlaces:
    """Keyed by document uid. A file that cannot be read or written costs the places, never the work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[str, ReadingPlace] | None = None

    def of(self, document: str) -> ReadingPlace:
        """Return where a document was left; its beginning, as text, for one not seen before."""
        return self._known().get(document, NOWHERE)

    def keep(self, document: str, place: ReadingPlace) -> None:
        """Remember where a document is left, on disk too if that is news."""
        known = self._known()
        if known.get(document) == place:
            return
        known.pop(document, None)
        known[document] = place
        while len(known) > _KEPT:
            del known[next(iter(known))]
        with contextlib.suppress(OSError):
            self._write(known)

    def _known(self) -> dict[str, ReadingPlace]:
        if self._places is None:
            self._places = self._read()
        return self._places

    def _read(self) -> dict[str, ReadingPlace]:
        with contextlib.suppress(OSError, ValueError):
            entries = json.loads(self._path.read_text(encoding="utf-8"))
            if isinstance(entries, dict):
                return {uid: _place(entry) for uid, entry in entries.items()}
        return {}

    def _write(self, places: dict[str, ReadingPlace]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        ready = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        entries = {uid: [place.point, place.pages] for uid, place in places.items()}
        try:
            ready.write_text(json.dumps(entries), encoding="utf-8")
            ready.replace(self._path)
        finally:
            ready.unlink(missing_ok=True)


def _place(entry: object) -> ReadingPlace:
    match entry:
        case [int(point), bool(pages)] if point >= 0:
            return ReadingPlace(point, pages)
    return NOWHERE
