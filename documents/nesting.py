"""What the lines around a list say about it: where it ends, and which numbered lists stand inside a bullet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.entries import Entry, Role
from documents.labels import Rank, rank_of
from documents.model import Block, BlockKind
from documents.sequences import Line

__all__ = ["end_lists", "nest_in_bullets"]

_ENOUGH = 2


@dataclass(slots=True)
class _Siblings:
    """The items of one list so far: how many, and whether nothing stands under any of them."""

    family: str
    value: int
    count: int = 0
    bare: bool = True


def end_lists(entries: Sequence[Entry], lines: Sequence[Line]) -> None:
    """See the last item of a list as an item, not as the heading of the paragraph that follows the list.

    It is one where the items before it hold nothing: one item in brackets is enough, of others it takes two.
    """
    open_lists: list[_Siblings] = []
    for index, (entry, after) in enumerate(pairwise(entries)):
        number = entry.number
        if entry.role is not Role.CLAUSE:
            continue
        del open_lists[entry.depth :]
        while len(open_lists) < entry.depth:
            open_lists.append(_Siblings("", 0))
        one = open_lists[-1]
        if number is None or one.family != number.family or one.value >= number.value:
            one = open_lists[-1] = _Siblings(number.family if number else "", 0)
        holds = after.role is not Role.CLAUSE or after.depth > entry.depth
        if holds and after.role is Role.PARAGRAPH and not lines[index].heading and _is_list(one):
            entry.heading_like = False
        one.value = number.value if number else 0
        one.count += 1
        one.bare = one.bare and not holds


def _is_list(siblings: _Siblings) -> bool:
    least = 1 if siblings.family and rank_of(siblings.family) >= Rank.BRACKET else _ENOUGH
    return siblings.bare and siblings.count >= least


@dataclass(slots=True)
class _Bullet:
    """The bullet whose list is open: which list and level it is of, how deep the clause above it stands."""

    index: int
    list_id: int
    level: int
    depth: int


def nest_in_bullets(entries: Sequence[Entry], blocks: Sequence[Block]) -> None:
    """Mark numbered items of a list begun inside a bullet, and let the next bullet go on beside that one.

    Only where the format says so: such a list begins after the bullet, and its level is deeper.
    """
    begun: dict[int, int] = {}
    open_bullets: list[_Bullet] = []
    depth = 0
    for index, entry in enumerate(entries):
        block = blocks[entry.block]
        if entry.role is Role.BULLET and block.list_id is not None:
            depth = _beside(open_bullets, entry, block, depth)
            open_bullets.append(_Bullet(index, block.list_id, block.level, depth))
        elif entry.role is Role.CLAUSE:
            first = begun.setdefault(-1 if block.list_id is None else block.list_id, index)
            while open_bullets and not _is_inside(entry, block, open_bullets[-1], first):
                open_bullets.pop()
            entry.in_bullet = bool(open_bullets) and entry.depth == open_bullets[-1].depth + 1
            depth = entry.depth
    _leave_alone(entries)


def _beside(open_bullets: list[_Bullet], entry: Entry, block: Block, depth: int) -> int:
    """Close the bullets that end where a new one begins, and return how deep that one stands."""
    while open_bullets and open_bullets[-1].level > block.level:
        open_bullets.pop()
    if open_bullets and open_bullets[-1].level == block.level:
        before = open_bullets.pop()
        if before.list_id == block.list_id:
            entry.depth, entry.settled = before.depth, True
            return before.depth
    return depth


def _leave_alone(entries: Sequence[Entry]) -> None:
    """Where all numbers of a document stand inside bullets, they are what divides it."""
    if all(entry.in_bullet for entry in entries if entry.role is Role.CLAUSE):
        for entry in entries:
            entry.in_bullet = entry.settled = False


def _is_inside(entry: Entry, block: Block, bullet: _Bullet, begun: int) -> bool:
    computed = block.kind is BlockKind.LIST_ITEM and block.list_id is not None and block.label_span is None
    return computed and block.level > bullet.level and begun > bullet.index and entry.depth > bullet.depth
