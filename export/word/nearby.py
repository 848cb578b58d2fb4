"""Which paragraphs of a file an export writes in: of the others it need not know where each letter stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from documents.model import PolicyDocument, Span

__all__ = ["Nearby"]


class Nearby:
    """The blocks that hold one of the spans, the title and the first letter, and those just behind them.

    Asked by the place where a paragraph begins. The answer holds for the text of the policy, and for no other.
    """

    def __init__(self, policy: PolicyDocument, spans: Iterable[Span]) -> None:
        self.text = policy.text
        self._starts = [block.span.start for block in policy.blocks]
        title = policy.title_block
        first = len(self.text) - len(self.text.lstrip("\n"))
        asked = [*spans, Span(first, first), *([] if title is None else [title.span])]
        self._blocks = {block for span in asked for block in range(self._at(span.start), self._at(span.end) + 2)}

    def __call__(self, position: int) -> bool:
        """Whether the letters of the paragraph that begins at `position` are wanted."""
        return self._at(position) in self._blocks

    def _at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1
