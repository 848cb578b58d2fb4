"""Segments in reading order -> lines of text, each letter with the character it came from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.labels import mark_of
from documents.pdf.aligned import aligned_grids
from documents.pdf.characters import Characters
from documents.pdf.edges import edges
from documents.pdf.grids import Grid, Slot, grids_of
from documents.pdf.order import Interval, regions
from documents.pdf.rules import NONE, Rules
from documents.pdf.segments import DROPPED, Segment, Upright, is_space, segments_of, upright
from documents.pdf.style import PLAIN, Style
from documents.pdf.tables import Table, tables_in

__all__ = ["HYPHEN", "Line", "is_cjk", "lines_of", "without"]

HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at the end of a line; the line end itself is swallowed
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
_NUMBERED = re.compile("\\d{1,3}(?:\\.\\d{1,3})+(?=[A-Z\u00c0-\u00dd“《\u4e00-\u9fff])")
_WORD_GAP = 0.2
_HANZI_GAP = 0.9
_LABEL_GAP = 0.25
_LEAST_GAP = 0.025  # more than letters that touch ever stand apart; as little is left by a tab that is nearly full
_CELL_GAP = 2.0
_SAME_LINE = 0.5
_LONGEST_LABEL = 16
_SUPERIOR = 0.8
_FEW, _SEVERAL = 2, 2
_RAISED = 0.2


@dataclass(slots=True)
class Line:
    """A line as it is read. `left` and `right` bound the column it stands in; its own box is in the frame of `turn`.

    `advances` tells for each letter how far it goes on, `starts` where each piece begins: (letter, place), in units.
    `celled`: wide gaps part it as they part columns of a table. In a ruled one `table` counts the page's own from 0.
    `height` is the size of its letters in points, or that of its box where the size is not known.
    `raised` are stretches of it that are small and stand higher than the rest: marks of notes, powers, ordinals.
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
    height: float = 0.0
    styles: list[Style] = field(default_factory=list)
    region: int = 0
    celled: bool = False
    slot: Slot | None = None
    table: int = -1
    advances: list[int] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)

    @property
    def room(self) -> float:
        """How much room is left to its right in its column."""
        return self.right - self.x1


def is_cjk(letter: str) -> bool:
    """Whether words of this script are written without spaces between them."""
    return _CJK.match(letter) is not None


def lines_of(
    page: Characters, number: int, rules: Rules = NONE, gutters: list[Interval] | None = None
) -> tuple[list[Line], list[Grid]]:
    """Return a page's lines in reading order, and the grids of its tables, which stand in text of one direction.

    The commonest direction of writing comes first, then the others. `gutters` between columns are kept from page to
    page.
    """
    gutters = [] if gutters is None else gutters
    lines: list[Line] = []
    grids: list[Grid] = []
    for turn, _ in page.turns.most_common():
        frame = upright(page, turn)
        found = list(segments_of(page, frame, turn))
        paper = _Paper(page, frame, number, turn)
        known: dict[int, tuple[int, Table]] = {}
        if not lines and turn >= 0:
            found, tables = tables_in(page, frame, found, grids_of(rules.turned(turn)))
            found, more = tables_in(page, frame, found, aligned_grids(found))
            tables = sorted([*tables, *more], key=lambda table: -table.grid.ys[0])
            grids = [table.grid for table in tables]
            strips = [(strip, at, table) for at, table in enumerate(tables) for strip in table.strips]
            known = {id(strip): (at, table) for strip, at, table in strips}
            found += [strip for strip, _, _ in strips]
        for group in [[one] for one in found] if turn < 0 else regions(found, gutters):
            lines.extend(_group(paper, group, len(lines), known))
    return lines, grids


@dataclass(frozen=True, slots=True)
class _Paper:
    """A page and the frame in which one direction of its text is upright."""

    page: Characters
    frame: Upright
    number: int
    turn: int


def _group(paper: _Paper, group: Sequence[Segment], region: int, known: dict[int, tuple[int, Table]]) -> Iterator[Line]:
    """Yield the lines of a region; those of a table cell by cell, where its first row stands that was not yet told."""
    rest = [one for one in group if id(one) not in known]
    for strip in sorted((one for one in group if id(one) in known), key=lambda one: -one.y1):
        number, table = known[id(strip)]
        if not table.cells:
            continue
        above = [one for one in rest if one.middle > strip.y1]
        rest = [one for one in rest if one.middle <= strip.y1]
        if above:
            yield from _region(paper, above, region)
        yield from _table(paper, table, number)
        region += 1
    if rest:
        yield from _region(paper, rest, region)


def _table(paper: _Paper, table: Table, number: int) -> Iterator[Line]:
    for slot in table.grid.slots:
        if slot not in table.cells:
            continue
        left, right = table.grid.sides(slot)
        for line in _region(paper, table.cells[slot], -1):
            line.slot, line.table, line.celled = slot, number, False
            line.right = max(right - max(min(line.left - left, line.height), 0.0), line.x1)
            yield line
    table.cells.clear()


def _region(paper: _Paper, group: Sequence[Segment], region: int) -> Iterator[Line]:
    left, right = min(one.x0 for one in group), max(one.x1 for one in group)
    for row in _rows([_hung(one, group) for one in group]):
        line = (_plain_line(paper, row[0]) if len(row) == 1 else None) or _line(paper, row)
        if line.text:
            line.left, line.right, line.region = left, right, region
            yield line


