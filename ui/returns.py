"""What the window does with files that come back: asks whether to take them back, shows what they brought."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from ui.announcements import ABOUT_FILE
from ui.panels.message_bar import Message
from ui.places import MATTER_SUFFIX

if TYPE_CHECKING:
    from annotations.model import Document
    from ui.dialogs.returned_dialog import BroughtBack
    from ui.main_window import MainWindow
    from ui.opening import ReadFile
    from ui.reports_back import FoundAnswers

__all__ = ["Returns"]


class Returns(QObject):
    """Listens to the session; keeps nothing but the dialog that is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        window.actions_of.connect_to("take_back", self.choose_file)
        self._session.return_found.connect(self._ask)
        self._session.comments_found.connect(self._offer)
        self._session.brought_back.connect(self._show)
        self._session.report_found.connect(self._ask_about_report)
        self._session.answers_found.connect(self._choose)

    def choose_file(self) -> None:
        """Ask for the file that came back, and take it into the shown document."""
        document = self._session.document
        if document is None or self._session.read_only:
            return
        kinds = self.tr("Policies with comments, reports, parts sent for review")
        kinds += f" (*.docx *.docm *.pdf *.xlsx *{MATTER_SUFFIX});;"
        names = kinds + self.tr("All files") + " (*)"
        chosen, _kind = QFileDialog.getOpenFileName(self._window, self.tr("Take back"), "", names)
        if chosen.lower().endswith(MATTER_SUFFIX):
            self._window.packages.take_back(Path(chosen))
        elif chosen:
            self._session.read_back(Path(chosen), document.uid)

    def _ask(self, file: ReadFile, document: Document, count: int) -> None:
        """Say that a file is one of ours and ask what it is to be."""
        self._window.status.tell("")
        words = self.tr("{file} holds {count} of your comments on “{title}”: it seems to have come back.")
        said = words.format(file=file.name, count=count, title=document.title or document.latest.file_name)
        take = (self.tr("Take back what was answered"), lambda: self._session.take_back(file, document.uid))
        new = (self.tr("Open as a new document"), lambda: self._session.keep_as_new(file))
        self._window.say(Message(f"{ABOUT_FILE}{file.name}/back", said, (take, new)))

    def _ask_about_report(self, file: ReadFile) -> None:
        """Say that a file is a report of ours and ask what it is to be."""
        self._window.status.tell("")
        said = self.tr("{file} is a report of yours: it seems to have come back.").format(file=file.name)
        take = (self.tr("Look at what was changed"), lambda: self._session.take_report(file))
        new = (self.tr("Open as a new document"), lambda: self._session.keep_as_new(file))
        self._window.say(Message(f"{ABOUT_FILE}{file.name}/back", said, (take, new)))

    def _choose(self, found: FoundAnswers) -> None:
        """Show what a report asks for; where it asks for nothing, say so."""
        from ui.dialogs.answers_dialog import AnswersDialog

        self._window.status.tell("")
        if not found.answers.asked:
            self._session.take_answers(found, ())
            return
        notes = self._session.every_note()
        dialog = AnswersDialog(found.answers, notes, self._window.look, self._session.language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda chosen: self._session.take_answers(found, chosen))
        dialog.show()

    def _offer(self, document: Document, count: int) -> None:
        """Offer to make notes of the comments that a file came with."""
        name = document.latest.file_name

        def words() -> Message:
            said = self.tr("Comments are in {file}: {count}.").format(count=count, file=name)
            take = (self.tr("Bring them in as notes"), lambda: self._session.take_comments(document.uid))
            return Message(f"{ABOUT_FILE}{name}/comments", said, (take,), about=document.uid)

        self._window.say(words)

    def _show(self, back: BroughtBack) -> None:
        from ui.dialogs.returned_dialog import ReturnedDialog

        self._window.status.tell("")
        self._window.messages.take_back(f"{ABOUT_FILE}{back.name}/back")
        self._window.messages.take_back(f"{ABOUT_FILE}{back.name}/comments")
        notes = self._session.notes_of(back.document)
        dialog = ReturnedDialog(back, notes, self._window.look, self._session.language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.undo.setVisible(back.wrote)
        dialog.note_wanted.connect(lambda uid: self._go_to(back.document, uid))
        dialog.undo_wanted.connect(self._window.actions_of["undo"].trigger)
        self._session.history_changed.connect(dialog.outlive)
        dialog.show()

    def _go_to(self, document: str, note: str) -> None:
        if self._session.document is None or self._session.document.uid != document:
            self._session.show_document(document)
        if self._session.note(note) is not None:
            self._window.work.go_to_note(note)
