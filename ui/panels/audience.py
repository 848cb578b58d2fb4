"""Who may read an answer: two buttons of which one is pressed, or none where that has to be asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from annotations.model import Visibility
from ui.icons import icon
from ui.look import Look

__all__ = ["AUDIENCE_ICONS", "Audience", "audience_label"]

AUDIENCE_ICONS = {Visibility.INTERNAL: "lock-simple", Visibility.CLIENT: "export", Visibility.OUTSIDE: "globe"}


def audience_label(visibility: Visibility) -> str:
    """Return who reads an answer: Inside, To the client."""
    translate = QCoreApplication.translate
    return {
        Visibility.INTERNAL: translate("Audience", "Inside"),
        Visibility.CLIENT: translate("Audience", "To the client"),
        Visibility.OUTSIDE: translate("Audience", "To everybody"),
    }[visibility]


class Audience(QWidget):
    """Inside, or to the client."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Visibility, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for side, value in (("first", Visibility.INTERNAL), ("last", Visibility.CLIENT)):
            button = self.buttons[value] = QToolButton(self)
            button.setCheckable(True)
            button.setProperty("look", "switch")
            button.setProperty("side", side)
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            row.addWidget(button)

    @property
    def value(self) -> Visibility | None:
        """What is chosen; None where it has not been."""
        return next((value for value, button in self.buttons.items() if button.isChecked()), None)

    def show_value(self, value: Visibility | None) -> None:
        """Show a choice, or that none was made, without telling anybody."""
        self._group.setExclusive(False)
        for known, button in self.buttons.items():
            button.setChecked(known is value)
        self._group.setExclusive(True)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        for value, button in self.buttons.items():
            button.setIcon(icon(AUDIENCE_ICONS[value], look.theme.second, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        tips = {
            Visibility.INTERNAL: self.tr("The answer stays inside the firm"),
            Visibility.CLIENT: self.tr("The answer goes out with the note when it is exported for the client"),
        }
        for value, button in self.buttons.items():
            button.setText(audience_label(value))
            button.setAccessibleName(audience_label(value))
            button.setToolTip(tips[value])
