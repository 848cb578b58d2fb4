"""What a report that came back asks for, note by note, each to be ticked; nothing is written before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotations.answers import Answers, Asked
from annotations.model import Note
from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.icons import icon
from ui.look import Look

__all__ = ["AnswersDialog"]

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ROLE = Qt.ItemDataRole.UserRole
_TITLE = 60


class AnswersDialog(Dialog):
    """Tells once what was ticked; closed, it tells nothing."""

    chosen = Signal(object)

    def __init__(
        self, answers: Answers, notes: Sequence[Note], look: Look, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._answers, self._look, self._language = answers, look, language
        self.setWindowTitle(self.tr("What the report brings back"))
        self.resize(720, 560)
        self.head = QLabel(self.tr("{file} came back with changes.").format(file=answers.file_name), self)
        self.head.setFont(look.font(14, strong=True))
        self.lead = QLabel(self.tr("What is ticked is taken in as one step that Undo takes back."), self)
        self.lead.setProperty("look", "second")
        self.list = QListWidget(self)
        self.every = QCheckBox(self.tr("All"), self)
        self.accept_recorded = QPushButton(self.tr("Accept recorded changes"), self)
        self.reject_recorded = QPushButton(self.tr("Reject recorded changes"), self)
        self.take = QPushButton(self)
        self._fill({note.uid: note for note in notes})
        self._lay_out()
        self._wire()
        self._count()

    @property
    def ticked(self) -> tuple[Asked, ...]:
        """What is ticked now, in order."""
        return tuple(item.data(_ROLE) for item in self._items() if item.checkState() == _CHECKED)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _fill(self, notes: dict[str, Note]) -> None:
        for uid, several in groupby(self._answers.asked, key=lambda one: one.note):
            self._head(notes[uid])
            for one in several:
                self._choice(one)
        for came in self._answers.told:
            item = QListWidgetItem(came.sentence(self._language))
            item.setIcon(icon("info", self._look.theme.second, 16))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)

    def _head(self, note: Note) -> None:
        title = note.title or " ".join(note.issue.split())[:_TITLE]
        item = QListWidgetItem(f"#{note.number}  {title}".strip())
        item.setFont(self._look.font(13, strong=True))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.list.addItem(item)

    def _choice(self, one: Asked) -> None:
        said = one.came(taken=one.usual).sentence(self._language)
        if one.tracked:
            said = self.tr("Recorded change: {words}").format(words=said)
        item = QListWidgetItem(said)
        item.setData(_ROLE, one)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_CHECKED if one.usual else _UNCHECKED)
        item.setToolTip(f"{one.old}\n→\n{one.words}" if one.old else one.words)
        self.list.addItem(item)

    def _count(self) -> None:
        count, every = len(self.ticked), len(self._items())
        self.take.setText(self.tr("Take in {count} of {every}").format(count=count, every=every))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(count > 0)
        blocked = self.every.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.every.setChecked(count == every)
        self.every.blockSignals(blocked)

    # -- what is done ------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.itemChanged.connect(lambda _item: self._count())
        self.every.clicked.connect(self._tick_all)
        self.accept_recorded.clicked.connect(lambda: self._tick_recorded(_CHECKED))
        self.reject_recorded.clicked.connect(lambda: self._tick_recorded(_UNCHECKED))
        self.accepted.connect(lambda: self.chosen.emit(self.ticked))

    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for item in self._items():
            item.setCheckState(_CHECKED if ticked else _UNCHECKED)

    def _tick_recorded(self, state: Qt.CheckState) -> None:
        for item in self._items():
            if item.data(_ROLE).tracked:
                item.setCheckState(state)

    def _items(self) -> list[QListWidgetItem]:
        found = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in found if isinstance(item.data(_ROLE), Asked)]

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for words in (self.head, self.lead):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setAccessibleName(self.tr("What is asked for, note by note"))
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.setProperty("look", "sheet")
        self.every.setAccessibleName(self.every.text())
        recorded = QHBoxLayout()
        for button in (self.accept_recorded, self.reject_recorded):
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
            button.setVisible(self._answers.tracked)
            recorded.addWidget(button)
        recorded.addStretch(1)
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)
        foot = foot_row(self, self.take, QPushButton(self.tr("Cancel"), self))
        foot.insertWidget(0, self.every)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        for part in (self.head, self.lead):
            box.addWidget(part)
        box.addWidget(self.list, 1)
        box.addLayout(recorded)
        box.addLayout(foot)
