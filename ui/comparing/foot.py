"""The foot of the comparison: what is going on, what was written, and the note that can be made on a change."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotations.model import Severity
from ui.icons import icon
from ui.labels import severity_label
from ui.look import Look
from ui.shapes import shape_icon

__all__ = ["Foot", "NoteButtons"]


class NoteButtons(QWidget):
    """Five severities and a note to be written; each with the key that does the same."""

    severity_chosen = Signal(object)
    note_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(self.tr("Note on this change"), self)
        words.setProperty("look", "second")
        self.severities = {severity: QToolButton(self) for severity in Severity}
        self.write = QToolButton(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        box.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(4)
        box.addLayout(row)
        for number, (severity, button) in enumerate(self.severities.items(), start=1):
            self._name(button, severity_label(severity), str(number))
            button.setText(str(number))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(shape_icon(severity, look.theme, look.px(16)))
            button.setIconSize(QSize(look.px(16), look.px(16)))
            button.clicked.connect(lambda _checked=False, severity=severity: self.severity_chosen.emit(severity))
            row.addWidget(button)
        self._name(self.write, self.tr("Write a note"), "N")
        self.write.setIcon(icon("note-pencil", look.theme.second, look.px(20)))
        self.write.setIconSize(QSize(look.px(20), look.px(20)))
        self.write.clicked.connect(self.note_wanted)
        row.addWidget(self.write)
        row.addStretch(1)

    def allow(self, *, writing: bool, why: str) -> None:
        """Let notes be made, or say why they cannot be."""
        for button in (*self.severities.values(), self.write):
            button.setEnabled(writing)
        self.setToolTip("" if writing else why)

    def _name(self, button: QToolButton, words: str, key: str) -> None:
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Foot(QWidget):
    """Says one thing at a time; what was written can be opened from here."""

    open_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.open = self._link(self.tr("Open"))
        self.folder = self._link(self.tr("Show in folder"))
        self.open.clicked.connect(self.open_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(self.open)
        row.addWidget(self.folder)
        self.setMinimumHeight(40)

    def say(self, words: str, look: str = "second", *, written: bool = False) -> None:
        """Say something in the colours of a look; `written`: there is a file to open."""
        self.said.setText(words)
        self.said.setToolTip(words)
        self.said.setProperty("look", look)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.open.setVisible(written)
        self.folder.setVisible(written)

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("look", "link")
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        button.hide()
        return button
