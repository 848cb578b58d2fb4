"""Sheets as a PDF, where there is no LibreOffice to lay the Word file out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from export.pages.page import Page
from ui.paged.measures import PER_POINT
from ui.paged.sheets import Sheets

__all__ = ["PdfOfSheets"]

_POINTS = 72
_AT_ONCE = 4
"""Sheets drawn between two looks at the window."""


class PdfOfSheets:
    """Prints a page of a report in steps. `data` is whole when the steps are done."""

    def __init__(self, page: Page, look: str = "") -> None:
        self._page = page
        self._sheets = Sheets(page, look)
        self.data = b""
        self.share = 0.0

    def steps(self) -> Iterator[None]:
        """Set the sheets, then draw them."""
        for _part in self._sheets.steps():
            self.share = self._sheets.share / 2
            yield
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = self._writer(buffer)
        painter = QPainter(writer)
        try:
            total = self._sheets.count
            for number in range(total):
                if number:
                    writer.newPage()
                painter.save()
                painter.scale(PER_POINT, PER_POINT)
                self._sheets.draw(painter, number, total)
                painter.restore()
                self.share = 0.5 + (number + 1) / total / 2
                if number % _AT_ONCE == 0:
                    yield
        finally:
            painter.end()
            buffer.close()
        self.data = bytes(held.data())

    def _writer(self, buffer: QBuffer) -> QPdfWriter:
        writer = QPdfWriter(buffer)
        writer.setResolution(_POINTS * PER_POINT)
        size = QPageSize(QPageSize.PageSizeId.A4)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        writer.setTitle(self._page.subject)
        writer.setCreator("Clausemark")
        return writer
