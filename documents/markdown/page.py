"""The text of a Markdown file as it grows: words, runs and blocks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from documents.model import Block, BlockKind, Run, Span

__all__ = ["Page"]


@dataclass(slots=True)
class Page:
    """What was read so far. A block is begun, written and ended; an empty one leaves no trace, unless it is a cell."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _position: int = 0
    _start: int = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def write(self, words: str, look: Run | None = None) -> None:
        """Add words to the block at hand, set as `look` says (its span does not matter)."""
        if not words:
            return
        start, self._position = self._position, self._position + len(words)
        self._pieces.append(words)
        if look is None:
            return
        last = self.runs[-1] if self.runs else None
        if last and last.span.end == start and replace(last, span=look.span) == look:
            self.runs[-1] = replace(last, span=Span(last.span.start, self._position))
        else:
            self.runs.append(replace(look, span=Span(start, self._position)))

    def end(self, block: Block) -> bool:
        """Close the block at hand with the kind and label of `block`; whether it held anything."""
        span = Span(self._start, self._position)
        kept = bool("".join(self._pieces[self._first_piece() :]).strip()) or block.kind is BlockKind.CELL
        if not kept:
            self._forget()
            return False
        self.blocks.append(replace(block, span=span))
        self._pieces.append("\n")
        self._position += 1
        self._start = self._position
        return True

    def _first_piece(self) -> int:
        """Return the index of the first piece of the block at hand."""
        index, position = len(self._pieces), self._position
        while index and position > self._start:
            index -= 1
            position -= len(self._pieces[index])
        return index

    def _forget(self) -> None:
        del self._pieces[self._first_piece() :]
        self._position = self._start
        while self.runs and self.runs[-1].span.end > self._start:
            self.runs.pop()
