"""Plain text: the decoded file as it stands, a block a line."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.encodings import decode
from documents.model import Block, BlockKind, Span
from documents.normalise import normalise

__all__ = ["TextReader"]


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
        return Draft(
            text=text,
            blocks=_lines(text),
            warnings=decoded.warnings,
            encoding=decoded.encoding,
            typed_headings=True,
        )


def _lines(text: str) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)
