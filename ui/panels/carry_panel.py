"""The carry-over review below the policy: what became of each note, old and new words, and the keys that decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotations.carry_review import ToSee
from annotations.model import AnchorState, Note
from ui.icons import icon
from ui.look import Look
from ui.models.carried import Sight
from ui.panels.carry_list import CarryList
from ui.panels.carry_words import CarryWords
from ui.shapes import shape_pixmap

__all__ = ["CarryPanel"]

_HEIGHT, _LIST, _LEAST = 304, 320, 120


class CarryPanel(QWidget):
    """Shows and tells; what a key does is the controller's."""

    wanted = Signal(str)
    choice_wanted = Signal(int)
    row_wanted = Signal(int)
    reason_given = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.title, self.counts, self.progress = QLabel(self), QLabel(self), QLabel(self)
        self.bar = QProgressBar(self)
        self.shut = QToolButton(self)
        self.list = CarryList(look, self)
        self.shape, self.name, self.why, self.alerts = (QLabel(self) for _ in range(4))
        self.words = CarryWords(look, self)
        self.reason = QLineEdit(self)
        self.keys = {
            name: QPushButton(self) for name in ("accept", "place", "resolve", "lost", "previous", "next", "undo")
        }
        self._lay_out()
        self._wire()
        self.set_look(look)

    def show_items(self, items: Sequence[ToSee], notes: Sequence[Note], row: int) -> None:
        """List the places, and say how many were decided."""
        self.list.fill(items, notes, row, self._look.language)
        seen = sum(bool(one.decided) for one in items)
        words = self.tr("{seen} of {total} seen") if seen < len(items) or not items else self.tr("All {total} seen")
        self.progress.setText(words.format(seen=seen, total=len(items)))
        self.bar.setRange(0, max(1, len(items)))
        self.bar.setValue(seen)

    def show_counts(self, number: int, counts: Mapping[AnchorState, int]) -> None:
        """Say of which version this is, and how many notes stand how."""
        self.title.setText(self.tr("Carried over to version {number}").format(number=number))
        words = {
            AnchorState.UNCHANGED: self.tr("{count} unchanged"),
            AnchorState.MOVED: self.tr("{count} moved"),
            AnchorState.EDITED: self.tr("{count} edited"),
            AnchorState.AMBIGUOUS: self.tr("{count} to be placed"),
            AnchorState.LOST: self.tr("{count} lost"),
        }
        self.counts.setText(" · ".join(words[state].format(count=count) for state, count in counts.items() if count))

    def show_sight(self, sight: Sight | None, versions: tuple[str, str]) -> None:
        """Show one place; none where nothing is left."""
        self.words.show_sight(sight, versions)
        self.reason.hide()
        self.alerts.setVisible(sight is not None and bool(sight.alerts))
        if sight is None:
            self.shape.clear()
            self.name.setText("")
            self.why.setText(self.tr("Every note stands where it stood, in the very same words."))
            return
        note = sight.note
        self.shape.setPixmap(shape_pixmap(note.severity, self._look.theme, 14, self.devicePixelRatioF()))
        self.name.setText(f"#{note.number}  {note.title or ' '.join(note.issue.split())}")
        self.why.setText(sight.why)
        self.alerts.setText("⚠ " + self.tr(", ").join(sight.alerts))

    def allow(self, *, writing: bool, sight: Sight | None, undo: bool) -> None:
        """Offer what can be done with the place shown."""
        for name in ("accept", "place", "resolve", "lost"):
            self.keys[name].setEnabled(writing and sight is not None)
        self.keys["accept"].setEnabled(writing and sight is not None and bool(sight.now))
        self.keys["undo"].setEnabled(undo)

    def ask_reason(self, words: str) -> None:
        """Ask why the change settled the matter; Enter takes the answer, Esc goes back."""
        self.reason.setText(words)
        self.reason.show()
        self.reason.setFocus()
        self.reason.selectAll()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.list, *(side.choice for side in self.words.now), self.reason, *self.keys.values(), self.shut]

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.list.set_look(look)
        self.words.set_look(look)
        self.shut.setIcon(icon("x", look.theme.second, 16))
        self.keys["undo"].setIcon(icon("arrow-u-up-left", look.theme.second, 16))
        self.title.setFont(look.font(14, strong=True))
        self.name.setFont(look.font(14, strong=True))
        self.setFixedHeight(look.px(_HEIGHT))
        self._share()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        named = {
            "accept": (self.tr("Accept"), "A"), "place": (self.tr("Place at selection"), "P"),
            "resolve": (self.tr("Settled by the change"), "D"), "lost": (self.tr("Keep as lost"), "L"),
            "previous": (self.tr("Back"), "K"), "next": (self.tr("Next"), "J"), "undo": (self.tr("Undo"), "Ctrl+Z"),
        }  # fmt: skip
        for name, (words, key) in named.items():
            button = self.keys[name]
            button.setText(f"{words}  {key}" if name != "undo" else words)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
        self.list.setAccessibleName(self.tr("What became of the notes"))
        self.bar.setAccessibleName(self.tr("How many were looked at"))
        self.reason.setAccessibleName(self.tr("Why it is settled"))
        self.reason.setPlaceholderText(self.tr("Why is it settled? Enter keeps it; it goes into no export."))
        self.shut.setAccessibleName(self.tr("Close the review of what was carried over"))
        self.shut.setToolTip(self.shut.accessibleName())

    # -- putting it together -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.key_wanted.connect(self.wanted)
        self.list.choice_wanted.connect(self.choice_wanted)
        self.list.row_wanted.connect(self.row_wanted)
        self.words.choice_wanted.connect(self.choice_wanted)
        self.shut.clicked.connect(self.closed)
        self.reason.returnPressed.connect(lambda: self.reason_given.emit(self.reason.text().strip()))
        for name, button in self.keys.items():
            button.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list a share of the width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self.list.setFixedWidth(min(self._look.px(_LIST), max(_LEAST, self.width() // 4)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc leave the reason unsaid."""
        pressed = watched is self.reason and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.reason.hide()
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._dress()
        keys = self.keys
        told = (self.title, 16, self.counts, self.progress, 8, self.bar)
        head = _row(*told, 16, keys["undo"], 4, keys["previous"], 4, keys["next"], 8, self.shut)
        head.setStretchFactor(self.counts, 1)
        head.setContentsMargins(16, 6, 8, 6)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addLayout(self._detail(), 1)
        rule = QFrame(self)
        rule.setFixedHeight(1)
        rule.setProperty("look", "rule")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule)
        box.addLayout(head)
        box.addLayout(body, 1)
        for before, after in pairwise(self.stops()):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        self.counts.setProperty("look", "second")
        self.progress.setProperty("look", "second")
        self.alerts.setProperty("look", "alert")
        self.bar.setFixedSize(120, 8)
        self.bar.setTextVisible(False)
        for label in (self.title, self.counts, self.name, self.why, self.alerts):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.counts, self.why):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keys["accept"].setProperty("look", "strong")
        self.reason.installEventFilter(self)
        self.reason.hide()

    def _detail(self) -> QVBoxLayout:
        detail, keys = QVBoxLayout(), self.keys
        detail.setContentsMargins(16, 0, 16, 12)
        detail.setSpacing(6)
        told = _row(self.shape, 4, self.name, 12, self.alerts, 12, self.why)
        told.setStretchFactor(self.why, 1)
        detail.addLayout(told)
        detail.addWidget(self.words, 1)
        detail.addWidget(self.reason)
        decide = (keys["accept"], 4, keys["place"], 4, keys["resolve"], 4, keys["lost"])
        detail.addLayout(_row(*decide, None))
        return detail


def _row(*parts: QWidget | int | None) -> QHBoxLayout:
    """Return widgets in a row: a number is so much room between two, None all there is."""
    row = QHBoxLayout()
    row.setSpacing(0)
    for part in parts:
        if part is None:
            row.addStretch(1)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part)
    return row
