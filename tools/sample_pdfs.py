"""PDF files of our own making for pictures: the sample policies set in columns on A4 or A5, their letters embedded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from documents.draft import Source
from documents.model import Block, BlockKind, PolicyDocument
from documents.reader import open_here

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QTextLine

__all__ = ["Setting", "sample_pdf"]

_POINTS = 72
_FINE = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """How a policy is set; sizes are points."""

    columns: int = 1
    size: float = 10.5
    leading: float = 15.0
    width: int = 595
    height: int = 842
    margin: int = 64
    gap: int = 24
    family: str = "Noto Serif"

    @property
    def column(self) -> float:
        """The width of a column."""
        return (self.width - 2 * self.margin - self.gap * (self.columns - 1)) / self.columns

    @property
    def tall(self) -> float:
        """The height of a column."""
        return self.height - 2 * self.margin


def sample_pdf(data: bytes, name: str, setting: Setting) -> bytes:
    """Return a policy as a PDF file. Needs a QGuiApplication."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QSizeF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(setting.width, setting.height), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_POINTS * _FINE)
    painter = QPainter(writer)
    painter.scale(_FINE, _FINE)
    page = 0
    for line, x, height in _lines(_document(open_here(Source(data, name)), setting)):
        column = int(height // setting.tall)
        for _ in range(page, column // setting.columns):
            writer.newPage()
        page = column // setting.columns
        left = setting.margin + column % setting.columns * (setting.column + setting.gap)
        line.draw(painter, QPointF(left + x, setting.margin + height - column * setting.tall - line.y()))
    painter.end()
    return bytes(buffer.data().data())


def _lines(document: QTextDocument) -> Iterator[tuple[QTextLine, float, float]]:
    """Give each line with where its paragraph begins across, and the line's own height."""
    layout = document.documentLayout()
    layout.documentSize()
    block = document.begin()
    while block.isValid():
        corner = layout.blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield line, corner.x(), corner.y() + line.y()
        block = block.next()


def _document(policy: PolicyDocument, setting: Setting) -> QTextDocument:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QTextCursor, QTextDocument

    document = QTextDocument()
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    for block, words in _paragraphs(policy):
        if cursor.position():
            cursor.insertBlock()
        _put(cursor, block, words, setting)
    document.setPageSize(QSizeF(setting.column, setting.tall))
    return document


def _paragraphs(policy: PolicyDocument) -> Iterator[tuple[Block, str]]:
    """Give each paragraph with its words; the row of a table is one."""
    for _, row in groupby(policy.blocks, key=lambda block: block.cell.row if block.cell else block.span.start):
        blocks = list(row)
        label = f"{blocks[0].label} " if blocks[0].label and blocks[0].label_span is None else ""
        yield blocks[0], label + " — ".join(block.span.of(policy.text) for block in blocks)


def _put(cursor: object, block: Block, words: str, setting: Setting) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

    assert isinstance(cursor, QTextCursor)
    head = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    title = block.kind is BlockKind.TITLE
    form, letters = QTextBlockFormat(), QTextCharFormat()
    form.setLineHeight(setting.leading * (1.5 if title else 1.0), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(8 if head and not title else 0)
    form.setBottomMargin(12 if title else 5)
    form.setAlignment(Qt.AlignmentFlag.AlignLeft if head else Qt.AlignmentFlag.AlignJustify)
    font = QFont(setting.family)
    font.setPixelSize(round(setting.size * (1.6 if title else 1.15 if head else 1.0)))
    font.setWeight(QFont.Weight.DemiBold if head else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letters.setFont(font)
    cursor.setBlockFormat(form)
    cursor.insertText(words, letters)
