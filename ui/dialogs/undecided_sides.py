"""Both sides of what is to be decided, side by side, each with who said it, when, and a button to let it stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotations.model import Severity
from ui.look import Look
from ui.people import Sign, sign_pixmap
from ui.shapes import shape_icon

__all__ = ["Side", "Sides"]

_MOST = 4


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says: a line on who and when, the words, and what its button says."""

    who: str
    words: str
    button: str
    sign: Sign | None = None
    mark: Severity | None = None
    strong: bool = False


class Sides(QWidget):
    """Tells the number of the side that was chosen."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show these, and nothing else."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for number, side in enumerate(sides[:_MOST]):
            self._row.addWidget(self._column(number, side), 1)

    def _column(self, number: int, side: Side) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("look", "card")
        box = QVBoxLayout(frame)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addLayout(self._head(side, frame))
        box.addWidget(self._words(side, frame), 1)
        button = QPushButton(side.button, frame)
        button.setAccessibleName(f"{side.button}: {side.who}")
        button.setMinimumHeight(32)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(number))
        self.buttons.append(button)
        box.addWidget(button)
        return frame

    def _head(self, side: Side, frame: QFrame) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if side.sign is not None:
            picture = QLabel(frame)
            picture.setPixmap(sign_pixmap(side.sign, self._look, self.devicePixelRatioF()))
            row.addWidget(picture)
        who = QLabel(side.who, frame)
        who.setProperty("look", "second")
        who.setTextFormat(Qt.TextFormat.PlainText)
        who.setWordWrap(True)
        row.addWidget(who, 1)
        return row

    def _words(self, side: Side, frame: QFrame) -> QScrollArea:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        if side.mark is not None:
            shape = QLabel(inner)
            size = self._look.px(20)
            shape.setPixmap(shape_icon(side.mark, self._look.theme, size).pixmap(size, size))
            box.addWidget(shape)
        words = QLabel(side.words, inner)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setFont(self._look.font(13, strong=side.strong))
        box.addWidget(words, 1)
        area = QScrollArea(frame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        for ground in (area.viewport(), inner):
            ground.setAutoFillBackground(False)
        return area
