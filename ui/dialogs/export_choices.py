"""The rows and the switch on the left of the export window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.export_products import Product
from ui.icons import pixmap
from ui.look import Look

__all__ = ["ArrowCombo", "ProductRow", "ProductRows", "Segments"]


class ArrowCombo(QComboBox):
    """A combo box with an arrow in the theme's own colour."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumContentsLength(6)
        self.currentTextChanged.connect(self.setToolTip)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with its words cut by …, not by its edge, and the arrow over it."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        arrow = self._look.px(12)
        room = self.width() - 28 - arrow
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        place = QPointF(self.width() - 10 - arrow, (self.height() - arrow) / 2)
        painter.drawPixmap(place, pixmap("caret-down", self._look.theme.second, arrow, self.devicePixelRatioF()))
        painter.end()


class _Cut(QLabel):
    """Words at the right, cut by … where there is no room for them."""

    def minimumSizeHint(self) -> QSize:
        """Return none of the words' width: they give way."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write as much as there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()


class ProductRow(QFrame):
    """A row of 40: a radio button with the name, and what it is at the right."""

    def __init__(self, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.product = product
        self.setProperty("look", "choice-row")
        self.setMinimumHeight(40)
        self.radio = QRadioButton(product.name, self)
        self.radio.setAccessibleName(f"{product.name}, {product.what}")
        what = _Cut(product.what, self)
        what.setProperty("look", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.radio)
        row.addWidget(what, 1)
        self.radio.toggled.connect(self._marked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a click anywhere in the row."""
        super().mousePressEvent(event)
        if self.radio.isEnabled():
            self.radio.setChecked(True)
            self.radio.setFocus()

    def _marked(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class ProductRows(QWidget):
    """One product is chosen; the rarer ones come with `More formats`."""

    chosen = Signal()

    def __init__(self, products: Sequence[Product], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._rows = [ProductRow(product, self) for product in products]
        self._more = QPushButton(self.tr("More formats"), self)
        self._more.setProperty("look", "link")
        self._more.setAutoDefault(False)
        self._more.setAccessibleName(self._more.text())
        self._more.clicked.connect(self._show_all)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for row in self._rows:
            self._group.addButton(row.radio)
            row.setVisible(not row.product.more)
            row.radio.toggled.connect(self._tell)
            row.radio.installEventFilter(self)
            box.addWidget(row)
        box.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(any(row.product.more for row in self._rows))
        if self._rows:
            self._rows[0].radio.setChecked(True)

    @property
    def product(self) -> Product | None:
        """What is chosen."""
        return next((row.product for row in self._rows if row.radio.isChecked()), None)

    def refuse(self, kind: str, why: str) -> None:
        """Take no choice of a product, and say why."""
        for row in self._rows:
            if row.product.kind == kind:
                row.setToolTip(why)
                row.radio.setEnabled(False)
                row.radio.setAccessibleDescription(why)

    def choose(self, kind: str) -> None:
        """Choose a product by its kind; not one that was refused."""
        for row in self._rows:
            if row.product.kind == kind and row.radio.isEnabled():
                row.radio.setChecked(True)
                row.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose: Qt finds no neighbour for a button that stands in a row of its own."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """Give the keys to what is chosen: the arrows choose another, Return goes on."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if chosen:
            self.chosen.emit()

    def _step(self, step: int) -> None:
        shown = [row.radio for row in self._rows if row.isVisibleTo(self) and row.radio.isEnabled()]
        now = next((place for place, radio in enumerate(shown) if radio.isChecked()), 0)
        shown[(now + step) % len(shown)].setChecked(True)
        self.take_focus()

    def _show_all(self) -> None:
        for row in self._rows:
            row.show()
        self._more.hide()


class Segments(QWidget):
    """A few values as one switch."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], value: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: dict[int, object] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (choice, words) in enumerate(choices):
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("look", "segment")
            button.setAccessibleName(words)
            self._values[number] = choice
            self._group.addButton(button, number)
            button.toggled.connect(lambda on, button=button: _stop_at(button, here=on))
            _stop_at(button, here=False)
            button.setChecked(choice == value)
            row.addWidget(button, 1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    @property
    def value(self) -> object:
        """The value that is switched on."""
        return self._values.get(self._group.checkedId())

    def choose(self, value: object) -> None:
        """Switch to a value."""
        for number, known in self._values.items():
            if known == value:
                self._group.button(number).setChecked(True)
                self.chosen.emit(value)


def _stop_at(button: QPushButton, *, here: bool) -> None:
    """Let Tab stop at the value that is chosen and at no other: the arrows choose among them."""
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
