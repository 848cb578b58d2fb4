"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.dialog import Dialog
from ui.dialogs.room_for_words import RoomForWords
from ui.look import Look

__all__ = ["AboutDialog"]


class AboutDialog(Dialog):
    """Name, version, licence, and the one promise."""

    def __init__(self, version: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Clausemark"))
        title = QLabel(f"Clausemark {version}".rstrip(), self)
        title.setFont(look.font(20, strong=True))
        words = QLabel(self.tr("Mark the clauses of a policy, write risk notes, send them out as Word."), self)
        promise = QLabel(self.tr("Nothing leaves this computer: the program opens no network connection."), self)
        licence = QLabel(self.tr("Licence: Apache-2.0. Icons: Phosphor (MIT)."), self)
        licence.setProperty("look", "hint")
        RoomForWords(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 32, 32, 24)
        box.setSpacing(8)
        for label in (title, words, promise, licence):
            label.setWordWrap(True)
            label.setMinimumWidth(look.px(380))
            box.addWidget(label)
        box.addSpacing(8)
        box.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignRight)


def _close_button(dialog: QDialog) -> QPushButton:
    button = QPushButton(QCoreApplication.translate("Dialogs", "Close"), dialog)
    button.setAccessibleName(button.text())
    button.setMinimumHeight(32)
    button.clicked.connect(dialog.accept)
    return button
