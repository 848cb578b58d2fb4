"""The file's own outline (bookmarks): which paragraphs it names as headings, and how deep they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.pdf.library import Pdf, wide_string
from documents.pdf.paragraphs import Paragraph

__all__ = ["Bookmark", "bookmarks", "outlined"]

_MOST = 20_000
_DEEPEST = 32
_ENOUGH = 0.5
_LONGEST_NUMBER = 8


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry: its words, the page it leads to (-1 where it leads nowhere), and its level from 1."""

    title: str
    page: int
    level: int


def bookmarks(pdf: Pdf) -> list[Bookmark]:
    """Return the outline in order; one that goes round in circles is cut off."""
    return list(_below(pdf, None, 1, set()))


def _below(pdf: Pdf, parent: object, level: int, seen: set[int]) -> Iterator[Bookmark]:
    entry = pdf.raw.FPDFBookmark_GetFirstChild(pdf.handle, parent)
    while entry and level <= _DEEPEST and len(seen) < _MOST:
        address = pdf.address(entry)
        if address in seen:
            return
        seen.add(address)
        target = pdf.raw.FPDFBookmark_GetDest(pdf.handle, entry)
        page = pdf.raw.FPDFDest_GetDestPageIndex(pdf.handle, target) if target else -1
        yield Bookmark(wide_string(pdf.raw.FPDFBookmark_GetTitle, entry), page, level)
        yield from _below(pdf, entry, level + 1, seen)
        entry = pdf.raw.FPDFBookmark_GetNextSibling(pdf.handle, entry)


def outlined(entries: Sequence[Bookmark], paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Return the levels of paragraphs, by `id`, that begin with the words of an entry on the page it leads to.

    Empty where the outline names hardly any paragraph: it is about something else then.
    """
    by_page: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        by_page[paragraph.lines[0].page].append(paragraph)
    levels: dict[int, int] = {}
    for entry in entries:
        named = _named(entry, by_page, levels)
        if named is not None:
            levels[id(named)] = entry.level
    return levels if entries and len(levels) >= _ENOUGH * len(entries) else {}


def _named(entry: Bookmark, by_page: dict[int, list[Paragraph]], taken: dict[int, int]) -> Paragraph | None:
    wanted = _folded(entry.title)
    for page in (entry.page, entry.page + 1):
        for paragraph in by_page.get(page, ()) if wanted else ():
            words = _folded("".join(line.text for line in paragraph.lines[:4]))
            if id(paragraph) not in taken and words and _is_title(words, wanted):
                return paragraph
    return None


def _is_title(words: str, wanted: str) -> bool:
    """Whether the paragraph is the title, with or without the number that one of them may lack."""
    longer, shorter = (words, wanted) if len(words) >= len(wanted) else (wanted, words)
    return longer.endswith(shorter) and len(longer) - len(shorter) <= _LONGEST_NUMBER


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
