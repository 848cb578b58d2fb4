"""A policy on its way in: an empty sheet with its name, then its beginning to read, where the whole will stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from documents.model import PolicyDocument
from ui.document_view import DocumentView
from ui.look import Look

__all__ = ["ArrivingPage", "same_words"]

_QUOTES = (96, 48, 24, 12)


class _Beginning(DocumentView):
    """The policy to be read and copied from, but not yet marked."""

    def _show_bar(self) -> None:
        return

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        words = QCoreApplication.translate("DocumentView", "Copy")
        menu.addAction(words, self._text.copy).setEnabled(bool(self.selection()))
        menu.popup(self._text.viewport().mapToGlobal(place))


class ArrivingPage(QWidget):
    """As wide in its parts as the page of the open document, so that nothing jumps when that takes its place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy: PolicyDocument | None = None
        self.view = _Beginning(self, look.theme)
        self.name = QLabel(self)
        self.name.setProperty("look", "title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words = QLabel(self)
        self.words.setProperty("look", "hint")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._left, self._right = self._side(), self._side()
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self._blank_sheet())
        self._middle.addWidget(self.view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._left)
        row.addWidget(self._middle, 1)
        row.addWidget(self._right)

    def begin(self, name: str, sides: tuple[int, int]) -> None:
        """Show an empty sheet for a file; `sides` are how wide clauses and notes will be."""
        self._policy = None
        self.name.setText(name)
        self._left.setFixedWidth(sides[0])
        self._left.setVisible(sides[0] > 0)
        self._right.setFixedWidth(sides[1])
        self._middle.setCurrentIndex(0)

    def show_beginning(self, policy: PolicyDocument, text_size: int) -> None:
        """Show the first screens."""
        self._policy = policy
        self._middle.setCurrentWidget(self.view)
        self.view.set_text_size(text_size)
        self.view.set_document(policy)
        self.view.setFocus()

    def forget(self) -> None:
        """Nothing is arriving any more."""
        self._policy = None
        self._middle.setCurrentIndex(0)

    def place_in(self, policy: PolicyDocument) -> int:
        """Return where the words at the top of this page stand in the whole policy; 0 while nothing was read."""
        if self._policy is None:
            return 0
        position = self.view.reading_position()
        return same_words(self._policy.text, position, policy.text) if position else 0

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.view.set_theme(look.theme)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.view.setAccessibleName(self.tr("The beginning of the policy"))
        self.words.setText(self.tr("Its first page comes as soon as there is text. Esc gives it up."))

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setProperty("look", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return side

    def _blank_sheet(self) -> QWidget:
        sheet = QWidget(self)
        sheet.setProperty("look", "page")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(sheet)
        box.setContentsMargins(48, 48, 48, 48)
        box.setSpacing(8)
        box.addStretch(2)
        box.addWidget(self.name)
        box.addWidget(self.words)
        box.addStretch(3)
        return sheet


def same_words(before: str, position: int, after: str) -> int:
    """Return where the words at a place of one text stand in another, the nearest if they stand there more often."""
    for length in _QUOTES:
        quote = before[position : position + length]
        if after.startswith(quote, position):
            return position
        back, on = after.rfind(quote, 0, position + len(quote)), after.find(quote, position)
        found = [place for place in (back, on) if place >= 0]
        if found:
            return min(found, key=lambda place: abs(place - position))
    return min(position, len(after))
