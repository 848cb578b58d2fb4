"""Running headers and footers: what stands at the edge of page after page, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.labels import Rank, mark_of, rank_of
from documents.model import Story
from documents.numbers import roman_value
from documents.pages import Page
from documents.pdf.lines import Line

__all__ = ["set_apart"]

_EDGE = 0.16
_ROWS = 4
_ENOUGH = 3
_NEAR = 12.0
_NUMBER = re.compile(r"\d+")
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


def set_apart(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> dict[int, Story]:
    """Return the story of every line, by its `id`, that is no part of the main text."""
    groups: dict[tuple[Story, str], list[_Candidate]] = defaultdict(list)
    for page, own in zip(pages, lines, strict=True):
        for one in _candidates(page, own):
            groups[one.story, one.pattern].append(one)
    found: dict[int, Story] = {}
    for group in groups.values():
        for one in _running(group, len(pages)):
            found[id(one.line)] = one.story
    return found


def _candidates(page: Page, lines: Sequence[Line]) -> Iterable[_Candidate]:
    if not lines:
        return
    low, high = _edges(page, lines[0].turn)
    upright = [line for line in lines if line.turn == lines[0].turn]
    by_height = sorted(upright, key=lambda line: line.y1)
    depth = _EDGE * (high - low)
    for line in by_height[: -_ROWS - 1 : -1]:
        if line.y0 > high - depth and len(upright) > 1:
            yield _candidate(line, Story.HEADER)
    for line in by_height[:_ROWS]:
        if line.y1 < low + depth:
            yield _candidate(line, Story.FOOTER)
    for line in lines:
        if line.turn < 0:  # a stamp across the page
            yield _candidate(line, Story.HEADER)


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
    best: list[_Candidate] = []
    for one in group:
        beside = [other for other in group if abs(other.line.y0 - one.line.y0) < _NEAR]
        alike = [other for other in beside if _counts_on(one, other)]
        best = max(best, alike, key=len)
    distinct = len({one.line.page for one in best})
    if distinct >= min(_ENOUGH, max(pages, 2)):
        return best
    lone = [one for one in group if one.story is Story.FOOTER and _PAGE_NUMBER.fullmatch(one.line.text)]
    return [one for one in lone if 1 <= (one.numbers or (0,))[0] <= pages + 1] if pages == 1 else best if lone else []


def _names_a_clause(one: _Candidate) -> bool:
    """An article that begins each page is no header, however regular it looks."""
    mark = mark_of(one.line.text) if one.numbers else None
    return mark is not None and rank_of(mark.readings[0].family) <= Rank.ARTICLE


def _counts_on(first: _Candidate, second: _Candidate) -> bool:
    pages = second.line.page - first.line.page
    pairs = zip(first.numbers, second.numbers, strict=False)
    return len(first.numbers) == len(second.numbers) and all(b in {a, a + pages} for a, b in pairs)
