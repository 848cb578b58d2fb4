"""Paragraphs -> the text, its blocks, runs and boxes."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from documents.model import Block, Run, Span
from documents.pages import UNIT, Boxes
from documents.pdf.lines import HYPHEN, Line, is_cjk
from documents.pdf.paragraphs import Paragraph

__all__ = ["Tape", "Words"]

_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_PART = re.compile(r"[^\W_]+$")
_FIRST_PART = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:://|www\.)\S*[/\-_=&?.]$")
_HYPHENS = ("-", "\u2010", HYPHEN)


class Words:
    """What is written in the middle of lines, where nobody broke it; collected when it is first asked for."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Whether both, in lower case, are elsewhere written with a hyphen, and nowhere as one word."""
        return f"{first}-{second}" in self._compound and first + second not in self._whole

    @cached_property
    def _compound(self) -> set[str]:
        return {word for text in self._texts() if "-" in text for word in _COMPOUND.findall(text)}

    @cached_property
    def _whole(self) -> set[str]:
        return {word for text in self._texts() for word in _WORD.findall(text)}

    def _texts(self) -> Iterator[str]:
        return (line.text.casefold() for paragraph in self._paragraphs for line in paragraph.lines)


@dataclass(slots=True)
class Tape:
    """The text as it grows. `plain_bold`: bold is how all of it is set, and says nothing."""

    words: Words
    plain_bold: bool = False
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pieces: array[int] = field(default_factory=lambda: array("i"))
    advances: array[int] = field(default_factory=lambda: array("h"))

    @property
    def boxes(self) -> Boxes:
        """Where the characters stand."""
        return Boxes(self.pieces, self.advances)

    @property
    def text(self) -> str:
        """All that was put on."""
        return "".join(self.parts)

    def put(self, paragraph: Paragraph) -> Span:
        """Add a paragraph and the line feed after it; return where its words stand."""
        start = self.length
        for index, line in enumerate(paragraph.lines):
            following = paragraph.lines[index + 1].text if index + 1 < len(paragraph.lines) else ""
            keep, between = (len(line.text), "\n") if index in paragraph.ends else self._joint(line.text, following)
            between = between if following else ""
            self._put_line(line, keep)
            self._put(between)
        span = Span(start, self.length)
        self._put("\n")
        return span

    def _put(self, letters: str) -> None:
        self.parts.append(letters)
        self.length += len(letters)
        self.advances.extend([0] * len(letters))

    def _joint(self, text: str, following: str) -> tuple[int, str]:
        """Return how many letters of a line to keep and what to put between it and the next."""
        if not following:
            return len(text), ""
        if text.endswith(_HYPHENS) and len(text) > 1 and text[-2].isalpha():
            return self._hyphenated(text, following)
        if is_cjk(text[-1]) or is_cjk(following[0]) or _ADDRESS.search(text):
            return len(text), ""
        return len(text), " "

    def _hyphenated(self, text: str, following: str) -> tuple[int, str]:
        """Leave out a hyphen that only the line end brought; keep one that belongs to the word."""
        before, after = _LAST_PART.search(text[:-1].casefold()), _FIRST_PART.match(following.casefold())
        first, second = before[0] if before else "", after[0] if after else ""
        if self.words.keeps_hyphen(first, second) or not following[0].islower():
            return len(text), ""
        return len(text) - 1, ""

    def _put_line(self, line: Line, keep: int) -> None:
        start = self.length
        ends = [*(at for at, _ in line.starts[1:]), keep]
        low, high = round(line.y0 * UNIT), round(line.y1 * UNIT)
        for (at, place), end in zip(line.starts, ends, strict=True):
            if at < min(end, keep):
                row = (start + at, start + min(end, keep), line.page, max(line.turn, 0), place, low, high)
                self.pieces.extend(row)
        self.parts.append(line.text[:keep].replace(HYPHEN, "-"))
        self.advances.extend(line.advances[:keep])
        self.length += keep
        self._put_runs(line, keep, start)

    def _put_runs(self, line: Line, keep: int, start: int) -> None:
        at = 0
        while at < keep:
            style = line.styles[at]
            end = at + 1
            while end < keep and (line.styles[end] is style or line.text[end] == " "):
                end += 1
            self._put_run(start + at, start + end, bold=style.bold and not self.plain_bold, italic=style.italic)
            at = end

    def _put_run(self, start: int, end: int, *, bold: bool, italic: bool) -> None:
        if not bold and not italic:
            return
        last = self.runs[-1] if self.runs else None
        here = not self.blocks or (last is not None and last.span.start > self.blocks[-1].span.end)
        if last and here and start - last.span.end <= 1 and (last.bold, last.italic) == (bold, italic):
            self.runs[-1] = Run(Span(last.span.start, end), bold, italic)
            return
        self.runs.append(Run(Span(start, end), bold, italic))

    def block(self, block: Block) -> None:
        """Add the block of a paragraph that was just put."""
        self.blocks.append(block)
