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
    bullet: _Bullet | None = None
    depth = 0
    for index, entry in enumerate(entries):
        block = blocks[entry.block]
        if entry.role is Role.BULLET and block.list_id is not None:
            if bullet and (bullet.list_id, bullet.level) == (block.list_id, block.level):
                entry.depth = depth = bullet.depth
            elif bullet and block.level > bullet.level:
                continue
            bullet = _Bullet(index, block.list_id, block.level, depth) if depth else None
        elif entry.role is Role.CLAUSE:
            first = begun.setdefault(-1 if block.list_id is None else block.list_id, index)
            if bullet and not _is_inside(entry, block, bullet, first):
                bullet = None
            entry.in_bullet = bullet is not None and entry.depth == bullet.depth + 1
            depth = entry.depth


def _is_inside(entry: Entry, block: Block, bullet: _Bullet, begun: int) -> bool:
    computed = block.kind is BlockKind.LIST_ITEM and block.list_id is not None and block.label_span is None
    return computed and block.level > bullet.level and begun > bullet.index and entry.depth > bullet.depth
