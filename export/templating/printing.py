"""How a value is printed in a part: its lines, and the mark by which a note's field is known again."""

from __future__ import annotations

from export.memo.markup import clean
from export.templating.marks import BREAK, KNOWN, KNOWN_END, PARAGRAPH, TAB, without_marks
from export.templating.values import Items, Record, Told

__all__ = ["Printer"]


class Printer:
    """Prints the values of one file. `aliases` are what the marks of the fields printed so far are called.

    A field that is printed twice is known again where it is printed first.
    """

    def __init__(self) -> None:
        from markupsafe import Markup, escape

        class Laid(Markup):
            """Words that are laid out already."""

            __slots__ = ()

        self._laid, self._escape = Laid, escape
        self.aliases: dict[str, str] = {}

    def within(self, value: object) -> object:
        """Return a value as it stands in a line: line feeds are line breaks."""
        if isinstance(value, self._laid) or not isinstance(value, str | None | Record | Items):
            return value
        if not isinstance(value, str):
            return ""
        lines = self._lines(value)
        joined = BREAK.join(lines)
        return self._laid(self._known(value, joined) if len(lines) == 1 else joined)

    def ended(self, value: object) -> object:
        """Return a value as it stands at the end of a paragraph: each of its lines is a paragraph like it."""
        if not isinstance(value, str):
            return value
        lines = [line for line in map(str.strip, self._lines(value)) if line]
        tag = self._tag(value, lines)
        return self._laid(PARAGRAPH.join(_around(tag, line) for line in lines))

    def _lines(self, value: str) -> list[str]:
        escaped = str(self._escape(value))
        return clean(without_marks(escaped)).strip("\n").replace("\t", TAB).split("\n")

    def _known(self, value: str, line: str) -> str:
        return _around(self._tag(value, [line]), line)

    def _tag(self, value: str, lines: list[str]) -> str:
        """Return the mark of a value, "" for one that has none, was printed before or has tabs in it."""
        if not isinstance(value, Told) or value.tag in self.aliases or any(TAB in line for line in lines) or not value:
            return ""
        self.aliases[value.tag] = value.alias
        return value.tag


def _around(tag: str, line: str) -> str:
    return f"{KNOWN}{tag}{line}{KNOWN_END}" if tag else line
