"""A small button that shows a value and lets another be chosen from a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

__all__ = ["ChoiceButton"]


class ChoiceButton(QToolButton):
    """`set_choices` gives the values with their words, `chosen` tells which one a person took.

    A `named` button shows the name of what is chosen, not the value: for several notes that may have several.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, named: bool = False) -> None:
        super().__init__(parent)
        self._named = named
        self.setProperty("look", "choice")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._name = ""
        self._actions: list[tuple[object, QAction]] = []
        self.setMenu(self._menu)
        self.value: object = None

    def set_choices(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these values under a name that screen readers say."""
        self._name = name
        self._menu.clear()
        self._actions = []
        for value, words in choices:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, value=value: self._take(value))
            self._group.addAction(action)
            self._actions.append((value, action))
        self.show_value(self.value)

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        self.value = value
        if self._named:
            self.setText(f"{self._name} ▾")
            self.setAccessibleName(self._name)
            self.setToolTip(self._name)
        for known, action in self._actions:
            action.setChecked(known == value)
            if known == value and not self._named:
                self.setText(f"{action.text()} ▾")
                self.setAccessibleName(f"{self._name}: {action.text()}")
                self.setToolTip(f"{self._name}: {action.text()}")

    def uncheck(self) -> None:
        """Show no value: those that are chosen for have several."""
        self._group.setExclusive(False)
        for _value, action in self._actions:
            action.setChecked(False)
        self._group.setExclusive(True)
        self.value = None

    def _take(self, value: object) -> None:
        self.show_value(value)
        self.chosen.emit(value)
