"""The other end of documents/worker.py: answers one ask after another until its pipe is closed."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from documents.errors import UnreadableDocument
from documents.worker_asks import ASKS, load, warm
from documents.worker_bounds import bound, is_full, is_tired, watch_parent
from documents.worker_desk import Desk
from documents.worker_frames import Frame, receive, send

__all__ = ["serve"]


def serve(scratch: str) -> None:
    """Answer asks on standard input with frames on standard output, until the input ends.

    `scratch` is a folder for whatever has to be a file, which whoever started the process removes.
    """
    tempfile.tempdir = scratch
    requests, answers = sys.stdin.buffer, _answers()
    watch_parent(Path(scratch))
    desk = Desk(lambda head, body: send(answers, head, body))
    try:
        while (frame := receive(requests)) is not None:
            answer = _answer(desk, frame)
            if answer is not None:
                tired = is_tired()
                send(answers, {**answer[0], "tired": tired}, answer[1])
                desk.clear()
                if tired:
                    break
    except OSError:  # whoever asked is gone
        pass
    shutil.rmtree(scratch, ignore_errors=True)
    os._exit(0)  # nothing is left to do, and the libraries need not be taken down piece by piece


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


def _answer(desk: Desk, frame: Frame) -> Frame | None:
    """Return the last frame of an answer; None for an ask that wants none."""
    head, data = frame
    if head["ask"] == "warm":
        warm()
        return None
    desk.tell({"taken": True}, b"")
    load(head["ask"])
    bound(float(head["seconds"]), int(head["memory"]))
    try:
        told, body = ASKS[head["ask"]](desk, head, data)
    except UnreadableDocument as error:
        return {"state": "unreadable", "code": error.code, "arguments": error.arguments}, b""
    except (MemoryError, RecursionError):
        return _too_large(head)
    except Exception:  # noqa: BLE001 - told to whoever asked, who raises it
        if is_full():
            return _too_large(head)
        return {"state": "fault"}, traceback.format_exc().encode("utf-8", "replace")
    return {**told, "state": "done"}, body


def _too_large(head: dict[str, Any]) -> Frame:
    return {"state": "unreadable", "code": "too_large", "arguments": {"name": head["name"]}}, b""
