"""Where a new matter is made and what it is called. Looks at the disk, changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

__all__ = ["MATTER_SUFFIX", "free_name", "matter_name", "place_for", "shown_path"]

MATTER_SUFFIX = ".clausemark"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LONGEST = 120


def matter_name(file_name: str) -> str:
    """Return a name for the matter of a policy file that every file system takes."""
    stem = Path(file_name).stem if "." in file_name else file_name
    cleaned = _FORBIDDEN.sub(" ", stem).strip(" .") or "policy"
    cleaned = " ".join(cleaned.split())[:_LONGEST].rstrip(" .")
    return f"{cleaned}_" if _RESERVED.fullmatch(cleaned) else cleaned


def place_for(file_name: str, folder: Path, holds_it: Callable[[Path], bool]) -> Path:
    """Return the matter for a policy: the first of its name that is free or that already holds the document."""
    name = matter_name(file_name)
    number = 1
    while True:
        path = folder / (f"{name}{MATTER_SUFFIX}" if number == 1 else f"{name} ({number}){MATTER_SUFFIX}")
        if not path.exists() or holds_it(path):
            return path
        number += 1


def free_name(path: Path) -> Path:
    """Return `path`, or the first "name (2)" beside it that does not exist."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def shown_path(path: Path) -> str:
    """Return the path as people read it: the home folder as ~."""
    try:
        return (Path("~") / path.relative_to(Path.home())).as_posix()
    except ValueError:
        return str(path)
