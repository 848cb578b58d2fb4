"""Proposed wording: read as a redline of the quoted words, written as plain text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.look import Look
from ui.models.redline import Piece, redline
from ui.panels.card_fields import GrowingText

__all__ = ["WordingField", "redline_html"]

_LONG = 84


class WordingField(QWidget):
    """Shows the redline while it rests; a click or Tab into it opens the text.

    With nothing proposed yet the text is the clause's own words, to be changed; left as they are, nothing is proposed.
    """

    changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self._look: Look | None = None
        self.field = GrowingText(1, 10, self)
        self._shown = QLabel(self)
        self._shown.setProperty("look", "redline")
        self._shown.setWordWrap(True)
        self._shown.setTextFormat(Qt.TextFormat.RichText)
        self._shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown.setCursor(Qt.CursorShape.IBeamCursor)
        self._shown.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.field)
        box.addWidget(self._shown)
        self.field.entered.connect(self._prefill)
        self.field.textChanged.connect(lambda: self.changed.emit(self.words))
        self.field.left.connect(self._rest)
        self._show_redline()

    @property
    def words(self) -> str:
        """What is proposed: nothing where the clause's own words still stand."""
        text = self.field.toPlainText()
        return "" if text.strip() == self._quote.strip() else text

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._show_redline()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order: one of the two is in sight."""
        return [self._shown, self.field]

    def set_names(self, name: str) -> None:
        """Give both faces of the field their name."""
        self.field.setAccessibleName(name)
        self._shown.setAccessibleName(name)

    def set_words(self, text: str, quote: str) -> None:
        """Show a wording against the words it replaces."""
        if quote == self._quote and text == self.words and self.field.hasFocus():
            return
        self._quote = quote
        self.field.set_words(text)
        if not self.field.hasFocus():
            self._show_redline()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the text when the redline is clicked or reached by Tab."""
        if watched is self._shown and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn):
            self.open_text()
        return super().eventFilter(watched, event)

    def open_text(self) -> None:
        """Turn to writing."""
        self._shown.hide()
        self.field.show()
        self.field.setFocus()

    def _prefill(self) -> None:
        if not self.field.toPlainText() and not self.field.isReadOnly():
            self.field.set_words(self._quote)
            self.field.selectAll()  # writing replaces them, an arrow key begins to change them

    def _rest(self) -> None:
        if not self.words:
            self.field.set_words("")
        self._show_redline()
        self.left.emit()

    def _show_redline(self) -> None:
        words = self.field.toPlainText()
        show = bool(words and self._quote) and self._look is not None
        if show and self._look is not None:
            chinese = any("\u3400" <= letter <= "\u9fff" for letter in self._quote[:80])
            self._shown.setFont(self._look.serif(13, "zh" if chinese else "en"))
            self._shown.setText(redline_html(self._quote, words, self._look))
        self._shown.setVisible(show)
        self.field.setVisible(not show)


def redline_html(before: str, after: str, look: Look) -> str:
    """Return the redline as rich text in the theme's colours, struck out and underlined as well as coloured."""
    theme = look.theme
    styles = {
        "kept": f"color:{theme.second}",
        "deleted": f"color:{theme.deleted_text};background:{theme.deleted};text-decoration:line-through",
        "inserted": f"color:{theme.inserted_text};background:{theme.inserted};text-decoration:underline",
    }
    pieces = redline(before, after)
    between = "\n" if [piece.kind for piece in pieces] == ["deleted", "inserted"] else ""
    written = (f'<span style="{styles[piece.kind]}">{escape(_short(piece))}</span>' for piece in pieces)
    return between.join(written).replace("\n", "<br>")


def _short(piece: Piece) -> str:
    if len(piece.text) <= _LONG:
        return piece.text
    return f"{piece.text[: _LONG // 2]}…{piece.text[-_LONG // 3 :]}"
