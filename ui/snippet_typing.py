"""The reviewer's own texts in any text field: a name and Tab, or a menu at the caret."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from ui.models.snippets import meant

__all__ = ["SnippetTyping"]

TextField = QLineEdit | QTextEdit


class SnippetTyping(QObject):
    """Watches the field that has the keys and no other: a filter on the whole program would slow every event down."""

    def __init__(self, snippets: Callable[[], Mapping[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._snippets = snippets
        self._field: TextField | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    @property
    def field(self) -> TextField | None:
        """The text field that has the keys, or had them last."""
        field = self._field
        known = field is not None and shiboken6.isValid(field) and field.isVisible() and not field.isReadOnly()
        return field if known else None

    def insert(self, name: str) -> None:
        """Write a text where the caret stands."""
        field, text = self.field, self._snippets().get(name, "")
        if field is not None:
            field.setFocus()
            _insert(field, text, 0)

    def menu(self, edit: Callable[[], object]) -> QMenu:
        """Return the texts as a menu; its last line is for keeping them."""
        menu = QMenu()
        field = self.field
        for name, text in self._snippets().items():
            action = menu.addAction(f"{name}  —  {' '.join(text.split())[:40]}".replace("&", "&&"))
            action.setEnabled(field is not None)
            action.triggered.connect(lambda _checked=False, name=name: self.insert(name))
        menu.addSeparator()
        menu.addAction(self.tr("Edit snippets…")).triggered.connect(edit)
        return menu

    def place(self) -> QPoint | None:
        """Return where on the screen the caret stands."""
        field = self.field
        if field is None:
            return None
        below = field.cursorRect().bottomLeft() if isinstance(field, QTextEdit) else field.rect().bottomLeft()
        return field.mapToGlobal(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the text in place of its name on Tab."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_tab(event):
            return self._expanded() or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is self._field or not isinstance(now, QLineEdit | QTextEdit) or now.isReadOnly():
            return
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now
        now.installEventFilter(self)

    def _expanded(self) -> bool:
        field = self.field
        if field is None:
            return False
        snippets = self._snippets()
        name = meant(_before_caret(field), snippets)
        if not name:
            return False
        _insert(field, snippets[name], _units(name))
        return True


def _is_tab(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Tab and not event.modifiers()


def _units(text: str) -> int:
    """Return how many characters Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def _before_caret(field: TextField) -> str:
    if isinstance(field, QLineEdit):
        utf16 = field.text().encode("utf-16-le")[: 2 * field.cursorPosition()]
    else:
        cursor = field.textCursor()
        utf16 = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
    return utf16.decode("utf-16-le")


def _insert(field: TextField, text: str, instead: int) -> None:
    """Write `text` in place of so many characters before the caret, as one step of the field's own undo."""
    if isinstance(field, QLineEdit):
        if instead:
            field.setSelection(field.cursorPosition() - instead, instead)
        field.insert(" ".join(text.split()))
        return
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, instead)
    cursor.insertText(text)
    field.setTextCursor(cursor)
