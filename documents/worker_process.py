"""The other end of documents/worker.py: reads one file after another until its pipe is closed."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.limits import Limits
from documents.worker_frames import Frame, receive, send

__all__ = ["request_of", "serve"]

_SPARE_SECONDS = 5


def serve() -> None:
    """Answer requests on standard input with frames on standard output, until the input ends."""
    requests, answers = sys.stdin.buffer, _answers()
    while (frame := receive(requests)) is not None:
        head, body = _answer(frame)
        try:
            send(answers, head, body)
        except OSError:  # whoever asked is gone
            return


def _answers() -> BinaryIO:
    """Return standard output, for frames only: what a library prints goes nowhere."""
    kept = os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(kept, os.O_BINARY)
    return os.fdopen(kept, "wb")


def request_of(source: Source, seconds: float, memory: int) -> dict[str, Any]:
    """Return what the worker must know to read a file, besides its bytes."""
    limits = asdict(source.limits)
    given = {"name": source.name, "encoding": source.encoding, "password": source.password}
    return {**given, "whole_page": source.whole_page, "limits": limits, "seconds": seconds, "memory": memory}


def _answer(frame: Frame) -> Frame:
    head, data = frame
    _limit(float(head["seconds"]), int(head["memory"]))
    try:
        return {"state": "read"}, _reading(head, data)
    except UnreadableDocument as error:
        return {"state": "unreadable", "code": error.code, "arguments": error.arguments}, b""
    except (MemoryError, RecursionError):
        return {"state": "unreadable", "code": "too_large", "arguments": {"name": head["name"]}}, b""
    except Exception:  # noqa: BLE001 - told to whoever asked, who raises it
        return {"state": "fault"}, traceback.format_exc().encode("utf-8", "replace")


def _reading(head: dict[str, Any], data: bytes) -> bytes:
    from documents.reader import open_here, read_bytes
    from documents.reading import pack

    gc.disable()  # a long file is hundreds of thousands of small things and no circles
    limits = Limits(**head["limits"])
    if path := head.get("path"):
        data = read_bytes(Path(path), head["name"], limits)
    source = Source(data, head["name"], head["encoding"], limits, head["whole_page"], head["password"])
    try:
        return pack(open_here(source))
    finally:
        gc.enable()


def _limit(seconds: float, memory: int) -> None:
    """Bound memory, and time too: a worker whose parent was killed must not compute for ever."""
    if sys.platform == "win32":
        return
    import resource

    own = resource.getrusage(resource.RUSAGE_SELF)
    ends = int(own.ru_utime + own.ru_stime + seconds) + _SPARE_SECONDS
    for kind, wanted in ((resource.RLIMIT_CPU, ends), (resource.RLIMIT_AS, memory)):
        _, hard = resource.getrlimit(kind)
        bounded = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(kind, (bounded, hard))
        except (ValueError, OSError):  # macOS knows no bound on addresses
            continue
