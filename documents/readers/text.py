"""Plain text: the decoded file as it stands, a block a line; a paragraph broken by hand into lines is one block."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.encodings import decode
from documents.markup.plain import paragraph_blocks
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
            blocks=paragraph_blocks(text),
            warnings=decoded.warnings,
            encoding=decoded.encoding,
            typed_headings=True,
        )
