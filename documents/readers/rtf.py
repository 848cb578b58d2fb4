"""Rich text (.rtf): through LibreOffice where the machine has it, else its bare words."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.markup.plain import paragraph_blocks
from documents.model import Warning  # noqa: A004
from documents.normalise import normalise
from documents.office import draft_by_office, office_program

__all__ = ["RtfReader"]

_SIGN = b"{\\rtf"


class RtfReader:
    """Reads RTF, which many a .doc is too."""

    name = "rtf"
    version = 1

    def recognises(self, source: Source) -> bool:
        """By its first letters."""
        return source.data.lstrip(b" \r\n\t\xef\xbb\xbf").startswith(_SIGN)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        if office_program():
            return draft_by_office(source, ".rtf")
        return _bare_words(source)


def _bare_words(source: Source) -> Draft:
    from striprtf.striprtf import rtf_to_text

    try:
        words: str = rtf_to_text(source.data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
        text = normalise(words)
    except (ValueError, LookupError, IndexError, KeyError, RecursionError) as error:
        raise UnreadableDocument("damaged", name=source.name) from error
    return Draft(text, paragraph_blocks(text), warnings=(Warning("bare_words"),), typed_headings=True)
