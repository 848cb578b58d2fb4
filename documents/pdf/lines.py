"""Segments in reading order -> lines of text, each letter with the character it came from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from documents.labels import mark_of
from documents.pdf.characters import Characters, Style
from documents.pdf.edges import edges
from documents.pdf.order import regions
from documents.pdf.segments import Segment, Upright, is_space, segments_of, upright

__all__ = ["HYPHEN", "PLAIN", "Line", "is_cjk", "lines_of"]

HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at the end of a line; the line end itself is swallowed
PLAIN = Style()
_CJK = re.compile(
    "[\u2e80-\u30ff\u3100-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\ufeff\ufdd0-\ufdef\uffff]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# What must be looked at letter by letter; all else is taken as it stands.
_SPECIAL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\ufeff\ufdd0-\ufdef\uffff\ufb00-\ufb06]|[^\\S ]|  |[).:](?=[^ ])"
    "|[\u2e80-\uffef] [\u2e80-\uffef]"
)
_WORD_GAP = 0.2
_HANZI_GAP = 0.9
_LABEL_GAP = 0.25
_CELL_GAP = 2.0
_SAME_LINE = 0.5
_LONGEST_LABEL = 16


@dataclass(slots=True)
class Line:
    """A line as it is read. `left` and `right` bound the column it stands in; its own box is in the frame of `turn`.

    `advances` tells for each letter how far it goes on, `starts` where each piece begins: (letter, place), in units.
    """

    page: int
    turn: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    left: float = 0.0
    right: float = 0.0
    style: Style = PLAIN
    styles: list[Style] = field(default_factory=list)
    region: int = 0
    celled: bool = False
    advances: list[int] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Size of its letters in points, or the height of the box where the size is not known."""
        return self.style.size or max(self.y1 - self.y0, 1.0)

    @property
    def room(self) -> float:
        """How much room is left to its right in its column."""
        return self.right - self.x1


def is_cjk(letter: str) -> bool:
    """Whether words of this script are written without spaces between them."""
    return _CJK.match(letter) is not None


def lines_of(page: Characters, number: int) -> list[Line]:
    """Return a page's lines in reading order: the commonest direction of writing first, then the others."""
    lines: list[Line] = []
    for turn, _ in page.turns.most_common():
        frame = upright(page, turn)
        found = list(segments_of(page, frame, turn))
        groups = [[one] for one in found] if turn < 0 else regions(found)
        for group in groups:
            lines.extend(_region(_Paper(page, frame, number, turn), group, len(lines)))
    return lines


@dataclass(frozen=True, slots=True)
class _Paper:
    """A page and the frame in which one direction of its text is upright."""

    page: Characters
    frame: Upright
    number: int
    turn: int


def _region(paper: _Paper, group: Sequence[Segment], region: int) -> Iterator[Line]:
    left, right = min(one.x0 for one in group), max(one.x1 for one in group)
    for row in _rows(group):
        line = _line(paper, row)
        if line.text:
            line.left, line.right, line.region = left, right, region
            yield line


def _rows(group: Sequence[Segment]) -> list[list[Segment]]:
    """Return segments that share more than half of their heights, from the top."""
    rows: list[list[Segment]] = []
    for one in sorted(group, key=lambda one: -one.middle):
        for row in rows[-3:]:
            if _on_one_line(row[0], one):
                row.append(one)
                break
        else:
            rows.append([one])
    return rows


def _on_one_line(first: Segment, second: Segment) -> bool:
    shared = min(first.y1, second.y1) - max(first.y0, second.y0)
    return shared >= _SAME_LINE * min(first.y1 - first.y0, second.y1 - second.y0)


