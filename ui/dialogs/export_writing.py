"""Writing what the export window asks for: off the window's thread, or printed by the window in steps."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from export.paged import Printed
from ui.exporting import ExportRequest, NotWanted, run_export, write_printed
from ui.foreseeing import page_to_print
from ui.session import Session
from ui.tasks import Tasks

if TYPE_CHECKING:
    from export.pages.page import Page
    from ui.paged.pdf_of_sheets import PdfOfSheets

__all__ = ["ExportWriting"]


class ExportWriting(QObject):
    """One export at a time. What is called off leaves nothing behind; what was written by then is said to be."""

    written = Signal(object)
    failed = Signal(Exception)
    called_off = Signal()
    moved = Signal(float)
    """How far it is, 0 to 1; negative where nobody can tell."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._unwanted = threading.Event()
        self._request: ExportRequest | None = None
        self._pdf: PdfOfSheets | None = None
        self._steps: Iterator[None] = iter(())
        self._printing = QTimer(self, interval=0)
        self._printing.timeout.connect(self._print_on)

    @property
    def under_way(self) -> bool:
        """Whether a file is being written."""
        return self._request is not None

    def start(self, request: ExportRequest) -> None:
        """Write what is asked for."""
        self._request = request
        self._unwanted = unwanted = threading.Event()
        reviewer, clock = self._session.reviewer, self._session.clock
        self.moved.emit(-1.0)

        def heed() -> None:
            if unwanted.is_set():
                raise NotWanted

        if request.printed:
            self._run(lambda _job: page_to_print(request, reviewer, clock), self._print)
        else:
            self._run(lambda _job: run_export(request, reviewer, clock, heed), self._done)

    def call_off(self) -> None:
        """Stop as soon as can be."""
        self._unwanted.set()
        if self._printing.isActive():
            self._end()
            self.called_off.emit()

    def _run(self, work: object, on_done: object) -> None:
        self._tasks.run(work, on_done, self._refused, owner=self)  # type: ignore[arg-type]

    def _print(self, page: Page) -> None:
        from ui.paged.pdf_of_sheets import PdfOfSheets

        if self._unwanted.is_set() or self._request is None:
            self._refused(NotWanted())
            return
        self._pdf = PdfOfSheets(page, self._request.options.look, self._request.options.now)
        self._steps = self._pdf.steps()
        self._printing.start()

    def _print_on(self) -> None:
        """Set or draw a little more; when all is drawn, look through it and write it."""
        pdf, request = self._pdf, self._request
        if pdf is None or request is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self._printing.stop()
            printed = Printed(pdf.data, pdf.words)
            reviewer, clock = self._session.reviewer, self._session.clock
            self._run(lambda _job: write_printed(request, reviewer, clock, printed), self._done)
        else:
            self.moved.emit(pdf.share)

    def _done(self, report: object) -> None:
        self._end()
        self.written.emit(report)

    def _refused(self, error: Exception) -> None:
        self._end()
        if isinstance(error, NotWanted):
            self.called_off.emit()
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._printing.stop()
        self._steps, self._pdf, self._request = iter(()), None, None
