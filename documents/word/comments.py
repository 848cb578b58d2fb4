"""Comments that stand in a Word file, with their threads: the comments part and the three that were added to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from lxml import etree

from documents.model import Block, ForeignNote, ForeignReply, Span
from documents.word.asides import Asides
from documents.word.names import attribute, w
from documents.word.package import Package

__all__ = ["comment_ranges", "foreign_notes"]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W16_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16_EXTENSIBLE = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
_UNREAD = {w(name) for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Ranges = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Comment:
    id: str
    author: str
    initials: str
    date: str
    text: str
    key: str
    marks: tuple[str, ...]
    written: str


def foreign_notes(
    package: Package,
    tree: Callable[[str], etree._Element | None],
    ranges: Ranges,
    blocks: Sequence[Block],
    paragraphs: Iterable[_Paragraph],
) -> tuple[ForeignNote, ...]:
    """Return the comments of a file, one for each thread, those that hang on nothing last.

    `tree` gives a part's root or None; `ranges` where each comment stands by its id; a range without a character
    becomes that of the paragraph it stands in, one of `paragraphs`.
    """
    comments = list(_comments(package, tree))
    if not comments:
        return ()
    parents, done = _threads(package, tree)
    by_key = {one.key: one for one in comments if one.key}
    replies: dict[str, list[_Comment]] = {}
    roots: list[_Comment] = []
    for one in comments:
        root = _root(one, parents, by_key)
        if root is one:
            roots.append(one)
        else:
            replies.setdefault(root.id, []).append(one)
    places = _Places(blocks, sorted((one.start, one.end) for one in paragraphs))
    notes = [
        ForeignNote(
            id=one.id,
            author=one.author,
            text=one.text,
            spans=places.of(ranges.get(one.id)),
            initials=one.initials,
            date=one.date,
            done=one.key in done,
            replies=tuple(
                ForeignReply(reply.author, reply.text, reply.initials, reply.date, reply.id, reply.marks, reply.written)
                for reply in replies.get(one.id, ())
            ),
            marks=one.marks,
            written=one.written,
        )
        for one in roots
    ]
    return tuple(sorted(notes, key=lambda note: (not note.spans, note.spans)))


def _comments(package: Package, tree: Callable[[str], etree._Element | None]) -> Iterator[_Comment]:
    root = _part(package, tree, "comments")
    if root is None:
        return
    lasting = _lasting_ids(package, tree)
    dates = _true_dates(package, tree)
    for element in root.iterfind(w("comment")):
        keys = [one.get(f"{_W14}paraId", "") for one in element.iter(w("p"))]
        key = keys[-1] if keys else ""
        written = attribute(element, "date") or ""
        yield _Comment(
            attribute(element, "id") or "",
            attribute(element, "author") or "",
            attribute(element, "initials") or "",
            dates.get(lasting.get(key, "")) or written,
            "\n".join("".join(_words(one)) for one in element.iter(w("p"))).strip(),
            key,
            tuple(mark.upper() for mark in dict.fromkeys((lasting.get(key, ""), key)) if mark),
            written,
        )


def _part(package: Package, tree: Callable[[str], etree._Element | None], kind: str) -> etree._Element | None:
    part = package.related(package.main_part, kind)
    return None if part is None else tree(part)


def _words(element: etree._Element) -> Iterator[str]:
    pending = list(reversed(element))
    while pending:
        one = pending.pop()
        if one.tag == w("t"):
            yield one.text or ""
        elif one.tag in _SIGNS:
            yield _SIGNS[one.tag]
        elif one.tag not in _UNREAD and one.tag not in {_FALLBACK, w("p")}:
            pending.extend(reversed(one))


def _lasting_ids(package: Package, tree: Callable[[str], etree._Element | None]) -> dict[str, str]:
    """Return the id that Word keeps from save to save, by the paragraph id, which it may give anew."""
    ids = _part(package, tree, "commentsIds")
    found = () if ids is None else ids.iter(f"{_W16_IDS}commentId")
    return {one.get(f"{_W16_IDS}paraId", ""): one.get(f"{_W16_IDS}durableId", "") for one in found}


def _true_dates(package: Package, tree: Callable[[str], etree._Element | None]) -> dict[str, str]:
    """Return true UTC by lasting id, where the file tells: a comment's own date is local time with a false Z."""
    extensible = _part(package, tree, "commentsExtensible")
    found = () if extensible is None else extensible.iter(f"{_W16_EXTENSIBLE}commentExtensible")
    dates = {one.get(f"{_W16_EXTENSIBLE}durableId", ""): one.get(f"{_W16_EXTENSIBLE}dateUtc", "") for one in found}
    return {mark: date for mark, date in dates.items() if mark}


