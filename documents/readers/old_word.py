"""Old Word and WPS files (.doc, .wps): through LibreOffice where the machine has it."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.office import draft_by_office, office_program
from documents.recognise import is_old_word

__all__ = ["OldWordReader"]


_SECTOR = 512
_WORD_STREAM = b"\xec\xa5"  # [MS-DOC] 2.5.2: wIdent, and ten bytes on the flags, of which 0x0100 says encrypted
_FLAGS, _LOCKED = 10, 0x0100


class OldWordReader:
    """Reads what LibreOffice makes of the file; without LibreOffice it says what to do."""

    name = "old_word"
    version = 1

    def recognises(self, source: Source) -> bool:
        """By the streams of the file."""
        return is_old_word(source)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        if _is_locked(source.data):
            raise UnreadableDocument("encrypted", name=source.name)
        if not office_program():
            raise UnreadableDocument("old_word", name=source.name)
        suffix = source.suffix if source.suffix in {".doc", ".dot", ".wps", ".wpt"} else ".doc"
        return draft_by_office(source, suffix)


def _is_locked(data: bytes) -> bool:
    """Whether the stream of the words, which begins at a sector, says that it is encrypted."""
    starts = range(_SECTOR, len(data) - _SECTOR + 1, _SECTOR)
    first = next((at for at in starts if data.startswith(_WORD_STREAM, at)), None)
    return first is not None and bool(int.from_bytes(data[first + _FLAGS : first + _FLAGS + 2], "little") & _LOCKED)
