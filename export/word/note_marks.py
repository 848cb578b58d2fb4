"""Where the marks of footnotes and endnotes stand in the main text: what a comment on a note hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from export.word.names import w

__all__ = ["NoteMarks"]

_REFERENCES = {w("footnoteReference"): w("footnote"), w("endnoteReference"): w("endnote")}
_UNSEEN = (w("del"), w("moveFrom"))


class NoteMarks:
    """Looks the main text over once, if it is asked at all."""

    def __init__(self, main: etree._Element) -> None:
        self._main = main

    def of(self, paragraph: etree._Element) -> etree._Element | None:
        """Return the mark of the note that a paragraph is in; None where it is in none that has one."""
        note = next(paragraph.iterancestors(*_REFERENCES.values()), None)
        return None if note is None else self._marks.get((note.tag, note.get(w("id"), "")))

    @cached_property
    def _marks(self) -> Mapping[tuple[str, str], etree._Element]:
        found: dict[tuple[str, str], etree._Element] = {}
        for reference in self._main.iter(*_REFERENCES):
            if next(reference.iterancestors(*_UNSEEN), None) is None:
                found.setdefault((_REFERENCES[reference.tag], reference.get(w("id"), "")), reference)
        return found
