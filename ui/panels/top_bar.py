"""The bar above the work: where one is, finding, undo and redo, and the one strong button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.look import Look
from ui.panels.find_field import FindField
from ui.panels.views_switch import ViewsSwitch

__all__ = ["Breadcrumb", "TopBar"]

_BETWEEN = " › "


class Breadcrumb(QWidget):
    """Matter › document › clause, the matter in strong letters; what does not fit is cut at the end."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.parts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_parts(self, parts: tuple[str, ...]) -> None:
        """Show another place."""
        if parts != self.parts:
            self.parts = parts
            self.setToolTip(_BETWEEN.join(parts))
            self.setAccessibleDescription(_BETWEEN.join(parts))
            self.update()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the parts one after the other."""
        painter = QPainter(self)
        left = 0
        for number, part in enumerate(self.parts):
            font = self._look.font(13, strong=number == 0)
            painter.setFont(font)
            painter.setPen(QColor(self._look.theme.text if number == 0 else self._look.theme.second))
            words = part if number == 0 else _BETWEEN + part
            room = self.width() - left
            if room < 24:
                break
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, min(room, self._share(number)))
            painter.drawText(QRect(left, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
            left += round(QFontMetricsF(font).horizontalAdvance(shown))
        painter.end()

    def _share(self, number: int) -> int:
        return self.width() if number >= len(self.parts) - 1 else max(120, self.width() * 2 // 5)


class TopBar(QWidget):
    """44 high; the buttons are the window's own actions."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(44)
        self.setProperty("look", "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.breadcrumb = Breadcrumb(look, self)
        self.views = ViewsSwitch(self)
        self.find_field = FindField(look, self)
        self._undo = QToolButton(self)
        self._redo = QToolButton(self)
        self.export = QPushButton(self)
        self.export.setProperty("look", "strong")
        self.export.setMinimumWidth(112)
        for button in (self._undo, self._redo):
            button.setIconSize(QSize(20, 20))
            button.setFixedSize(32, 32)
        self._lay_out()

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
        self.breadcrumb.set_look(look)
        self.find_field.set_look(look)

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
        self.export.setToolTip(export.toolTip())
        self.export.setAccessibleName(export.text())
        self.export.setEnabled(export.isEnabled())
