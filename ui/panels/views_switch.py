"""The switch between a policy's text and its file's own pages: two quiet buttons side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

__all__ = ["ViewsSwitch"]


class ViewsSwitch(QWidget):
    """Follows one checkable action: off is the text, on the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: QAction | None = None
        self._group = QButtonGroup(self)
        self.text, self.pages = self._button("first"), self._button("last")
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

    def _button(self, side: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFixedHeight(28)
        button.setProperty("look", "switch")
        button.setProperty("side", side)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._group.addButton(button)
        return button
