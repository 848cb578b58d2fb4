"""The small bar above the notes: which severities, which status, which words."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotations.model import Severity, Status
from ui.labels import severity_label, status_label
from ui.look import Look
from ui.models.note_filter import NoteFilter
from ui.panels.choice_button import ChoiceButton
from ui.shapes import shape_icon

__all__ = ["FilterBar"]

_PAUSE = 120


class FilterBar(QWidget):
    """Tells the filter whenever it changes."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes = {severity: self._shape() for severity in Severity}
        self._status = ChoiceButton(self)
        self._status.chosen.connect(self._tell)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in self._shapes.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._status)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 8)
        box.setSpacing(4)
        box.addWidget(self.words)
        box.addLayout(row)
        self.set_look(look)

    @property
    def wanted(self) -> NoteFilter:
        """The filter as it stands."""
        chosen = frozenset(severity for severity, button in self._shapes.items() if button.isChecked())
        status = self._status.value
        statuses = frozenset({status}) if isinstance(status, Status) else frozenset()
        return NoteFilter(chosen, statuses, self.words.text())

    def clear(self) -> None:
        """Let every note through."""
        for button in self._shapes.values():
            button.setChecked(False)
        self._status.show_value(None)
        self.words.clear()
        self._tell()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        for severity, button in self._shapes.items():
            button.setIcon(shape_icon(severity, look.theme, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for severity, button in self._shapes.items():
            words = self.tr("Only {severity}").format(severity=severity_label(severity))
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._status.set_choices(
            self.tr("Status"),
            [(None, self.tr("Any status")), *((value, status_label(value)) for value in Status)],
        )
        self.words.setPlaceholderText(self.tr("Filter notes"))
        self.words.setAccessibleName(self.tr("Filter notes by words"))

    def _shape(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFixedSize(28, 28)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        self._pause.stop()
        self.changed.emit(self.wanted)
