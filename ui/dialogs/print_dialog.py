"""Print: the policy with its highlights and notes, shown sheet by sheet, to a printer or into a PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Visibility
from documents.errors import ClausemarkError
from ui.dialog import Dialog
from ui.dialogs.export_choices import ArrowCombo, Segments
from ui.dialogs.sheet_view import SheetView
from ui.errors import sentence_for
from ui.labels import visibility_label
from ui.places import free_name, matter_name
from ui.printing.printed_policy import NOTES_PLACES, PrintedPolicy, PrintOptions
from ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.look import Look

__all__ = ["PrintDialog"]

_POINTS = 72
_SLICE = 0.008
"""Seconds of work between which the window answers."""


class PrintDialog(Dialog):
    """What is shown is what is printed. Private remarks are on no sheet."""

    saved = Signal(object)

    def __init__(self, session: Session, look: Look, profile: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._look = session, look
        self.printed: PrintedPolicy | None = None
        self._coming: PrintedPolicy | None = None
        self._steps: Iterator[None] = iter(())
        self._setting = QTimer(self, interval=0)
        self._setting.timeout.connect(self._set_some)
        self.setWindowTitle(self.tr("Print"))
        self.resize(960, 680)
        circles = [(circle, visibility_label(circle)) for circle in Visibility]
        self.profile = Segments(circles, Visibility(profile), self)
        self.where = ArrowCombo(look, self)
        self.paper = ArrowCombo(look, self)
        self.told = QLabel(self)
        self.view = SheetView(look, self)
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.save_button = QPushButton(self.tr("Save as PDF…"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._fill()
        self._lay_out()
        self._wire()
        QTimer.singleShot(0, self, self.lay_sheets)

    def lay_sheets(self) -> None:
        """Set the sheets anew, as what was chosen asks, between other things; nothing is printed until they are."""
        policy = self._session.policy
        if policy is None:
            return
        self.printed, self._coming = None, PrintedPolicy(policy, self._session.notes, self._options())
        self._steps = self._coming.steps()
        self.told.setText(self.tr("Setting the sheets…"))
        self._allow()
        self._setting.start()

    def finish(self) -> None:
        """Set what is left of the sheets at once."""
        for _ in self._steps:
            pass
        self._set()

    def _set_some(self) -> None:
        until = perf_counter() + _SLICE
        for _ in self._steps:
            if perf_counter() >= until:
                return
        self._set()

    def _give_up(self) -> None:
        self._setting.stop()
        self._coming, self._steps = None, iter(())

    def _set(self) -> None:
        self._setting.stop()
        if self._coming is None:
            return
        self.printed, self._coming, self._steps = self._coming, None, iter(())
        self._allow()
        self.view.show_sheets(self.printed.draw, self.printed.count, self._size())
        words = self.tr("Sheets: {sheets} · notes: {notes} · private remarks are never printed")
        self.told.setText(words.format(sheets=self.printed.count, notes=len(self.printed.notes)))

    def _allow(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.printed is not None)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheets that were asked for."""
        self.finish()
        if self.printed is None:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or self.printed.count
        painter = QPainter(printer)
        scale = printer.resolution() / _POINTS
        self._draw_all(painter, scale, range(first - 1, min(last, self.printed.count)), printer.newPage)
        painter.end()

    def save_pdf(self, path: Path) -> None:
        """Write the sheets as a PDF, whole or not at all."""
        from export.whole_file import write_whole

        self.finish()
        if self.printed is None:
            return
        try:
            data = self._pdf(self.printed)
            write_whole(path, data)
        except (ClausemarkError, OSError) as error:
            self.told.setText(sentence_for(error, self._session.language))
            return
        self._session.record_sent(self._sent(path.name, data))
        self.told.setText(self.tr("Saved as {name}").format(name=path.name))
        self.saved.emit(path)

    def _sent(self, name: str, data: bytes) -> dict[str, object]:
        """Say what the register keeps of a printed file."""
        document, options = self._session.document, self._options()
        versions = () if document is None else (document.latest.uid,)
        sha256 = hashlib.sha256(data).hexdigest()
        told = {"product": "print", "file_name": name, "sha256": sha256, "language": options.language}
        return {**told, "profile": options.profile, "versions": versions}

    def _pdf(self, printed: PrintedPolicy) -> bytes:
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(4 * _POINTS)
        writer.setPageLayout(QPageLayout(self._page_size(), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        writer.setCreator("Clausemark")
        painter = QPainter(writer)
        self._draw_all(painter, 4.0, range(printed.count), writer.newPage)
        painter.end()
        buffer.close()
        return bytes(held.data())

    def _draw_all(self, painter: QPainter, scale: float, sheets: range, turn: Callable[[], bool]) -> None:
        assert self.printed is not None
        for number in sheets:
            if number != sheets.start:
                turn()
            painter.save()
            painter.scale(scale, scale)
            self.printed.draw(painter, number)
            painter.restore()

    # -- what is asked -----------------------------------------------------------------------------------------------

    def _options(self) -> PrintOptions:
        value = self.profile.value
        profile = value if isinstance(value, Visibility) else Visibility.CLIENT
        where, address = str(self.where.currentData()), self._session.address_of
        return PrintOptions(profile.value, where, self._size(), address, self._look.language)

    def _page_size(self) -> QPageSize:
        letter = self.paper.currentData() == "letter"
        return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)

    def _size(self) -> QSizeF:
        return self._page_size().size(QPageSize.Unit.Point)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(QPageLayout(self._page_size(), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        printer.setFullPage(True)
        if self._session.policy is not None:
            printer.setDocName(self._session.policy.title)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.printed.count if self.printed is not None else 1)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)
            self.accept()

    def _ask_place(self) -> None:
        policy, matter = self._session.policy, self._session.path
        if policy is None or matter is None:
            return
        proposed = free_name(matter.parent / f"{matter_name(policy.title or matter.stem)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(proposed), "PDF (*.pdf)")
        if chosen:
            self.save_pdf(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the sheets with PageUp and PageDown wherever the keys are."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.view.turn(step)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        words = {
            "both": self.tr("Beside the text, in full at the end"),
            "margin": self.tr("Only beside the text"),
            "none": self.tr("No notes"),
        }
        for place in NOTES_PLACES:
            self.where.addItem(words[place], place)
        self.paper.addItem("A4", "a4")
        self.paper.addItem("Letter", "letter")
        us = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        self.paper.setCurrentIndex(1 if us else 0)
        self.profile.setMinimumWidth(300)
        self.told.setProperty("look", "second")
        self.told.setWordWrap(True)
        self.told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.print_button.setProperty("look", "strong")
        for widget, name in (
            (self.profile, self.tr("For whom")),
            (self.where, self.tr("Notes")),
            (self.paper, self.tr("Paper")),
        ):
            widget.setAccessibleName(name)
            widget.setMinimumHeight(32)

    def _wire(self) -> None:
        for answer in (self.profile.chosen, self.where.currentIndexChanged, self.paper.currentIndexChanged):
            answer.connect(lambda _value: self.lay_sheets())
        self.print_button.clicked.connect(self._ask_printer)
        self.save_button.clicked.connect(self._ask_place)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._give_up)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        title = QLabel(self.tr("Print"), self)
        title.setFont(self._look.font(20, strong=True))
        column.addWidget(title)
        for words, widget in (
            (self.tr("For whom"), self.profile),
            (self.tr("Notes"), self.where),
            (self.tr("Paper"), self.paper),
        ):
            head = QLabel(words, self)
            head.setProperty("look", "head")
            column.addSpacing(4)
            column.addWidget(head)
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.told)
        column.addStretch(1)
        for button in (self.print_button, self.save_button, self.cancel):
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            column.addWidget(button)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(column)
        box.addWidget(self.view, 1)
