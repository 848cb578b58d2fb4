"""Old words beside new ones, what differs marked in both; or several places to choose one of."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from ui.look import Look
from ui.models.carried import Sight, Words
from ui.models.redline import redline

__all__ = ["CarryWords", "side_html"]

_MOST = 4  # places shown side by side
_EAST = ("\u3400", "\u9fff")


class _Side(QFrame):
    """A head and words that scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.head = QLabel(self)
        self.head.setProperty("look", "second")
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.choice = QPushButton(self)
        self.choice.setCheckable(True)
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words = QTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setProperty("look", "quoted")
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setStyleSheet("QTextEdit { border: none; padding: 0; background: transparent; }")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(4)
        box.addWidget(self.head)
        box.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.words, 1)


class CarryWords(QWidget):
    """Shows a `Sight`. `chosen` is the place that is chosen of several; `choice_wanted` tells of another."""

    choice_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sight: Sight | None = None
        self._versions = ("", "")
        self.chosen = 0
        self.was = _Side(self)
        self.was.choice.hide()
        self.now = [_Side(self) for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for side in (self.was, *self.now):
            row.addWidget(side, 1)
        for number, side in enumerate(self.now):
            side.choice.clicked.connect(lambda _on=False, number=number: self.choice_wanted.emit(number))

    def show_sight(self, sight: Sight | None, versions: tuple[str, str]) -> None:
        """Show old and new words; `versions` are what the two are called."""
        self._sight, self._versions, self.chosen = sight, versions, 0
        self._fill()

    def choose(self, number: int) -> bool:
        """Choose one of several places; False where there is none such."""
        if self._sight is None or not 0 <= number < min(_MOST, len(self._sight.now)):
            return False
        self.chosen = number
        self._fill()
        return True

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._fill()

    def _fill(self) -> None:
        sight = self._sight
        self.setVisible(sight is not None)
        if sight is None:
            return
        several = len(sight.now) > 1
        self._write(self.was, sight.was, sight.now[self.chosen] if sight.now else None, old=True)
        for number, side in enumerate(self.now):
            shown = number < len(sight.now)
            side.setVisible(shown or number == 0)
            side.choice.setVisible(several)
            side.head.setVisible(not several)
            if shown:
                self._write(side, sight.now[number], sight.was, old=False)
                self._name(side, sight.now[number], number, several=several)
            elif number == 0:
                self._nothing(side)
            side.setProperty("current", several and number == self.chosen)
            side.style().unpolish(side)
            side.style().polish(side)

    def _write(self, side: _Side, words: Words, other: Words | None, *, old: bool) -> None:
        chinese = any(_EAST[0] <= letter <= _EAST[1] for letter in words.words[:80])
        side.words.setFont(self._look.serif(14, "zh" if chinese else "en"))
        side.words.setHtml(side_html(words, other, self._look, old=old))
        said = self.tr("Before") if old else self.tr("Now")
        named = (said, self._versions[0 if old else 1], words.address)
        side.head.setText(" · ".join(part for part in named if part))
        side.words.setAccessibleName(side.head.text())

    def _name(self, side: _Side, words: Words, number: int, *, several: bool) -> None:
        place = words.address or self.tr("place {number}").format(number=number + 1)
        side.choice.setText(f"{number + 1}  {place}")
        side.choice.setChecked(several and number == self.chosen)
        side.choice.setAccessibleName(self.tr("Place {number}: {place}").format(number=number + 1, place=place))

    def _nothing(self, side: _Side) -> None:
        side.head.setText(self.tr("Now") + " · " + self._versions[1])
        words = self.tr(
            "Nothing of it stands here any more. Select words in the policy and press P to put the note there."
        )
        side.words.setFont(self._look.font(13))
        side.words.setHtml(f'<span style="color:{self._look.theme.third}">{escape(words)}</span>')


def side_html(words: Words, other: Words | None, look: Look, *, old: bool) -> str:
    """Return one side of two as rich text: what the other has not is marked, what stands around both is grey."""
    theme = look.theme
    colours = (theme.deleted_text, theme.deleted) if old else (theme.inserted_text, theme.inserted)
    line = "line-through" if old else "underline"
    marked = f"color:{colours[0]};background:{colours[1]};text-decoration:{line}"
    around = f'<span style="color:{theme.third}">{{}}</span>'
    if other is None:
        pieces = [("kept", words.words)]
    else:
        pair = (words.words, other.words) if old else (other.words, words.words)
        mine = "deleted" if old else "inserted"
        pieces = [(one.kind, one.text) for one in redline(*pair) if one.kind in ("kept", mine)]
    written = "".join(
        f'<span style="{marked if kind != "kept" else f"color:{theme.text}"}">{escape(text)}</span>'
        for kind, text in pieces
    )
    return (around.format(escape(words.before)) + written + around.format(escape(words.behind))).replace("\n", "<br>")
