"""Which sorts of changes are listed: a button each, with how many there are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from documents.comparing.model import Category
from ui.comparing.change_words import category_words
from ui.comparing.changes_model import AT_FIRST
from ui.look import Look

__all__ = ["Filters"]

_ACROSS, _LARGE = 2, 1.5


class Filters(QWidget):
    """Other numbers of clauses and mere form are folded until asked for."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(self)
        self.told.setProperty("look", "head")
        self.told.setWordWrap(True)
        self.buttons = {category: QPushButton(self) for category in Category}
        grid = QGridLayout()
        grid.setSpacing(4)
        across = _ACROSS if look.scale < _LARGE else 1
        for number, (category, button) in enumerate(self.buttons.items()):
            button.setCheckable(True)
            button.setChecked(category in AT_FIRST)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False: self.changed.emit(self.wanted))
            grid.addWidget(button, number // across, number % across)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(8)
        box.addWidget(self.told)
        box.addLayout(grid)
        self.show_counts({}, 0, 0)

    @property
    def wanted(self) -> frozenset[Category]:
        """The sorts that are listed."""
        return frozenset(category for category, button in self.buttons.items() if button.isChecked())

    def show_counts(self, counts: Mapping[Category, int], shown: int, total: int) -> None:
        """Say how many changes there are of each sort, and how many of all are listed."""
        for category, button in self.buttons.items():
            name, count = category_words(category), counts.get(category, 0)
            button.setText(f"{name} {count}")
            button.setAccessibleName(self.tr("{sort}: {count}").format(sort=name, count=count))
            button.setToolTip(button.accessibleName())
        words = self.tr("{shown} of {total} changes") if shown != total else self.tr("{total} changes")
        self.told.setText(words.format(shown=shown, total=total))
