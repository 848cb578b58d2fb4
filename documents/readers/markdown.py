"""Markdown: what a reader sees of it. Labels of lists are computed, markup is gone."""

from __future__ import annotations

import re

from documents.draft import Draft, Source
from documents.encodings import decode
from documents.markdown.source import prepared
from documents.model import Hidden, Warning  # noqa: A004
from documents.normalise import normalise

__all__ = ["MarkdownReader"]

_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn"}
_FRONT_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)


class MarkdownReader:
    """Reads CommonMark with tables, strike-through and footnotes, by the name of the file."""

    name = "markdown"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Markdown is plain text: only its name tells."""
        return source.suffix in _SUFFIXES

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument when it is not text, or nested too deeply."""
        from documents.markdown.blocks import marked_blocks_of

        decoded = decode(source.data, name=source.name, encoding=source.encoding)
        parts = prepared(normalise(decoded.text))
        title = _FRONT_TITLE.search(parts.front)
        page, note_marks = marked_blocks_of(parts.body, parts.notes, name=source.name)
        warnings = [Warning("front_matter", {"count": len(parts.front)})] if parts.front else []
        if page.hidden:
            count = sum(len("".join(one.words.split())) for one in page.hidden)
            warnings.append(Warning("hidden_parts", {"count": count}))
        return Draft(
            text=page.text,
            blocks=tuple(page.blocks),
            runs=tuple(page.runs),
            warnings=(*decoded.warnings, *warnings),
            encoding=decoded.encoding,
            title=title[1].strip() if title else "",
            hidden=(*((Hidden(0, parts.front),) if parts.front else ()), *page.hidden),
            pictures=tuple(page.pictures),
            note_marks=note_marks,
        )
