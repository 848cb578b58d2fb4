"""Pasting a policy that came in a mail or a chat: a name, the text, nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.dialogs.foot_row import foot_row

__all__ = ["PasteDialog"]


class PasteDialog(QDialog):
    """Takes what is on the clipboard, if it is text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste text"))
        self.resize(640, 520)
        self.name = QLineEdit(self.tr("Pasted policy"), self)
        self.name.setAccessibleName(self.tr("Name of the policy"))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Text of the policy"))
        self.text.setPlaceholderText(self.tr("Paste the text of the policy here"))
        self.text.setPlainText(QGuiApplication.clipboard().text())
        self.take = QPushButton(self.tr("Review this text"), self)
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)
        self.text.textChanged.connect(self._allow)
        self._lay_out()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    def _lay_out(self) -> None:
        foot = foot_row(self, self.take, QPushButton(self.tr("Cancel"), self))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addWidget(self._label(self.tr("Name")))
        box.addWidget(self.name)
        box.addSpacing(4)
        box.addWidget(self._label(self.tr("Text")))
        box.addWidget(self.text, 1)
        box.addSpacing(8)
        box.addLayout(foot)

    @property
    def file_name(self) -> str:
        """What the document is called in the matter."""
        return f"{self.name.text().strip() or self.tr('Pasted policy')}.txt"

    @property
    def data(self) -> bytes:
        """The text as a file would hold it."""
        return self.text.toPlainText().encode("utf-8", "replace")

    def _allow(self) -> None:
        self.take.setEnabled(bool(self.text.toPlainText().strip()))

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("look", "head")
        return label
