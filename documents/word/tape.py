"""The growing text of a walk, with where each stretch of it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from documents.model import Run, Span
from documents.word.names import attribute, w
from documents.word.styles import Look
from documents.word.symbols import letters_in

__all__ = ["Atom", "Place", "Tape", "shown"]

_RUN = w("r")
_FONTS = f"{w('rPr')}/{w('rFonts')}"
# White space inside w:t is a space to Word; the other line ends are normalised as everywhere.
_SPACES = str.maketrans(
    {"\n": " ", "\t": " ", "\r": " ", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n", "\f": "\n"}
)
_KEPT = re.compile("[^\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+")


class Atom(NamedTuple):
    """A stretch of text and the element it comes from.

    `element` is w:t, w:tab, w:ptab, w:br, w:cr, w:noBreakHyphen, w:sym, or what a picture U+FFFC stands for; `run` is
    its w:r (the element itself where there is none), `paragraph` its w:p. The character at position p of a w:t is
    `element.text[offset + p - start]`, or what that looks like in a symbol font: a w:t that holds characters we leave
    out has several atoms.
    """

    start: int
    end: int
    element: etree._Element
    run: etree._Element
    paragraph: etree._Element
    part: str
    offset: int = 0


Place = tuple[etree._Element, etree._Element, etree._Element, str]  # noqa: SLF001 - lxml's only name
_atom = Atom._make


def shown(words: str, run: etree._Element | None) -> str:
    """Return the words of a w:t as Word shows them: its white space, and the letters of symbol fonts."""
    if _is_plain(words):
        return words
    if run is not None and any("\uf000" <= one <= "\uf0ff" for one in words):
        fonts = run.find(_FONTS)
        words = letters_in(words, "" if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "")
    return words.translate(_SPACES)


def _is_plain(words: str) -> bool:
    """Whether nothing in `words` is to be left out or changed, as far as can be told in no time."""
    return words.isprintable() or words.replace("\xa0", " ").replace("\u3000", " ").isprintable()


class Tape:
    """Collects text, and where they are wanted atoms and formatted runs. Positions only grow.

    `atoms` may tell, by the place where a paragraph begins, whether those of its words are wanted.
    """

    def __init__(self, *, atoms: bool | Callable[[int], bool] = True, runs: bool = True) -> None:
        self._wants_atoms = bool(atoms)
        self._wanted_at = atoms if callable(atoms) else None
        self.wants_runs = runs
        self._pieces: list[str] = []
        self.position = 0
        self.atoms: list[Atom] = []
        self.runs: list[Run] = []
        self._setting: tuple[bool, bool, bool, bool, bool, str] | None = None

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._pieces)

    def line_feed(self) -> None:
        """End a paragraph: the one character that has no atom."""
        self._pieces.append("\n")
        self.position += 1

    def wants_atoms_here(self) -> bool:
        """Whether a paragraph that begins here needs atoms."""
        return self._wants_atoms and (self._wanted_at is None or self._wanted_at(self.position))

    def letters(self, element: etree._Element) -> None:
        """Add the words of a w:t that nobody needs an atom of."""
        words = element.text or ""
        if not words.isprintable() and not _is_plain(words):
            words = "".join(_KEPT.findall(shown(words, next(element.iterancestors(_RUN), None))))
        self._pieces.append(words)
        self.position += len(words)

    def words(self, words: str, place: Place) -> None:
        """Add the words of a w:t; `place` is element, run, paragraph and part."""
        if not words.isprintable() and not _is_plain(words):
            self.write(shown(words, place[1]), place)
        elif words:
            self._pieces.append(words)
            start = self.position
            self.position = end = start + len(words)
            if self._wants_atoms:
                self.atoms.append(_atom((start, end, *place, 0)))

    def write(self, words: str, place: Place) -> None:
        """Add characters as they are, without those that no text holds."""
        for match in _KEPT.finditer(words):
            offset, stop = match.span()
            self._pieces.append(words[offset:stop])
            start, self.position = self.position, self.position + stop - offset
            if self._wants_atoms:
                self.atoms.append(Atom(start, self.position, *place, offset))

    def format(self, start: int, look: Look, link: str) -> None:
        """Note how the letters since `start` are set; like letters next to each other become one run."""
        plain = not self.wants_runs or not (look.bold or look.italic or look.underline or look.strike or link)
        if plain or start == self.position:
            return
        setting = (bool(look.bold), bool(look.italic), bool(look.underline), bool(look.strike), False, link)
        last = self.runs[-1] if self.runs else None
        if last and last.span.end == start and setting == self._setting:
            self.runs[-1] = Run(Span(last.span.start, self.position), *setting)
        else:
            self.runs.append(Run(Span(start, self.position), *setting))
        self._setting = setting
