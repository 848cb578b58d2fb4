"""Copies of a matter that lie beside it: what a synchronising folder makes of two who wrote at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from annotations.errors import MatterError
from annotations.lock import MatterLock
from annotations.store import Store

__all__ = ["copies_beside", "merged_already", "moved_away"]

_SUFFIX = ".clausemark"
_ASIDE = "merged copies"


def copies_beside(path: Path) -> tuple[Path, ...]:
    """Return the files beside a matter that grew from the same one, by name.

    OneDrive writes "name-PC", Dropbox "name (conflicted copy …)", iCloud "name 2", Nutstore "name(冲突文件 …)"; what
    they call it may change, so every matter in the folder is looked into whose name begins alike: two are copies where
    a session of changes is in both.
    """
    try:
        ours = _sessions(path)
        beside = [one for one in path.parent.iterdir() if _may_be_copy(one, path)]
    except (MatterError, OSError):
        return ()
    return tuple(sorted(one for one in beside if ours & _sessions_or_none(one)))


def merged_already(path: Path, copy: Path) -> bool:
    """Whether a copy holds nothing that the matter does not. Raises MatterError."""
    ours, theirs = _ends(path), _ends(copy)
    return all(seq <= ours.get(session, 0) for session, seq in theirs.items())


def moved_away(copy: Path, now: datetime) -> Path:
    """Move a copy into a folder beside it, and return where it lies now.

    Raises OSError, and MatterError "locked" where somebody has it open; it then lies where it was.
    """
    lock = MatterLock(copy)
    lock.acquire("", now)
    lock.release()
    folder = copy.parent / _ASIDE
    folder.mkdir(exist_ok=True)
    stamp = now.strftime("%Y%m%d-%H%M%S")
    place = folder / copy.name
    if place.exists():
        place = folder / f"{copy.stem} {stamp}{copy.suffix}"
    if place.exists():
        raise FileExistsError(str(place))
    return copy.rename(place)


def _may_be_copy(one: Path, path: Path) -> bool:
    alike = one.suffix.lower() == _SUFFIX and one.name != path.name and not one.name.startswith(".")
    return alike and _root(path.stem) in one.stem and one.is_file() and not one.samefile(path)


def _root(stem: str) -> str:
    """Return what the names of copies have in common with the matter's: it may be the copy that was opened."""
    for mark in (" (", "(", "（", "-", " "):
        head, found, _rest = stem.partition(mark)
        if found and head:
            stem = head
    return stem


def _ends(path: Path) -> dict[str, int]:
    store = Store(path, read_only=True)
    try:
        return {session: seq for session, (seq, _hash) in store.session_ends().items()}
    finally:
        store.close()


def _sessions(path: Path) -> set[str]:
    return set(_ends(path))


def _sessions_or_none(path: Path) -> set[str]:
    try:
        return _sessions(path)
    except (MatterError, OSError):
        return set()
