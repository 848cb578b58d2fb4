"""What the keys are, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.actions import MENUS, Actions
from ui.look import Look

__all__ = ["AboutDialog", "ShortcutsDialog"]


class ShortcutsDialog(QDialog):
    """Every command with its key, in the order of the menus."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(480, 560)
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        rows = [(self.tr("Risk of the selected words, or of the current note"), "1 – 5")]
        rows += [(self.tr("Back to the text"), "Esc")]
        rows += [_row(actions, name) for _menu, names in MENUS for name in names if _has_key(actions, name)]
        for number, (words, keys) in enumerate(rows):
            name = QLabel(words, page)
            key = QLabel(keys, page)
            key.setFont(look.font(13, strong=True))
            grid.addWidget(name, number, 0)
            grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(rows), 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 16)
        box.addWidget(area)
        box.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignHCenter)


class AboutDialog(QDialog):
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
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 32, 32, 24)
        box.setSpacing(8)
        for label in (title, words, promise, licence):
            label.setWordWrap(True)
            label.setMinimumWidth(380)
            box.addWidget(label)
        box.addSpacing(8)
        box.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignRight)


def _has_key(actions: Actions, name: str) -> bool:
    return bool(name) and name not in ("recent", "theme", "language", "severity") and bool(actions[name].shortcuts())


def _row(actions: Actions, name: str) -> tuple[str, str]:
    action = actions[name]
    keys = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
    return action.text().replace("&", "").rstrip("…"), "  ".join(keys)


def _close_button(dialog: QDialog) -> QPushButton:
    button = QPushButton(QCoreApplication.translate("Dialogs", "Close"), dialog)
    button.setAccessibleName(button.text())
    button.setMinimumHeight(32)
    button.clicked.connect(dialog.accept)
    return button
