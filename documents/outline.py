"""Blocks -> the outline: what each block of the main story is, how deep it stands, and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.contents import contents_lines, titled_contents
from documents.emphasis import Emphasis
from documents.entries import Entry, Role
from documents.guessing import guessed_headings, is_divided
from documents.labels import Candidate, Mark, Rank, mark_at, mark_of, rank_of
from documents.lines import begins_small, introduces, is_dated, is_heading_like
from documents.model import Block, BlockKind, Span
from documents.nesting import end_lists, nest_in_bullets
from documents.sequences import Line, Placed, place
from documents.signing import set_signing_apart
from documents.units import Unit, is_uncut, units_of

__all__ = ["Entry", "Role", "outline"]


_TOP = 3
_LONGEST_DATE = 80
_DATED = re.compile(
    r"(?:last\s+|date\s+(?:last\s+)?)?(?:updated?|effective|revised|revision|modified|amended|posted|published|version)"
    r"\b[^.;]{0,30}\b(?:19|20)\d\d\W*"
    r"|(?:最近|最后|最新|本版)?\s?(?:更新|生效|发布|修订|版本|实施)(?:日期|时间|于)?\s*[:：]?\s*(?:19|20)\d\d\s*[年./-].{0,12}",
    re.IGNORECASE,
)
_LOOK = 200
_NO_LINE = Line()
_RECITALS = Line(anew=True)
_RECITING = re.compile(
    r"\W*(?:(?:and\s+)?whereas|(?:the\s+)?recitals?|background|considérant|exposé|exponen|considerando|präambel|"
    r"vorbemerkung|鉴于|鑒於|前文|(?:it\s+is|the\s+parties)\s+(?:hereby\s+|now\s+)?agreed?|now,?\s+therefore)"
    r"[^.。]{0,60}[:：]?\W*$",
    re.IGNORECASE,
)


def outline(
    text: str, blocks: Sequence[Block], *, guess_headings: bool = False, emphasis: Emphasis | None = None
) -> list[Entry]:
    """Return the main story's blocks as entries, in order. Time grows with the text, not faster.

    Where nothing divides the text, `guess_headings` takes short lines for headings, `emphasis` those that are bold.
    """
    read = _read(text, blocks, {})
    if guess_headings:
        read.head(guessed_headings(read.lines, read.words, _followed_closely(text, read.units)))
    elif emphasis and (emphasis.whole or emphasis.leads) and not is_divided(read.lines):
        read = _read(text, blocks, emphasis.leads)
        read.head(_emphasised(read, emphasis))
    found = zip(read.units, read.marks, place(read.lines), read.words, read.lines, strict=True)
    entries = [
        _entry(blocks[unit.first], unit, (mark, placed), words, line) for unit, mark, placed, words, line in found
    ]
    for index in read.contents:
        entries[index].in_contents = True
    end_lists(entries, read.lines)
    nest_in_bullets(entries, blocks)
    _give_owners(entries)
    set_signing_apart(entries)
    return entries


@dataclass(slots=True)
class _Read:
    """What each unit begins with, says, and may be; the lists run side by side."""

    units: list[Unit]
    marks: list[Mark | None]
    words: list[str]
    contents: frozenset[int]
    lines: list[Line]

    def head(self, indexes: Iterable[int]) -> None:
        """Take these units for headings."""
        for index in indexes:
            self.lines[index] = Line(None, 1, self.lines[index].listed, self.lines[index].introduces)


def _read(text: str, blocks: Sequence[Block], leads: Mapping[int, int]) -> _Read:
    units = units_of(text, blocks, leads)
    marks = [_mark(text, blocks[unit.first], unit) for unit in units]
    marks[:_TOP] = [None if mark and _is_annex(mark) else mark for mark in marks[:_TOP]]
    words = [_words(text, unit, mark) for unit, mark in zip(units, marks, strict=True)]
    contents = contents_lines([mark.label if mark and not mark.is_bullet else "" for mark in marks], words)
    contents |= titled_contents(words)
    contents |= {at for at, one in enumerate(units) if blocks[one.first].contents}
    lines = [
        _NO_LINE if index in contents else _line(blocks[unit.first], mark, said)
        for index, (unit, mark, said) in enumerate(zip(units, marks, words, strict=True))
    ]
    for index in _titles_below(lines, words):
        lines[index] = _NO_LINE
    return _Read(units, marks, words, contents, lines)


def _titles_below(lines: Sequence[Line], words: Sequence[str]) -> Iterator[int]:
    """Yield headings without a number that stand right below a number alone ("ARTICLE I"): they are its title."""
    for index, (above, line) in enumerate(pairwise(lines), 1):
        alone = above.mark and not words[index - 1] and rank_of(above.mark.readings[0].family) <= Rank.ARTICLE
        if alone and line.heading and not line.mark and (not above.heading or line.heading >= above.heading):
            yield index


def _emphasised(read: _Read, emphasis: Emphasis) -> Iterator[int]:
    """Yield the units that are headings by their looks: bold, short, without a number, and above something."""
    for index, (unit, words, line) in enumerate(zip(read.units, read.words, read.lines, strict=True)):
        bold = unit.first in emphasis.whole or unit.end == emphasis.leads.get(unit.first)
        if not bold or line.mark or index in read.contents or index + 1 == len(read.units):
            continue
        said = words.strip().rstrip(":：.。．").strip()
        following = read.units[index + 1]
        alone = unit.first in emphasis.whole and following.first in emphasis.whole and not read.marks[index + 1]
        if is_heading_like(said) and not is_dated(said) and not alone:
            yield index


def _is_annex(mark: Mark) -> bool:
    """At the very top, "Exhibit 10" is a stamp of whoever filed the document, not its first clause."""
    return rank_of(mark.readings[0].family) == Rank.ANNEX


def _followed_closely(text: str, units: Sequence[Unit]) -> list[bool]:
    """Tell of each unit whether the next one stands on the very next line."""
    return [text.find("\n", unit.end, after.start) >= after.start - 1 for unit, after in pairwise(units)]


def _mark(text: str, block: Block, unit: Unit) -> Mark | None:
    if block.cell is not None or is_uncut(text, block):
        return None
    if block.label and block.label_span is None and unit.start == block.span.start:
        return _computed_mark(block)
    mark = mark_at(text, unit.start, unit.end)
    return mark if mark and (mark.end < unit.end - unit.start or not mark.is_bullet) else None


def _computed_mark(block: Block) -> Mark:
    read = mark_of(f"{block.label} A")
    if read is None:
        label = block.label.strip() or "•"
        family = f"list {block.level}" if block.ordered else "bullet"
        return Mark(label, 0, 0, (Candidate(family, (0,)),))
    return Mark(read.label, 0, 0, read.readings)


def _words(text: str, unit: Unit, mark: Mark | None) -> str:
    return text[unit.start + (mark.end if mark else 0) : unit.end].strip()


def _line(block: Block, mark: Mark | None, words: str) -> Line:
    if block.kind is BlockKind.TITLE or (mark is None and block.kind is BlockKind.HEADING and _dates(words)):
        return _NO_LINE
    if mark is None and block.kind is not BlockKind.HEADING:
        return _RECITALS if _RECITING.match(words[:_LOOK]) else _NO_LINE
    heading = block.level or 1 if block.kind is BlockKind.HEADING else 0
    listed = (block.list_id or 0, block.level) if mark is not None and mark.end == 0 and not heading else None
    short = mark is not None and not mark.is_bullet and is_heading_like(words)
    return Line(mark, heading, listed, introduces(words), short)


def _dates(words: str) -> bool:
    """Whether a heading only tells when the policy took effect or was last changed: it stands above nothing."""
    return len(words) < _LONGEST_DATE and _DATED.fullmatch(words) is not None


def _entry(block: Block, unit: Unit, found: tuple[Mark | None, Placed | None], words: str, line: Line) -> Entry:
    mark, placed = found
    span = Span(unit.start, unit.end)
    if block.kind is BlockKind.TITLE:
        return Entry(unit.first, unit.last, span, Role.TITLE, words=words)
    if block.cell is not None:
        return Entry(unit.first, unit.last, span, Role.TABLE, words=words)
    shown = mark if line.mark is not None else None
    if placed is not None:
        return _clause(unit, placed, (mark, shown), words, line)
    if shown and shown.is_bullet:
        label_span = _typed(unit, mark)
        return Entry(*(unit.first, unit.last, span, Role.BULLET), label=shown.label, label_span=label_span, words=words)
    return Entry(unit.first, unit.last, span, Role.PARAGRAPH, words=_whole(words, mark))


def _clause(unit: Unit, placed: Placed, marks: tuple[Mark | None, Mark | None], words: str, line: Line) -> Entry:
    mark, shown = marks
    labelled = shown if placed.number is not None else None
    return Entry(
        *(unit.first, unit.last, Span(unit.start, unit.end), Role.CLAUSE),
        depth=placed.depth,
        number=placed.number,
        label=labelled.label if labelled else "",
        label_span=_typed(unit, mark) if labelled else None,
        heading_like=line.heading > 0 or not words or _heads(line, words),
        words=words if labelled else _whole(words, mark),
    )


def _heads(line: Line, words: str) -> bool:
    """Whether the words of a clause could be its title: "pay the fees" after (c) is an item."""
    return (line.short and not begins_small(words)) or (line.mark is None and is_heading_like(words))


def _typed(unit: Unit, mark: Mark | None) -> Span | None:
    return Span(unit.start + mark.start, unit.start + mark.end) if mark and mark.end else None


def _whole(words: str, mark: Mark | None) -> str:
    """Give back the characters that looked like a number and were none."""
    return f"{mark.label} {words}" if mark and mark.end else words


def _give_owners(entries: Sequence[Entry]) -> None:
    """Give bullets and plain paragraphs the depth of the clause they belong to.

    Bullets belong to the clause above. A paragraph does too, unless that clause is a sentence of a list and the next
    number leaves the list: then it closes what introduced the list.
    """
    above: list[Entry] = []
    continued: set[int] = set()
    for entry, after in zip(entries, _next_depths(entries), strict=True):
        if entry.role is Role.CLAUSE:
            del above[entry.depth - 1 :]
            above.append(entry)
            if continued:
                continued = {depth for depth in continued if depth <= entry.depth}
                if entry.heading_like:
                    continued.discard(entry.depth)
        elif above and entry.role is not Role.TITLE:
            if entry.role is Role.BULLET:
                entry.depth = entry.depth if entry.settled else len(above)
            else:
                entry.depth = _owner(above, after, continued)
            if entry.role is not Role.BULLET and after >= len(above):
                continued.add(len(above))
            del above[entry.depth :]


def _owner(above: list[Entry], after: int, continued: set[int]) -> int:
    depth = len(above)
    while depth > 1 and after < depth and depth not in continued and not above[depth - 1].heading_like:
        depth -= 1
    return depth


def _next_depths(entries: Sequence[Entry]) -> list[int]:
    """Return for each entry the depth of the next clause after it, 0 at the end."""
    depths: list[int] = []
    depth = 0
    for entry in reversed(entries):
        depths.append(depth)
        if entry.role is Role.CLAUSE:
            depth = entry.depth
    return depths[::-1]
