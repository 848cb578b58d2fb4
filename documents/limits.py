"""How much of a file we are willing to take in: what keeps a hostile file from eating the machine."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT", "Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one file. A file beyond any of them is refused with the code `too_large`.

    `file_bytes` counts the file itself; the others count what unfolds from it. `depth` is how deep the elements of
    one XML part may nest.
    """

    file_bytes: int = 200_000_000
    unpacked_bytes: int = 400_000_000
    part_bytes: int = 150_000_000
    text_characters: int = 20_000_000
    blocks: int = 1_000_000
    parts: int = 20_000
    depth: int = 4_000
    pages: int = 20_000


DEFAULT = Limits()
