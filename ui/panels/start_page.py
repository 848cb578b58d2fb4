"""The first thing anyone sees: one place to drop a policy, three buttons, what was open lately. No question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon, pixmap
from ui.look import Look
from ui.panels.recent_list import RecentList

__all__ = ["StartPage"]

_WIDTH = 560
_WHITE, _WORDS = 176, 112
"""Pixels of the height that keep, and those that grow with the letters."""


class _DropPlace(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.lit = False
        self.grow()

    def grow(self) -> None:
        """Take the room that its words need."""
        self.setFixedSize(self.look.px(_WIDTH), _WHITE + self.look.px(_WORDS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.look.theme
        pen = QPen(QColor(theme.accent if self.lit else theme.edge), 2 if self.lit else 1.2)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(theme.row if self.lit else theme.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()


class StartPage(QWidget):
    """Tells what was asked for; a dropped file is the window's business."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._place = _DropPlace(look, self)
        self._sign = QLabel(self._place)
        self._title = self._label("start")
        self._kinds = self._label("")
        self._safe = self._label("hint")
        self.open = self._button("strong")
        self.paste = self._button("")
        self.sample = self._button("")
        self.open.clicked.connect(self.open_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.recent = RecentList(look, self)
        self.recent.wanted.connect(self.recent_wanted)
        self._lay_out()
        self.set_look(look)

    def set_lit(self, *, lit: bool) -> None:
        """Show that what hangs under the pointer can be dropped."""
        self._place.lit = lit
        self._place.update()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = self._place.look = look
        self._place.grow()
        self._sign.setPixmap(pixmap("file-text", look.theme.accent, 40, self.devicePixelRatioF()))
        self.paste.setIcon(icon("clipboard-text", look.theme.second, look.px(20)))
        self.sample.setIcon(icon("book-open", look.theme.second, look.px(20)))
        for button in (self.open, self.paste, self.sample):
            button.setIconSize(QSize(look.px(16), look.px(16)))
        self.recent.set_look(look)
        self._place.update()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._title.setText(self.tr("Drop a policy here"))
        self._kinds.setText(self.tr("Word, PDF, web page, text."))
        self._safe.setText(self.tr("Nothing leaves this computer."))
        self.open.setText(self.tr("Open…"))
        self.paste.setText(self.tr("Paste text"))
        self.sample.setText(self.tr("Try the sample"))
        self.recent.retranslate()
        for button in (self.open, self.paste, self.sample):
            button.setAccessibleName(button.text())

    def _label(self, look: str) -> QLabel:
        label = QLabel(self._place)
        label.setProperty("look", look)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _button(self, look: str) -> QPushButton:
        button = QPushButton(self._place)
        button.setProperty("look", look)
        button.setMinimumHeight(32)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._place)
        column.addSpacing(16)
        column.addWidget(self.recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(across)
        box.addStretch(3)
        self._fill_place()

    def _fill_place(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.open, self.paste, self.sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(24, 32, 24, 24)
        inside.setSpacing(8)
        inside.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(self._kinds)
        inside.addSpacing(12)
        inside.addLayout(buttons)
        inside.addStretch(1)
        inside.addWidget(self._safe)
