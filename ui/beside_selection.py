"""What comes beside selected words: the bar, a moment after the mouse is let go, and the menu of the right button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.selection_bar import SelectionBar
from ui.theme import Theme

__all__ = ["BesideSelection", "Copying"]

_DELAY = 120


@dataclass(frozen=True, slots=True)
class Copying:
    """What the menu does by itself; the rest it asks for by the signals of the bar."""

    copy: Callable[[], object]
    select_all: Callable[[], object]


class BesideSelection(QObject):
    """The bar is made when words are first selected: the window is painted sooner without it."""

    severity_chosen = Signal(object)
    note_wanted = Signal()
    redraft_wanted = Signal()
    copy_wanted = Signal()
    due = Signal()

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._if_made: SelectionBar | None = None
        self.marks = True
        self.more: tuple[QAction, ...] = ()
        """Commands of the window that the menu offers too."""
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.due)

    @property
    def bar(self) -> SelectionBar:
        """The bar itself."""
        if self._if_made is None:
            bar = self._if_made = SelectionBar(self._theme, self._view)
            bar.severity_chosen.connect(self.severity_chosen)
            bar.note_wanted.connect(self.note_wanted)
            bar.redraft_wanted.connect(self.redraft_wanted)
            bar.copy_wanted.connect(self.copy_wanted)
        return self._if_made

    def come_soon(self) -> None:
        """Say in a moment that the bar is due; where nothing may be marked it is not."""
        if self.marks:
            self._timer.start()

    def hide(self) -> None:
        """Go, and do not come."""
        self._timer.stop()
        if self._if_made is not None:
            self._if_made.hide()

    def show_beside(self, first: QRect, last: QRect, area: QWidget) -> None:
        """Show the bar beside the first and last selected line, given in `area`, which it stays within."""
        origin = area.mapTo(self._view, QPoint(0, 0))
        room = QRect(origin, area.size()).adjusted(4, 4, -4, -4)
        self.bar.show_beside(first.translated(origin), last.translated(origin), room)

    def show_menu(self, place: QPoint, copying: Copying, *, selected: bool) -> None:
        """Open the menu at a place of the screen."""
        menu = QMenu(self._view)
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            (QCoreApplication.translate("DocumentView", "Copy"), copying.copy),
            (QCoreApplication.translate("DocumentView", "Copy with citation"), self.copy_wanted.emit),
            (QCoreApplication.translate("DocumentView", "Write a note"), self.note_wanted.emit),
            (QCoreApplication.translate("DocumentView", "Propose other wording"), self.redraft_wanted.emit),
        )
        for words, act in entries if self.marks else entries[:2]:
            menu.addAction(words, act).setEnabled(selected)
        menu.addSeparator()
        menu.addActions(list(self.more))
        menu.addAction(QCoreApplication.translate("DocumentView", "Select all"), copying.select_all)
        menu.popup(place)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        if self._if_made is not None:
            self._if_made.set_theme(theme)

    def retranslate(self) -> None:
        """Write names in the language of the window."""
        if self._if_made is not None:
            self._if_made.retranslate()