def _threads(package: Package, tree: Callable[[str], etree._Element | None]) -> tuple[dict[str, str], set[str]]:
    """Return which comment each answers, by paragraph ids, and those that are resolved."""
    root = _part(package, tree, "commentsExtended")
    parents: dict[str, str] = {}
    done: set[str] = set()
    for one in () if root is None else root.iter("{*}commentEx"):  # its namespace has changed over the years
        said = {str(name).rpartition("}")[2]: str(value) for name, value in one.attrib.items()}
        key = said.get("paraId", "")
        if said.get("paraIdParent"):
            parents[key] = said["paraIdParent"]
        if said.get("done") in {"1", "true", "on"}:
            done.add(key)
    return parents, done


def _root(comment: _Comment, parents: dict[str, str], by_key: dict[str, _Comment]) -> _Comment:
    seen: set[str] = set()
    while (parent := parents.get(comment.key, "")) in by_key and parent not in seen:
        seen.add(parent)
        comment = by_key[parent]
    return comment


class _Paragraph(Protocol):
    """A w:p of the walk and the stretch of text it gave."""

    @property
    def element(self) -> etree._Element:
        """The w:p."""

    @property
    def start(self) -> int:
        """Where its text begins."""

    @property
    def end(self) -> int:
        """Where its text ends."""


def comment_ranges(asides: Asides, paragraphs: Sequence[_Paragraph], body: etree._Element) -> Ranges:
    """Return where each comment stands by its id; markers between paragraphs count from the nearest one inside."""
    starts, ends = dict(asides.comment_starts), dict(asides.comment_ends)
    between = [
        (marker, places, way)
        for tag, places, way in (
            ("commentRangeStart", starts, "following"),
            ("commentRangeEnd", ends, "preceding"),
        )
        for marker in body.iter(w(tag))
        if attribute(marker, "id") not in places
    ]
    known = {one.element: one for one in paragraphs} if between else {}
    for marker, places, way in between:
        beside = marker.xpath(f"{way}::*[local-name()='p'][1]")
        first = beside[0] if isinstance(beside, list) and beside else None
        paragraph = known.get(first) if isinstance(first, etree._Element) else None  # noqa: SLF001 - lxml's only name
        if paragraph is not None:
            places[attribute(marker, "id") or ""] = paragraph.start if way == "following" else paragraph.end
    ranges = {number: (place, place) for number, place in asides.comment_marks.items()}
    return ranges | {number: (start, ends[number]) for number, start in starts.items() if number in ends}


class _Places:
    """From positions in the text to spans that lie in one story each."""

    def __init__(self, blocks: Sequence[Block], paragraphs: Sequence[tuple[int, int]]) -> None:
        self._blocks = sorted(blocks, key=lambda block: block.span.start)
        self._starts = [block.span.start for block in self._blocks]
        self._paragraphs = paragraphs

    def of(self, found: tuple[int, int] | None) -> tuple[Span, ...]:
        if found is None:
            return ()
        start, end = found
        if start >= end:
            index = bisect_right(self._paragraphs, (start, inf)) - 1
            start, end = self._paragraphs[index] if index >= 0 else found
        return self._in_one_story(start, end)

    def _in_one_story(self, start: int, end: int) -> tuple[Span, ...]:
        """Blocks of another story between (a text box) part the span in two."""
        spans: list[Span] = []
        story, joined = None, False
        for block in self._blocks[max(0, bisect_right(self._starts, start) - 1) : bisect_left(self._starts, end)]:
            piece = Span(max(start, block.span.start), min(end, block.span.end))
            if piece.start >= piece.end:
                continue
            story = story or block.story
            if block.story is story:
                spans = [*spans[:-1], Span(spans[-1].start, piece.end)] if joined else [*spans, piece]
            joined = block.story is story
        return tuple(spans)
