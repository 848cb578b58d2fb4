"""How the comparison is laid out: versions and ways above, the texts, the list of changes beside them, the foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from ui.comparing.change_list import ChangeList
from ui.comparing.changes_model import ChangesModel
from ui.comparing.choices import Choices
from ui.comparing.filters import Filters
from ui.comparing.foot import Foot, NoteButtons
from ui.comparing.head_line import HeadLine
from ui.comparing.rows_view import RowsView
from ui.dialogs.export_choices import Segments
from ui.look import Look
from ui.session import Session

__all__ = ["Parts", "lay_out"]

_BESIDE = 340


@dataclass(frozen=True)
class Parts:
    """What the window is made of."""

    choices: Choices
    ways: Segments
    export: QPushButton
    heads: tuple[QLabel, QLabel]
    view: RowsView
    filters: Filters
    list: ChangeList
    notes: NoteButtons
    foot: Foot

    def name_view(self, *, together: bool) -> None:
        """Say what the texts are to a screen reader; two heads where there are two."""
        translate = QCoreApplication.translate
        two, one = translate("Comparing", "Both versions side by side"), translate("Comparing", "Both as one text")
        self.view.setAccessibleName(one if together else two)
        for head in self.heads:
            head.setVisible(not together)


def lay_out(window: QWidget, session: Session, model: ChangesModel, look: Look) -> Parts:
    """Put the parts into their window."""
    translate = QCoreApplication.translate
    ways = ((False, translate("Comparing", "Side by side")), (True, translate("Comparing", "One text")))
    parts = Parts(
        choices=Choices(session, look, window),
        ways=Segments(ways, False, window),  # noqa: FBT003 - the value that is switched on
        export=QPushButton(translate("Comparing", "Export as Word…"), window),
        heads=(HeadLine(look, window), HeadLine(look, window)),
        view=RowsView(look, window),
        filters=Filters(look, window),
        list=ChangeList(model, look, window),
        notes=NoteButtons(look, window),
        foot=Foot(window),
    )
    parts.export.setAutoDefault(False)
    for button in parts.ways.findChildren(QPushButton):
        button.setMinimumWidth(QFontMetrics(look.font(13, strong=True)).horizontalAdvance(button.text()) + 32)
    parts.export.setAccessibleName(parts.export.text())
    parts.list.setAccessibleName(translate("Comparing", "Changes"))
    parts.name_view(together=False)
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addLayout(_top(parts))
    box.addWidget(_rule(window))
    box.addWidget(_middle(parts, window, look), 1)
    box.addWidget(_rule(window))
    box.addWidget(parts.foot)
    parts.list.setFocus()
    return parts


def _top(parts: Parts) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(16)
    row.addWidget(parts.choices, 1)
    row.addWidget(parts.ways)
    row.addWidget(parts.export)
    return row


def _middle(parts: Parts, window: QWidget, look: Look) -> QSplitter:
    split = QSplitter(Qt.Orientation.Horizontal, window)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    split.addWidget(_texts(parts, window))
    split.addWidget(_beside(parts, window))
    split.setStretchFactor(0, 1)
    wide = min(look.px(_BESIDE), window.width() * 2 // 5)
    split.setSizes([max(400, window.width() - wide), wide])
    return split


def _texts(parts: Parts, window: QWidget) -> QWidget:
    whole = QWidget(window)
    heads = QHBoxLayout()
    heads.setContentsMargins(0, 0, parts.view.verticalScrollBar().sizeHint().width(), 0)
    heads.setSpacing(0)
    for head in parts.heads:
        heads.addWidget(head, 1)
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addLayout(heads)
    box.addWidget(parts.view, 1)
    parts.view.setMinimumWidth(320)
    return whole


def _beside(parts: Parts, window: QWidget) -> QWidget:
    whole = QWidget(window)
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(parts.filters)
    box.addWidget(parts.list, 1)
    box.addWidget(parts.notes)
    return whole


def _rule(window: QWidget) -> QFrame:
    rule = QFrame(window)
    rule.setProperty("look", "rule")
    rule.setFixedHeight(1)
    return rule
