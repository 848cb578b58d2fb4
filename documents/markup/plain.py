"""Lines of a text that has no structure of its own -> blocks: a line, or a paragraph broken by hand into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.labels import mark_of
from documents.model import Block, BlockKind, Span

__all__ = ["paragraph_blocks"]

_NARROWEST, _WIDEST = 50, 100
_FULL = 0.7
_HANZI = re.compile("[\u3400-\u9fff]")
_ENOUGH_LINES = 20
_MOSTLY = 0.5
_DRAWN = re.compile(r"[ \t]*(?:[|+\u2500-\u257f]|[-=_*]{3})")  # a row of a table drawn with characters


def paragraph_blocks(text: str) -> tuple[Block, ...]:
    """Return a paragraph for each line that holds something, or for several that a hand broke at one width."""
    return tuple(_paragraphs(text))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _paragraphs(text: str) -> Iterator[Block]:
    lines = list(_lines(text))
    width = _wrapped_width(text, lines)
    start = None
    for index, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or not width or not _runs_on(text, line, following, width):
            yield Block(BlockKind.PARAGRAPH, Span(start, line.end))
            start = None


def _wrapped_width(text: str, lines: Sequence[Span]) -> int:
    """Return how wide the lines were when someone broke them by hand; 0 for a text with a paragraph a line."""
    if len(lines) < _ENOUGH_LINES or _HANZI.search(text):
        return 0
    lengths = sorted(len(line) for line in lines)
    widest = lengths[len(lengths) * 19 // 20]  # a few tables may be wider
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = sum(1 for length in lengths if length >= widest * _FULL)
    return widest if full >= len(lines) * _MOSTLY else 0


def _runs_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether `following` goes on where a full `line` broke off."""
    if following.start != line.end + 1 or len(line) < width * _FULL:
        return False
    if _DRAWN.match(line.of(text)) or _DRAWN.match(following.of(text)):
        return False
    return mark_of(following.of(text)) is None