def _hung(one: Segment, group: Sequence[Segment]) -> Segment:
    """Return a large letter that hangs beside several lines as if it stood on the first of them."""
    if one.end - one.start > _FEW:
        return one
    beside = [other for other in group if other.y0 < one.y1 and one.y0 < other.y1 and other.x0 >= one.x1]
    first = max(beside, key=lambda other: other.y1, default=one)
    if len(beside) < _SEVERAL or one.size < DROPPED * first.size:
        return one
    return replace(one, y0=first.y0, y1=first.y1)


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


def _plain_line(paper: _Paper, one: Segment) -> Line | None:
    """Return the line of a segment whose letters are all set alike and are taken as they stand, as nearly all are."""
    page = paper.page
    text = page.letters[one.start : one.end].rstrip(" ")
    styles = page.styles[one.start : one.start + len(text)]
    if not text or styles.count(styles[0]) != len(styles):
        return None
    if _SPECIAL.search(text) or _RTL.search(text) or _NUMBERED.match(text):
        return None
    told = edges(paper.frame, range(one.start, one.start + len(text)), backwards=False)
    style = styles[0] if any(map(str.isalnum, text)) else replace(styles[0], bold=False)
    line = Line(paper.number, paper.turn, text, one.x0, one.y0, one.x1, one.y1, style=style, styles=styles)
    line.height = style.size or max(one.y1 - one.y0, 1.0)
    line.starts, line.advances = told
    return line


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
            if gap > _WORD_GAP * max(one.size, 1) and not _is_drop_cap(before, one, words):
                _space(words, at)
        _letters(paper, one, words, at)
        before = one
    line.text = "".join(words).rstrip(" ")
    del at[len(line.text) :]
    _set_style(line, paper.page, at)
    line.height = line.style.size or max(line.y1 - line.y0, 1.0)
    line.starts, line.advances = edges(paper.frame, at, backwards=backwards)
    if line.styles and line.styles.count(line.styles[0]) != len(line.styles):
        line.raised = list(_raised(paper.frame, line, at))
    return line


def _raised(frame: Upright, line: Line, at: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are smaller than the line's letters and stand higher."""
    size = line.style.size
    floor = min((frame.low[one] for one, style in zip(at, line.styles, strict=True) if style.size == size), default=0)
    start = -1
    for index, (one, style) in enumerate(zip(at, line.styles, strict=True)):
        small = one >= 0 and style.size <= _SUPERIOR * size and line.text[index] != " "
        up = small and frame.low[one] - floor >= _RAISED * size
        if up and start < 0:
            start = index
        elif not up and start >= 0:
            yield start, index
            start = -1
    if start >= 0:
        yield start, len(at)


def without(line: Line, cut: Sequence[tuple[int, int]]) -> Line:
    """Return a line without stretches of it, given in order; each piece keeps its place."""
    kept = [index for index in range(len(line.text)) if not any(start <= index < end for start, end in cut)]
    places: dict[int, int] = {}
    for (at, place), end in zip(line.starts, [*(at for at, _ in line.starts[1:]), len(line.text)], strict=True):
        for index in range(at, end):
            places[index] = place
            place += line.advances[index]  # noqa: PLW2901 - where the next letter begins
    begun = {at for at, _ in line.starts}
    return replace(
        line,
        text="".join(line.text[index] for index in kept),
        styles=[line.styles[index] for index in kept],
        advances=[line.advances[index] for index in kept],
        starts=[
            (new, places[old]) for new, old in enumerate(kept) if new == 0 or old in begun or kept[new - 1] != old - 1
        ],
        raised=[],
    )


def _is_drop_cap(before: Segment, one: Segment, words: Sequence[str]) -> bool:
    """Whether one large letter begins the word that goes on beside it."""
    return len("".join(words)) == 1 and words[0].isupper() and before.size >= DROPPED * one.size


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
    number = None if words else _NUMBERED.match(written)
    if number is None and not _SPECIAL.search(written):
        words.append(written)
        at.extend(range(segment.start, segment.end))
        return
    behind = segment.start + number.end() if number else -1
    for index in range(segment.start, segment.end):
        letter = page.letters[index]
        if is_space(letter):
            if not _between_hanzi(page, frame, index, words):
                _space(words, at)
        elif letter in _LIGATURES:
            words.extend(_LIGATURES[letter])
            at.extend([index] * len(_LIGATURES[letter]))
        elif not _UNSEEN.match(letter):
            if index > segment.start and _stands_off(page, frame, index, numbered=index == behind):
                _space(words, at)
            words.append(letter)
            at.append(index)


def _stands_off(page: Characters, frame: Upright, index: int, *, numbered: bool) -> bool:
    """Whether a number's bracket or stop, or a whole number, stands away from the word after it without a space."""
    least = _LEAST_GAP if numbered else _LABEL_GAP
    gap = frame.left[index] - frame.right[index - 1]
    return (numbered or page.letters[index - 1] in ").:") and gap > least * max(page.styles[index].size, 1)


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
    common = Counter(inked or line.styles)
    style = max(common, key=lambda one: (common[one], one.size), default=PLAIN)
    bold = bool(inked) and all(one.bold for one in inked)
    line.style = Style(style.size, bold, style.italic, style.turn)
