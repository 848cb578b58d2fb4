"""The foot of an open card: five shapes, for whose eyes, what kind, how it stands, whether it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotations.model import Assessment, Note, Severity, Status, Visibility
from ui.icons import icon
from ui.labels import assessment_label, severity_label, status_label, visibility_label
from ui.look import Look
from ui.panels.choice_button import ChoiceButton
from ui.shapes import shape_icon

__all__ = ["CardFoot"]


class CardFoot(QWidget):
    """Tells what was chosen; knows nothing of where it goes."""

    changed = Signal(str, object)
    more_wanted = Signal(bool)
    delete_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._severities = QButtonGroup(self)
        self._shapes = {severity: self._shape(severity) for severity in Severity}
        self._visibility = self._choice("visibility")
        self._assessment = self._choice("assessment")
        self._status = self._choice("status")
        self.more = QToolButton(self)
        self.more.setProperty("look", "choice")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._more_toggled)
        self._delete = QToolButton(self)
        self._delete.setFixedSize(28, 28)
        self._delete.clicked.connect(self.delete_wanted)
        self.state = QLabel(self)
        self.state.setProperty("look", "hint")
        self._lay_out()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        for severity, button in self._shapes.items():
            button.setIcon(shape_icon(severity, look.theme, 16))
        self._delete.setIcon(icon("trash", look.theme.second, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for number, (severity, button) in enumerate(self._shapes.items(), start=1):
            button.setAccessibleName(severity_label(severity))
            button.setToolTip(f"{severity_label(severity)} ({number})")
        self._visibility.set_choices(self.tr("For whom"), [(value, visibility_label(value)) for value in Visibility])
        self._assessment.set_choices(self.tr("Kind"), [(value, assessment_label(value)) for value in Assessment])
        self._status.set_choices(self.tr("Status"), [(value, status_label(value)) for value in Status])
        self.more.setToolTip(self.tr("Consequence, question, owner, due date, category, replies"))
        self._more_toggled(self.more.isChecked(), tell=False)
        self._delete.setToolTip(self.tr("Delete note (Del)"))
        self._delete.setAccessibleName(self.tr("Delete note"))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        choices = [self._visibility, self.more, self._assessment, self._status, self._delete]
        return [*self._shapes.values(), *choices]

    def show_note(self, note: Note) -> None:
        """Show a note's values."""
        self._shapes[note.severity].setChecked(True)
        self._visibility.show_value(note.visibility)
        self._assessment.show_value(note.assessment)
        self._status.show_value(note.status)

    def _shape(self, severity: Severity) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFixedSize(28, 28)
        button.clicked.connect(lambda: self.changed.emit("severity", severity))
        self._severities.addButton(button)
        return button

    def _choice(self, field: str) -> ChoiceButton:
        button = ChoiceButton(self)
        button.chosen.connect(lambda value: self.changed.emit(field, value))
        return button

    def _more_toggled(self, checked: bool, *, tell: bool = True) -> None:  # noqa: FBT001 - Qt's own signal
        words = self.tr("Less") if checked else self.tr("More")
        self.more.setText(f"{words} {'▴' if checked else '▾'}")
        self.more.setAccessibleName(words)
        if tell:
            self.more_wanted.emit(checked)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(0)
        for button in self._shapes.values():
            first.addWidget(button)
        first.addStretch(1)
        first.addWidget(self._visibility)
        first.addWidget(self.more)
        second = QHBoxLayout()
        second.setSpacing(0)
        second.addWidget(self._assessment)
        second.addWidget(self._status)
        second.addStretch(1)
        second.addWidget(self.state)
        second.addSpacing(4)
        second.addWidget(self._delete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(first)
        box.addLayout(second)
