"""Two choices for a memo or report: which sections it has, and how proposed wording stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.dialogs.export_choices import ArrowCombo
from ui.look import Look

__all__ = ["ReportLooks"]


class ReportLooks(QWidget):
    """A button and a combo box; what cannot be chosen says why when pointed at."""

    chosen = Signal()
    sections_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = QPushButton(self)
        self.sections.setAutoDefault(False)
        self.sections.setProperty("look", "field")
        self.sections.clicked.connect(self.sections_wanted)
        self.wording = ArrowCombo(look, self)
        for value, name, what in self._wordings():
            self.wording.addItem(name, value)
            self.wording.setItemData(self.wording.count() - 1, what, Qt.ItemDataRole.ToolTipRole)
        self.wording.setAccessibleName(self.tr("Proposed wording"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.sections, self.wording):
            widget.setMinimumHeight(32)
            row.addWidget(widget, 1)
        self.tell_sections(0, 0, own=True)
        self.allow(sections="", wording="")
        self.wording.currentIndexChanged.connect(lambda _index: self.chosen.emit())

    @property
    def value(self) -> str:
        """How proposed wording stands: one of WORDINGS."""
        return str(self.wording.currentData())

    def choose(self, wording: str) -> None:
        """Choose how proposed wording stands; a value that is not known leaves what stands."""
        self.wording.setCurrentIndex(max(self.wording.findData(wording), 0))

    def tell_sections(self, chosen: int, count: int, *, own: bool) -> None:
        """Say on the button how many sections are chosen."""
        words = self.tr("Sections: as usual") if own else self.tr("Sections: {chosen} of {count}")
        self.sections.setText(words.format(chosen=chosen, count=count))
        self.sections.setAccessibleName(self.sections.text())

    def allow(self, *, sections: str, wording: str) -> None:
        """Let choose, or not, saying why."""
        self.sections.setEnabled(not sections)
        self.sections.setToolTip(sections or self.tr("Leave sections out, or put them in another order."))
        self.wording.setEnabled(not wording)
        self.wording.setToolTip(wording or str(self.wording.currentData(Qt.ItemDataRole.ToolTipRole)))

    def _wordings(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("columns", self.tr("Wording in columns"), self.tr("The text as it stands, and beside it the proposal.")),
            ("redline", self.tr("Wording as redline"), self.tr("The proposal within the text: struck and put in.")),
        )
