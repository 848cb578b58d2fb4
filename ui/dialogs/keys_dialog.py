"""What can I press: every key, grouped as the menus are, found as one types, changed where a person wants others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.action_words import menu_words
from ui.actions import MENUS, Actions
from ui.dialog import Dialog
from ui.dialogs.key_field import KeyField
from ui.keys import fixed_groups, native, parse, plain_words, verdict

if TYPE_CHECKING:
    from ui.look import Look

__all__ = ["KeysDialog"]

_NAME = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_NOT_COMMANDS = ("", "recent", "theme", "language", "severity")
_KEYS_AT_MOST = 45
"""The share of the width, in per cent, that keys take at most: names are what one looks for."""


class KeysDialog(Dialog):
    """Shows and asks; `keys_chosen` tells the keys that differ from those the program comes with, by command."""

    keys_chosen = Signal(object)

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions, self._look = actions, look
        self.setWindowTitle(self.tr("What can I press?"))
        self.resize(640, 620)
        self.search = QLineEdit(self)
        self.tree = QTreeWidget(self)
        self.told = QLabel(self)
        self.field = KeyField(self)
        self.change = QPushButton(self.tr("Change keys…"), self)
        self.take = QPushButton(self.tr("Use these keys"), self)
        self.none = QPushButton(self.tr("No keys"), self)
        self.back = QPushButton(self.tr("Reset"), self)
        self.all_back = QPushButton(self.tr("Reset all"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._groups: dict[int, list[QTreeWidgetItem]] = {}
        self._lay_out()
        self._wire()
        self._fill()
        self._chosen()
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep more room for the names than for the keys."""
        super().resizeEvent(event)
        most = self.width() * _KEYS_AT_MOST // 100
        self.tree.setColumnWidth(1, min(self.tree.sizeHintForColumn(1) + 8, most))

    # -- the list ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for menu, names in MENUS:
            group = self._group(menu_words(menu).replace("&", "").split("(")[0])
            for name in (name for name in names if name not in _NOT_COMMANDS):
                self._row(group, plain_words(self._actions[name]), "", name)
        for title, rows in fixed_groups():
            group = self._group(title)
            for words, keys in rows:
                self._row(group, words, native([QKeySequence(key) for key in keys]), "")
        self._show_keys()

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [title, ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFont(0, self._look.font(13, strong=True))
        group.setExpanded(True)
        return group

    def _row(self, group: QTreeWidgetItem, words: str, keys: str, name: str) -> None:
        row = QTreeWidgetItem(group, [words, keys])
        row.setData(0, _NAME, name)
        row.setData(0, _GROUP, group.text(0))
        self._groups.setdefault(self.tree.indexOfTopLevelItem(group), []).append(row)
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for rows in self._groups.values():
            yield from rows

    def _show_keys(self) -> None:
        keys = self._actions.keys()
        for row in self._rows():
            name = row.data(0, _NAME)
            if name:
                row.setText(1, native(keys[name]))
                row.setFont(1, self._look.font(13, strong=keys[name] != self._actions.first_keys(name)))

    def look_for(self, words: str) -> None:
        """Show only the rows that have all of the words in their name or their keys."""
        asked = words.casefold().split()
        for row in self._rows():
            said = f"{row.data(0, _GROUP)} {row.text(0)} {row.text(1)}".casefold()
            row.setHidden(not all(word in said for word in asked))
        for number, rows in self._groups.items():
            self.tree.setRowHidden(number, QModelIndex(), all(row.isHidden() for row in rows))

    # -- changing ----------------------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The command that is chosen; "" for none, or for keys that are fixed."""
        row = self.tree.currentItem()
        return "" if row is None or row.isHidden() else str(row.data(0, _NAME) or "")

    def begin(self) -> None:
        """Wait for the new keys of the chosen command."""
        if self.name:
            self.field.forget()
            self._ask(asking=True)
            self.field.setFocus()

    def use(self) -> None:
        """Give the command the keys that were pressed, and take them from whoever has them."""
        judged = verdict(self.field.keys, self.name, self._actions)
        if not self.name or not judged.allowed:
            return
        chosen = self._as_chosen()
        if judged.other:
            rest = [key for key in self._actions.keys()[judged.other] if key != self.field.keys]
            chosen[judged.other] = _written(rest)
        self._give(chosen | {self.name: _written([self.field.keys])})

    def use_none(self) -> None:
        """Take the command's keys away."""
        if self.name:
            self._give(self._as_chosen() | {self.name: ""})

    def put_back(self) -> None:
        """Give the command the keys it came with, and take them from whoever was given them since."""
        chosen = self._as_chosen()
        chosen.pop(self.name, None)
        own = self._actions.first_keys(self.name) if self.name else []
        for other, written in list(chosen.items()):
            kept = [key for key in parse(written) if key not in own]
            if len(kept) != len(parse(written)):
                chosen[other] = _written(kept)
        self._give(chosen)

    def put_all_back(self) -> None:
        """Give every command the keys it came with."""
        self._give({})

    def _as_chosen(self) -> dict[str, str]:
        now = self._actions.keys()
        return {name: _written(keys) for name, keys in now.items() if keys != self._actions.first_keys(name)}

    def _give(self, chosen: dict[str, str]) -> None:
        self._actions.set_keys(chosen)
        self.keys_chosen.emit(self._as_chosen())
        self._show_keys()
        self._ask(asking=False)
        self._chosen()
        self.tree.setFocus()

    def _judge(self, keys: QKeySequence) -> None:
        judged = verdict(keys, self.name, self._actions)
        self.told.setText(judged.words)
        self.told.setProperty("look", "hint" if judged.allowed else "alert")
        self.told.style().polish(self.told)
        self.take.setEnabled(judged.allowed)

    def _ask(self, *, asking: bool) -> None:
        for part in (self.field, self.take, self.none):
            part.setVisible(asking)
        for part in (self.change, self.back, self.all_back):
            part.setVisible(not asking)
        self.take.setEnabled(False)
        self.told.setText("")

    def _give_up(self) -> None:
        self._ask(asking=False)
        self._chosen()
        self.tree.setFocus()

    def _chosen(self) -> None:
        name = self.name
        self.change.setEnabled(bool(name))
        self.back.setEnabled(bool(name) and self._actions.keys()[name] != self._actions.first_keys(name))
        self.all_back.setEnabled(bool(self._as_chosen()))
        row = self.tree.currentItem()
        fixed = row is not None and row.data(0, _GROUP) is not None and not name
        self.told.setText(self.tr("These keys cannot be changed.") if fixed else "")

    # -- putting it together -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.search.textChanged.connect(self.look_for)
        self.tree.currentItemChanged.connect(lambda *_rows: self._give_up_quietly())
        self.tree.itemActivated.connect(lambda *_row: self.begin())
        self.field.pressed.connect(self._judge)
        self.field.left.connect(self._give_up)
        self.change.clicked.connect(self.begin)
        self.take.clicked.connect(self.use)
        self.none.clicked.connect(self.use_none)
        self.back.clicked.connect(self.put_back)
        self.all_back.clicked.connect(self.put_all_back)
        self.close_button.clicked.connect(self.accept)

    def _give_up_quietly(self) -> None:
        self._ask(asking=False)
        self._chosen()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("A command, or keys"))
        self.search.setAccessibleName(self.tr("Find a command or keys"))
        self.search.setClearButtonEnabled(True)
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.told.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self.tree, 1)
        box.addWidget(self.told)
        box.addLayout(self._foot())
        self._ask(asking=False)

    def _foot(self) -> QHBoxLayout:
        buttons = (self.change, self.take, self.none, self.back, self.all_back, self.close_button)
        for button in buttons:
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.field)
        for button in buttons[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row


def _written(keys: list[QKeySequence]) -> str:
    return QKeySequence.listToString(keys, QKeySequence.SequenceFormat.PortableText)
