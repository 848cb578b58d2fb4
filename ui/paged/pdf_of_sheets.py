"""Sheets as a PDF, where there is no LibreOffice to lay the Word file out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from export.pages.page import Page
from ui.paged.measures import PER_POINT
from ui.paged.sheets import Sheets

__all__ = ["PdfOfSheets"]

_POINTS = 72
_CREATED: Final = re.compile(rb"(?<=Date \(D:)\d{14}(Z|[+-]\d\d'\d\d')(?=\))")
_TOLD: Final = re.compile(rb'(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)(?=")')
_AT_ONCE = 4
"""Sheets drawn between two looks at the window."""


class PdfOfSheets:
    """Prints a page of a report in steps. `data` is whole when the steps are done: the same page and time, the same.

    `now` is the time it bears; the machine's own is nowhere in it.
    """

    def __init__(self, page: Page, look: str, now: datetime) -> None:
        self._page = page
        self._now = now
        self._sheets = Sheets(page, look)
        self.data = b""
        self.share = 0.0

    @property
    def words(self) -> str:
        """Every word that is printed."""
        return self._sheets.words

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
        self.data = _dated(bytes(held.data()), self._now)

    def _writer(self, buffer: QBuffer) -> QPdfWriter:
        writer = QPdfWriter(buffer)
        writer.setResolution(_POINTS * PER_POINT)
        size = QPageSize(QPageSize.PageSizeId.A4)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        writer.setTitle(self._page.subject)
        writer.setCreator("Clausemark")
        writer.setDocumentId(QUuid.createUuidV5(QUuid(), f"{self._sheets.mark} {self._now}".encode()))
        return writer


def _dated(data: bytes, now: datetime) -> bytes:
    """Return the PDF with the export's own date for the machine's; nothing in it moves by a byte."""
    moment = now.astimezone(UTC)
    flat, long = moment.strftime("%Y%m%d%H%M%S").encode(), moment.strftime("%Y-%m-%dT%H:%M:%S").encode()
    data = _CREATED.sub(lambda found: flat + (b"Z" if found[1] == b"Z" else b"+00'00'"), data)
    return _TOLD.sub(lambda found: long + (b"Z" if found[1] == b"Z" else b"+00:00"), data)
