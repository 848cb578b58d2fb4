"""A small rotating log for when something goes wrong: codes, sizes, times, versions and tracebacks.

Never a word of a policy or of a note, nor the name of a file: `event` takes numbers and codes only, and a fault is
written as its class, its code and the places in our own source it came through, without its message.
"""

from __future__ import annotations

import logging
import os
import platform
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType

__all__ = ["details", "event", "fault", "log_path", "remember", "start_log", "stop_log"]

_LOGGER = logging.getLogger("clausemark")
_LOGGER.propagate = False
_LOGGER.addHandler(logging.NullHandler())
_CODE = re.compile(r"[a-z][a-z0-9_.\-]{0,39}|[0-9][0-9A-Za-z.+\-]{0,39}")
_LAST: list[str] = []
_OWN_ROOT = Path(__file__).resolve().parent.parent


def log_path() -> Path:
    """Return where the log lies; CLAUSEMARK_LOG names another file."""
    import platformdirs

    chosen = os.environ.get("CLAUSEMARK_LOG", "")
    return Path(chosen) if chosen else platformdirs.user_log_path("Clausemark", appauthor=False) / "clausemark.log"


def start_log(path: Path, version: str = "0") -> None:
    """Begin writing to `path`, four files of 256 kB at most; a folder that cannot be written means no log."""
    import logging.handlers

    stop_log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=256_000, backupCount=3, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    event("started", version=version, python=platform.python_version(), system=sys.platform)


def stop_log() -> None:
    """Close the file."""
    for handler in list(_LOGGER.handlers):
        if isinstance(handler, logging.FileHandler):
            _LOGGER.removeHandler(handler)
            handler.close()


def event(name: str, /, **facts: float | str) -> None:
    """Write that something happened. Text that does not look like a code is left out."""
    _LOGGER.info("%s %s", name, " ".join(f"{key}={_safe(value)}" for key, value in facts.items()))


def fault(error: BaseException, *, code: str = "fault") -> None:
    """Write where an error came from, without its message, which may quote a file or a policy."""
    remember(error, code=code)
    _LOGGER.error("%s", _LAST[0])


def remember(error: BaseException, *, code: str) -> None:
    """Keep where an error came from for `details`."""
    _LAST[:] = [f"{code} " + "\n".join(_lines(error))]


def details(version: str = "") -> str:
    """Return what the log knows of the last fault, for whoever is asked to help: no policy's word, no file's name."""
    around = f"Clausemark {version}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    return "\n".join([around, *_LAST])


def _safe(value: float | str) -> str:
    if isinstance(value, (int, float)):
        return str(value)
    return value if _CODE.fullmatch(value) else "?"


def _lines(error: BaseException) -> list[str]:
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(lines) < 200:
        lines.append(_title(seen))
        lines += _places(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
    return lines


def _title(error: BaseException) -> str:
    code = getattr(error, "code", None)
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        code = str(error.errno) if isinstance(error, OSError) and error.errno else ""
    return f"{type(error).__module__}.{type(error).__qualname__} {code}".rstrip()


def _places(trace: TracebackType | None) -> list[str]:
    return [f"  {_shown(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def _shown(filename: str) -> str:
    path = Path(filename)
    try:
        return path.resolve().relative_to(_OWN_ROOT).as_posix() if "site-packages" not in path.parts else path.name
    except ValueError:
        return path.name
