"""Which version of the document is shown: a menu of all of them, and the way back to the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from annotations.model import Version
    from ui.main_window import MainWindow

__all__ = ["VersionsShown"]

_LOOKING = "version"


class VersionsShown(QObject):
    """An older version is read only, with the notes where they stood; it can stand beside the latest, too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        window.actions_of.connect_to("versions", self.offer)
        self._session.document_changed.connect(self._tell)
        self._session.matter_changed.connect(self._tell)
        self._session.history_changed.connect(self._allow)

    def menu(self) -> QMenu:
        """Return the versions to choose from, the latest first, here and beside."""
        menu, document, shown = QMenu(self._window), self._session.document, self._session.shown_version
        beside = QMenu(self.tr("Show beside"), menu)
        for version in reversed(() if document is None else document.versions):
            here = menu.addAction(self._words(version))
            here.setCheckable(True)
            here.setChecked(version == shown)
            here.triggered.connect(lambda _on=False, uid=version.uid: self._session.show_version(uid))
            there = beside.addAction(self._words(version))
            there.triggered.connect(lambda _on=False, uid=version.uid: self._beside(uid))
        menu.addSeparator()
        menu.addMenu(beside)
        return menu

    def offer(self) -> None:
        """Let choose a version by the arrow keys or the mouse."""
        if self._session.document is None:
            return
        policy = self._window.work.policy
        menu = self.menu()
        menu.setAccessibleName(self.tr("Versions of this document"))
        menu.popup(policy.mapToGlobal(QPoint(16, 8)))

    def _beside(self, version: str) -> None:
        document = self._session.document
        if document is not None:
            self._window.side_by_side.show(document.uid, version)

    def _words(self, version: Version) -> str:
        words = self.tr("Version {number} · {date} · {file}")
        file = self.tr("a document") if self._session.discreet else version.file_name
        return words.format(number=version.number, date=f"{version.received:%Y-%m-%d}", file=file.replace("&", "&&"))

    def _tell(self) -> None:
        """Say that an older version is shown, and offer the way back."""
        self._allow()
        document, shown = self._session.document, self._session.shown_version
        if document is None or shown is None or not self._session.looking_back:
            self._window.messages.take_back(_LOOKING)
            return
        words = self.tr("Version {number} of {count} is shown as it was, to be read only, its notes where they stood.")
        said = words.format(number=shown.number, count=document.latest.number)
        latest = self.tr("Back to version {number}").format(number=document.latest.number)
        back = (latest, lambda: self._session.show_version(document.latest.uid))
        self._window.say(Message(_LOOKING, said, (back,)))

    def _allow(self) -> None:
        document = self._session.document
        self._window.actions_of["versions"].setEnabled(document is not None and len(document.versions) > 1)
