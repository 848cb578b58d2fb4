"""The lock files: every package by version and hash, for every system and Python at once, and no registry's address."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tools.places import DEV_LOCK, OCR_LOCK, PYTHON, ROOT, RUNTIME_LOCK, surroundings

__all__ = ["make"]

_HEAD = "# Made by `python3 dev.py lock` from pyproject.toml; do not edit.\n"
_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def make(*, upgrade: bool) -> int:
    """Compile the dev lock, then the others held to the same versions. Returns uv's exit code."""
    newer = ("--upgrade",) if upgrade else ()
    held = ("--constraints", str(DEV_LOCK), *newer)
    return (
        _compile(DEV_LOCK, "--extra=dev", *newer)
        or _compile(RUNTIME_LOCK, *held)
        or _compile(OCR_LOCK, "--extra=ocr", *held)
        or _leave_out(OCR_LOCK, RUNTIME_LOCK)
    )


def _leave_out(lock: Path, known: Path) -> int:
    """Take from a lock what another names already: it is installed beside that one."""
    named = set(_entries(known)[1:])
    lock.write_text("".join(entry for entry in _entries(lock) if entry not in named), encoding="utf-8", newline="\n")
    return 0


def _entries(lock: Path) -> list[str]:
    """Return a lock's head and its packages, each with its hashes."""
    return re.split(r"(?m)^(?=[a-z0-9])", lock.read_text(encoding="utf-8"))


def _compile(lock: Path, *options: str) -> int:
    command = [str(PYTHON), "-m", "uv", "--no-config", "pip", "compile", *_OPTIONS, *options, "pyproject.toml"]
    code = subprocess.call([*command, f"--output-file={lock}"], cwd=ROOT, env=surroundings(), stdout=subprocess.DEVNULL)
    if code == 0:
        lock.write_text(_HEAD + lock.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
        print(f"{lock.name}: {lock.read_text(encoding='utf-8').count('==')} packages")
    return code
