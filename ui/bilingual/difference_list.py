"""The list of what two language versions say differently: a line each, its clause, what it is, and both wordings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from documents.bilingual.model import Bilingual, LanguageDifference, Side
from ui.bilingual.difference_words import kind_words, place_words, shortened
from ui.look import Look

__all__ = ["DifferenceList"]

_HEIGHT = 210
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Lines(QTreeWidget):
    """Tells which line is gone to, and that a note is wanted on it."""

    chosen = Signal(int)
    note_wanted = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Keep the key of a note to itself: the window would put one on what is selected."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_note(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to both places, N makes a note."""
        row = self.row()
        if row >= 0 and self._is_note(event):
            self.note_wanted.emit(row)
        elif row >= 0 and event.key() in _RETURN:
            self.chosen.emit(row)
        else:
            super().keyPressEvent(event)

    def row(self) -> int:
        """Return which line the keys are on, -1 for none."""
        item = self.currentItem()
        return -1 if item is None else self.indexOfTopLevelItem(item)

    @staticmethod
    def _is_note(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.NoModifier


class DifferenceList(QWidget):
    """Knows nothing of the views; `here` is the side that stands on the left of the window."""

    chosen = Signal(object)
    note_wanted = Signal(object)
    parted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: Bilingual | None = None
        self._here = Side.LEFT
        self._paired = False
        self.head = QLabel(self)
        self.head.setWordWrap(True)
        self.write = QPushButton(self)
        self.part = QToolButton(self)
        self.lines = _Lines(self)
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setAllColumnsShowFocus(True)
        self.lines.setColumnCount(3)
        for column in (1, 2):
            self.lines.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._lay_out()
        self.lines.itemClicked.connect(lambda item: self._tell(self.chosen, self.lines.indexOfTopLevelItem(item)))
        self.lines.chosen.connect(lambda row: self._tell(self.chosen, row))
        self.lines.note_wanted.connect(lambda row: self._tell(self.note_wanted, row))
        self.lines.currentItemChanged.connect(lambda item: self.write.setEnabled(item is not None))
        self.write.clicked.connect(self._write_clicked)
        self.part.clicked.connect(self.parted)
        self.set_look(look)
        self.retranslate()

    def show_pair(self, pair: Bilingual | None, here: Side, *, paired: bool) -> None:
        """List the differences of a pair; none while it is worked out."""
        self._pair, self._here, self._paired = pair, here, paired
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Draw with letters of another size."""
        self.setFixedHeight(look.px(_HEIGHT))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.write.setText(self.tr("Write a note"))
        self.write.setToolTip(self.tr("Write a note on the difference (N)"))
        self.part.setText(self.tr("Not a translation"))
        self.part.setToolTip(self.tr("Say that the two documents are not translations of each other"))
        self.part.setAccessibleName(self.part.text())
        self.part.setVisible(self._paired)
        self.lines.setHeaderLabels([self.tr("Where and what"), self.tr("On the left"), self.tr("On the right")])
        self.lines.setAccessibleName(self.tr("Differences between the language versions"))
        self._list()

    def differences(self) -> tuple[LanguageDifference, ...]:
        """Return what is listed."""
        return () if self._pair is None else self._pair.differences

    def _list(self) -> None:
        self.lines.clear()
        self.write.setEnabled(False)
        if self._pair is None:
            self.head.setText(self.tr("Aligning the two texts…"))
            return
        for one in self._pair.differences:
            self.lines.addTopLevelItem(self._item(self._pair, one))
        self.head.setText(self._count(len(self._pair.differences)))

    def _count(self, number: int) -> str:
        if not number:
            return self.tr("Nothing found that differs")
        return self.tr("One difference") if number == 1 else self.tr("{count} differences").format(count=number)

    def _item(self, pair: Bilingual, one: LanguageDifference) -> QTreeWidgetItem:
        where = f"{place_words(one, self._here)} · {kind_words(one.kind)}"
        words = [where, shortened(pair, one, self._here), shortened(pair, one, self._here.other)]
        item = QTreeWidgetItem(words)
        for column, said in enumerate(words):
            item.setToolTip(column, said)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, "; ".join(words))
        return item

    def _tell(self, signal: object, row: int) -> None:
        found = self.differences()
        if 0 <= row < len(found):
            signal.emit(found[row])  # type: ignore[attr-defined]

    def _write_clicked(self) -> None:
        self._tell(self.note_wanted, self.lines.row())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.addWidget(self.head, 1)
        head.addWidget(self.write)
        head.addWidget(self.part)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.lines, 1)
        self.lines.setColumnWidth(0, 200)
