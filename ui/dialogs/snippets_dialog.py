"""The reviewer's own texts: a list of their names, and the text of the one that is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.models.snippets import cleaned

__all__ = ["SnippetsDialog"]

_TEXT = int(Qt.ItemDataRole.UserRole)


class SnippetsDialog(Dialog):
    """`kept` tells the texts by their names when they are to be kept; Cancel forgets what was changed."""

    kept = Signal(object)

    def __init__(self, snippets: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Snippets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setProperty("look", "sheet")
        self.list.setAccessibleName(self.tr("Names"))
        self.name = QLineEdit(self)
        self.text = QTextEdit(self)
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.add = QPushButton(self.tr("New snippet"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.take = QPushButton(self.tr("Keep"), self)
        self.take.setProperty("look", "strong")
        self._lay_out()
        for name, text in snippets.items():
            self._item(name, text)
        self._wire()
        self.list.setCurrentRow(0)
        self._show(self.list.currentItem())

    def sizeHint(self) -> QSize:
        """Return a size with room for some lines of text."""
        return QSize(640, 400)

    @property
    def snippets(self) -> dict[str, str]:
        """The texts as they stand in the dialog."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return cleaned({item.text(): item.data(_TEXT) for item in items})

    # -- inside ------------------------------------------------------------------------------------------------------

    def _item(self, name: str, text: str) -> QListWidgetItem:
        item = QListWidgetItem(name, self.list)
        item.setData(_TEXT, text)
        return item

    def _new(self) -> None:
        self.list.setCurrentItem(self._item("", ""))
        self.name.setFocus()

    def _gone(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._show(self.list.currentItem())

    def _show(self, item: QListWidgetItem | None) -> None:
        for field in (self.name, self.text):
            field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.name.setText("" if item is None else item.text())
        self.text.setPlainText("" if item is None else item.data(_TEXT))
        for field in (self.name, self.text):
            field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.remove.setEnabled(item is not None)

    def _changed(self) -> None:
        name, text = self.name.text(), self.text.toPlainText()
        if self.list.currentRow() < 0:
            self.list.setCurrentItem(self._item(name, text))
            return
        item = self.list.currentItem()
        item.setText(name)
        item.setData(_TEXT, text)

    def _wire(self) -> None:
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.name.textEdited.connect(lambda _text: self._changed())
        self.text.textChanged.connect(self._changed)
        self.add.clicked.connect(self._new)
        self.remove.clicked.connect(self._gone)
        self.accepted.connect(lambda: self.kept.emit(self.snippets))

    def _lay_out(self) -> None:
        hint = QLabel(self.tr("Type a name in any text field, then Tab: the text takes its place."), self)
        hint.setProperty("look", "hint")
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(self._names(), 2)
        both.addLayout(self._fields(), 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        box.addWidget(hint)
        box.addLayout(both, 1)
        box.addSpacing(4)
        box.addLayout(foot_row(self, self.take, QPushButton(self.tr("Cancel"), self)))

    def _names(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            column.addWidget(button)
        return column

    def _fields(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for field, words in ((self.name, self.tr("Name")), (self.text, self.tr("Text"))):
            label = QLabel(words, self)
            label.setProperty("look", "second")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(8 if field is self.name else 0)
        column.setStretchFactor(self.text, 1)
        return column