def _line(paper: _Paper, row: list[Segment]) -> Line:
    backwards = _runs_backwards("".join(paper.page.letters[one.start : one.end] for one in row))
    row.sort(key=lambda one: -one.x1 if backwards else one.x0)
    left, right = min(one.x0 for one in row), max(one.x1 for one in row)
    line = Line(paper.number, paper.turn, "", left, min(one.y0 for one in row), right, max(one.y1 for one in row))
    words: list[str] = []
    at: list[int] = []
    before: Segment | None = None
    for one in row:
        if before is not None:
            gap = before.x0 - one.x1 if backwards else one.x0 - before.x1
            line.celled = line.celled or (gap > _CELL_GAP * max(one.size, 1) and not _is_label("".join(words)))
            if gap > _WORD_GAP * max(one.size, 1):
                _space(words, at)
        _letters(paper, one, words, at)
        before = one
    line.text = "".join(words).rstrip(" ")
    del at[len(line.text) :]
    _set_style(line, paper.page, at)
    line.starts, line.advances = edges(paper.frame, at, backwards=backwards)
    return line


def _runs_backwards(written: str) -> bool:
    if not _RTL.search(written):
        return False
    return len(_RTL.findall(written)) * 2 > sum(1 for letter in written if letter.isalpha())


def _is_label(words: str) -> bool:
    """Whether what stands before a wide gap is only the number or bullet of what follows."""
    mark = mark_of(words.strip() + " A") if len(words) < _LONGEST_LABEL else None
    return mark is not None and not words[mark.end :].strip(" .)）、．:：")


def _space(words: list[str], at: list[int]) -> None:
    if words and not words[-1].endswith(" "):
        words.append(" ")
        at.append(-1)


def _letters(paper: _Paper, segment: Segment, words: list[str], at: list[int]) -> None:
    page, frame = paper.page, paper.frame
    written = page.letters[segment.start : segment.end]
    if not _SPECIAL.search(written):
        words.append(written)
        at.extend(range(segment.start, segment.end))
        return
    for index in range(segment.start, segment.end):
        letter = page.letters[index]
        if is_space(letter):
            if not _between_hanzi(page, frame, index, words):
                _space(words, at)
        elif letter in _LIGATURES:
            words.extend(_LIGATURES[letter])
            at.extend([index] * len(_LIGATURES[letter]))
        elif not _UNSEEN.match(letter):
            if index > segment.start and _stands_off(page, frame, index):
                _space(words, at)
            words.append(letter)
            at.append(index)


def _stands_off(page: Characters, frame: Upright, index: int) -> bool:
    """Whether a number's bracket or stop stands away from the word after it without a space of the file's own."""
    gap = frame.left[index] - frame.right[index - 1]
    return page.letters[index - 1] in ").:" and gap > _LABEL_GAP * max(page.styles[index].size, 1)


def _between_hanzi(page: Characters, frame: Upright, index: int, words: Sequence[str]) -> bool:
    """Whether a space is one PDFium put between two hanzi that merely stand a little apart."""
    if frame.right[index] > frame.left[index] or not words or index + 1 >= len(page):
        return False
    if not (is_cjk(words[-1][-1]) and is_cjk(page.letters[index + 1])):
        return False
    return frame.left[index + 1] - frame.right[index - 1] < _HANZI_GAP * max(page.styles[index].size, 1)


def _set_style(line: Line, page: Characters, at: Sequence[int]) -> None:
    """Set the style most letters have; bold only where all that is a letter or a digit is."""
    if at and at[-1] - at[0] + 1 == len(at) == at[-1] - min(at) + 1:
        line.styles = page.styles[at[0] : at[-1] + 1]
        first = line.styles[0]
        if line.styles.count(first) == len(at) and any(map(str.isalnum, line.text)):
            line.style = first
            return
    else:
        line.styles = [page.styles[index] if index >= 0 else PLAIN for index in at]
    inked = [style for style, letter in zip(line.styles, line.text, strict=True) if letter.isalnum()]
    common = Counter(inked or line.styles).most_common(1)
    style = common[0][0] if common else PLAIN
    bold = bool(inked) and all(one.bold for one in inked)
    line.style = Style(style.size, bold, style.italic, style.turn)
