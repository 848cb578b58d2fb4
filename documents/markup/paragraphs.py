"""Lines of running words -> paragraphs: many a page sets a whole policy in one box and parts it with <br>."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents.labels import mark_of
from documents.markup.spaces import Line

__all__ = ["UNSEEN", "is_numbered", "paragraphs_of", "seen_lines", "words_of"]

UNSEEN = " \t\n\r\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u202f\u2060\ufeff"
_ENDS = tuple("。；！？：.;!?:")
_CLOSERS = "”’\"')）》」』】"
_LOOK = 80


def words_of(line: Line) -> str:
    """Return the words of a line."""
    return line[0].words if len(line) == 1 else "".join(stretch.words for stretch in line)


def seen_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that hold something to see."""
    return [line for line in lines if words_of(line).strip(UNSEEN)]


def paragraphs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines in groups: parted by empty lines, after a sentence's end, and before a typed number or bullet.

    The text is the same either way, for a line and a block both end in a line feed.
    """
    group: list[Line] = []
    before = ""
    for line in lines:
        words = words_of(line)
        seen = words.strip(UNSEEN)
        if group and (not seen or before.rstrip(_CLOSERS).endswith(_ENDS) or is_numbered(words)):
            yield group
            group = []
        if seen:
            group.append(line)
            before = seen
    if group:
        yield group


def is_numbered(words: str) -> bool:
    """Whether a line begins with a number or bullet that needs no witness."""
    mark = mark_of(words[:_LOOK])
    return mark is not None and not mark.weak
