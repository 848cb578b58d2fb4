"""Where the open matter lies: shown whole, its folder opened, a whole copy of it saved elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.errors import sentence_for
from ui.places import MATTER_SUFFIX, free_name

if TYPE_CHECKING:
    from ui.main_window import MainWindow

__all__ = ["MatterPlace", "PlaceLine", "show_in_folder"]


def show_in_folder(path: Path) -> None:
    """Open the folder of a file, with the file chosen in it where the system knows how."""
    if sys.platform == "win32" and path.exists():
        QProcess.startDetached("explorer.exe", ["/select,", str(path)])
    elif sys.platform == "darwin" and path.exists():
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class PlaceLine(QWidget):
    """A path, whole: to be selected, copied, scrolled; and a button that shows it in its folder."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit(str(path), self)
        self.path.setReadOnly(True)
        self.path.setProperty("look", "told")
        self.path.setFrame(False)
        self.path.setToolTip(str(path))
        self.path.setAccessibleName(self.tr("Where this matter lies"))
        self.folder = QPushButton(self.tr("Show in folder"), self)
        self.folder.setAccessibleName(self.folder.text())
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(lambda: show_in_folder(path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.folder)


class MatterPlace(QObject):
    """Connects the commands about the place of the matter's file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        window.actions_of.connect_to("show_in_folder", self.show)
        window.actions_of.connect_to("save_copy", self.ask_copy)
        self._session.matter_changed.connect(self._allow)
        self._allow()

    def show(self) -> None:
        """Show the matter's file in its folder."""
        if self._session.path is not None:
            show_in_folder(self._session.path)

    def ask_copy(self) -> None:
        """Ask where a whole copy is to lie."""
        path = self._session.path
        if path is None:
            return
        self._window.finish_typing()
        named = free_name(path.with_name(self.tr("{matter} (copy)").format(matter=path.stem) + path.suffix))
        kinds = self.tr("Matters") + f" (*{MATTER_SUFFIX})"
        chosen, _kind = QFileDialog.getSaveFileName(self._window, self.tr("Save a copy"), str(named), kinds)
        if chosen:
            self.save_copy(Path(chosen))

    def save_copy(self, to: Path) -> None:
        """Write a whole copy, away from the window's thread; never over the matter itself."""
        path = self._session.path
        to = to if to.suffix.lower() == MATTER_SUFFIX else to.with_name(to.name + MATTER_SUFFIX)
        if path is None or to.absolute() == path.absolute():
            self._window.status.tell(self.tr("A copy needs another name than the matter"))
            return

        def work() -> None:
            from annotations.whole_copy import save_copy

            save_copy(path, to)

        def done(_nothing: None) -> None:
            self._window.status.tell(self.tr("Copy saved: {name}").format(name=to.name))

        self._window.tasks.run(lambda _job: work(), done, self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        self._window.announcements.failed(sentence_for(error, self._session.language))

    def _allow(self) -> None:
        for name in ("show_in_folder", "save_copy"):
            self._window.actions_of[name].setEnabled(self._session.path is not None)
