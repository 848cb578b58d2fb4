"""Lines -> paragraphs: which line goes on where the one before it broke off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from documents.labels import Mark, mark_of
from documents.model import Cell, Story
from documents.pdf.lines import HYPHEN, Line, is_cjk
from documents.pdf.segments import DROPPED

__all__ = ["Measure", "Paragraph", "is_centred", "measure", "paragraphs_of"]

_INDENT = 0.8
_MORE_LEADING, _UNEVEN_LEADING = 1.25, 1.6  # a sentence not ended goes on where lines stand unevenly
_SAME_SIZE = 0.12
_BESIDE = 4
_SPACE, _HARDLY = 0.3, 1.0  # in heights of a letter
_CENTRED = 0.6
_BIGGER = 1.1
_QUOTES = "”’\"')）》」』】〕] "
_TERMINAL = tuple(".:;!?。；：！？…")
_LIST_GOES_ON = re.compile(r"(?:[,，;；:：]|\b(?:and|or|und|oder|et|ou|y|o)|[和或及])$")
_LEADERS = re.compile(r"(?:(?:[.．·…]\s?){4,}|…{2,})\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7})$")
_LEADS_ON = re.compile(r"(?:\b(?:of|and|or|for|to|by|with|on|in|the|an?)|[&-])$", re.IGNORECASE)
_GOES_BACK = re.compile(r"(?:of|and|or|for|to|by|with|on|in|&)\s+\S", re.IGNORECASE)
_LOOK = 200
_ENOUGH_LINES = 4


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and the number or bullet they begin with.

    `label` is the mark of a footnote, whose words come without it. Of a cell of a table `ends` counts the lines after
    which what it holds goes on below; it may hold none.
    """

    lines: list[Line] = field(default_factory=list)
    story: Story = Story.MAIN
    mark: Mark | None = None
    label: str = ""
    cell: Cell | None = None
    ends: set[int] = field(default_factory=set)

    @property
    def leads_to_page(self) -> bool:
        """Whether dots lead from its words to the number of a page, as in a table of contents."""
        return bool(self.lines) and _LEADERS.search(self.lines[-1].text) is not None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is common in a document: the size of its letters, and by size how far apart lines stand."""

    size: float
    bold: bool
    leading: dict[float, float]


def measure(pages: Iterable[Sequence[Line]]) -> Measure:
    """Return what most of the text has."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    steps: dict[float, Counter[float]] = {}
    for lines in pages:
        for line in lines:
            sizes[line.style.size] += len(line.text)
            bold[line.style.bold] += len(line.text)
        for above, below in pairwise(lines):
            if above.region == below.region and _same_size(above, below) and above.y0 > below.y0:
                step = round((above.y0 - below.y0) * 2) / 2
                steps.setdefault(below.style.size, Counter())[step] += 1
    leading = {size: _common_step(counted) for size, counted in steps.items()}
    return Measure(max(sizes, key=lambda size: sizes[size], default=0.0), bold[True] > bold[False], leading)


def _common_step(counted: Counter[float]) -> float:
    """Return the smallest step among the common ones: the others have room between paragraphs in them."""
    most = max(counted.values())
    return min(step for step, times in counted.items() if times * 3 >= most)


def paragraphs_of(lines: Iterable[Line], known: Measure) -> list[Paragraph]:
    """Return the lines of one story, in reading order, joined to paragraphs."""
    found: list[Paragraph] = []
    everything = list(lines)
    for block in _blocks(everything, known):
        _narrow(block)
    for line in everything:
        mark = mark_of(line.text[:_LOOK])
        if found and _goes_on(found[-1], line, mark, known):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], mark=mark))
    return found


def _blocks(lines: Sequence[Line], known: Measure) -> Iterator[list[Line]]:
    """Yield lines of one size that stand below each other without more than common room between them."""
    block: list[Line] = []
    for line in lines:
        last = block[-1] if block else line
        step = last.y0 - line.y0
        most = _MORE_LEADING * known.leading.get(line.style.size, line.height * 1.5)
        if last.page != line.page or last.region != line.region or not _same_size(last, line) or step > most:
            yield block
            block = []
        block.append(line)
    yield block


def _narrow(block: Sequence[Line]) -> None:
    """Take the right edge most lines of a block reach for its column's: an abstract or a quotation may be narrower."""
    if len(block) < _ENOUGH_LINES:
        return
    right = max(line.x1 for line in block)
    reach = sum(1 for line in block if line.x1 > right - line.height)
    if reach * 2 >= len(block):
        for line in block:
            line.right = right


