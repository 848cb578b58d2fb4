"""Running headers and footers: what stands at the edge of page after page, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from documents.labels import Rank, mark_of, rank_of
from documents.model import Story
from documents.numbers import roman_value
from documents.pages import Page
from documents.pdf.lines import Line
from documents.pdf.paragraphs import is_centred

__all__ = ["set_apart"]

_EDGE = 0.16
_ROWS = 4
_ENOUGH = 3
_NEAR = 16.0
_MOST_NUMBERS = 3
_SHORT = 12
_NUMBER = re.compile(r"\d+")
_BETWEEN_DASHES = re.compile(r"[-–—]\s?\d{1,4}\s?[-–—]")
_FEW_DIGITS = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[ivxlcIVXLC]{1,7}")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.|页|頁|第)?\W*\d{1,4}\W*(?:页|頁)?\W*(?:(?:of|von|sur|de|/|共)\W*\d{1,4}\W*(?:页|頁)?\W*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: Line
    story: Story
    pattern: str
    numbers: tuple[int, ...]
    under: bool = False


def set_apart(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> dict[int, tuple[Story, str]]:
    """Return by `id` the lines that are no part of the main text: their story, and what all alike have in common."""
    groups: dict[tuple[Story, str], list[_Candidate]] = defaultdict(list)
    for page, own in zip(pages, lines, strict=True):
        stamps = (_candidate(line, Story.HEADER) for line in own if line.turn < 0)  # across the page
        for one in (*_candidates(page, own), *stamps):
            groups[one.story, one.pattern].append(one)
    found: dict[int, tuple[Story, str]] = {}
    for group in groups.values():
        for one in _running(group, len(pages)):
            found[id(one.line)] = (one.story, one.pattern)
    for own in lines:
        found.update((id(line), (Story.HEADER, line.text)) for line in _along_the_edge(own))
    found.update((id(line), (Story.FOOTER, "#")) for line in _printed_within(lines) if id(line) not in found)
    return found


def _along_the_edge(lines: Sequence[Line]) -> Iterable[Line]:
    """Yield what runs up or down beside all the text of a page: a stamp of whoever keeps the file."""
    text = [line for line in lines if line.turn == 0]
    if len(text) < _ROWS:
        return
    left, right = min(line.x0 for line in text), max(line.x1 for line in text)
    for line in lines:
        low, high = {1: (-line.y1, -line.y0), 3: (line.y0, line.y1)}.get(line.turn, (left, right))
        if high <= left or low >= right:
            yield line


def _printed_within(pages: Sequence[Sequence[Line]]) -> Iterable[Line]:
    """Yield numbers that stand alone in the middle and count on: a web page's own page numbers, printed with it."""
    run: list[Line] = []
    for line in [line for lines in pages for line in lines if _is_number_alone(line, lines)]:
        if run and int(line.text) != int(run[-1].text) + 1:
            yield from run if len(run) >= _ENOUGH else ()
            run = []
        run.append(line)
    yield from run if len(run) >= _ENOUGH else ()


def _is_number_alone(line: Line, lines: Sequence[Line]) -> bool:
    if not _FEW_DIGITS.fullmatch(line.text) or line.table >= 0 or not is_centred(line):
        return False
    return not any(other is not line and other.y0 < line.y1 and line.y0 < other.y1 for other in lines)


def _candidates(page: Page, lines: Sequence[Line]) -> Iterable[_Candidate]:
    if not lines or (len(lines) == 1 and not _PAGE_NUMBER.fullmatch(lines[0].text)):
        return  # all that a page holds is no furniture
    low, high = _edges(page, lines[0].turn)
    upright = sorted(
        (line for line in lines if line.turn == lines[0].turn and line.table < 0), key=lambda line: line.y1
    )
    depth = _EDGE * (high - low)
    for line in upright[: -_ROWS - 1 : -1]:
        if line.y0 > high - depth and len(upright) > 1:
            yield _candidate(line, Story.HEADER)
    for line in upright[:_ROWS]:
        under = line is upright[0] and len(line.text) <= _SHORT
        if line.y1 < low + depth or under:
            yield replace(_candidate(line, Story.FOOTER), under=under)


def _edges(page: Page, turn: int) -> tuple[float, float]:
    """Return the lower and upper edge of the page in the frame of `turn`."""
    across, up = (page.height, page.width) if page.rotation % 180 else (page.width, page.height)
    return {
        1: (-page.left - across, -page.left),
        2: (-page.bottom - up, -page.bottom),
        3: (page.left, page.left + across),
    }.get(turn, (page.bottom, page.bottom + up))


def _candidate(line: Line, story: Story) -> _Candidate:
    words = " ".join(line.text.casefold().split())
    if _ROMAN.fullmatch(line.text.strip()):
        return _Candidate(line, story, "#", (roman_value(line.text.strip()) or 0,))
    numbers = tuple(int(number[:9]) for number in _NUMBER.findall(words))
    return _Candidate(line, story, _NUMBER.sub("#", words), numbers)


def _running(group: Sequence[_Candidate], pages: int) -> list[_Candidate]:
    """Return those that come back page after page in the same place, their numbers fixed or counting pages."""
    if _names_a_clause(group[0]):
        return []
    numbered = [one for one in group if _numbers_its_page(one, pages)]
    if pages == 1:
        return numbered
    enough = 2 if group[0].pattern == "#" else min(_ENOUGH, pages)
    alike: dict[tuple[object, ...], list[_Candidate]] = defaultdict(list)
    for one in group:
        for key in _keys(one):
            alike[key].append(one)
    found = {id(one): one for one in numbered}
    found |= {id(one): one for likes in alike.values() if _on_pages(likes) >= enough for one in likes}
    for run in _counting([one for one in group if one.under and one.numbers]):
        found.update((id(one), one) for one in run if _on_pages(run) >= enough)
    return list(found.values())


def _numbers_its_page(one: _Candidate, pages: int) -> bool:
    """Whether it says nothing but which page it stands under: then it need not come again."""
    if one.story is Story.FOOTER and _BETWEEN_DASHES.fullmatch(one.line.text):
        return True
    if not one.under or not _PAGE_NUMBER.fullmatch(one.line.text):
        return False
    return pages == 1 or (bool(one.numbers) and one.numbers[0] == one.line.page + 1)


def _on_pages(likes: Sequence[_Candidate]) -> int:
    return len({one.line.page for one in likes})


def _keys(one: _Candidate) -> Iterable[tuple[object, ...]]:
    """Yield what a line shares with those like it: its height, and each number as it is or less its page."""
    page = one.line.page
    told = one.numbers[:_MOST_NUMBERS]
    for height in (("at", one.line.y0 // _NEAR), ("by", (one.line.y0 + _NEAR / 2) // _NEAR)):
        for choice in product((False, True), repeat=len(told)):
            values = tuple((counts, n - page if counts else n) for n, counts in zip(told, choice, strict=True))
            yield (*height, *values, one.numbers[_MOST_NUMBERS:])


def _counting(under: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Return runs of numbers under pages that go up, but no faster than the pages do."""
    runs: list[list[_Candidate]] = []
    for one in sorted(under, key=lambda one: one.line.page):
        last = runs[-1][-1] if runs else None
        if last and 0 < one.numbers[0] - last.numbers[0] <= one.line.page - last.line.page:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _names_a_clause(one: _Candidate) -> bool:
    """An article that begins each page is no header, however regular it looks."""
    mark = mark_of(one.line.text) if one.numbers else None
    return mark is not None and rank_of(mark.readings[0].family) <= Rank.ARTICLE
