"""Plain text: the decoded file as it stands, a block a line; a paragraph broken by hand into lines is one block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.draft import Draft, Source
from documents.encodings import decode
from documents.labels import mark_of
from documents.model import Block, BlockKind, Span
from documents.normalise import normalise

__all__ = ["TextReader"]

_NARROWEST, _WIDEST = 50, 100
_FULL = 0.7
_HANZI = re.compile("[\u3400-\u9fff]")
_ENOUGH_LINES = 20
_MOSTLY = 0.5


class TextReader:
    """Reads any file that decodes; the last to be asked."""

    name = "text"
    version = 1

    def recognises(self, source: Source) -> bool:  # noqa: ARG002 - asked last, takes what is left
        """Whatever no other reader wants."""
        return True

    def read(self, source: Source) -> Draft:
        """Return the file's lines as blocks. Raises UnreadableDocument when it is not text."""
        decoded = decode(source.data, name=source.name, encoding=source.encoding)
        text = normalise(decoded.text)
        lines = list(_lines(text))
        return Draft(
            text=text,
            blocks=tuple(_paragraphs(text, lines)),
            warnings=decoded.warnings,
            encoding=decoded.encoding,
            typed_headings=True,
        )


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _paragraphs(text: str, lines: Sequence[Span]) -> Iterator[Block]:
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
    return mark_of(following.of(text)) is None
