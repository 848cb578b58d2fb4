"""The foot of the export window: what was checked or found, what can be done now, the two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

__all__ = ["ExportFoot"]

_WIDEST = 560
"""Pixels up to which what is said stands in one line."""


class ExportFoot(QWidget):
    """56 high; says one thing at a time."""

    open_wanted = Signal()
    folder_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(56)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.show_found = self._link(self.tr("Show"))
        self.open = self._link(self.tr("Open"))
        self.folder = self._link(self.tr("Show in folder"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.go = QPushButton(self.tr("Export"), self)
        self.go.setProperty("look", "strong")
        self.go.setDefault(True)
        self.show_found.clicked.connect(self.list_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self._lay_out()

    def say(self, words: str, look: str, *, unfolds: bool = False) -> None:
        """Say something, in the colours of `look`; `unfolds`: there is a list behind it."""
        self.note.setText(words)
        self.note.setProperty("look", look)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setWordWrap(False)
        one_line = self.note.sizeHint().width() + 4
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(min(one_line, _WIDEST))
        self.show_found.setVisible(unfolds)

    def say_found(self, alert: str, others: int, *, checked: str) -> None:
        """Say what was found: in alert what should be looked at, else that all is well; the rest is behind `Show`."""
        more = " · " + self.tr("{count} to know").format(count=others) if others else ""
        self.say((alert or checked) + more, "alert" if alert else "done", unfolds=True)

    def say_saved(self, count: int) -> None:
        """Say that the file is written and was looked through, and offer it."""
        more = " · " + self.tr("{count} to look at").format(count=count) if count else ""
        self.say(self.tr("Saved and checked") + more, "done", unfolds=True)
        self.open.show()
        self.folder.show()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setAccessibleName(self.cancel.text())

    def say_unsaved(self) -> None:
        """Take back the offer: what is asked now has not been written."""
        self.open.hide()
        self.folder.hide()

    def show_unfolded(self, *, unfolded: bool) -> None:
        """Say what the link does now."""
        self.show_found.setText(self.tr("Hide") if unfolded else self.tr("Show"))
        self.show_found.setAccessibleName(self.show_found.text())

    def _lay_out(self) -> None:
        for button in (self.cancel, self.go):
            button.setAccessibleName(button.text())
        self.cancel.setFixedSize(88, 32)
        self.go.setFixedSize(112, 32)
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.note)
        for button in (self.show_found, self.open, self.folder):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("look", "link")
        button.setAccessibleName(words)
        button.setMinimumHeight(28)
        button.setAutoDefault(False)
        button.hide()
        return button
