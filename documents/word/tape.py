"""The growing text of a walk, with where each stretch of it comes from."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from documents.model import Run, Span
from documents.word.styles import Look

__all__ = ["Atom", "Tape", "is_plain"]

_KEPT = re.compile("[^\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+")


class Atom(NamedTuple):
    """A stretch of text and the element it comes from.

    `element` is w:t, w:tab, w:ptab, w:br, w:cr, w:noBreakHyphen, w:sym, or what a picture U+FFFC stands for; `run` is
    its w:r (the element itself where there is none), `paragraph` its w:p. The character at position p of a w:t is
    `element.text[offset + p - start]`: a w:t that holds characters we leave out has several atoms.
    """

    start: int
    end: int
    element: etree._Element
    run: etree._Element
    paragraph: etree._Element
    part: str
    offset: int = 0


_atom = Atom._make


def is_plain(words: str) -> bool:
    """Whether nothing in `words` is to be left out or changed, as far as can be told in no time."""
    return words.isprintable() or words.replace("\xa0", " ").replace("\u3000", " ").isprintable()


class Tape:
    """Collects text, atoms and formatted runs. Positions only grow."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.position = 0
        self.atoms: list[Atom] = []
        self.runs: list[Run] = []

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._pieces)

    def line_feed(self) -> None:
        """End a paragraph: the one character that has no atom."""
        self._pieces.append("\n")
        self.position += 1

    def write(self, words: str, place: tuple[etree._Element, etree._Element, etree._Element, str]) -> None:
        """Add the words of an element; `place` is element, run, paragraph and part."""
        if is_plain(words):
            if words:
                self._pieces.append(words)
                start, self.position = self.position, self.position + len(words)
                self.atoms.append(_atom((start, self.position, *place, 0)))
            return
        for match in _KEPT.finditer(words):
            offset, stop = match.span()
            self._pieces.append(words[offset:stop])
            start, self.position = self.position, self.position + stop - offset
            self.atoms.append(Atom(start, self.position, *place, offset))

    def format(self, start: int, look: Look, link: str) -> None:
        """Note how the letters since `start` are set; like letters next to each other become one run."""
        plain = not (look.bold or look.italic or look.underline or look.strike or link)
        if plain or start == self.position:
            return
        run = Run(
            Span(start, self.position),
            bold=bool(look.bold),
            italic=bool(look.italic),
            underline=bool(look.underline),
            strike=bool(look.strike),
            link=link,
        )
        last = self.runs[-1] if self.runs else None
        if last and last.span.end == start and _alike(last, run):
            self.runs[-1] = _spanning(run, last.span.start)
        else:
            self.runs.append(run)


def _alike(one: Run, other: Run) -> bool:
    return _spanning(one, 0, other.span.end) == _spanning(other, 0)


def _spanning(run: Run, start: int, end: int | None = None) -> Run:
    span = Span(start, run.span.end if end is None else end)
    return Run(span, run.bold, run.italic, run.underline, run.strike, run.code, run.link)
