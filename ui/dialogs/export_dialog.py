"""The export window: the form at the left, what will go out at the right, what was checked at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotations.model import Visibility
from ui.dialog import Dialog
from ui.dialogs.export_findings import FindingsSheet, Part, findings, kinds_of
from ui.dialogs.export_foot import ExportFoot
from ui.dialogs.export_form import ExportForm
from ui.dialogs.export_preview import ExportPreview
from ui.dialogs.export_products import REPORTS
from ui.dialogs.export_to_decide import NAME, proposals, unnamed
from ui.dialogs.export_writing import ExportWriting
from ui.errors import sentence_for
from ui.export_kept import KeptExports
from ui.exporting import ExportHabits, ExportRequest, Unapproved, unapproved_for
from ui.foreseeing import Foreseen, foresee
from ui.look import Look
from ui.real_pages import can_be_had, draw_pages
from ui.session import Session
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from export.writer import ExportReport

__all__ = ["ExportDialog"]

_SETTLING = 150
"""Milliseconds after the last answer before the file is made again to be shown and checked."""


class ExportDialog(Dialog):
    """1040 x 680. Stays open after the export, with where the file went."""

    exported = Signal(object)
    foreseen = Signal()
    laid_out = Signal()
    """The real pages are all there."""
    silenced = Signal()
    """Not to be asked again about notes that nobody has approved."""

    def __init__(
        self, session: Session, tasks: Tasks, look: Look, habits: ExportHabits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._tasks = tasks
        self._written: Path | None = None
        self._asks = habits.ask_unapproved
        self._kept = KeptExports(habits.kept)
        self._line = ""
        self._laying_out: Job | None = None
        self.form = ExportForm(session, tasks, look, habits, self._kept.of(self._matter_key()))
        self.preview = ExportPreview(look, self)
        self.foot = ExportFoot(self)
        self.sheet = FindingsSheet(look, self)
        self.writing = ExportWriting(session, tasks, self)
        self.shown: Foreseen | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING)
        self._lay_out()
        self._wire()
        self._say_checking()
        self._foresee()
        self.form.products.take_focus()

    @property
    def written(self) -> Path | None:
        """Where the file went."""
        return self._written

    def export(self) -> None:
        """Write the file; where notes that nobody has approved would leave the firm, ask first."""
        request = self._request()
        if request is None:
            return
        if self.form.lacks:
            self.foot.say(self.form.lacks, "alert")
            return
        going = [document.uid for document in self._session.documents()]
        going = [request.options.document] if request.options.document else going
        notes = [note for uid in going for note in self._session.notes_of(uid)]
        left = unapproved_for(notes, request.options.profile)
        if self._asks and left.any:
            self._ask(left)
        else:
            self._write()

    def reject(self) -> None:
        """Call off what is being written; else close."""
        if self.writing.under_way:
            self.writing.call_off()
            return
        self._give_up_pages()
        super().reject()

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
        request = self._request()
        if request is None or self.writing.under_way:
            return
        self.foot.say_unsaved()
        self.foot.say(self.tr("Exporting…"), "hint")
        self.writing.start(request)

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        """Take back what was said of other answers, and look again when no more of them come."""
        self._settling.start()
        if not self.writing.under_way:
            self._fold()
            self.foot.say_unsaved()
            self._say_checking()

    def _say_checking(self) -> None:
        self.foot.say(self.form.lacks or self.tr("Checking…"), "hint")

    def _foresee(self) -> None:
        """Make the file in memory, off the window's thread, to show it and to look through it."""
        request = self._request()
        if request is None:
            return
        self._give_up_pages()
        if self.form.lacks:
            return
        reviewer, clock = self._session.reviewer, self._session.clock
        self._tasks.run(
            lambda job: foresee(request, reviewer, clock, job), self._show, self._refused, owner=self, key="foresee"
        )

    def _show(self, foreseen: Foreseen) -> None:
        product = self.form.product
        if product is None:
            return
        self.shown = foreseen
        self.preview.show_foreseen(foreseen, "" if product.kind in (*REPORTS, "word", "changes") else product.name)
        self.sheet.show_parts(self._parts(foreseen))
        self._place_sheet()
        if not self.writing.under_way and not self.foot.open.isVisible():
            self._say_found(foreseen)
        self._show_real()
        self.foreseen.emit()

    def _parts(self, foreseen: Foreseen) -> tuple[Part, ...]:
        found = findings(foreseen, self._session.language)
        return (*unnamed(self.form), *proposals(self._session, foreseen), *found)

    def _go_to_field(self, name: str) -> None:
        """Go to where that is written which nobody has written yet."""
        self._fold()
        if name == NAME:
            self.form.ask_name()
            return
        from ui.dialogs.details_dialog import DetailsDialog

        details = DetailsDialog(self._session, self._look, self)
        details.finished.connect(self._changed)
        details.open()
        details.go_to(name)

    def _say_found(self, foreseen: Foreseen) -> None:
        parts = self._parts(foreseen)
        alarming = sum(len(part.lines) for part in parts if part.alert)
        alert = self.tr("{count} to look at before this goes out").format(count=alarming) if alarming else ""
        if self.form.unnamed:
            alert = self.form.unnamed
        if foreseen.leaks:
            alert = self.tr("Found in the file: {what}").format(what=kinds_of(foreseen.leaks))
        words = self.tr("Checked: no private remarks, no internal notes, no paths of this computer")
        if foreseen.options.profile == Visibility.INTERNAL.value:
            words = self.tr("Checked: no private remarks, no paths of this computer")
        proposed = sum(len(part.lines) for part in parts if part.look)
        others = sum(len(part.lines) for part in parts if not (part.alert or part.done or part.look))
        self.foot.say_found(alert, others, checked=words, proposed=proposed)

    def _done(self, report: ExportReport) -> None:
        self._written = report.files[0]
        self.foot.show_progress(None)
        self.foot.forget_whom()
        self.foot.say_saved(len(report.left_out) + len(report.moved), registered=self._registered(report))
        self._kept.keep(self._matter_key(), self.form.kept)
        self.form.next_name()
        self.exported.emit(self._written)

    def _registered(self, report: ExportReport) -> bool:
        """Write the file into the register of what was sent, where the matter takes a line."""
        matter = self._session.matter
        if matter is None or self._session.read_only:
            return False
        self._session.record_sent(report.sent)
        line = next((one for one in reversed(matter.register()) if one.sha256 == report.sent.get("sha256")), None)
        self._line = line.uid if line is not None else ""
        return bool(self._line)

    def _say_whom(self, whom: str) -> None:
        if self._line:
            self._session.set_sent_to(self._line, whom)

    def _refused(self, error: Exception) -> None:
        self.foot.show_progress(None)
        self.foot.say(sentence_for(error, self._session.language), "alert")

    def _called_off(self) -> None:
        self.foot.show_progress(None)
        self.foot.say(self.tr("Called off. Nothing was written."), "hint")

    # -- real pages --------------------------------------------------------------------------------------------------

    def _show_real(self) -> None:
        """Lay the pages out where they are wanted and can be had."""
        foreseen = self.shown
        laid_out = foreseen is not None and foreseen.kind == "pdf"  # its pages are what goes out: nothing else is shown
        there = foreseen is not None and can_be_had(foreseen.kind)
        wanted = there and self.preview.real.isChecked()
        self.preview.offer_real(there=there, shown=wanted)
        if foreseen is None or not (wanted or laid_out):
            return
        data = foreseen.data
        self.preview.say_at_work(at_work=True)
        self._laying_out = self._tasks.run(
            lambda job: draw_pages(data, job, laid_out=laid_out),
            self._all_pages,
            self._no_pages,
            owner=self,
            key="real-pages",
            on_piece=self._show_page,
        )

    def _show_page(self, page: tuple[int, int, QImage]) -> None:
        self.preview.show_real(*page)

    def _all_pages(self, _count: int) -> None:
        self._laying_out = None
        self.laid_out.emit()

    def _no_pages(self, error: Exception) -> None:
        self._laying_out = None
        self.preview.offer_real(there=self.shown is not None and can_be_had(self.shown.kind), shown=False)
        self.preview.say_at_work(at_work=False)
        self.foot.say(sentence_for(error, self._session.language), "alert")

    def _give_up_pages(self) -> None:
        if self._laying_out is not None:
            self._laying_out.cancel()
            self._laying_out = None
            self.preview.say_at_work(at_work=False)

    def _real_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self._give_up_pages()
        if wanted:
            self._show_real()
        elif self.shown is not None:
            self._show(self.shown)

    # -- inside ------------------------------------------------------------------------------------------------------

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

    def _matter_key(self) -> str:
        """Return what stands for the matter where choices are remembered: its first document's id."""
        documents = self._session.documents()
        return documents[0].uid if documents else ""

    def _request(self) -> ExportRequest | None:
        form, path = self.form.form, self._session.path
        if form is None or path is None:
            return None
        return ExportRequest(path, self.form.out, form.kind, self.form.options())

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _show_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _wire(self) -> None:
        self.form.changed.connect(self._changed)
        self._settling.timeout.connect(self._foresee)
        self.foot.open_wanted.connect(self._open)
        self.foot.folder_wanted.connect(self._show_folder)
        self.foot.list_wanted.connect(self._unfold)
        self.sheet.field_wanted.connect(self._go_to_field)
        self.foot.sent_to.connect(self._say_whom)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.go.clicked.connect(self.export)
        self.preview.real_wanted.connect(self._real_wanted)
        self.writing.written.connect(self._done)
        self.writing.failed.connect(self._refused)
        self.writing.called_off.connect(self._called_off)
        self.writing.moved.connect(self.foot.show_progress)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self.preview.turn(step))

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
