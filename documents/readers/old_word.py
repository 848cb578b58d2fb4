"""Old Word and WPS files (.doc, .wps): through LibreOffice where the machine has it."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.office import draft_by_office, office_program
from documents.recognise import is_old_word

__all__ = ["OldWordReader"]


class OldWordReader:
    """Reads what LibreOffice makes of the file; without LibreOffice it says what to do."""

    name = "old_word"
    version = 1

    def recognises(self, source: Source) -> bool:
        """By the streams of the file."""
        return is_old_word(source)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        if not office_program():
            raise UnreadableDocument("old_word", name=source.name)
        suffix = source.suffix if source.suffix in {".doc", ".dot", ".wps", ".wpt"} else ".doc"
        return draft_by_office(source, suffix)
