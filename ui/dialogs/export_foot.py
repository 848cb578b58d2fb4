"""The foot of the export window: what was checked or found, what can be done now, the two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QSizePolicy, QWidget

__all__ = ["ExportFoot"]

_NARROWEST, _WIDEST = 160, 560
"""Pixels that what is said takes: it wraps beyond the most, and where the window is narrow."""
_FULL = 100


class ExportFoot(QWidget):
    """56 high; says one thing at a time."""

    open_wanted = Signal()
    folder_wanted = Signal()
    list_wanted = Signal()
    sent_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(max(56, 2 * self.fontMetrics().height() + 16))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.show_found = self._link(self.tr("Show"))
        self.open = self._link(self.tr("Open"))
        self.folder = self._link(self.tr("Show in folder"))
        self.sent = self._link(self.tr("Sent to…"))
        self.whom = QLineEdit(self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.go = QPushButton(self.tr("Export"), self)
        self.go.setProperty("look", "strong")
        self.go.setDefault(True)
        self._wire()
        self._lay_out()

    def say(self, words: str, look: str, *, unfolds: bool = False) -> None:
        """Say something, in the colours of `look`; `unfolds`: there is a list behind it."""
        self.note.setText(words)
        self.note.setToolTip(words)
        self.note.setProperty("look", look)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        one_line = self.note.fontMetrics().horizontalAdvance(words) + 8
        self.note.setMinimumWidth(min(one_line, _NARROWEST))
        self.note.setMaximumWidth(min(one_line, _WIDEST))
        self.show_found.setVisible(unfolds)

    def say_found(self, alert: str, others: int, *, checked: str, proposed: int = 0) -> None:
        """Say what was found: in alert what should be looked at, else that all is well; the rest is behind `Show`.

        What the program `proposed` is no fault, but nobody has looked at it: not green then.
        """
        more = " · " + self.tr("{count} to know").format(count=others) if others else ""
        if proposed:
            more = " · " + self.tr("{count} to look at: nobody wrote it").format(count=proposed) + more
        look = "hint" if proposed else "done"
        self.say((alert or checked) + more, "alert" if alert else look, unfolds=True)

    def say_saved(self, count: int, *, registered: bool = False) -> None:
        """Say that the file is written and was looked through, and offer it; and to say whom it is for."""
        more = " · " + self.tr("{count} to look at").format(count=count) if count else ""
        self.say(self.tr("Saved and checked") + more, "done", unfolds=True)
        self.open.show()
        self.folder.show()
        self.sent.setVisible(registered)
        self._call_cancel(self.tr("Close"))

    def say_unsaved(self) -> None:
        """Take back the offer: what is asked now has not been written."""
        for widget in (self.open, self.folder, self.sent, self.whom):
            widget.hide()

    def show_progress(self, share: float | None) -> None:
        """Show how far the writing is, 0 to 1; a negative share for what cannot be told, None when it is over."""
        at_work = share is not None
        self.bar.setVisible(at_work)
        self.go.setEnabled(not at_work)
        if share is None:
            return
        self._call_cancel(self.tr("Cancel"))
        self.bar.setRange(0, _FULL if share >= 0 else 0)
        self.bar.setValue(round(share * _FULL) if share >= 0 else 0)

    def show_unfolded(self, *, unfolded: bool) -> None:
        """Say what the link does now."""
        self.show_found.setText(self.tr("Hide") if unfolded else self.tr("Show"))
        self.show_found.setAccessibleName(self.show_found.text())

    def _ask_whom(self) -> None:
        self.sent.hide()
        self.whom.show()
        self.whom.setFocus()

    def _say_whom(self) -> None:
        whom = self.whom.text().strip()
        if not whom:
            return
        self.whom.hide()
        self.sent.setText(self.tr("Sent to {whom}").format(whom=whom))
        self.sent.setAccessibleName(self.sent.text())
        self.sent.show()
        self.sent_to.emit(whom)

    def forget_whom(self) -> None:
        """Ask anew whom the next file is for."""
        self.whom.clear()
        self.sent.setText(self.tr("Sent to…"))
        self.sent.setAccessibleName(self.sent.text())

    def _call_cancel(self, words: str) -> None:
        self.cancel.setText(words)
        self.cancel.setAccessibleName(words)

    def _wire(self) -> None:
        self.show_found.clicked.connect(self.list_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.sent.clicked.connect(self._ask_whom)
        self.whom.editingFinished.connect(self._say_whom)

    def _lay_out(self) -> None:
        for button in (self.cancel, self.go):
            button.setAccessibleName(button.text())
        for button, width in ((self.cancel, 88), (self.go, 112)):
            button.setMinimumWidth(width)
            button.setMaximumHeight(max(32, self.fontMetrics().height() + 12))
            # as high as it may be: a style sheet's own least height takes the place of a widget's
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self.bar.setFixedWidth(120)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.whom.setPlaceholderText(self.tr("Who was it sent to?"))
        self.whom.setAccessibleName(self.whom.placeholderText())
        self.whom.setFixedWidth(176)
        self.whom.hide()
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.note, _FULL)
        for widget in (self.bar, self.show_found, self.open, self.folder, self.sent, self.whom):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("look", "link")
        button.setAccessibleName(words)
        button.setMinimumHeight(28)
        button.hide()
        return button
