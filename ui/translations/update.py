"""Bring the translation files up to date: `python -m ui.translations.update` after any change of words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["compile_translation", "sources", "update"]

_HERE = Path(__file__).resolve().parent
_UI = _HERE.parent
_LANGUAGES = ("zh_CN",)


def sources() -> list[Path]:
    """Return the files whose strings are translated."""
    return sorted(path for path in _UI.rglob("*.py") if "commands" not in path.parts and path.parent != _HERE)


def _tool(name: str) -> str:
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else name


def update(ts: Path) -> None:
    """Take new strings into the .ts file and drop those that are gone. Raises CalledProcessError."""
    words = [_tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-source-language", "en_GB",
             "-target-language", "zh_CN", *map(str, sources()), "-ts", str(ts)]  # fmt: skip
    subprocess.run(words, check=True, capture_output=True)


def compile_translation(ts: Path, qm: Path) -> None:
    """Write the .qm file that the program loads. Raises CalledProcessError."""
    subprocess.run([_tool("pyside6-lrelease"), str(ts), "-qm", str(qm)], check=True, capture_output=True)


def _all() -> None:
    for language in _LANGUAGES:
        ts = _HERE / f"clausemark_{language}.ts"
        update(ts)
        compile_translation(ts, ts.with_suffix(".qm"))


if __name__ == "__main__":
    _all()
