"""Markdown: what a reader sees of it. Labels of lists are computed, markup is gone."""

from __future__ import annotations

import re

from documents.draft import Draft, Source
from documents.encodings import decode
from documents.markdown.blocks import blocks_of
from documents.normalise import normalise

__all__ = ["MarkdownReader"]

_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn"}
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^{}\n]*\}[ \t]*$", re.MULTILINE)


class MarkdownReader:
    """Reads CommonMark with tables and strike-through, by the name of the file."""

    name = "markdown"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Markdown is plain text: only its name tells."""
        return source.suffix in _SUFFIXES

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument when it is not text."""
        decoded = decode(source.data, name=source.name, encoding=source.encoding)
        written = normalise(decoded.text)
        front = _FRONT_MATTER.match(written)
        title = _FRONT_TITLE.search(front[1]) if front else None
        body = _ATTRIBUTES.sub("", written[front.end() :] if front else written)
        page = blocks_of(body)
        return Draft(
            text=page.text,
            blocks=tuple(page.blocks),
            runs=tuple(page.runs),
            warnings=decoded.warnings,
            encoding=decoded.encoding,
            title=title[1].strip() if title else "",
        )
