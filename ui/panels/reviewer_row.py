"""The one question the program asks: the reviewer's name, at the top of the first note card."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.reviewers import reviewer_named
from ui.session import Session

__all__ = ["ReviewerRow"]


class ReviewerRow(QWidget):
    """Stands there until a name is given; nothing waits for it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._label = QLabel(self)
        self._label.setProperty("look", "second")
        self._label.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.editingFinished.connect(self._given)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(2)
        box.addWidget(self._label)
        box.addWidget(self.field)
        session.reviewer_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask only while nobody has answered."""
        self.setVisible(not self._session.reviewer.name and not self._session.read_only)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._label.setText(self.tr("Your name, as it should stand on your notes (asked once)"))
        self.field.setAccessibleName(self.tr("Your name"))
        self.field.setPlaceholderText(self.tr("First and last name"))

    def _given(self) -> None:
        name = self.field.text().strip()
        if name and name != self._session.reviewer.name:
            self._session.set_reviewer(reviewer_named(name))
