"""Two choices for an annotated policy in Word: how words are coloured, and where proposed wording goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.export_choices import ArrowCombo
from ui.look import Look

__all__ = ["WordLooks"]


class WordLooks(QWidget):
    """A row of two combo boxes; what cannot be chosen says why when pointed at."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.highlight = ArrowCombo(look, self)
        self.redrafts = ArrowCombo(look, self)
        for box, words in ((self.highlight, self._colours()), (self.redrafts, self._ways())):
            for value, name, _what in words:
                box.addItem(name, value)
            box.setMinimumHeight(32)
        self.highlight.setAccessibleName(self.tr("Colour of the words"))
        self.redrafts.setAccessibleName(self.tr("Proposed wording"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.highlight, 1)
        row.addWidget(self.redrafts, 1)
        self.allow("word")
        for box in (self.highlight, self.redrafts):
            # after the box's own tooltip, which is its text
            box.currentTextChanged.connect(self._chose)

    @property
    def values(self) -> tuple[str, str]:
        """What is chosen: one of HIGHLIGHTS and one of REDRAFTS."""
        return str(self.highlight.currentData()), str(self.redrafts.currentData())

    def choose(self, highlight: str, redrafts: str) -> None:
        """Choose both; a value that is not known leaves what stands."""
        for box, value in ((self.highlight, highlight), (self.redrafts, redrafts)):
            box.setCurrentIndex(max(box.findData(value), 0))

    def allow(self, kind: str) -> None:
        """Let choose what a file of this kind can hold, and say of the rest why not."""
        why = {"word": "", "pdf": self.tr("A PDF shows every note as a highlight; its words cannot be changed.")}
        reason = why.get(kind, self.tr("Only for the annotated policy in Word."))
        for box, words in ((self.highlight, self._colours()), (self.redrafts, self._ways())):
            box.setEnabled(not reason)
            for index, (_value, _name, what) in enumerate(words):
                box.setItemData(index, reason or what, Qt.ItemDataRole.ToolTipRole)
            self._explain(box)

    def _chose(self) -> None:
        for box in (self.highlight, self.redrafts):
            self._explain(box)
        self.chosen.emit()

    def _explain(self, box: ArrowCombo) -> None:
        box.setToolTip(box.itemData(box.currentIndex(), Qt.ItemDataRole.ToolTipRole))

    def _colours(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("none", self.tr("Words not coloured"), self.tr("Only comments: the text stays as it is.")),
            ("native", self.tr("Highlighter"), self.tr("Word's own highlighter colours, by severity.")),
            ("shading", self.tr("Exact shading"), self.tr("The colours of the memo, as shading behind the words.")),
        )

    def _ways(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("comment", self.tr("In the comment"), self.tr("Proposed wording stands in the comment.")),
            (
                "tracked",
                self.tr("As tracked changes"),
                self.tr("Proposed wording is a tracked change in the text too, to accept or reject."),
            ),
            ("report", self.tr("Only in the memo"), self.tr("Proposed wording is left to the memo.")),
        )
