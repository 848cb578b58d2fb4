"""What main process and worker say to each other over pipes: a JSON head, then bytes. Nothing is ever unpickled."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

__all__ = ["Frame", "receive", "send"]

_LENGTHS = struct.Struct("<IQ")
_PIECE = 1 << 20

Frame = tuple[dict[str, Any], bytes]


def send(pipe: IO[bytes], head: Mapping[str, Any], body: bytes = b"") -> None:
    """Write one frame. Raises OSError when nobody listens any more."""
    packed = json.dumps(head).encode()
    pipe.write(_LENGTHS.pack(len(packed), len(body)))
    pipe.write(packed)
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Frame | None:
    """Read one frame; None where the other side has ended, be it in the middle of one."""
    lengths = _exactly(pipe, _LENGTHS.size)
    if lengths is None:
        return None
    head_length, body_length = _LENGTHS.unpack(lengths)
    head, body = _exactly(pipe, head_length), _exactly(pipe, body_length)
    if head is None or body is None:
        return None
    return json.loads(head), body


def _exactly(pipe: IO[bytes], count: int) -> bytes | None:
    pieces = []
    while count:
        piece = pipe.read(min(count, _PIECE))
        if not piece:
            return None
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)
