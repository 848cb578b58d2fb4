"""Which clauses have another number now, so that a reference which follows is no other reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import normalize

from documents.comparing.rows import Frame
from documents.comparing.units import Side
from documents.model import Clause

__all__ = ["renumbered"]

_NUMBER: Final = re.compile(
    r"第[\d零〇一二三四五六七八九十百]+[条條章节節款项項]|(?:\b[A-Z]\.?)?\d+(?:\.\d+)*(?:\(\w{1,3}\))*\Z|\b[A-Z]\Z"
)
_HANZI: Final = re.compile("[一二三四五六七八九十百]+")  # 三、 is referred to as 第三条


def renumbered(laid: Sequence[Frame], sides: tuple[Side, Side]) -> frozenset[tuple[str, str]]:
    """Return the pairs of old and new numbers of clauses that are one another's, as a sentence refers to them."""
    clauses = [{clause.span.start: clause for clause in side.policy.clauses} for side in sides]
    found: set[tuple[str, str]] = set()
    for frame in laid:
        now = laid[frame.partner].new if frame.partner >= 0 else frame.new
        if frame.old and now:
            starts = sides[0].blocks[frame.old.start].span.start, sides[1].blocks[now.start].span.start
            found |= _numbers(clauses[0].get(starts[0]), clauses[1].get(starts[1]))
    return frozenset(found)


def _numbers(old: Clause | None, new: Clause | None) -> set[tuple[str, str]]:
    if old is None or new is None:
        return set()
    pairs = {(_number(old.label), _number(new.label)), (_number(old.path), _number(new.path))}
    if old.level == new.level == 1 and _HANZI.fullmatch(old.label) and _HANZI.fullmatch(new.label):
        pairs.add((f"第{old.label}条", f"第{new.label}条"))
    return {(one, other) for one, other in pairs if one and other and one != other}


def _number(label: str) -> str:
    found = _NUMBER.search(normalize("NFKC", label))
    return found.group() if found else ""
