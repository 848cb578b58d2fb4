"""The one application of a measuring process, and when something has been painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

if TYPE_CHECKING:
    from ui.document_view import DocumentView

__all__ = ["application", "show_until_painted", "text_of"]


class _Watch(QObject):
    painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice the first paint."""
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False


def application() -> QApplication:
    """Return the application, made when first asked for."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


def show_until_painted(window: QWidget, painted: QWidget) -> None:
    """Show a window and return when `painted`, a widget in it, has been painted and the event loop has turned."""
    watch = _Watch()
    painted.installEventFilter(watch)
    window.show()
    for _ in range(1000):
        application().processEvents()
        if watch.painted:
            return
    raise RuntimeError("nothing was painted")


def text_of(view: DocumentView) -> QTextEdit:
    """Return the widget in a policy view that shows the words."""
    text = view.focusProxy()
    if not isinstance(text, QTextEdit):
        raise TypeError(f"the policy view leads to a {type(text).__name__}")
    return text
