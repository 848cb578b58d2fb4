"""A text as it grows: words, runs, blocks and pictures. Markdown, web pages and OpenDocument write to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from documents.model import Block, BlockKind, Hidden, Picture, Run, Span

__all__ = ["Page"]


@dataclass(slots=True)
class Page:
    """What was read so far. A block is begun, written and ended; an empty one leaves no trace, unless it is a cell."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _position: int = 0
    _start: int = 0
    _first: int = 0
    _look: Run | None = None

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    @property
    def position(self) -> int:
        """Where the next word will stand."""
        return self._position

    def picture(self, picture: Picture) -> None:
        """Say what the sign is that is written next."""
        self.pictures.append(replace(picture, place=self._position))

    def hide(self, words: str, ahead: int = 0) -> None:
        """Keep words aside that are not shown, with their place; `ahead` characters are still to be written first."""
        if words := " ".join(words.split()):
            self.hidden.append(Hidden(self._position + ahead, words))

    def write(self, words: str, look: Run | None = None) -> None:
        """Add words to the block at hand, set as `look` says (its span does not matter)."""
        if not words:
            return
        start, self._position = self._position, self._position + len(words)
        self._pieces.append(words)
        if look is None:
            return
        last = self.runs[-1] if self.runs else None
        if last and last.span.end == start and (look is self._look or look == self._look):
            start = last.span.start
            self.runs.pop()
        self._look = look
        span = Span(start, self._position)
        self.runs.append(Run(span, look.bold, look.italic, look.underline, look.strike, look.code, look.link))

    def end(self, block: Block) -> bool:
        """Close the block at hand with the kind and label of `block`; whether it held anything."""
        pieces = self._pieces
        if block.kind is not BlockKind.CELL and (
            self._start == self._position or "".join(pieces[self._first :]).isspace()
        ):
            self._forget()
            return False
        self.close(_placed(block, self.span))
        return True

    @property
    def span(self) -> Span:
        """What was written of the block at hand."""
        return Span(self._start, self._position)

    def close(self, block: Block) -> None:
        """Close the block at hand, which holds something, as `block`, which knows its place already."""
        self.blocks.append(block)
        pieces = self._pieces
        pieces.append("\n")
        self._position += 1
        self._start, self._first = self._position, len(pieces)

    def take(self, other: Page, block: Block) -> None:
        """Add a block of another text, with its words, runs and pictures."""
        start, end = block.span.start, block.span.end
        shift = self._position - start
        self._pieces.append(other.text[start:end])
        self._position += end - start
        self.runs += [
            replace(run, span=Span(run.span.start + shift, run.span.end + shift))
            for run in other.runs
            if start <= run.span.start < end
        ]
        self.pictures += [replace(one, place=one.place + shift) for one in other.pictures if start <= one.place < end]
        self.end(block)

    def _forget(self) -> None:
        del self._pieces[self._first :]
        self._position = self._start
        while self.runs and self.runs[-1].span.end > self._start:
            self.runs.pop()


def _placed(block: Block, span: Span) -> Block:
    """Return the block at its place; made anew by hand, which is several times faster."""
    if block.cell is None and not block.label:
        return Block(block.kind, span, block.story, block.level)
    return Block(
        *(block.kind, span, block.story, block.level, block.label, block.label_span),
        *(block.cell, block.list_id, block.ordered),
        inner_labels=block.inner_labels,
    )
