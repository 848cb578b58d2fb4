"""What a screen reader says of the words the caret is in: which notes are on them. The marks are painted, not text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ui.highlights import Placed
from ui.labels import severity_label

__all__ = ["say_marks", "spoken"]


def spoken(covering: Iterable[Placed]) -> str:
    """Return the notes on some words, innermost first: "High, note 4; Low, note 7"."""
    words = QCoreApplication.translate("SpokenMarks", "{severity}, note {number}")
    said = (
        words.format(severity=severity_label(one.highlight.severity), number=one.highlight.number) for one in covering
    )
    return "; ".join(dict.fromkeys(said))


def say_marks(widget: QWidget, words: str) -> None:
    """Let a screen reader hear what has changed about the place it is at."""
    if words != widget.accessibleDescription():
        widget.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
