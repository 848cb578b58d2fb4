"""How letters of a page are set."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PLAIN", "Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """How letters are set. `turn` is their direction in quarter turns against the clock, -1 when askew."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    turn: int = 0


PLAIN = Style()
