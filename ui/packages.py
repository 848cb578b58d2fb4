"""A part of the matter goes to another reviewer as a file of its own, and the answer is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from ui.errors import sentence_for
from ui.guard import Guard
from ui.models.due import due_words
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from annotations.merging import MergeReport
    from annotations.package import Package
    from annotations.package_making import MadePackage, Sending
    from ui.main_window import MainWindow

__all__ = ["Packages"]

_KEY = "package"


class Packages(QObject):
    """Connects the command; says of a file that it is such a part when it is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        window.actions_of.connect_to("send_part", self.ask)
        self._session.matter_changed.connect(self._tell, Qt.ConnectionType.QueuedConnection)  # after the bar is emptied
        for fact in (self._session.matter_changed, self._session.document_changed):
            fact.connect(self._allow)
        self._allow()

    # -- out ---------------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask what is to go, and to whom."""
        from ui.dialogs.package_dialog import Offered, PackageDialog

        window, path = self._window, self._session.path
        if path is None or self._session.document is None:
            return
        window.finish_typing()
        notes = window.work.notes
        offered = Offered(
            listed=tuple(note.uid for note in notes.model.shown),
            selected=tuple(notes.list.chosen),
            profile=window.preferences.settings.profile,
            folder=Path(window.preferences.settings.export_folder or path.parent),
        )
        dialog = PackageDialog(self._session, window.look, offered, window)
        dialog.accepted.connect(lambda: self.send(dialog.sending, dialog.place.out))
        dialog.open()

    def send(self, sending: Sending, out: Path) -> None:
        """Write the file away from the window's thread, and the line in the register."""
        matter, clock = self._session.matter, self._session.clock
        if matter is None:
            return
        path, reviewer = matter.path, matter.reviewer

        def work() -> MadePackage:
            from annotations.package_making import make_package

            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return make_package(read, sending, out, clock())

        self._window.status.tell(self.tr("Writing {name}…").format(name=out.name))
        self._window.tasks.run(lambda _job: work(), self._sent, self._failed, owner=self)

    def _sent(self, made: MadePackage) -> None:
        self._window.status.tell("")
        self._session.record_sent(made.sent)
        words = self.tr("“{name}” is written. It opens as any matter; when it comes back: File › Take back an answer.")
        url = QUrl.fromLocalFile(str(made.path.parent))
        show = (self.tr("Show in folder"), lambda: QDesktopServices.openUrl(url))
        self._window.say(Message("sent", words.format(name=made.path.name), (show,), stays=True))

    # -- back --------------------------------------------------------------------------------------------------------

    def take_back(self, path: Path) -> None:
        """Say what an answer, or another copy of the matter, would bring; it is taken in when that is wanted."""
        self._window.merging.ask((path,))

    def show(self, report: MergeReport) -> None:
        """Show what the answers among what was merged brought, note by note."""
        from annotations.returned import Returned
        from ui.dialogs.returned_dialog import BroughtBack

        matter = self._session.matter
        if matter is None:
            return
        for answer in report.answers:
            found = matter.document(answer.package.document)
            returned = Returned(found.latest.number, came=answer.came)
            self._session.brought_back.emit(BroughtBack(answer.name, found.uid, returned, wrote=not answer.is_empty))

    # -- a part that is open -----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say that what was opened is a part, by whom it was sent, until when, with what words."""
        mark = None
        with Guard(self._failed):
            mark = None if self._session.matter is None else self._session.matter.package()
        if mark is not None:
            self._window.say(Message(_KEY, self._words(mark)))

    def _words(self, mark: Package) -> str:
        who = mark.sent_by if mark.sent_by.strip("—") else ""
        told = [self.tr("A part of a matter, sent for review by {who}.").format(who=who)] if who else []
        told = told or [self.tr("A part of a matter, sent for review.")]
        if mark.due:
            told.append(self.tr("Until: {due}.").format(due=due_words(mark.due, self._session.language)))
        if mark.message:
            told.append(self.tr("“{words}”").format(words=mark.message))
        told.append(self.tr("Write what you think and send this file back."))
        return " ".join(told)

    def _allow(self) -> None:
        self._window.actions_of["send_part"].setEnabled(self._session.document is not None)

    def _failed(self, error: Exception) -> None:
        self._window.status.tell("")
        self._window.announcements.failed(sentence_for(error, self._session.language))
