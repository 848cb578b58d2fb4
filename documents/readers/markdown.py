"""Markdown."""

from documents.draft import Draft, Source


class MarkdownReader:
    name = "markdown"
    version = 1

    def recognises(self, source: Source) -> bool:
        return False

    def read(self, source: Source) -> Draft:
        raise NotImplementedError
