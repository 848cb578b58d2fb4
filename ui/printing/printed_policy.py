"""A policy laid out on sheets of paper, with its highlights, numbers in the margin and its notes after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextDocument,
    QTextFrameFormat,
)

from annotations.model import Note, Severity
from annotations.rules_of_sending import fields_for, goes_out
from documents.model import PolicyDocument
from ui.fonts import interface_font
from ui.highlight_painter import HighlightPainter, VisibleBlock
from ui.highlights import Highlight, HighlightIndex
from ui.labels import severity_label
from ui.page_style import GUTTER, PageStyle
from ui.policy_page import PageSetter
from ui.printing.end_notes import end_notes
from ui.shapes import paint_shape
from ui.theme import LIGHT

__all__ = ["NOTES_PLACES", "PrintOptions", "PrintedPolicy"]

NOTES_PLACES = ("both", "margin", "none")
"""Numbers in the margin and notes at the end; numbers and titles in the margin only; the policy alone."""
_TOP, _BOTTOM, _LEFT, _RIGHT = 62.0, 62.0, 36.0, 30.0
_MARGIN_NOTES = 96.0
_GAP = 12.0
_GREY = "#44505F"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """For whom, where the notes stand, on what paper (in points); how a note's place is said."""

    profile: str
    where: str
    paper: QSizeF
    address: Callable[[Note], str]
    language: str = "en"


_LAID_AT_ONCE = 8_000
"""Characters laid out in one step."""
_BLOCKS_AT_ONCE = 500


