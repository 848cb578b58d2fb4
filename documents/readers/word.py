"""Word files."""

from documents.draft import Draft, Source


class WordReader:
    name = "word"
    version = 1

    def recognises(self, source: Source) -> bool:
        return source.data[:2] == b"PK"

    def read(self, source: Source) -> Draft:
        raise NotImplementedError
