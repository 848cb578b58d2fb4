"""The clauses, left of the policy: number, title, the worst severity in each and how many notes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from documents.model import ClausePart
from ui.icons import pixmap
from ui.look import Look
from ui.models.outline_model import OutlineModel, OutlineRow, RowRole
from ui.panels.number_columns import GAP, LEAST_NUMBER, Column, number_columns, shown_label
from ui.session import Session
from ui.shapes import paint_shape
from ui.theme import row_pen

__all__ = ["OutlinePanel"]

_ROW = 28
_SIDE = 8
_COUNT = 36


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.columns: dict[int, Column] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self.look.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(RowRole)
        if not isinstance(row, OutlineRow):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, state)
        column = self.columns.get(max(0, row.level), Column(0, LEAST_NUMBER))
        left = rect.left() + _SIDE + 4 + column.left
        theme, small, strong = self.look.theme, self.look.font(13), self.look.font(13, strong=row.level <= 0)
        number = QFontMetricsF(small).elidedText(shown_label(row), Qt.TextElideMode.ElideRight, column.width + 4)
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.setFont(small)
        painter.setPen(QColor(theme.second))
        place = QRect(left, rect.top(), column.width, rect.height())
        painter.drawText(place, middle | int(Qt.AlignmentFlag.AlignRight), number)
        start = left + column.width + GAP
        badge = self.look.px(_COUNT) if row.worst is not None or row.read else 4
        room = rect.right() - _SIDE - badge - start
        painter.setFont(strong)
        painter.setPen(QColor(theme.text))
        title = QFontMetricsF(strong).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(start, rect.top(), room + 2, rect.height()), middle, title)
        self._count(painter, rect, row)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        theme = self.look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(row_pen(theme))
        painter.setBrush(QColor(theme.row if chosen else theme.window))
        painter.drawRoundedRect(rect.adjusted(_SIDE, 0, -_SIDE, 0), 6, 6)
        if chosen:
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(rect.left() + _SIDE, rect.top() + 6, 3, rect.height() - 12), 1.5, 1.5)
        painter.restore()

    def _count(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        count, sign = self.look.px(_COUNT), self.look.px(12)
        left = rect.right() - _SIDE - count + 6
        middle = rect.center().y() + 1
        if row.worst is not None:
            paint_shape(painter, QRectF(left, middle - sign / 2, sign, sign), row.worst, self.look.theme)
            painter.setFont(self.look.font(12))
            painter.setPen(QColor(self.look.theme.second))
            place = QRect(left + sign + 3, rect.top(), count - sign - 3, rect.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), str(row.count))
        elif row.read:
            painter.drawPixmap(left, middle - self.look.px(7), self._tick(painter))

    def _tick(self, painter: QPainter) -> QPixmap:
        device = painter.device()
        return pixmap(
            "check", self.look.theme.third, self.look.px(14), device.devicePixelRatio() if device is not None else 1.0
        )


class OutlinePanel(QWidget):
    """Shows the clauses; a click asks to go there."""

    clause_wanted = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.model = OutlineModel(self)
        self._delegate = _RowDelegate(look, self)
        self.list = QListView(self)
        self._set_up_list()
        self._head = QLabel(self)
        self._head.setProperty("look", "head")
        self._read = QLabel(self)
        self._read.setProperty("look", "second")
        self._hint = QLabel(self)
        self._hint.setProperty("look", "hint")
        self._lay_out()
        session.document_changed.connect(self._document_changed)
        session.notes_changed.connect(self._notes_changed)
        session.note_marked.connect(self._notes_changed)
        session.read_changed.connect(self._read_changed)

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._wanted)
        self.list.activated.connect(self._wanted)

    def show_position(self, position: int) -> int:
        """Mark the clause that holds a place of the text; returns its row, -1 for none."""
        row = self.model.row_at(position)
        if row < 0:
            self.list.selectionModel().clear()
        elif row != self.list.currentIndex().row():
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        return row

    @property
    def current(self) -> OutlineRow | None:
        """The clause that is marked."""
        row = self.list.currentIndex().data(RowRole)
        return row if isinstance(row, OutlineRow) else None

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._delegate.look = look
        self._measure()
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._head.setText(self.tr("Clauses"))
        self.list.setAccessibleName(self.tr("Clauses"))
        self._hint.setText(self.tr("This text has no numbering. Paragraphs are listed instead."))
        self._show_read()

    def _document_changed(self) -> None:
        policy = self._session.policy
        self.model.set_policy(policy)
        self._measure()
        numbered = policy is None or any(clause.part is ClausePart.NUMBERED for clause in policy.clauses)
        self._hint.setVisible(not numbered)
        self._notes_changed()
        self._read_changed()

    def _measure(self) -> None:
        """Give the numbers of each level the width that they need."""
        metrics = QFontMetricsF(self._delegate.look.font(13))
        columns = number_columns(
            self.model.rows, lambda label: metrics.horizontalAdvance(label) / self._delegate.look.scale
        )
        px = self._delegate.look.px
        self._delegate.columns = {level: Column(px(one.left), px(one.width)) for level, one in columns.items()}

    def _notes_changed(self) -> None:
        self.model.set_notes(self._session.notes)

    def _read_changed(self) -> None:
        self.model.set_read(self._session.read_clauses())
        self._show_read()

    def _show_read(self) -> None:
        total = len(self.model.rows)
        words = self.tr("{read} of {total} read").format(read=self.model.read_count(), total=total)
        self._read.setText(words if total else "")

    def _wanted(self, index: QModelIndex) -> None:
        row = index.data(RowRole)
        if isinstance(row, OutlineRow):
            self.clause_wanted.emit(row.address)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._read)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(16, 0, 16, 8)
        self._hint.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._hint)
        box.addWidget(self.list, 1)
