"""The bar beside selected words: five severities, note, redraft, copy with citation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QToolButton, QWidget

from annotations.model import Severity
from ui.icons import icon
from ui.shapes import shape_icon
from ui.theme import Theme

__all__ = ["SelectionBar", "place_bar"]

HEIGHT = 40
WIDTH = 353
_SEVERITY_WIDTH = 44
_ACTION_WIDTH = 36
_GAP = 8


def place_bar(first: QRect, last: QRect, room: QRect) -> QPoint:
    """Return where the bar's corner goes: 8 above a single selected line, 8 below several; never over the words.

    `first` and `last` are the selected parts of the first and the last line. Where neither side has room, the bar
    goes into the corner of the room that is farther from them.
    """
    x = min(max(last.right() - WIDTH // 2, room.left()), max(room.left(), room.right() - WIDTH))
    above, below = first.top() - _GAP - HEIGHT, last.bottom() + 1 + _GAP
    fits_above, fits_below = above >= room.top(), below + HEIGHT <= room.bottom() + 1
    single = first.top() == last.top()
    for y, fits in ((above, fits_above), (below, fits_below)) if single else ((below, fits_below), (above, fits_above)):
        if fits:
            return QPoint(x, y)
    return QPoint(max(room.left(), room.right() - WIDTH), room.bottom() + 1 - HEIGHT)


class SelectionBar(QFrame):
    """Floats over the page. It takes no focus: the keys stay with the text, where 1 to 5 do the same."""

    severity_chosen = Signal(object)
    note_wanted = Signal()
    redraft_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "floating")
        self.setFixedSize(WIDTH, HEIGHT)
        self._severities = {severity: self._button(_SEVERITY_WIDTH) for severity in Severity}
        self._note, self._redraft, self._copy = (self._button(_ACTION_WIDTH) for _ in range(3))
        self._rule = QFrame(self)
        self._rule.setProperty("look", "rule")
        self._rule.setFixedSize(1, 24)
        self._lay_out()
        self._connect()
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setOffset(0, 4)
        self._shadow.setBlurRadius(16)
        self.setGraphicsEffect(self._shadow)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def _button(self, width: int) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(width, 32)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        for number, button in enumerate(self._severities.values(), start=1):
            button.setText(str(number))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self._rule)
        row.addSpacing(4)
        for button in (self._note, self._redraft, self._copy):
            button.setIconSize(QSize(20, 20))
            row.addWidget(button)

    def _connect(self) -> None:
        for severity, button in self._severities.items():
            button.clicked.connect(lambda _checked=False, chosen=severity: self.severity_chosen.emit(chosen))
        self._note.clicked.connect(self.note_wanted)
        self._redraft.clicked.connect(self.redraft_wanted)
        self._copy.clicked.connect(self.copy_wanted)

    def set_theme(self, theme: Theme) -> None:
        """Draw shapes, icons and shadow in another theme's colours."""
        self._theme = theme
        for severity, button in self._severities.items():
            button.setIcon(shape_icon(severity, theme, 16))
        for button, name in ((self._note, "note-pencil"), (self._redraft, "arrows-left-right"), (self._copy, "quotes")):
            button.setIcon(icon(name, theme.second, 20))
        self._shadow.setColor(QColor(0, 0, 0, round(255 * (0.40 if theme.dark else 0.16))))

    def retranslate(self) -> None:
        """Write names and tooltips in the language of the window."""

        words = (
            QCoreApplication.translate("SelectionBar", "Critical"),
            QCoreApplication.translate("SelectionBar", "High"),
            QCoreApplication.translate("SelectionBar", "Medium"),
            QCoreApplication.translate("SelectionBar", "Low"),
            QCoreApplication.translate("SelectionBar", "Info"),
        )
        for key, (button, word) in enumerate(zip(self._severities.values(), words, strict=True), start=1):
            _name(button, word, str(key))
        _name(self._note, QCoreApplication.translate("SelectionBar", "Write a note"), "N")
        _name(self._redraft, QCoreApplication.translate("SelectionBar", "Propose other wording"), "W")
        _name(self._copy, QCoreApplication.translate("SelectionBar", "Copy with citation"), "Ctrl+Shift+C")
        self.setAccessibleName(QCoreApplication.translate("SelectionBar", "What to do with the selected words"))

    def show_beside(self, first: QRect, last: QRect, room: QRect) -> None:
        """Appear beside the selected words, given in the parent's coordinates."""
        self.move(place_bar(first, last, room))
        self.show()
        self.raise_()


def _name(button: QToolButton, word: str, key: str) -> None:
    button.setAccessibleName(word)
    button.setToolTip(f"{word} ({key})")
