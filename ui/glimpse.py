"""What a long page will look like where one reads, long before all of it is set: its words there, as a picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from annotations.model import Severity
from documents.model import PolicyDocument, Span
from ui.highlight_painter import Emphasis, HighlightPainter
from ui.highlights import Highlight, HighlightIndex
from ui.page_style import PageStyle
from ui.policy_page import Page, PageSetter
from ui.text_area import TextArea

__all__ = ["Marked", "glimpse", "height_of", "part_around"]

_BEFORE = 2_000  # characters: the end of a policy fills the view from above
_BEHIND = 10_000  # more than a screen of small letters on the tallest of displays


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked on the words: notes, hits, the selection, and what stands out."""

    highlights: Sequence[Highlight]
    hits: Sequence[Span]
    selected: Span | None
    emphasis: Emphasis


def glimpse(policy: PolicyDocument, style: PageStyle, place: int, marked: Marked, room: tuple[QWidget, int]) -> QPixmap:
    """Return what a view shows with `place` at its top; `room` is a widget as large, and the margin left of the page.

    Takes as long as a frame, however long the policy is.
    """
    first, last = part_around(policy, place)
    page = PageSetter(policy, style, last, first).page()
    over, margin = room
    area = TextArea(HighlightPainter(style.theme), over)
    area.setGeometry(QRect(0, 0, over.width(), over.height()))
    area.set_left_margin(margin)
    area.show_page(page, style)
    _mark(area, page, marked, Span(policy.blocks[first].span.start, policy.blocks[last - 1].span.end))
    area.grab(QRect(0, 0, 1, 1))  # lays it out: it is never shown
    height = height_of(page.document, page.map.to_qt(place))
    area.make_room(height)
    area.verticalScrollBar().setValue(height)
    picture = area.grab(QRect(0, 0, over.width() - area.verticalScrollBar().width(), over.height()))
    delete(area)
    return picture


def part_around(policy: PolicyDocument, place: int) -> tuple[int, int]:
    """Return the first block to set for what is in view at a place, and the one behind the last; no table is cut."""
    blocks = policy.blocks
    first = max(bisect_right(blocks, place - _BEFORE, key=lambda block: block.span.start) - 1, 0)
    last = max(bisect_right(blocks, place + _BEHIND, key=lambda block: block.span.start), first + 1)
    while first > 0 and blocks[first].cell is not None:
        first -= 1
    while last < len(blocks) and blocks[last].cell is not None:
        last += 1
    return first, min(last, len(blocks))


def height_of(document: QTextDocument, position: int) -> int:
    """Return the height of the line that holds one of Qt's positions in a document."""
    block = document.findBlock(position)
    box = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    return round(box.top() + (line.y() if line.isValid() else 0))


def _mark(area: TextArea, page: Page, marked: Marked, part: Span) -> None:
    hits = [Highlight("", span, Severity.INFO, number) for number, span in enumerate(marked.hits)]
    area.painter.index = _index(page, marked.highlights, part)
    area.painter.emphasis = replace(marked.emphasis, hits=_index(page, hits, part))
    if marked.selected is not None:
        start, end = page.map.range_of(marked.selected)
        cursor = QTextCursor(page.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        area.setTextCursor(cursor)


def _index(page: Page, highlights: Iterable[Highlight], part: Span) -> HighlightIndex:
    here = (one for one in highlights if one.span.start < part.end and one.span.end > part.start)
    return HighlightIndex((*page.map.range_of(one.span), one) for one in here)