def _goes_on(paragraph: Paragraph, line: Line, mark: Mark | None, known: Measure) -> bool:
    last = paragraph.lines[-1]
    if not _alike(last, line) or paragraph.leads_to_page:
        return False
    if last.text.endswith(HYPHEN) and line.text[:1].islower():
        return True
    if last.page != line.page or (last.region != line.region and line.y0 >= last.y0):
        return mark is None and _goes_on_elsewhere(last, line)
    most = _MORE_LEADING if _ends(last) else _UNEVEN_LEADING
    if last.y0 - line.y0 > most * known.leading.get(line.style.size, line.height * 1.5):
        return False
    if is_centred(last) and is_centred(line):
        return last.style == line.style and (last.height > _BIGGER * known.size or _title_goes_on(last, line))
    filled = _is_full(last, line) and not _changes_weight(last, line)
    return filled and _label_allows(paragraph, line, mark) and _indent_allows(paragraph, line)


def _alike(last: Line, line: Line) -> bool:
    """Whether both are running text, set in one direction and one size."""
    return last.turn == line.turn >= 0 and not last.celled and not line.celled and _same_size(last, line)


def _same_size(first: Line, second: Line) -> bool:
    return abs(first.height - second.height) <= _SAME_SIZE * max(first.height, second.height)


def _ends(line: Line) -> bool:
    return line.text.rstrip(_QUOTES).endswith(_TERMINAL)


def _is_full(last: Line, line: Line) -> bool:
    """Whether the first word of `line` would not have fitted on the last one; in the midst of a sentence, hardly."""
    space = _HARDLY if line.text[0].islower() and not _ends(last) else _SPACE
    return last.room < _first_word(line) + space * last.height


def _first_word(line: Line) -> float:
    """Return how wide what cannot be broken is at the beginning of a line."""
    if is_cjk(line.text[0]):
        return 1.7 * line.height
    letters = len(line.text.split(" ", 1)[0])
    hanzi = next((index for index, letter in enumerate(line.text[:letters]) if is_cjk(letter)), letters)
    return abs(sum(line.advances[:hanzi])) / 20


def _changes_weight(last: Line, line: Line) -> bool:
    """Whether the weight is another from this line on, not from within the line before or later in this one."""
    before, after = (last.styles or [last.style])[-1], (line.styles or [line.style])[0]
    if last.style.bold == line.style.bold or before.bold == after.bold:
        return False
    return _ends(last) or not line.text[:1].islower()


def _goes_on_elsewhere(last: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if _ends(last) or not _is_full(last, line) or last.style.bold != line.style.bold:
        return False
    indented = line.x0 > line.left + _INDENT * line.height
    return not (indented and is_cjk(line.text[0])) and not is_centred(last)


def _title_goes_on(last: Line, line: Line) -> bool:
    """Whether a centred line was full, or ends or begins as no title does: "TERMS OF", "AND CONDITIONS"."""
    if _ends(last):
        return False
    full = last.x0 - last.left + last.room < _first_word(line) + _SPACE * last.height
    return full or _LEADS_ON.search(last.text) is not None or _GOES_BACK.match(line.text) is not None


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its column, away from both edges."""
    before, after = line.x0 - line.left, line.right - line.x1
    return min(before, after) > 2 * line.height and abs(before - after) < _CENTRED * line.height


def _hangs(first: Line) -> bool:
    """Whether a paragraph begins with a letter so large that it hangs into its next lines."""
    return bool(first.styles) and first.styles[0].size >= DROPPED * first.height


def _label_allows(paragraph: Paragraph, line: Line, mark: Mark | None) -> bool:
    """A number at the start of a line may still be a reference that was broken before it."""
    if mark is None:
        return True
    last = paragraph.lines[-1]
    if mark.is_bullet or _ends(last) or _LIST_GOES_ON.search(last.text) or len(paragraph.lines) == 1:
        return False
    return abs(line.x0 - last.x0) < _INDENT * line.height


def _indent_allows(paragraph: Paragraph, line: Line) -> bool:
    last = paragraph.lines[-1]
    step = (line.x0 - last.x0) / line.height
    if _hangs(paragraph.lines[0]) and len(paragraph.lines) <= _BESIDE:
        return True  # beside the large letter it begins with, or first below that
    if len(paragraph.lines) > 1:
        return abs(step) < _INDENT
    if step > _INDENT:
        return paragraph.mark is not None or not _ends(last)
    return True
