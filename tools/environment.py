"""The checkout's own Python environment: made, filled from the hashed lock, and mended when a set-up was cut short."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tools import machine
from tools.places import DEV_LOCK, OCR_FOLDER, OCR_LOCK, PYTHON, ROOT, RUNTIME_LOCK, VENV, surroundings

__all__ = ["SetupError", "add_recogniser", "lay_recogniser_aside", "make_ready"]

_STAMP = VENV / "clausemark-stamp.json"
_UNFINISHED = VENV / "clausemark-unfinished"
_WAITING = ROOT / ".venv.lock"


class SetupError(Exception):
    """Setting up cannot go on; the message says what a person can do."""


def make_ready(*, dev: bool) -> None:
    """See that .venv holds what the lock says, installing only when it does not. Raises SetupError."""
    wanted = _wanted(dev=dev)
    if _stamped(wanted):
        return
    try:
        with _one_at_a_time():
            if not _stamped(wanted):
                _fill(DEV_LOCK if dev else RUNTIME_LOCK, wanted)
    except OSError as error:
        message = f"{VENV} could not be written: {error.strerror}. Is the folder yours, and is there room on the disk?"
        raise SetupError(message) from error


def add_recogniser() -> None:
    """Install the extra `ocr` into .venv. Raises SetupError."""
    _install(OCR_LOCK, "--no-deps")


def lay_recogniser_aside() -> None:
    """Install the extra `ocr` into a folder of its own: with it in .venv, everything else would start more slowly.

    Raises SetupError.
    """
    stamp, wanted = OCR_FOLDER / "clausemark-stamp", hashlib.sha256(OCR_LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted + _python_version():
        return
    shutil.rmtree(OCR_FOLDER, ignore_errors=True)
    _install(OCR_LOCK, "--no-deps", f"--target={OCR_FOLDER}")
    stamp.write_text(wanted + _python_version(), encoding="utf-8")


def _fill(lock: Path, wanted: dict[str, str]) -> None:
    _make_venv()
    _UNFINISHED.write_text("Installing. If this file stays, the environment is made anew.\n", encoding="utf-8")
    _install(lock)
    _STAMP.write_text(json.dumps(wanted | {"python": _python_version()}), encoding="utf-8")
    _UNFINISHED.unlink()


def _wanted(*, dev: bool) -> dict[str, str]:
    """The locks by their hashes. The dev lock holds the runtime one, so it satisfies both."""
    locks = {"runtime": RUNTIME_LOCK} | ({"dev": DEV_LOCK} if dev else {})
    return {name: hashlib.sha256(lock.read_bytes()).hexdigest() for name, lock in locks.items()}


def _stamped(wanted: dict[str, str]) -> bool:
    if _UNFINISHED.exists() or not PYTHON.exists():
        return False
    try:
        stamp = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return all(stamp.get(name) == value for name, value in wanted.items())


def _python_version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _make_venv() -> None:
    """Make .venv, or make it anew when an earlier set-up was cut short or its Python is gone."""
    if not _UNFINISHED.exists() and _pip_answers():
        return
    if machine.lacks_ensurepip():
        message = "This Python cannot make environments: it lacks ensurepip (python3-venv on Debian and Ubuntu)."
        raise SetupError(message)
    print(f"Making {VENV} with Python {_python_version()} ...")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)
    _UNFINISHED.write_text("Being made.\n", encoding="utf-8")
    # Started with .venv's own Python, that one has just gone: ask the one it was made from.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([python, "-m", "venv", str(VENV)], env=surroundings()):
        message = f"The environment could not be made in {VENV}. The lines above say why."
        raise SetupError(message)


def _pip_answers() -> bool:
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-m", "pip", "--version"]
    return subprocess.run(asked, capture_output=True, check=False, env=surroundings()).returncode == 0


def _install(lock: Path, *more: str) -> None:
    print(f"Installing what {lock.name} names; the first time this takes a few minutes ...")
    options = ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "-qq", *more]
    command = [str(PYTHON), "-m", "pip", "install", *options, "--requirement", str(lock)]
    if subprocess.call(command, env=surroundings()):
        message = "The packages could not be installed. The lines above say why; run the same command again to go on."
        raise SetupError(message)


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold the set-up lock; the system frees it when the process ends, however it ends."""
    with _WAITING.open("a+b") as file:
        _lock(file)
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        while True:  # it gives up after ten seconds; a set-up takes longer
            with contextlib.suppress(OSError):
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another set-up of this checkout is running; waiting for it ...")
        fcntl.flock(file, fcntl.LOCK_EX)
