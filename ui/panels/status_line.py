"""One quiet line at the foot: when it was saved, what there is, in which language, and that it stays here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotations.model import Note, Severity
from ui.labels import severity_short

__all__ = ["StatusLine", "language_name"]

_SHOWN_FOR = 6_000
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def language_name(language: str) -> str:
    """Return a language as its readers call it, without the country: 简体中文, 繁體中文, English."""
    code = language.lower().replace("_", "-")
    if code.startswith("zh"):
        return "繁體中文" if code.startswith(_TRADITIONAL) else "简体中文"
    if code.startswith("en"):
        return "English"
    return QLocale(language).nativeLanguageName() or language


class _Pressable(QLabel):
    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class StatusLine(QWidget):
    """26 high; left what happened, middle the counts, right the document."""

    document_pressed = Signal()
    """What is told about the document was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(26)
        self.setProperty("look", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left, self.middle, self.right = self._label(QLabel()), self._label(QLabel()), _Pressable()
        self._label(self.right)
        self.right.pressed.connect(self.document_pressed)
        self._saved: datetime | None = None
        self._counted: tuple[Counter[Severity], int] = (Counter(), -1)
        self._document = ("", 100, "")
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_SHOWN_FOR)
        self._calm.timeout.connect(self._show_saved)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 0, 16, 0)
        grid.addWidget(self.left, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.middle, 0, 1, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(self.right, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def tell(self, words: str) -> None:
        """Say what happened, for a few seconds."""
        self.left.setText(words)
        self._calm.start()

    def rest(self) -> None:
        """Say what there is to say while nothing is open."""
        self._saved = None
        self.calm()
        self.show_counts((), -1)
        self.show_document("", 100)

    def calm(self) -> None:
        """Say no longer what happened."""
        self._calm.stop()
        self._show_saved()

    def show_saved(self, moment: datetime | None) -> None:
        """Say since when everything is on disk."""
        self._saved = moment
        if not self._calm.isActive():
            self._show_saved()

    def show_counts(self, notes: Sequence[Note], percent_read: int) -> None:
        """Count the notes by severity; a negative share of read clauses is left out."""
        self._counted = (Counter(note.severity for note in notes), percent_read)
        self._show_counts()

    def show_document(self, language: str, percent: int, page: str = "") -> None:
        """Say in which language the policy is, how large it is shown, and which of its pages."""
        self._document = (language, percent, page)
        self._show_document()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._show_saved()
        self._show_counts()
        self._show_document()

    def _show_saved(self) -> None:
        if self._saved is None:
            self.left.setText("")
            return
        self.left.setText(self.tr("Saved {time}").format(time=f"{self._saved:%H:%M}"))

    def _show_counts(self) -> None:
        counts, percent = self._counted
        if percent < 0:
            self.middle.setText("")
            return
        words = "  ".join(f"{severity_short(severity)} {counts[severity]}" for severity in Severity)
        self.middle.setText(self.tr("{percent}% read").format(percent=percent) + f"  ·  {words}")

    def _show_document(self) -> None:
        language, percent, page = self._document
        here = self.tr("stays on this computer")
        shape = Qt.CursorShape.PointingHandCursor if language else Qt.CursorShape.ArrowCursor
        self.right.setCursor(shape)
        if not language:
            self.right.setText(here)
            return
        parts = [page] if page else []
        self.right.setText("  ·  ".join([*parts, language_name(language), f"{percent}%", here]))

    def _label(self, label: QLabel) -> QLabel:
        label.setParent(self)
        label.setProperty("look", "second")
        return label
