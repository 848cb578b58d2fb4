"""Where the user guide lies: beside the program's source, or where an installed program's shared files are."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

__all__ = ["guide_path", "headings"]

_FILES = {"en": "guide.md", "zh": "guide.zh.md"}
_SHARED = Path("share") / "clausemark" / "guide"


def guide_path(language: str) -> Path | None:
    """Return the guide in a language, else in English; None where no guide was installed."""
    for name in (_FILES.get(language, _FILES["en"]), _FILES["en"]):
        found = next((folder / name for folder in _folders() if (folder / name).is_file()), None)
        if found is not None:
            return found
    return None


def _folders() -> list[Path]:
    source = Path(__file__).resolve().parent.parent / "docs"
    frozen = Path(getattr(sys, "_MEIPASS", sys.prefix))  # where a program in one piece unpacks its files
    return [source, frozen / _SHARED, Path(sysconfig.get_path("data")) / _SHARED]


def headings(markdown: str) -> list[tuple[int, str]]:
    """Return the headings below the title: level and words, in order. Those in code are none."""
    found: list[tuple[int, str]] = []
    in_code = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            in_code = not in_code
        level = len(line) - len(line.lstrip("#"))
        if not in_code and 2 <= level <= 3 and line[level : level + 1] == " ":
            found.append((level, line[level + 1 :].strip().replace("`", "").replace("**", "")))
    return found
