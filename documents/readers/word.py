"""Word files: .docx, .docm, .dotx, .dotm, and those written as a single XML document."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.recognise import is_zip
from documents.word.flat import is_flat

__all__ = ["WordReader"]


class WordReader:
    """Reads what Word's walk finds."""

    name = "word"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Any zip that was not refused before, whatever its name."""
        return is_zip(source.data) or is_flat(source.data)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        from documents.word.package import Package
        from documents.word.walk import walk

        found = walk(Package(source.data, name=source.name, limits=source.limits), atoms=False)
        source.told.keep(found)
        return Draft(
            found.text,
            found.blocks,
            found.runs,
            found.warnings,
            revisions=found.revisions,
            hidden=found.hidden,
            pictures=found.pictures,
            foreign_notes=found.foreign_notes,
        )
