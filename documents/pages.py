"""Pages of a file that has them, and where on them each character of the text stands: arrays, not objects."""

from __future__ import annotations

import base64
import sys
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["PIECE", "UNIT", "Boxes", "Page", "page_values", "pages"]

UNIT = 20  # units to a point
PIECE = 7  # numbers to a piece


@dataclass(frozen=True, slots=True)
class Page:
    """One page, in points. `width` and `height` are as shown, `rotation` the degrees it was turned clockwise to be so.

    `left` and `bottom` are the corner of its visible part in the page's own space, in which boxes are told.
    """

    width: float
    height: float
    label: str = ""
    rotation: int = 0
    left: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where the characters stand, in twentieths of a point, in each page's own space (from its lower left, unrotated).

    `pieces` holds seven numbers for every stretch of text that stands on one line: start and end in the text, page,
    direction (0 to the right, 1 up, 2 to the left, 3 down), where its first character begins along that direction,
    and the lower and upper edge across it, both measured as if the page were turned until the line runs to the right.
    `advances` holds for each character of the text how far it goes on, negative in text that runs from right to left.
    """

    pieces: array[int]
    advances: array[int]


def page_values(pages: tuple[Page, ...], boxes: Boxes | None) -> dict[str, Any]:
    """Return what a reading keeps of them, nothing for a file without pages."""
    rows = [[page.width, page.height, page.label, page.rotation, page.left, page.bottom] for page in pages]
    values: dict[str, Any] = {"pages": rows} if rows else {}
    if boxes is not None:
        values["boxes"] = [_packed(boxes.pieces), _packed(boxes.advances)]
    return values


def pages(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a PolicyDocument that `page_values` was made of; older readings have none."""
    kept = values.get("boxes")
    return {
        "pages": tuple(Page(*row) for row in values.get("pages", ())),
        "boxes": Boxes(_unpacked("i", kept[0]), _unpacked("h", kept[1])) if kept else None,
    }


def _packed(numbers: array[int]) -> str:
    return base64.b64encode(zlib.compress(_little(numbers).tobytes(), 3)).decode("ascii")


def _unpacked(kind: str, words: str) -> array[int]:
    numbers = array(kind)
    numbers.frombytes(zlib.decompress(base64.b64decode(words)))
    return _little(numbers)


def _little(numbers: array[int]) -> array[int]:
    """Return the numbers with the bytes in the order a reading keeps, whatever the machine's."""
    if sys.byteorder == "little":
        return numbers
    swapped = array(numbers.typecode, numbers)
    swapped.byteswap()
    return swapped