class PrintedPolicy:
    """Sheets to draw, counted from 0, in points from the upper left corner; first they are laid, step by step."""

    def __init__(self, policy: PolicyDocument, notes: Sequence[Note], options: PrintOptions) -> None:
        self._options, self._policy = options, policy
        self.notes = [note for note in notes if options.where != "none" and goes_out(note, options.profile)]
        self._style = PageStyle(LIGHT, policy.language)
        self._scale = self._text_width / (GUTTER + self._style.measure)
        self._height = (options.paper.height() - _TOP - _BOTTOM) / self._scale
        self._painter = HighlightPainter(LIGHT)
        self._blocks: list[VisibleBlock] = []
        self._end: QTextDocument | None = None
        self.policy_sheets = self.count = 0

    def laid(self) -> Self:
        """Lay all sheets at once."""
        for _ in self.steps():
            pass
        return self

    def steps(self) -> Iterator[None]:
        """Lay the sheets; between two steps there is time for something else. Nothing is drawn before the last."""
        setter = PageSetter(self._policy, self._style)
        yield from setter.steps()
        self._page = setter.result()
        self._fit(self._page.document)
        yield from self._lay_out(self._page.document)
        self._painter.index = HighlightIndex(self._marks())
        yield
        yield from self._find_blocks()
        self._tops = [visible.origin.y() for visible in self._blocks]
        if self._options.where == "both" and self.notes:
            self._end = self._end_document()
            yield
            yield from self._lay_out(self._end)
        self.policy_sheets = self._page.document.pageCount()
        self.count = self.policy_sheets + (self._end.pageCount() if self._end is not None else 0)

    def _lay_out(self, document: QTextDocument) -> Iterator[None]:
        layout = document.documentLayout()
        for place in range(0, document.characterCount(), _LAID_AT_ONCE):
            layout.blockBoundingRect(document.findBlock(place))
            yield

    @property
    def _text_width(self) -> float:
        return self._options.paper.width() - _LEFT - _RIGHT - _MARGIN_NOTES - _GAP

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw one sheet."""
        self._draw_edges(painter, number)
        if number < self.policy_sheets:
            self._draw_policy(painter, number)
        elif self._end is not None:
            self._draw_end(painter, number - self.policy_sheets)

    # -- the policy's own sheets -------------------------------------------------------------------------------------

    def _draw_policy(self, painter: QPainter, number: int) -> None:
        top, bottom = number * self._height, (number + 1) * self._height
        blocks = self._blocks_between(top, bottom)
        marked = self._painter.visible_highlights(blocks)
        painter.save()
        painter.translate(_LEFT, _TOP)
        painter.scale(self._scale, self._scale)
        painter.translate(0, -top)
        painter.setClipRect(QRectF(-GUTTER, top, 4 * GUTTER + self._style.measure * 2, self._height))
        self._painter.paint_beneath(painter, blocks, marked)
        self._draw_text(painter, self._page.document, QRectF(0, top, GUTTER + self._style.measure, self._height))
        self._draw_labels(painter, blocks)
        self._painter.paint_above(painter, blocks, marked)
        painter.restore()
        if self._options.where != "none":
            self._draw_margin(painter, number)

    def _draw_text(self, painter: QPainter, document: QTextDocument, clip: QRectF) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
        context.palette = palette
        context.clip = clip
        document.documentLayout().draw(painter, context)

    def _draw_labels(self, painter: QPainter, blocks: Sequence[VisibleBlock]) -> None:
        painter.setPen(QColor(LIGHT.second))
        for visible in blocks:
            label = self._page.labels.get(visible.start)
            if label is not None and visible.block.layout().lineCount():
                painter.setFont(self._style.font_of_label(label))
                line = visible.block.layout().lineAt(0)
                right = visible.origin.x() + line.x() - self._style.label_gap(label)
                shown = self._style.cut_label(label, right)
                width = QFontMetricsF(painter.font()).horizontalAdvance(shown)
                painter.drawText(QPointF(right - width, visible.origin.y() + line.y() + line.ascent()), shown)

    def _blocks_between(self, top: float, bottom: float) -> list[VisibleBlock]:
        """Return the paragraphs on a sheet; cells of a row stand side by side, so a few before it are looked at."""
        first = max(bisect_left(self._tops, top) - 24, 0)
        last = bisect_right(self._tops, bottom)
        layout = self._page.document.documentLayout()
        return [one for one in self._blocks[first:last] if layout.blockBoundingRect(one.block).bottom() >= top]

    def _find_blocks(self) -> Iterator[None]:
        layout, block = self._page.document.documentLayout(), self._page.document.begin()
        found = []
        while block.isValid():
            found.append(VisibleBlock(block, layout.blockBoundingRect(block).topLeft()))
            block = block.next()
            if len(found) % _BLOCKS_AT_ONCE == 0:
                yield
        self._blocks = sorted(found, key=lambda visible: visible.origin.y())

    def _marks(self) -> list[tuple[int, int, Highlight]]:
        to_qt = self._page.map.to_qt
        neutral = "severity" not in fields_for(self._options.profile)
        return [
            (
                to_qt(anchor.start),
                to_qt(anchor.end),
                Highlight(note.uid, anchor.span, Severity.INFO if neutral else note.severity, note.number),
            )
            for note in self.notes
            for anchor in note.anchors
        ]

    # -- the margin --------------------------------------------------------------------------------------------------

    def _draw_margin(self, painter: QPainter, number: int) -> None:
        """Write the number, the word and the title of each note beside the line where its words begin."""
        left = _LEFT + self._text_width + _GAP
        free = _TOP
        for height, note in self._beginning_on(number):
            top = max(_TOP + height * self._scale, free)
            box = QRectF(left, top, _MARGIN_NOTES, self._options.paper.height() - _BOTTOM - top)
            if box.height() > 10:
                free = top + self._draw_note(painter, box, note) + 4

    def _beginning_on(self, number: int) -> list[tuple[float, Note]]:
        found = []
        for note in self.notes:
            height = self._height_of(note)
            if number * self._height <= height < (number + 1) * self._height:
                found.append((height - number * self._height, note))
        return sorted(found, key=lambda entry: (entry[0], entry[1].number))

    def _height_of(self, note: Note) -> float:
        if not note.anchors:
            return 0.0
        document = self._page.document
        position = self._page.map.to_qt(min(anchor.start for anchor in note.anchors))
        block = document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        return document.documentLayout().blockBoundingRect(block).top() + (line.y() if line.isValid() else 0)

    def _draw_note(self, painter: QPainter, box: QRectF, note: Note) -> float:
        """Draw one entry; returns how high it is."""
        told = "severity" in fields_for(self._options.profile)
        painter.save()
        painter.setFont(interface_font(self._options.language, 8, strong=True))
        painter.setPen(QColor(LIGHT.text))
        head = f"#{note.number}"
        left = box.left()
        if told:
            paint_shape(painter, QRectF(left, box.top() + 1, 8, 8), note.severity, LIGHT)
            head, left = f"{head} {severity_label(note.severity)}", left + 11
        painter.drawText(QPointF(left, box.top() + 8), head)
        painter.setFont(interface_font(self._options.language, 8))
        words = QRectF(box.left(), box.top() + 11, box.width(), min(box.height() - 11, 22))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
        taken = painter.boundingRect(words, flags, note.title)
        painter.setClipRect(words)
        painter.drawText(words, flags, note.title)
        painter.restore()
        return 11 + min(taken.height(), words.height())

    # -- notes at the end, and what stands on every sheet ------------------------------------------------------------

    def _end_document(self) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(interface_font(self._options.language, 16))
        document.setDefaultStyleSheet(
            "h2 { margin-bottom: 12px; } p { margin: 2px 0; } p.head { margin-top: 14px; } p.quote { color: #44505F; }"
        )
        document.setHtml(end_notes(self.notes, self._options.profile, self._options.address))
        document.setPageSize(QSizeF((self._options.paper.width() - 2 * _LEFT) / self._scale, self._height))
        return document

    def _draw_end(self, painter: QPainter, number: int) -> None:
        assert self._end is not None
        top = number * self._height
        painter.save()
        painter.translate(_LEFT, _TOP)
        painter.scale(self._scale, self._scale)
        painter.translate(0, -top)
        clip = QRectF(0, top, self._end.pageSize().width(), self._height)
        painter.setClipRect(clip)
        self._draw_text(painter, self._end, clip)
        painter.restore()

    def _draw_edges(self, painter: QPainter, number: int) -> None:
        paper = self._options.paper
        painter.save()
        painter.setFont(interface_font(self._options.language, 8))
        painter.setPen(QColor(_GREY))
        foot = QRectF(_LEFT, paper.height() - 44, paper.width() - _LEFT - _RIGHT, 14)
        title = QFontMetricsF(painter.font()).elidedText(self._policy.title, Qt.TextElideMode.ElideRight, 380)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft), title)
        words = QCoreApplication.translate("Printing", "Page {page} of {pages}")
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), words.format(page=number + 1, pages=self.count))
        painter.restore()

    def _fit(self, document: QTextDocument) -> None:
        """Put the policy on sheets, without the white that the window has above and below it."""
        frame = QTextFrameFormat(document.rootFrame().frameFormat())
        frame.setTopMargin(0)
        frame.setBottomMargin(0)
        document.rootFrame().setFrameFormat(frame)
        document.setPageSize(QSizeF(GUTTER + self._style.measure, self._height))
