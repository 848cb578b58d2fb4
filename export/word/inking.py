"""Words, links and pictures of a paragraph we make, and where each letter of the text came to stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from documents.model import PolicyDocument, Run, Span
from export.word.base import Standing
from export.word.directions import directed
from export.word.drawings import Pictures
from export.word.fonts import is_chinese
from export.word.footnotes import Note
from export.word.names import XML_SPACE, R, legal, sub, w
from export.word.styles import INLINE_CODE, LINK
from export.word.web_addresses import allowed_address

__all__ = ["Ink"]

_SIGN: Final = "\ufffc"
_PIECES: Final = re.compile(f"[\t\n\v{_SIGN}]|[^\t\n\v{_SIGN}]+")
_LINK: Final = w("hyperlink")


class Ink:
    """Writes stretches of one policy's text into paragraphs, with the marks of `notes` where they stood.

    `targets` are bookmarks by the address within the page.

    `links` are the relationship ids of the addresses that each part points to, `pictured` the parts with pictures;
    `letters` grow in the order things are written.
    """

    def __init__(
        self, policy: PolicyDocument, pictures: Pictures, targets: Mapping[str, str], notes: Sequence[Note] = ()
    ) -> None:
        self._text = policy.text
        self._hint = is_chinese(policy.language)
        self._runs = sorted((run for run in policy.runs if len(run.span)), key=lambda run: run.span)
        self._starts = [run.span.start for run in self._runs]
        self._pictures = pictures
        self._by_place = {picture.place: picture for picture in policy.pictures}
        self._targets = targets
        self._notes = sorted(notes, key=lambda note: note.place)
        self._note_places = [note.place for note in self._notes]
        self.links: dict[str, dict[str, str]] = {}
        self.pictured: set[str] = set()
        self.letters: list[Standing] = []

    def write(self, paragraph: etree._Element, span: Span, part: str, *, leftwards: bool) -> None:
        """Append the words of `span` to a paragraph of `part`."""
        first, last = bisect_left(self._note_places, span.start), bisect_right(self._note_places, span.end)
        at = span.start
        for note in self._notes[first:last]:
            self._write(paragraph, Span(at, note.place), part, leftwards=leftwards)
            paragraph.append(note.reference())
            at = note.place
        self._write(paragraph, Span(at, span.end), part, leftwards=leftwards)

    def _write(self, paragraph: etree._Element, span: Span, part: str, *, leftwards: bool) -> None:
        for stretch, run in self._stretches(span):
            parent = self._link(paragraph, run, part)
            words = stretch.of(self._text)
            at = stretch.start
            for piece, turned in directed(words, leftwards=leftwards):
                made = sub(parent, "r")
                self._look(made, run, linked=parent is not paragraph, turned=turned)
                self._pieces(made, piece, (at, paragraph, part))
                at += len(piece)

    def _pieces(self, made: etree._Element, words: str, place: tuple[int, etree._Element, str]) -> None:
        at, paragraph, part = place
        for match in _PIECES.finditer(words):
            letters = match[0]
            if letters == "\t":
                item = sub(made, "tab")
            elif letters in {"\n", "\v"}:
                item = sub(made, "br")
            elif letters == _SIGN:
                item = self._pictures.drawing(self._by_place.get(at))
                made.append(item)
                self.pictured.add(part)
            else:
                item = sub(made, "t")
                item.text = legal(letters)
                item.set(XML_SPACE, "preserve")
            self.letters.append(Standing(at, at + len(letters), item, made, paragraph, part))
            at += len(letters)

    def _stretches(self, span: Span) -> Iterator[tuple[Span, Run | None]]:
        """Cut a paragraph's stretch where letters change their look."""
        at = span.start
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for run in self._runs[first : bisect_left(self._starts, span.end)]:
            start, end = max(at, run.span.start), min(span.end, run.span.end)
            if start >= end:
                continue
            if at < start:
                yield Span(at, start), None
            yield Span(start, end), run
            at = end
        if at < span.end:
            yield Span(at, span.end), None

    def _link(self, paragraph: etree._Element, run: Run | None, part: str) -> etree._Element:
        """The element that words go into: a link of the paragraph's, or the paragraph."""
        name, value = self._leads_to(run.link, part) if run is not None and run.link else ("", "")
        if not name:
            return paragraph
        last = paragraph[-1] if len(paragraph) else None
        if last is not None and last.tag == _LINK and last.get(name) == value:
            return last
        return sub(paragraph, "hyperlink", {name: value, "history": "1"})

    def _leads_to(self, link: str, part: str) -> tuple[str, str]:
        """The attribute of a link and its value; two empty ones where nothing can be linked to."""
        if link in self._targets:
            return w("anchor"), self._targets[link]
        address = allowed_address(link)
        if not address:
            return "", ""
        links = self.links.setdefault(part, {})
        return f"{{{R}}}id", links.setdefault(address, f"rIdLink{len(links) + 1}")

    def _look(self, made: etree._Element, run: Run | None, *, linked: bool, turned: bool) -> None:
        properties = sub(made, "rPr")
        code = run is not None and run.code
        if linked or code:
            sub(properties, "rStyle", {"val": LINK if linked else INLINE_CODE})
        if self._hint:
            sub(properties, "rFonts", {"hint": "eastAsia"})
        for name in _toggles(run) if run is not None else ():
            sub(properties, name)
        if run is not None and run.underline:
            sub(properties, "u", {"val": "single"})
        if turned:
            sub(properties, "rtl")
        if not len(properties):
            made.remove(properties)


def _toggles(run: Run) -> list[str]:
    """The run properties that are on or off, in the order of the schema."""
    bold = ["b", "bCs"] if run.bold else []
    italic = ["i", "iCs"] if run.italic else []
    return [*bold, *italic, *(["strike"] if run.strike else [])]
