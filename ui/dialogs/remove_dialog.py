"""Asks before a document goes: hidden, which undo takes back, or for good, which nothing does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row

__all__ = ["RemoveDialog"]


class RemoveDialog(Dialog):
    """Says clearly what each way does; the harmless one is chosen."""

    def __init__(self, name: str, notes: int, *, sent: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Take a document out of the matter"))
        head = QLabel(self.tr("“{name}” · notes: {count}").format(name=name, count=notes), self)
        head.setProperty("look", "title")
        self.hide_it = QRadioButton(self.tr("Take it out"), self)
        self.for_good = QRadioButton(self.tr("Remove it for good: it never should have been here"), self)
        self.hide_it.setChecked(True)
        self.go = QPushButton(self.hide_it.text(), self)
        self.go.setProperty("look", "strong")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addWidget(head)
        box.addSpacing(4)
        box.addWidget(self.hide_it)
        box.addWidget(self._hint(self.tr("It is no longer shown or sent. Undo brings it back with its notes.")))
        box.addSpacing(8)
        box.addWidget(self.for_good)
        for words in self._warnings(sent=sent):
            box.addWidget(self._hint(words))
        box.addSpacing(8)
        box.addLayout(foot_row(self, self.go, QPushButton(self.tr("Cancel"), self)))
        self.for_good.toggled.connect(self._name_button)

    def _warnings(self, *, sent: bool) -> tuple[str, ...]:
        gone = self.tr(
            "Its file, its text, its notes and every word of them in the list of changes leave the matter now. "
            "Nothing brings them back. That it was removed, when and by whom stays in the audit trail."
        )
        copies = self.tr(
            "Copies are not touched: backups, mails, other versions that a synchronising folder keeps. A copy that is "
            "merged later does not bring it back."
        )
        register = self.tr("It was sent to someone before: the register keeps that, without its name.")
        return (gone, copies, register) if sent else (gone, copies)

    def _hint(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("look", "second")
        label.setWordWrap(True)
        label.setContentsMargins(24, 0, 0, 0)
        label.setMinimumWidth(440)
        return label

    def _name_button(self, for_good: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self.go.setText(self.tr("Remove for good") if for_good else self.hide_it.text())
        self.go.setAccessibleName(self.go.text())
