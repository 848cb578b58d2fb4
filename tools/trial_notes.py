"""Random places of a policy for notes: of every sort a reviewer can mark, and some he would not think of."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from documents.model import Block, PolicyDocument, RevisionKind, Span, Story

__all__ = ["Wanted", "wanted_notes"]

_FALLBACK = (Story.TEXT_BOX, Story.HEADER, Story.FOOTER)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A note to be: the places it is to stand on (none: the whole policy), and how they were chosen.

    `allowed` says whether Word lets a comment stand in their story.
    """

    sort: str
    spans: tuple[Span, ...]
    allowed: bool = True


def wanted_notes(policy: PolicyDocument, count: int, seed: str, put_in: Collection[int] = ()) -> list[Wanted]:
    """Return `count` notes in stories that may hold a comment, and one more for each story there is that may not.

    `put_in` are the places where paragraphs of other files begin that are put into this one: no comment of this file
    may stand in them.
    """
    chooser = _Chooser(policy, random.Random(seed), put_in)
    notes = [Wanted("whole policy", ())]
    while len(notes) < count and chooser.stretches:
        notes.append(chooser.note([span for note in notes for span in note.spans]))
    return [*notes, *chooser.elsewhere()]


class _Chooser:
    def __init__(self, policy: PolicyDocument, chance: random.Random, put_in: Collection[int]) -> None:
        self._policy = policy
        self._chance = chance
        self._put_in = put_in
        held = [block for block in policy.blocks if policy.text[block.span.start : block.span.end].strip()]
        kinds = groupby(held, key=lambda block: (block.story, self._may_hold_one(block)))
        self.stretches = [list(some) for (_, allowed), some in kinds if allowed]
        self._blocks = [block for stretch in self.stretches for block in stretch]
        self._lengths = list(accumulate(len(block.span) for block in self._blocks))
        self._elsewhere = {self._sort(block): block for block in held if not self._may_hold_one(block)}
        self._edges = [*(run.span for run in policy.runs), *self._changed()]

    def _may_hold_one(self, block: Block) -> bool:
        return block.story not in _FALLBACK and block.span.start not in self._put_in

    def _sort(self, block: Block) -> str:
        return str(block.story) if block.story in _FALLBACK else "file put in"

    def _changed(self) -> Iterator[Span]:
        came = {RevisionKind.INSERTED, RevisionKind.MOVED_TO}
        return (one.span for one in self._policy.revisions if one.kind in came and len(one.span))

    def note(self, before: Sequence[Span]) -> Wanted:
        """Choose a note; some lie about those chosen before."""
        sorts: list[tuple[str, Callable[[], Span | None]]] = [
            ("letters", lambda: self._piece(self._chance.randint(1, 3))),
            ("words", lambda: self._piece(self._chance.choice((8, 25, 60, 200)))),
            ("paragraph", lambda: self._block().span),
            ("across", self._across),
            ("edge", self._edge),
            ("near", lambda: self._near(before)),
        ]
        name, choose = self._chance.choice(sorts)
        first, more = choose(), self._more()
        wanted = tuple(dict.fromkeys(span for span in (first, *more) if span and self._holds(span)))
        return Wanted("many" if more else name, wanted) if wanted else self.note(before)

    def elsewhere(self) -> Iterator[Wanted]:
        """A note on the words of each story that no comment may stand in."""
        for story, block in sorted(self._elsewhere.items()):
            yield Wanted(story, (block.span,), allowed=False)

    def _more(self) -> list[Span | None]:
        return [self._piece(12) for _ in range(2)] if self._chance.random() < 1 / 16 else []

    def _holds(self, span: Span) -> bool:
        return bool(span.of(self._policy.text).strip())

    def _block(self) -> Block:
        """A block by chance, a long one sooner than a short one."""
        return self._chance.choices(self._blocks, cum_weights=self._lengths)[0]

    def _piece(self, length: int) -> Span:
        block = self._block().span
        start = self._chance.randrange(block.start, block.end)
        return Span(start, min(start + length, block.end))

    def _across(self) -> Span:
        """From within one paragraph, item or cell into one of the next ones."""
        start = self._block()
        stretch = next(some for some in self.stretches if start in some)
        first = stretch.index(start)
        last = min(first + self._chance.choice((1, 1, 2, 5)), len(stretch) - 1)
        if stretch[first].story is not Story.MAIN:
            last = first
        return self._between(stretch[first], stretch[last])

    def _between(self, first: Block, last: Block) -> Span:
        start = self._chance.randrange(first.span.start, first.span.end)
        end = self._chance.randrange(max(start, last.span.start), last.span.end) + 1
        return Span(start, end)

    def _edge(self) -> Span | None:
        """Into or out of letters that are set otherwise, a link, words put in."""
        if not self._edges:
            return None
        edge = self._chance.choice(self._edges)
        block = self._policy.block_at(edge.start)
        if block is None or not self._may_hold_one(block):
            return None
        steps = [self._chance.randint(-4, 4) for _ in range(2)]
        start, end = max(block.span.start, edge.start + steps[0]), min(block.span.end, edge.end + steps[1])
        return Span(start, end) if start < end else None

    def _near(self, before: Sequence[Span]) -> Span | None:
        """The same place again, a part of it, one that overlaps it, or the one next to it."""
        if not before:
            return None
        span = self._chance.choice(before)
        block = self._policy.block_at(span.start)
        if block is None:
            return None
        middle = (span.start + span.end) // 2
        places = (
            span,
            Span(span.start, middle),
            Span(middle, span.end),
            Span(middle, min(span.end + 5, block.span.end)),
            Span(span.end, min(span.end + 9, block.span.end)),
        )
        found = self._chance.choice(places)
        return found if found.start < found.end else None
