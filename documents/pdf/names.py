"""Names of annotations: those of the pieces of one remark, told from each other and put together again."""

from __future__ import annotations

import re

__all__ = ["page_part", "state_part", "whole_of"]

_PART = re.compile(r"([0-9A-F]{8})-p\d{1,6}")


def page_part(name: str, part: int) -> str:
    """Return the name of what a remark has on a further page; `part` counts from 2."""
    return f"{name}-p{part}"


def state_part(name: str) -> str:
    """Return the name of what says what has become of a remark."""
    return f"{name}-state"


def whole_of(name: str) -> str:
    """Return the name of the remark that this is a further page of; nothing for any other name."""
    found = _PART.fullmatch(name)
    return found[1] if found else ""
