"""What tests of the worker ask about processes."""

from __future__ import annotations

import os
import time
from pathlib import Path

__all__ = ["has_ended", "is_gone"]

_PATIENCE = 5.0  # seconds


def is_gone(pid: int) -> bool:
    """Whether the process has ended and been waited for: no zombie is left."""
    try:
        os.kill(pid, 0)
    except OSError:
        return True
    return False


def has_ended(pid: int) -> bool:
    """Whether the process ends soon; whoever adopted it may not have looked yet."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        state = Path(f"/proc/{pid}/stat")
        if is_gone(pid) or (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z"):
            return True
        time.sleep(0.02)
    return False
