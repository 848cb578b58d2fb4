"""Sheets of a report, set part by part so that the window answers in between, and drawn one at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from hashlib import sha256

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from export.pages.page import Page
from ui.paged.measures import BAND, PAPER, PER_POINT, TEXT, units
from ui.paged.rich_text import parts_of
from ui.paged.type_of_look import TypeOfLook, type_of_look
from ui.paged.whole_rows import torn_row, with_whole_row

__all__ = ["Sheets"]

_GREY = "#44505F"
_MOST_CUTS = 40
"""Rows of one part that are put on a new sheet; more would take too long."""


class Sheets:
    """The sheets of one page of a report. Lives on the window's thread. `mark` is made of what they say.

    `words` are all that stand on the sheets that are set.
    """

    def __init__(self, page: Page, look: str = "") -> None:
        self._page = page
        self._type = type_of_look(look, page.language)
        self._waiting = parts_of(page)
        self.mark = sha256("".join(self._waiting).encode()).hexdigest()
        self._parts: list[QTextDocument] = []
        self._begins: list[int] = []
        self.count = 0
        self.words = f"{page.subject}\n{page.firm}\n{page.confidentiality}\n"

    @property
    def whole(self) -> bool:
        """Whether every part is set."""
        return not self._waiting

    @property
    def share(self) -> float:
        """How much of it is set, 0 to 1."""
        return len(self._parts) / (len(self._parts) + len(self._waiting))

    def steps(self) -> Iterator[None]:
        """Set one part after the other."""
        while self._waiting:
            part = yield from self._set_whole(self._waiting[0])
            self._waiting.pop(0)
            self._parts.append(part)
            self._begins.append(self.count)
            self.count += part.pageCount()
            self.words += part.toPlainText() + "\n"
            yield

    def _set_whole(self, part: str) -> Generator[None, None, QTextDocument]:
        """Set a part; a row that is torn between two sheets begins on the second, and what follows is set anew."""
        document = _set(part, self._type, self._page.language)
        for _cut in range(_MOST_CUTS):
            torn = torn_row(document)
            if torn is None:
                break
            yield
            part = with_whole_row(part, torn)
            document = _set(part, self._type, self._page.language)
        return document

    def draw(self, painter: QPainter, number: int, total: int) -> None:
        """Draw a sheet, counted from 0, in points from its upper left corner."""
        self._draw_edges(painter, number, total)
        order = max(at for at, first in enumerate(self._begins) if first <= number)
        part, place = self._parts[order], number - self._begins[order]
        height = part.pageSize().height()
        painter.save()
        painter.translate(TEXT.topLeft())
        painter.scale(1 / PER_POINT, 1 / PER_POINT)
        painter.translate(0, -place * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor("#111111"))
        context.palette = palette
        context.clip = QRectF(0, place * height, part.pageSize().width(), height)
        painter.setClipRect(context.clip, Qt.ClipOperation.IntersectClip)
        part.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_edges(self, painter: QPainter, number: int, total: int) -> None:
        """Write what stands at the head and foot of every sheet."""
        painter.save()
        painter.scale(1 / PER_POINT, 1 / PER_POINT)
        font = self._type.font()
        font.setPixelSize(units(8.5))
        painter.setFont(font)
        painter.setPen(QColor(_GREY))
        head, foot = TEXT.top() - 2.5 * BAND, PAPER.height() - 42
        page = self._page
        _write(painter, head, page.subject, share=0.7)
        _write(painter, head, page.firm, share=0.3, right=True)
        _write(painter, foot, page.confidentiality, share=0.8)
        _write(painter, foot, f"{number + 1} / {total}", share=0.2, right=True)
        painter.restore()


def _write(painter: QPainter, top: float, words: str, *, share: float, right: bool = False) -> None:
    """Write one line at the head or foot, at the left or right, cut to its share of the width."""
    width = TEXT.width() * share
    left = TEXT.right() - width if right else TEXT.left()
    box = QRectF(left * PER_POINT, top * PER_POINT, width * PER_POINT, BAND * PER_POINT)
    shown = QFontMetricsF(painter.font()).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _set(part: str, letters: TypeOfLook, language: str) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(letters.font())
    document.setDefaultStyleSheet(letters.sheet())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(f'<html lang="{language}"><body>{part}</body></html>')
    document.setPageSize(QSizeF(units(TEXT.width()), units(TEXT.height())))
    _keep_heads(document)
    return document


def _keep_heads(document: QTextDocument) -> None:
    """Begin a sheet with a heading that would otherwise stand at the end of one, away from what it heads."""
    layout, height = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        if _heads(block):
            after = block.next()
            while after.isValid() and (_heads(after) or not after.text()):
                after = after.next()
            here = _sheet_of(block, layout, height)
            if after.isValid() and _sheet_of(after, layout, height) > here:
                _begin_sheet(block)
            block = after
        else:
            block = block.next()


def _sheet_of(block: QTextBlock, layout: QAbstractTextDocumentLayout, height: float) -> int:
    """Return on which sheet the first line of a paragraph stands: Qt moves lines over, and leaves the block behind."""
    top = layout.blockBoundingRect(block).top()
    lines = block.layout()
    return int((top + (lines.lineAt(0).y() if lines.lineCount() else 0) + 1) // height)


def _heads(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() > 0 and bool(block.text())


def _begin_sheet(block: QTextBlock) -> None:
    shape = block.blockFormat()
    shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(shape)
    document = block.document()
    size = document.pageSize()
    document.setPageSize(QSizeF(size.width(), size.height() + 1))  # Qt 6.11 sets only what it takes for changed, and
    document.setPageSize(size)  # leaves tables behind where they stood: this sets all of it anew
