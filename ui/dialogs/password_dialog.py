"""Asking for the password of a file: one field, and what happens with what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.dialogs.room_for_words import RoomForWords
from ui.icons import icon
from ui.look import Look

__all__ = ["PasswordDialog"]

_WIDTH = 440


class PasswordDialog(Dialog):
    """Stays open while a wrong password was typed. It keeps nothing once it is closed."""

    given = Signal(str)

    def __init__(self, name: str, look: Look, *, wrong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password"))
        self.setFixedWidth(look.px(_WIDTH))
        RoomForWords(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sentence = QLabel(self.tr("{name} is protected with a password.").format(name=name), self)
        self.wrong = QLabel(self.tr("That is not its password. Try again, or ask whoever sent the file."), self)
        self.wrong.setProperty("look", "alert")
        self.wrong.setVisible(wrong)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password of the file"))
        self._look = look
        self.reveal = self._reveal_action()
        words = self.tr(
            "The password is not kept. The matter keeps the file without it, so that Word can be written back."
        )
        self.kept = QLabel(words, self)
        self.kept.setProperty("look", "hint")
        self.take = QPushButton(self.tr("Open"), self)
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)
        self.take.setEnabled(False)
        self._lay_out()
        self._wire()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self.field.textChanged.connect(lambda words: self.take.setEnabled(bool(words)))
        self.accepted.connect(lambda: self._close_with(self.field.text()))
        self.rejected.connect(lambda: self._close_with(""))

    def _reveal_action(self) -> QAction:
        action = self.field.addAction(
            icon("eye", self._look.theme.second, 16), QLineEdit.ActionPosition.TrailingPosition
        )
        action.setCheckable(True)
        action.setText(self.tr("Show the password"))
        action.setToolTip(action.text())
        action.toggled.connect(self._show_password)
        return action

    def _show_password(self, shown: bool) -> None:  # noqa: FBT001 - a signal's own argument
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        theme = self._look.theme
        self.reveal.setIcon(icon("eye", theme.accent if shown else theme.second, 16))

    def _close_with(self, password: str) -> None:
        self.field.clear()
        self.given.emit(password)

    def _lay_out(self) -> None:
        foot = foot_row(self, self.take, QPushButton(self.tr("Cancel"), self))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        for label in (self.sentence, self.wrong, self.kept):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self.sentence, self.field, self.wrong, self.kept):
            box.addWidget(widget)
        box.addSpacing(8)
        box.addLayout(foot)
