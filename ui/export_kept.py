"""What was chosen at the last export of each matter: a file beside the settings that names no client and no matter."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.memo.sections import SECTIONS
from export.writer import WORDINGS

__all__ = ["Kept", "KeptExports"]

_MOST = 400  # matters; the one exported longest ago goes first
_NAMES = frozenset(section.name for section in SECTIONS)
_PROFILES = ("internal", "client", "outside")
_AUTHORS = ("person", "firm")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is chosen for a matter. Empty texts and no sections: what is usual; `suffix` is that of the file.

    `folder` is where the files go, empty for the matter's own folder.
    """

    product: str = ""
    suffix: str = ""
    profile: str = ""
    language: str = ""
    look: str = ""
    sections: tuple[str, ...] = ()
    wording: str = ""
    author: str = ""
    template: str = ""
    folder: str = ""


class KeptExports:
    """Keyed by what stands for a matter. A file that cannot be read or written costs the choices, never the work."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def of(self, matter: str) -> Kept:
        """Return what was chosen; for a matter that was not exported yet, the firm's template alone."""
        known = self._read()
        found = known.get(_key(matter))
        return _checked(found) if isinstance(found, dict) else Kept(template=_text(known.get("template")))

    def keep(self, matter: str, kept: Kept) -> None:
        """Remember what was chosen for a matter."""
        known = self._read()
        key, entry = _key(matter), _plain(kept)
        if self._path is None or known.get(key) == entry:
            return
        known.pop(key, None)
        known = {name: entry for name, entry in known.items() if name != "template"}
        while len(known) >= _MOST:
            del known[next(iter(known))]
        known[key] = entry
        with contextlib.suppress(OSError):
            self._write({**known, **({"template": kept.template} if kept.template else {})})

    def _read(self) -> dict[str, Any]:
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self._path.read_text(encoding="utf-8")) if self._path is not None else {}
            return found if isinstance(found, dict) else {}
        return {}

    def _write(self, known: dict[str, Any]) -> None:
        assert self._path is not None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        ready = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            ready.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
            ready.replace(self._path)
        finally:
            ready.unlink(missing_ok=True)


def _key(matter: str) -> str:
    """Return what stands for a matter in the file: it names nobody, and no other file of ours holds it."""
    return hashlib.sha256(f"export {matter}".encode()).hexdigest()[:16]


def _plain(kept: Kept) -> dict[str, Any]:
    return {name: value for name, value in dataclasses.asdict(kept).items() if value} | (
        {"sections": list(kept.sections)} if kept.sections else {}
    )


def _checked(entry: dict[str, Any]) -> Kept:
    """Return what a file says, as far as it can be meant; a section that there is no more is forgotten."""
    sections = entry.get("sections")
    names = tuple(name for name in sections if name in _NAMES) if isinstance(sections, list) else ()
    texts = {name: _text(entry.get(name)) for name in ("product", "suffix", "language", "look", "template", "folder")}
    return Kept(
        **texts,
        sections=names,
        profile=_one_of(entry.get("profile"), _PROFILES),
        wording=_one_of(entry.get("wording"), WORDINGS),
        author=_one_of(entry.get("author"), _AUTHORS),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _one_of(value: object, known: tuple[str, ...]) -> str:
    return value if isinstance(value, str) and value in known else ""
