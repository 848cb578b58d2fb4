"""The export window: the form at the left, what will go out at the right, what was checked at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotations.model import Visibility
from ui.dialogs.export_findings import FindingsSheet, findings, kinds_of
from ui.dialogs.export_foot import ExportFoot
from ui.dialogs.export_form import ExportForm
from ui.dialogs.export_preview import ExportPreview
from ui.errors import sentence_for
from ui.exporting import ExportHabits, ExportRequest, Unapproved, run_export, unapproved_for
from ui.foreseeing import Foreseen, foresee
from ui.look import Look
from ui.session import Session
from ui.tasks import Tasks

if TYPE_CHECKING:
    from export.writer import ExportReport

__all__ = ["ExportDialog"]

_SETTLING = 150
"""Milliseconds after the last answer before the file is made again to be shown and checked."""


class ExportDialog(QDialog):
    """1040 x 680. Stays open after the export, with where the file went."""

    exported = Signal(object)
    foreseen = Signal()
    silenced = Signal()
    """Not to be asked again about notes that nobody has approved."""

    def __init__(
        self, session: Session, tasks: Tasks, look: Look, habits: ExportHabits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._written: Path | None = None
        self._asks = habits.ask_unapproved
        self.form = ExportForm(session, look, habits, self)
        self.preview = ExportPreview(look, self)
        self.foot = ExportFoot(self)
        self.sheet = FindingsSheet(look, self)
        self.shown: Foreseen | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING)
        self._lay_out()
        self._wire()
        self._foresee()

    @property
    def written(self) -> Path | None:
        """Where the file went."""
        return self._written

    def export(self) -> None:
        """Write the file; where notes that nobody has approved would leave the firm, ask first."""
        request = self._request()
        if request is None:
            return
        going = [document.uid for document in self._session.documents()]
        going = [request.options.document] if request.options.document else going
        notes = [note for uid in going for note in self._session.notes_of(uid)]
        left = unapproved_for(notes, request.options.profile)
        if self._asks and left.any:
            self._ask(left)
        else:
            self._write()

    def _ask(self, left: Unapproved) -> None:
        from ui.dialogs.unapproved_question import UnapprovedQuestion

        question = UnapprovedQuestion(left, self)
        question.accepted.connect(self._write)
        question.silenced.connect(self._silence)
        question.open()

    def _silence(self) -> None:
        self._asks = False
        self.silenced.emit()

    def _write(self) -> None:
        """Write the file off the window's thread."""
        request = self._request()
        if request is None:
            return
        self.foot.go.setEnabled(False)
        self.foot.say(self.tr("Exporting…"), "hint")
        reviewer, clock = self._session.reviewer, self._session.clock
        self._tasks.run(lambda _job: run_export(request, reviewer, clock), self._done, self._failed, owner=self)

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _foresee(self) -> None:
        """Make the file in memory, off the window's thread, to show it and to look through it."""
        request = self._request()
        if request is None:
            return
        self._fold()
        self.foot.say_unsaved()
        self.foot.say(self.tr("Checking…"), "hint")
        reviewer, clock = self._session.reviewer, self._session.clock
        self._tasks.run(
            lambda _job: foresee(request, reviewer, clock), self._show, self._failed, owner=self, key="foresee"
        )

    def _show(self, foreseen: Foreseen) -> None:
        product = self.form.product
        if product is None:
            return
        self.shown = foreseen
        if product.kind in ("word", "pdf"):
            self.preview.show_policy(foreseen)
        else:
            self.preview.show_memo(foreseen, "" if product.kind == "memo" else product.name)
        self.sheet.show_parts(findings(foreseen, self._session.language))
        self._place_sheet()
        if self.foot.go.isEnabled() and not self.foot.open.isVisible():
            self._say_found(foreseen)
        self.foreseen.emit()

    def _say_found(self, foreseen: Foreseen) -> None:
        parts = findings(foreseen, self._session.language)
        alarming = sum(len(part.lines) for part in parts if part.alert)
        alert = self.tr("{count} to look at before this goes out").format(count=alarming) if alarming else ""
        if foreseen.leaks:
            alert = self.tr("Found in the file: {what}").format(what=kinds_of(foreseen.leaks))
        words = self.tr("Checked: no private remarks, no internal notes, no paths of this computer")
        if foreseen.options.profile == Visibility.INTERNAL.value:
            words = self.tr("Checked: no private remarks, no paths of this computer")
        others = sum(len(part.lines) for part in parts if not part.alert and not part.done)
        self.foot.say_found(alert, others, checked=words)

    def _done(self, report: ExportReport) -> None:
        self._written = report.files[0]
        self.foot.go.setEnabled(True)
        self.foot.say_saved(len(report.left_out) + len(report.moved))
        self._session.record_sent(report.sent)
        self.exported.emit(self._written)

    def _failed(self, error: Exception) -> None:
        self.foot.go.setEnabled(True)
        self.foot.say(sentence_for(error, self._session.language), "alert")

    def _unfold(self) -> None:
        """Show or hide the list of what was checked and found."""
        self.sheet.setVisible(self.sheet.isHidden())
        self._place_sheet()
        self.foot.show_unfolded(unfolded=not self.sheet.isHidden())

    def _fold(self) -> None:
        self.sheet.hide()
        self.foot.show_unfolded(unfolded=False)

    def _place_sheet(self) -> None:
        bottom, most = self.foot.geometry().top(), self.foot.geometry().top() * 2 // 3
        height = min(self.sheet.wanted_height(self.width()), most)
        self.sheet.setGeometry(0, bottom - height, self.width(), height)
        self.sheet.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list above the foot."""
        super().resizeEvent(event)
        self._place_sheet()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _request(self) -> ExportRequest | None:
        product, path = self.form.product, self._session.path
        if product is None or path is None:
            return None
        return ExportRequest(path, self.form.out, product.kind, self.form.options())

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _show_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _wire(self) -> None:
        self.form.changed.connect(self._settling.start)
        self._settling.timeout.connect(self._foresee)
        self.foot.open_wanted.connect(self._open)
        self.foot.folder_wanted.connect(self._show_folder)
        self.foot.list_wanted.connect(self._unfold)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.go.clicked.connect(self.export)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.resize(1040, 680)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.form)
        upper.addWidget(self.preview, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(upper, 1)
        box.addWidget(self.foot)
