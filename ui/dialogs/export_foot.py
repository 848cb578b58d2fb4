"""The foot of the export window: what was checked or found, what can be done now, the two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QSizePolicy, QWidget

from annotations.model import Visibility
from ui.leaks import Secret, SecretKind

__all__ = ["ExportFoot"]

_MOST_SHOWN = 12
_WIDEST = 560
"""Pixels up to which what is said stands in one line."""


class ExportFoot(QWidget):
    """56 high; says one thing at a time."""

    open_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: tuple[str, ...] = ()
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
        self.show_found.clicked.connect(self._tell_details)
        self.open.clicked.connect(self.open_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self._lay_out()

    def say(self, words: str, look: str, details: Sequence[str] = ()) -> None:
        """Say something, in the colours of `look`; `details` are shown when asked for."""
        self.note.setText(words)
        self.note.setProperty("look", look)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setWordWrap(False)
        one_line = self.note.sizeHint().width() + 4
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(min(one_line, _WIDEST))
        self._details = tuple(details)
        self.show_found.setVisible(bool(details))

    def say_checked(self, found: Sequence[Secret], profile: Visibility) -> None:
        """Say what was looked for in the file and what was found."""
        if found:
            words = self.tr("Found in the file: {what}").format(what=self._kinds(found))
            self.say(words, "alert", [self._sentence(secret) for secret in found])
        elif profile is Visibility.INTERNAL:
            self.say(self.tr("Checked: no private remarks, no paths of this computer"), "done")
        else:
            words = self.tr("Checked: no private remarks, no internal notes, no paths of this computer")
            self.say(words, "done")

    def say_saved(self, found: Sequence[Secret], left: Sequence[str]) -> None:
        """Say that the file is written, and offer it."""
        if found:
            self.say_checked(found, Visibility.CLIENT)
        else:
            more = " · " + self.tr("{count} to look at").format(count=len(left)) if left else ""
            self.say(self.tr("Saved") + more, "done", left)
        self.open.show()
        self.folder.show()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setAccessibleName(self.cancel.text())

    def say_unsaved(self) -> None:
        """Take back the offer: what is asked now has not been written."""
        self.open.hide()
        self.folder.hide()

    def _kinds(self, found: Sequence[Secret]) -> str:
        names = {
            SecretKind.REMARK: self.tr("private remarks"),
            SecretKind.NOTE: self.tr("notes that should stay in"),
            SecretKind.PATH: self.tr("a path of this computer"),
        }
        return " · ".join(name for kind, name in names.items() if any(secret.kind is kind for secret in found))

    def _sentence(self, secret: Secret) -> str:
        return f"#{secret.number}  {secret.words}" if secret.number else secret.words

    def _tell_details(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Export"))
        box.setText(self.note.text())
        more = len(self._details) - _MOST_SHOWN
        shown = [*self._details[:_MOST_SHOWN], *([f"… + {more}"] if more > 0 else [])]
        box.setInformativeText("\n".join(shown))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _lay_out(self) -> None:
        for button in (self.cancel, self.go):
            button.setAccessibleName(button.text())
        self.cancel.setFixedSize(88, 32)
        self.go.setFixedSize(112, 32)
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
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
