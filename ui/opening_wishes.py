"""The commands that bring a policy in, or read the shown one in another way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from documents.errors import UnreadableDocument
from ui.bringing import furniture_left_out, pages_unread
from ui.opening import Arrival
from ui.panels.message_bar import Message
from ui.received import Came
from ui.recognising import can_recognise
from ui.settings import matters_folder

if TYPE_CHECKING:
    from ui.dialogs.paste_dialog import PasteDialog
    from ui.main_window import MainWindow

__all__ = ["POLICY_FILES", "OpeningWishes", "folder_to_open"]

POLICY_FILES = (
    "*.docx *.docm *.dotx *.dotm *.xml *.pdf *.html *.htm *.xhtml *.mhtml *.mht *.odt *.ott *.fodt *.epub *.rtf "
    "*.doc *.wps *.eml *.zip *.md *.markdown *.txt"
)


def folder_to_open(window: MainWindow) -> Path:
    """Return where the last file was opened from, else the person's documents: never where the program was started."""
    last = window.preferences.settings.open_folder
    return Path(last) if last and Path(last).is_dir() else matters_folder().parent


class OpeningWishes(QObject):
    """Connects the actions; keeps no state of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        for name in ("open", "paste", "sample", "encoding", "whole_page", "recognise"):
            window.actions_of.connect_to(name, getattr(self, name))

    def open(self) -> None:
        """Ask for policies, or for a matter."""
        names = self.tr("Policies and matters") + f" ({POLICY_FILES} *.clausemark);;"
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open"), str(folder_to_open(self._window)), names + self.tr("All files") + " (*)"
        )
        preferences = self._window.preferences
        if chosen and preferences.settings.keep_recent:
            preferences.change(open_folder=str(Path(chosen[0]).parent))
        self._window.open_files([Path(name) for name in chosen])

    def paste(self) -> None:
        """Take a policy from the clipboard; its name, its lines and how it is read are asked."""
        from ui.dialogs.paste_dialog import PasteDialog

        dialog = PasteDialog(self._window.tasks, self._window.look, self._window)
        dialog.accepted.connect(lambda: self._pasted(dialog))
        dialog.open()

    def _pasted(self, dialog: PasteDialog) -> None:
        pasted = dialog.pasted
        if pasted is not None:
            came = Came(how=dialog.how())
            self._session.arrivals.add(
                Arrival(name=dialog.file_name, data=pasted.data, whole_page=pasted.as_page, came=came)
            )

    def sample(self) -> None:
        """Open the sample policy with its notes, in a matter of its own."""
        from ui.commands.samples import sample_notes, sample_policy

        language = self._session.language
        name, data = sample_policy(language)
        self._session.close()
        self._session.open_bytes(data, name, notes=sample_notes(language))

    def encoding(self) -> None:
        """Ask how the text is to be read."""
        matter, document, policy = self._session.matter, self._session.document, self._session.policy
        if matter is None or document is None or policy is None:
            return
        if self._session.notes:
            words = self.tr(
                "This document has notes already, whose places count in its text as it was read. "
                "Open the file in a matter of its own to read it differently."
            )
            self._window.say(Message("encoding", words))
            return
        from ui.dialogs.encoding_dialog import EncodingDialog

        dialog = EncodingDialog(matter.original(document.latest.uid), policy.encoding, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._session.choose_encoding(dialog.encoding))
        dialog.open()

    def whole_page(self) -> None:
        """Read the shown web page again with all that was left out."""
        policy = self._session.policy
        if policy is None or not furniture_left_out(policy):
            return
        if not self._session.notes:
            self._session.show_whole_page()
            return
        words = self.tr(
            "This page has notes already, whose places count in its text as it was read. "
            "The whole page can stand beside it as a document of its own."
        )
        beside = (self.tr("Open it beside"), lambda: self._session.show_whole_page(beside=True))
        self._window.say(Message("whole_page", words, (beside,)))

    def recognise(self) -> None:
        """Read the shown PDF again with the words of its scanned pages."""
        policy, document = self._session.policy, self._session.document
        if policy is None or document is None or not pages_unread(policy):
            return
        if not can_recognise():
            refusal = UnreadableDocument("no_recogniser", name=document.latest.file_name)
            self._window.say(Message("recognise", refusal.sentence(self._session.language), alert=True))
            return
        if not self._session.notes:
            self._session.recognise_text()
            return
        words = self.tr(
            "This document has notes already, whose places count in its text as it was read. "
            "With the text of its scanned pages it can stand beside this one, as a document of its own."
        )
        beside = (self.tr("Open it beside"), lambda: self._session.recognise_text(beside=True))
        self._window.say(Message("recognise", words, (beside,)))
