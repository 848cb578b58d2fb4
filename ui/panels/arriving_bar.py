"""What is being read and how far it is, in one line as high as the bar it stands in for; and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy

__all__ = ["ArrivingBar"]

_BAR = 200
_TOLD_FROM = 2
"""A file read in one or two steps tells nothing by them: the bar then only says that something goes on."""


class ArrivingBar(QFrame):
    """44 high; it says, it decides nothing."""

    cancel_wanted = Signal()
    cancel_all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self.setProperty("look", "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = ""
        self._waiting = 0
        self._begun, self._recognising = False, False
        self._pages = (0, 0)
        self.name = QLabel(self)
        self.name.setProperty("look", "title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words = QLabel(self)
        self.words.setProperty("look", "second")
        self.bar = QProgressBar(self)
        self.bar.setFixedSize(_BAR, 8)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self)
        self.cancel_all = QPushButton(self)
        self.cancel_all.setProperty("look", "quiet")
        self._lay_out()
        self.retranslate()
        self.hide()

    def begin(self, name: str, *, recognising: bool = False) -> None:
        """Start with another file; nothing of it is known yet. `recognising`: its pages' words, seconds for each."""
        self._name, self._begun = name, False
        self._recognising, self._pages = recognising, (0, 0)
        self.bar.hide()
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        if total > _TOLD_FROM:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.bar.show()
        if self._recognising:
            self._pages = (done, total)
            self.retranslate()

    def show_beginning(self) -> None:
        """Say that the beginning can be read, and the rest is still to come."""
        self._begun = True
        self.retranslate()

    def set_waiting(self, count: int) -> None:
        """Say how many files come after this one."""
        self._waiting = count
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._show_name()
        words = self._how_far()
        after = self.tr("{count} more after it").format(count=self._waiting)
        self.words.setText(f"{words}  ·  {after}" if self._waiting else words)
        self.bar.setAccessibleName(self.tr("How much of the file has been read"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Cancel") + " (Esc)")
        self.cancel_all.setText(self.tr("Cancel all"))
        self.cancel_all.setVisible(self._waiting > 0)
        for button in (self.cancel, self.cancel_all):
            button.setAccessibleName(button.text())

    def _how_far(self) -> str:
        if self._recognising:
            done, total = self._pages
            words = self.tr("Recognising page {page} of {pages}").format(page=min(done + 1, total), pages=total)
            return words if total else self.tr("Getting ready to recognise its text")
        return self.tr("The rest is still being read") if self._begun else self.tr("Being read")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a long name in its middle, where it says least."""
        super().resizeEvent(event)
        self._show_name()

    def _show_name(self) -> None:
        shown = self.name.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, max(self.name.width(), 80))
        self.name.setText(shown)
        self.name.setToolTip(self._name)
        self.name.setAccessibleName(self._name)

    def _lay_out(self) -> None:
        self.cancel.clicked.connect(self.cancel_wanted)
        self.cancel_all.clicked.connect(self.cancel_all_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.words)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        row.addWidget(self.cancel_all)
