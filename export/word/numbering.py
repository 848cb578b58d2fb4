"""Word numbering for lists whose labels are computed, so that a label never gets into the text."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from documents.model import Block
from export.word.names import element, sub, to_bytes

__all__ = ["Numbering"]

_LEVELS: Final = 9
_STEP: Final = 420
_BULLETS: Final = ("•", "–", "▪")


class Numbering:
    """Gives each list a number of its own, with the start and the sign that its first label shows."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int | None, int, bool], int] = {}
        self._abstracts: list[etree._Element] = []
        self._instances: list[etree._Element] = []

    def number_of(self, block: Block) -> tuple[int, int]:
        """Return the `w:numId` and `w:ilvl` of a list item."""
        level = min(block.level, _LEVELS - 1)
        key = (block.list_id, level, block.ordered)
        if key not in self._numbers:
            self._numbers[key] = self._add(block, level)
        return self._numbers[key], level

    def part(self) -> bytes:
        """Return numbering.xml; empty when no list asked for a number."""
        if not self._instances:
            return b""
        root = element("numbering")
        root.extend(self._abstracts)
        root.extend(self._instances)
        return to_bytes(root)

    def _add(self, block: Block, level: int) -> int:
        number = len(self._instances) + 1
        abstract = element("abstractNum", {"abstractNumId": str(number)})
        sub(abstract, "multiLevelType", {"val": "hybridMultilevel"})
        first = re.search(r"\d+", block.label) if block.ordered else None
        for depth in range(_LEVELS):
            start = int(first.group()) if first and depth == level else 1
            _level(abstract, depth, block, start)
        self._abstracts.append(abstract)
        instance = element("num", {"numId": str(number)})
        sub(instance, "abstractNumId", {"val": str(number)})
        self._instances.append(instance)
        return number


def _level(abstract: etree._Element, depth: int, block: Block, start: int) -> None:
    made = sub(abstract, "lvl", {"ilvl": str(depth)})
    sub(made, "start", {"val": str(start)})
    sub(made, "numFmt", {"val": "decimal" if block.ordered else "bullet"})
    sub(made, "suff", {"val": "tab"})
    closing = ")" if block.label.endswith(")") else "."
    sub(made, "lvlText", {"val": f"%{depth + 1}{closing}" if block.ordered else _BULLETS[depth % len(_BULLETS)]})
    sub(made, "lvlJc", {"val": "left"})
    sub(sub(made, "pPr"), "ind", {"left": str(_STEP * (depth + 1)), "hanging": str(_STEP)})
