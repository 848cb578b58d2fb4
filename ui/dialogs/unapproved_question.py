"""The one question before an export: notes that nobody has approved would leave the firm."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.exporting import Unapproved

__all__ = ["UnapprovedQuestion"]

_WIDTH = 400


class UnapprovedQuestion(Dialog):
    """Accepted when the file may go out all the same; `silenced` says not to ask again."""

    silenced = Signal()

    def __init__(self, left: Unapproved, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not approved yet"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("{count} of the {total} notes that go out are not approved.")
        self.sentence = QLabel(words.format(count=left.drafts + left.waiting, total=left.going), self)
        counts = self.tr("Drafts: {drafts} · for review: {waiting}")
        self.counts = QLabel(counts.format(drafts=left.drafts, waiting=left.waiting), self)
        self.counts.setProperty("look", "hint")
        self.never = QCheckBox(self.tr("Do not ask again"), self)
        self.back = QPushButton(self.tr("Cancel"), self)
        self.go = QPushButton(self.tr("Export anyway"), self)
        self.back.setDefault(True)
        self.accepted.connect(lambda: self.silenced.emit() if self.never.isChecked() else None)
        self._lay_out()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        foot = foot_row(self, self.go, self.back)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        self.sentence.setWordWrap(True)
        for widget in (self.sentence, self.counts, self.never):
            box.addWidget(widget)
        box.addSpacing(8)
        box.addLayout(foot)
