"""What the commands about the matter as a whole do: details, documents, register, merging, closing, discreet mode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.errors import sentence_for
from ui.guard import Guard
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from export.archive.closing import Closed
    from ui.dialogs.documents_dialog import DocumentsDialog
    from ui.main_window import MainWindow

__all__ = ["MatterWishes"]


class MatterWishes(QObject):
    """Connects the actions; keeps no state of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        for name in ("documents", "details", "register", "archive", "remove_document", "empty_recent"):
            window.actions_of.connect_to(name, getattr(self, name))
        window.actions_of["discreet"].toggled.connect(self._discreet)
        window.actions_of["keep_recent"].toggled.connect(self._keep_recent)
        window.preferences.changed.connect(self._follow)
        for fact in (self._session.matter_changed, self._session.document_changed, self._session.documents_changed):
            fact.connect(self._allow)
        self._session.erased.connect(self._erased)
        self._follow()
        self._allow()

    # -- windows beside the work -------------------------------------------------------------------------------------

    def documents(self) -> None:
        """Show the documents of the matter with what is open in each."""
        from ui.dialogs.documents_dialog import DocumentsDialog

        if self._session.matter is None:
            return
        window = self._window
        dialog = DocumentsDialog(self._session, window.tasks, window.look, window)
        dialog.document_wanted.connect(lambda uid: self._show(dialog, uid))
        dialog.beside_wanted.connect(lambda uid: self._beside(dialog, uid))
        dialog.removal_wanted.connect(self.ask_removal)
        dialog.show()

    def _show(self, dialog: DocumentsDialog, uid: str) -> None:
        if uid:
            self._window.finish_typing()
            self._session.show_document(uid)
            dialog.accept()

    def _beside(self, dialog: DocumentsDialog, uid: str) -> None:
        if uid:
            self._window.side_by_side.show(uid)
            dialog.accept()

    def details(self) -> None:
        """Ask for what a memo says about the job itself; complete it from earlier matters."""
        from ui.dialogs.details_dialog import DetailsDialog

        if self._session.matter is None:
            return
        self._window.finish_typing()
        dialog = DetailsDialog(self._session, self._window.look, self._window)
        recent = [Path(name) for name in self._window.preferences.settings.recent]

        def earlier() -> dict[str, tuple[str, ...]]:
            from annotations.overview import details_of

            return details_of(recent)

        self._window.tasks.run(lambda _job: earlier(), dialog.offer, lambda _error: None, owner=dialog)
        dialog.show()

    def register(self) -> None:
        """Show what was sent."""
        from ui.dialogs.register_dialog import RegisterDialog

        if self._session.matter is None:
            return
        dialog = RegisterDialog(self._session, self._window)
        dialog.save_wanted.connect(self.save_register)
        dialog.show()

    def save_register(self, path: Path) -> None:
        """Write the register as a table."""
        from annotations.register import as_csv
        from export.whole_file import write_whole

        matter = self._session.matter
        if matter is None:
            return
        names = {v.uid: v.file_name for document in matter.documents() for v in document.versions}
        with Guard(self._failed):
            write_whole(path, as_csv(matter.register(), lambda uid: names.get(uid, uid), self._session.language))
            self._window.status.tell(self.tr("Saved"))

    # -- copies and closing ------------------------------------------------------------------------------------------

    def take_in(self, other: Path) -> None:
        """Show what a copy brings, and merge it when that is wanted."""
        self._window.merging.ask((other,))

    def archive(self) -> None:
        """Ask for a folder, and put everything of the matter into a new one in it."""
        path = self._session.path
        if path is None:
            return
        self._window.finish_typing()
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Close into which folder?"), str(path.parent))
        if chosen:
            self.close_into(Path(chosen) / self.tr("{matter} (closed)").format(matter=path.stem))

    def close_into(self, folder: Path) -> None:
        """Write everything of the matter into a folder, away from the window's thread."""
        matter, clock, session = self._session.matter, self._session.clock, self._session
        if matter is None:
            return
        path, reviewer, language = matter.path, matter.reviewer, session.language
        kept = self._window.preferences.settings.export_folder
        places = tuple(Path(place) for place in dict.fromkeys((str(path.parent), kept)) if place)

        def work() -> Closed:
            from export.archive.closing import Closing, close_matter
            from ui.places import free_name

            how = Closing(now=clock(), who=reviewer.name, language=language, places=places)
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return close_matter(read, free_name(folder), how)

        self._window.status.tell(self.tr("Closing the matter into a folder…"))
        self._window.tasks.run(lambda _job: work(), self._closed, self._failed, owner=self)

    def _closed(self, closed: Closed) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        self._window.status.tell("")
        words = self.tr("All of it is in “{folder}”: {count} files, with their fingerprints.")
        told = [words.format(folder=closed.folder.name, count=len(closed.files))]
        if closed.missing:
            names = ", ".join(one.file_name for one in closed.missing[:3])
            told.append(self.tr("Sent, but not found any more: {files}").format(files=names))
        url = QUrl.fromLocalFile(str(closed.folder))
        show: Callable[[], object] = lambda: QDesktopServices.openUrl(url)  # noqa: E731 - a message's own wish
        self._window.say(Message("closed", " ".join(told), ((self.tr("Show in folder"), show),), stays=True))

    # -- a document that goes ----------------------------------------------------------------------------------------

    def remove_document(self) -> None:
        """Ask how the shown document is to go."""
        if self._session.document is not None:
            self.ask_removal(self._session.document.uid)

    def ask_removal(self, uid: str) -> None:
        """Ask how a document is to go: hidden, or for good."""
        from ui.dialogs.remove_dialog import RemoveDialog

        session = self._session
        document = next((one for one in session.documents() if one.uid == uid), None)
        if document is None or session.matter is None or session.read_only:
            return
        self._window.finish_typing()
        versions = {version.uid for version in document.versions}
        sent = any(versions & set(one.versions) for one in session.matter.register())
        name, notes = session.document_name(document), len(session.notes_of(uid))
        dialog = RemoveDialog(name, notes, sent=sent, parent=self._window)
        dialog.accepted.connect(lambda: self.remove(uid, name, for_good=dialog.for_good.isChecked()))
        dialog.open()

    def remove(self, uid: str, name: str, *, for_good: bool) -> None:
        """Let a document go, and say what is left of it."""
        if for_good:
            self._session.erase_document(uid)
        elif self._session.remove_document(uid):
            undo = (self.tr("Undo"), self._window.actions_of["undo"].trigger)
            self._window.say(Message("removed", self.tr("“{name}” was taken out.").format(name=name), (undo,)))

    def _erased(self) -> None:
        self._window.say(Message("removed", self.tr("It was removed for good.")))
        self._window.copies.tell_after_removal()

    # -- what others may see -----------------------------------------------------------------------------------------

    def empty_recent(self) -> None:
        """Forget what was open lately."""
        self._window.preferences.change(recent=(), open_folder="")

    def _keep_recent(self, keep: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        kept = self._window.preferences.settings.recent if keep else ()
        self._window.preferences.change(keep_recent=keep, recent=kept, open_folder="")

    def _discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self._window.preferences.change(discreet=discreet)

    def _follow(self) -> None:
        settings, acts = self._window.preferences.settings, self._window.actions_of
        acts["discreet"].setChecked(settings.discreet)
        acts["keep_recent"].setChecked(settings.keep_recent)
        acts["empty_recent"].setEnabled(bool(settings.recent))
        self._session.set_discreet(discreet=settings.discreet)

    def _allow(self) -> None:
        session, acts = self._session, self._window.actions_of
        for name in ("documents", "details", "register", "archive"):
            acts[name].setEnabled(session.matter is not None)
        acts["side_by_side"].setEnabled(session.document is not None)
        acts["remove_document"].setEnabled(not session.read_only and session.document is not None)

    def _failed(self, error: Exception) -> None:
        self._window.announcements.failed(sentence_for(error, self._session.language))
