"""The switch between a policy's text and its file's own pages: two quiet buttons side by side."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.look import Look

__all__ = ["ViewsSwitch"]


_PADDING = 13


class _Half(QToolButton):
    """Wide enough for its word in strong letters, which it has while it is chosen."""

    _look: Look

    def set_look(self, look: Look) -> None:
        """Grow with the letters."""
        self._look = look
        self.setFixedHeight(look.px(28))

    def sizeHint(self) -> QSize:
        """Ask for the room of the word: Qt's own hint is of the letters it was first measured in."""
        wide = QFontMetricsF(self._look.font(13, strong=True)).horizontalAdvance(self.text())
        return QSize(ceil(wide) + 2 * _PADDING, self.height())


class ViewsSwitch(QWidget):
    """Follows one checkable action: off is the text, on the pages."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: QAction | None = None
        self._group = QButtonGroup(self)
        self.text, self.pages = self._button("first", look), self._button("last", look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.text)
        row.addWidget(self.pages)
        self.text.clicked.connect(lambda: self._choose(on=False))
        self.pages.clicked.connect(lambda: self._choose(on=True))
        self.hide()
        self.retranslate()

    def follow(self, action: QAction) -> None:
        """Show and change what an action says."""
        self._action = action
        action.toggled.connect(self._show)
        self._show()
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Grow with the letters."""
        for button in (self.text, self.pages):
            button.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        key = "" if self._action is None else self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = ((self.text, self.tr("Text"), self.tr("The policy's words, set for reading")),
                 (self.pages, self.tr("Pages"), self.tr("The file's own pages")))  # fmt: skip
        for button, name, meaning in words:
            button.setText(name)
            button.setAccessibleName(name)
            button.setToolTip(f"{meaning} ({key})" if key else meaning)

    def _choose(self, *, on: bool) -> None:
        if self._action is not None:
            self._action.setChecked(on)

    def _show(self) -> None:
        on = self._action is not None and self._action.isChecked()
        (self.pages if on else self.text).setChecked(True)

    def _button(self, side: str, look: Look) -> _Half:
        button = _Half(self)
        button.set_look(look)
        button.setCheckable(True)
        button.setProperty("look", "switch")
        button.setProperty("side", side)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._group.addButton(button)
        return button
