"""Footnotes: small words at the foot of a page under a rule or under a mark that the text above carries too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.model import Story
from documents.pdf.lines import Line, without
from documents.pdf.paragraphs import Paragraph
from documents.pdf.rules import Rules

__all__ = ["Footnotes"]

_SMALL = 0.94
_MARK = re.compile(r"[\[(（]?(?P<label>\d{1,3}|[*†‡§]{1,3}|[①-⑳¹²³⁰⁴-⁹]+)[\])）]?")
_TYPED = re.compile(r"(?:[\[(（]\d{1,3}[\])）]|\d{1,3}[.)]?(?=\s)|[*†‡§]{1,3}|[①-⑳¹²³⁰⁴-⁹]+)")
_ENDS = tuple(".:;!?。；：！？…”)）")
_REACH = 2.5
_SHORTEST = 30.0
_MOST = 0.7
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(slots=True)
class Footnotes:
    """Collects the notes of one page after another; `size` is that of most of the text."""

    size: float
    paragraphs: list[Paragraph] = field(default_factory=list)

    def taken_from(self, lines: Sequence[Line], rules: Rules) -> list[Line]:
        """Return a page's lines without its notes and without the marks that lead to them."""
        foot = _foot(lines, self.size)
        start = self._start(foot, [line for line in lines if line not in foot], rules) if foot else -1
        if start < 0 or len(foot) - start > _MOST * len(lines):
            return list(lines)
        notes = {id(line) for line in foot[start:]}
        labels = set()
        for line in foot[start:]:
            label, end = _begins(line)
            if label or not self.paragraphs:
                labels.add(label)
                self.paragraphs.append(Paragraph([], Story.FOOTNOTE, label=label))
            kept = without(line, [(0, end)]) if end else line
            if kept.text:
                self.paragraphs[-1].lines.append(kept)
        return [_unmarked(line, labels) for line in lines if id(line) not in notes]

    def _start(self, foot: Sequence[Line], body: Sequence[Line], rules: Rules) -> int:
        """Return the index of the first line that is a note for certain, or goes on with one; -1 where none is."""
        marks = {label for line in body for label, _, _ in _marks(line)}
        for index, line in enumerate(foot):
            label, _ = _begins(line)
            under = _is_under_rule(line, rules)
            if (label and (label in marks or under)) or (under and not label and self._may_go_on(line, body)):
                return index
        return -1

    def _may_go_on(self, line: Line, body: Sequence[Line]) -> bool:
        """Whether a note went before, or the sentence above breaks off there."""
        above = [other for other in body if other.turn == line.turn and other.x0 < line.x1 and line.x0 < other.x1]
        return bool(self.paragraphs) or (bool(above) and not above[-1].text.endswith(_ENDS))


def _foot(lines: Sequence[Line], size: float) -> list[Line]:
    """Return the small lines below which nothing larger stands, in reading order."""
    above: list[Line] = []
    found: set[int] = set()
    for line in sorted((line for line in lines if line.turn == 0), key=lambda line: line.y0):
        small = line.height <= _SMALL * size and line.table < 0
        if small and not any(other.x0 < line.x1 and line.x0 < other.x1 for other in above):
            found.add(id(line))
        else:
            above.append(line)
    return [line for line in lines if id(line) in found]


def _begins(line: Line) -> tuple[str, int]:
    """Return the mark a note begins with and where its words start."""
    raised = next((end for start, end in line.raised if start == 0), 0)
    match = _MARK.fullmatch(line.text[:raised]) or _TYPED.match(line.text)
    if not match:
        return "", 0
    words = line.text[match.end() :]
    return _label(match[0]), match.end() + len(words) - len(words.lstrip())


def _label(written: str) -> str:
    return written.strip("[]()（）. ").translate(_PLAIN)


def _marks(line: Line) -> list[tuple[str, int, int]]:
    """Return the marks of notes within a line: raised, or raised by themselves as ¹ is."""
    found = [(_label(line.text[a:b]), a, b) for a, b in line.raised if _MARK.fullmatch(line.text[a:b].strip())]
    found += [(_label(one[0]), *one.span()) for one in re.finditer("[¹²³⁰⁴-⁹]+", line.text)]
    return [(label, start, end) for label, start, end in found if start]


def _unmarked(line: Line, labels: set[str]) -> Line:
    """Return a line without the marks that lead to notes."""
    cut = sorted(_widened(line.text, start, end) for label, start, end in _marks(line) if label in labels)
    return without(line, cut) if cut else line


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the space before a mark that stood between two."""
    return (start - 1, end) if text[start - 1] == " " and text[end : end + 1] in {" ", ""} else (start, end)


def _is_under_rule(line: Line, rules: Rules) -> bool:
    """Whether a short line is drawn right above."""
    return any(
        line.y1 - line.height / 2 <= one.at <= line.y1 + _REACH * line.height
        and one.end - one.start >= _SHORTEST
        and one.start - line.height * 2 <= line.x0 <= one.end
        for one in rules.across
    )
