"""The bar above the work: where one is, finding, undo and redo, and the one strong button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.look import Look
from ui.panels.breadcrumb import Breadcrumb
from ui.panels.find_field import FindField
from ui.panels.views_switch import ViewsSwitch

__all__ = ["TopBar"]

_FOLDS_BELOW = 520
"""Under this width undo and redo leave the bar: they are in the menu and under their keys."""
_EXPORT = 112


class TopBar(QWidget):
    """44 high, and more with larger letters; the buttons are the window's own actions."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.breadcrumb = Breadcrumb(look, self)
        self.views = ViewsSwitch(look, self)
        self.find_field = FindField(look, self)
        self._undo = QToolButton(self)
        self._redo = QToolButton(self)
        self.export = QPushButton(self)
        self.export.setProperty("look", "strong")
        self._lay_out()
        self._size()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(4)
        row.addWidget(self.breadcrumb, 1)
        row.addSpacing(8)
        row.addWidget(self.views)
        row.addSpacing(8)
        row.addWidget(self.find_field)
        row.addSpacing(8)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(12)
        row.addWidget(self.export)

    def set_actions(self, undo: QAction, redo: QAction, export: QAction) -> None:
        """Let the buttons do what the menu does."""
        self._undo.setDefaultAction(undo)
        self._redo.setDefaultAction(redo)
        self.export.clicked.connect(export.trigger)
        export.changed.connect(lambda: self._follow(export))
        self._follow(export)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.breadcrumb.set_look(look)
        self.find_field.set_look(look)
        self.views.set_look(look)
        self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up what is elsewhere too when the bar gets narrow."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters: a style sheet tells of its own some time after the look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size()

    def _size(self) -> None:
        """Grow with the letters; the strong button always shows its word whole."""
        px = self._look.px
        self.setMinimumHeight(px(44))
        for button in (self._undo, self._redo):
            button.setIconSize(QSize(px(20), px(20)))
            button.setFixedSize(px(32), px(32))
        self.export.setMinimumWidth(max(_EXPORT, self.export.sizeHint().width()))
        self._fold()

    def _fold(self) -> None:
        for button in (self._undo, self._redo):
            button.setVisible(self.width() >= self._look.px(_FOLDS_BELOW))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.find_field.retranslate()
        self.views.retranslate()
        self.breadcrumb.setAccessibleName(self.tr("Where you are"))
        for button in (self._undo, self._redo):
            action = button.defaultAction()
            button.setAccessibleName(action.text().replace("&", "") if action is not None else "")

    def _follow(self, export: QAction) -> None:
        self.export.setText(export.text())
        self._size()
        self.export.setToolTip(export.toolTip())
        self.export.setAccessibleName(export.text())
        self.export.setEnabled(export.isEnabled())
