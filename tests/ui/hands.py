"""Mouse and keys on the policy's text, as a person uses them, and a small policy to use them on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from documents.model import Span
from ui.document_view import DocumentView

TEXT = """Harbour privacy notice

1. What we collect
We collect your name. We also keep your e-mail address, and more.

1.1 From you
You give us data when you write to us.

2. Sharing
我们会将您的姓名和电话提供给合作伙伴以及关联公司，用于普及服务。
"""


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def words_selected(view: DocumentView) -> str:
    return "|".join(span.of(view._policy.text) for span in view.selection())


def letter_at(view: DocumentView, point: int) -> QPoint:
    """The left edge of a letter in the viewport, half way down its line."""
    box = view._line_box(view._map.to_qt(point))
    return QPoint(box.left(), box.center().y())


def white_below(view: DocumentView, point: int) -> int:
    """A height in the white below the line of a letter, nearer to it than to the next line."""
    return view._line_box(view._map.to_qt(point)).bottom() + 4


def drag(view: DocumentView, start: QPoint, end: QPoint, widget=None) -> None:
    target = widget or view._text.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    middle = QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2)
    for kind, place, button, held in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, middle, none, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        everywhere = QPointF(target.mapToGlobal(place))
        QApplication.sendEvent(
            target, QMouseEvent(kind, QPointF(place), everywhere, button, held, Qt.KeyboardModifier.NoModifier)
        )


def press(qtbot, view: DocumentView, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(view._text, key, held)


SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def point_at(view: DocumentView, place: QPoint) -> None:
    viewport = view._text.viewport()
    where, plain, none = QPointF(viewport.mapToGlobal(place)), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, none, plain))
