"""One quiet line at the foot: when it was saved, what there is, in which language, and that it stays here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotations.model import Note, Severity
from ui.labels import severity_short

__all__ = ["StatusLine", "language_name"]

_SHOWN_FOR = 6_000
_HEIGHT, _SIDES, _GAP = 26, 16, 24
_SPARE = 8
"""Pixels that a label takes beside its words, at most."""
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
        self.setProperty("look", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left, self.middle, self.right = self._label(QLabel()), self._label(QLabel()), _Pressable()
        self._label(self.right)
        self.right.pressed.connect(self.document_pressed)
        self._saved: datetime | None = None
        self._told = ""
        self._counted: tuple[Counter[Severity], int] = (Counter(), -1)
        self._document = ("", 100, "")
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_SHOWN_FOR)
        self._calm.timeout.connect(self._show_saved)
        grid = QGridLayout(self)
        grid.setContentsMargins(_SIDES, 0, _SIDES, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setRowMinimumHeight(0, _HEIGHT)
        grid.addWidget(self.left, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.middle, 0, 1, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(self.right, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def tell(self, words: str) -> None:
        """Say what happened, for a few seconds."""
        self._told = words
        self._fit()
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
        self._fit()

    def show_document(self, language: str, percent: int, page: str = "") -> None:
        """Say in which language the policy is, how large it is shown, and which of its pages."""
        self._document = (language, percent, page)
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._show_saved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say less where the letters are larger."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Say as much as fits from the first moment on."""
        super().showEvent(event)
        self._fit()

    def _show_saved(self) -> None:
        self._told = ""
        self._fit()

    def _fit(self) -> None:
        """Say as much as the width lets: the language and the size go first, then the counts."""
        left, counts, facts = self._told or self._since(), self._counts(), self._facts()
        middle, right = counts[0], facts[0]
        if self.isVisible():
            room = self.width() - 2 * _SIDES - 2 * _GAP
            pairs = [(one, other) for one in counts for other in facts]
            middle, right = next((pair for pair in pairs if self._wide(left, *pair) <= room), pairs[-1])
            rest = max(room - self._wide(middle, right), 0)
            left = self.left.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, rest)
        self._say(self.left, left, self._told or self._since())
        self._say(self.middle, middle, counts[0])
        self._say(self.right, right, facts[0])

    def _say(self, label: QLabel, words: str, whole: str) -> None:
        label.setText(words)
        label.setToolTip("" if words == whole else whole)
        label.setAccessibleName(whole)

    def _wide(self, *words: str) -> int:
        return sum(self.left.fontMetrics().horizontalAdvance(one) + _SPARE for one in words)

    def _since(self) -> str:
        return "" if self._saved is None else self.tr("Saved {time}").format(time=f"{self._saved:%H:%M}")

    def _counts(self) -> tuple[str, ...]:
        """Return what is said of the notes, from the longest to nothing."""
        counts, percent = self._counted
        if percent < 0:
            return ("",)
        read = self.tr("{percent}% read").format(percent=percent)
        words = "  ".join(f"{severity_short(severity)} {counts[severity]}" for severity in Severity)
        return (f"{read}  ·  {words}", read, "")

    def _facts(self) -> tuple[str, ...]:
        """Return what is said of the document, from the longest to the one promise."""
        language, percent, page = self._document
        here = self.tr("stays on this computer")
        self.right.setCursor(Qt.CursorShape.PointingHandCursor if language else Qt.CursorShape.ArrowCursor)
        if not language:
            return (here,)
        first = [page] if page else []
        return (
            "  ·  ".join([*first, language_name(language), f"{percent}%", here]),
            "  ·  ".join([*first, f"{percent}%", here]),
            "  ·  ".join([*first, here]),
        )

    def _label(self, label: QLabel) -> QLabel:
        label.setParent(self)
        label.setProperty("look", "second")
        return label
