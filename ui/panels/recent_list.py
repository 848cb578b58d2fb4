"""What was open lately: a row for each matter, with what is open in it; one that is gone says so and can be dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotations.model import Severity
from ui.icons import icon
from ui.labels import severity_short
from ui.look import Look
from ui.places import shown_path
from ui.shapes import paint_shape

__all__ = ["RecentList", "RecentMatter"]

_FOLDER, _HEIGHT, _GAP = 136, 32, 12
_BEFORE = 32
"""Pixels before the name: edge, icon and the white behind it."""


@dataclass(frozen=True, slots=True)
class RecentMatter:
    """A matter that was open lately, as far as is known yet: whether it is there, when it changed, what is open."""

    path: Path
    there: bool = True
    changed: datetime | None = None
    standing: Mapping[Severity, int] = field(default_factory=dict)
    percent: int = -1


class _Counts(QWidget):
    """The shapes of the severities, each with how many notes are open."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.standing: Mapping[Severity, int] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.look.font(12))
        wide = sum(self.look.px(24) + metrics.horizontalAdvance(str(n)) for n in self.standing.values())
        return QSize(round(wide), self.look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.look.font(12))
        metrics, left, px = QFontMetricsF(painter.font()), 0.0, self.look.px
        for severity, count in self.standing.items():
            paint_shape(painter, QRectF(left, (self.height() - px(12)) / 2, px(12), px(12)), severity, self.look.theme)
            painter.setPen(QColor(self.look.theme.second))
            box = QRectF(left + px(15), 0, px(60), self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(count))
            left += px(24) + metrics.horizontalAdvance(str(count))
        painter.end()


class RecentRow(QPushButton):
    """One matter; Delete or its menu drops it from the list."""

    drop_wanted = Signal()

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._look = name, look
        self.setProperty("look", "recent")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._matter: RecentMatter | None = None
        self._discreet = False
        self._counts = _Counts(look, self)
        self._read = self._hint()
        self._where = self._hint()
        self._drop = QToolButton(self)
        self._drop.setAutoRaise(True)
        self._drop.hide()
        self._drop.clicked.connect(self.drop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(_GAP)
        row.addStretch(1)
        for part in (self._counts, self._read, self._where, self._drop):
            row.addWidget(part)
        self.set_look(look)

    def show_matter(self, matter: RecentMatter, *, discreet: bool) -> None:
        """Say what is known of it."""
        self._matter = matter
        self._counts.standing = matter.standing
        self._counts.updateGeometry()
        self._counts.update()
        self._read.setText("" if matter.percent < 0 else self.tr("{percent}% read").format(percent=matter.percent))
        self._discreet = discreet
        self._drop.setVisible(not matter.there)
        self.setToolTip("" if discreet else shown_path(matter.path))
        counts = [f"{severity_short(severity)} {count}" for severity, count in matter.standing.items()]
        missing = "" if matter.there else self._place(matter, discreet=discreet)
        self.setAccessibleName(", ".join(part for part in (self._name, *counts, self._read.text(), missing) if part))
        self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = self._counts.look = look
        there = self._matter is None or self._matter.there
        self.setIconSize(QSize(look.px(16), look.px(16)))
        self.setMinimumHeight(look.px(_HEIGHT))
        self.setIcon(icon("file-text" if there else "warning", look.theme.second, look.px(16)))
        self._drop.setIcon(icon("x", look.theme.second, 16))
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name the room that the rest leaves."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        """Write the name and the place as far as each has room: nothing stands over another."""
        self._where.setMinimumWidth(self._look.px(_FOLDER))  # a wider one would hold the window open
        self._where.setMaximumWidth(self._place_room())
        if self._matter is not None:
            self._where.setText(self._place(self._matter, discreet=self._discreet))
        behind = [part for part in (self._counts, self._read, self._where, self._drop) if not part.isHidden()]
        taken = self._look.px(_BEFORE) + sum(part.sizeHint().width() + _GAP for part in behind[:2])
        taken += (
            self._where.maximumWidth() + _GAP + (self._drop.sizeHint().width() + _GAP if self._drop in behind else 0)
        )
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, max(self.width() - taken, 0))
        self.setText(name.replace("&", "&&"))

    def _place_room(self) -> int:
        """Return how much of the row the place gets: what the name does not need, never less than the usual."""
        others = [part for part in (self._counts, self._read, self._drop) if not part.isHidden()]
        needed = self._look.px(_BEFORE) + self.fontMetrics().horizontalAdvance(self._name) + 2 * _GAP
        needed += sum(part.sizeHint().width() + _GAP for part in others)
        return max(self._look.px(_FOLDER), min(self.width() - needed, self.width() // 2))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._drop.setAccessibleName(self.tr("Remove from the list"))
        self._drop.setToolTip(self._drop.accessibleName())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to drop it."""
        menu = QMenu(self)
        menu.addAction(self.tr("Remove from the list")).triggered.connect(self.drop_wanted)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop it by its key."""
        if event.key() == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _place(self, matter: RecentMatter, *, discreet: bool) -> str:
        if not matter.there:
            return self.tr("not found")
        when = "" if matter.changed is None else _day(matter.changed)
        folder = "" if discreet else shown_path(matter.path.parent)
        words = "  ".join(part for part in (when, folder) if part)
        return self._where.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self._where.maximumWidth())

    def _hint(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("look", "hint")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label


def _day(when: datetime) -> str:
    locale = QLocale()
    short = QCoreApplication.translate("Recent", "d MMM", "a day without its year, as QLocale writes it")
    return locale.toString(QDate(when.year, when.month, when.day), short)


class RecentList(QWidget):
    """The rows below one another, a head above them and a way to empty it all below."""

    wanted = Signal(str)
    drop_wanted = Signal(str)
    empty_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[Path, RecentRow] = {}
        self.discreet = False
        self._head = QLabel(self)
        self._head.setProperty("look", "head")
        self.empty = QPushButton(self)
        self.empty.setProperty("look", "link")
        self.empty.clicked.connect(self.empty_wanted)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addLayout(self._box)
        self.hide()

    def rows(self) -> tuple[RecentRow, ...]:
        """Return the rows in their order."""
        return tuple(self._rows.values())

    def show_matters(self, paths: Sequence[Path], *, discreet: bool) -> None:
        """List matters by their names; what is in them is told later."""
        for row in self._rows.values():
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.discreet = discreet
        neutral = QCoreApplication.translate("Menus", "Matter {number}")
        names = [neutral.format(number=n) if discreet else path.stem for n, path in enumerate(paths, start=1)]
        self._rows = {path: self._row(path, name) for path, name in zip(paths, names, strict=True)}
        self.setVisible(bool(self._rows))

    def tell(self, matter: RecentMatter) -> None:
        """Say what is known of one of them."""
        row = self._rows.get(matter.path)
        if row is not None:
            row.show_matter(matter, discreet=self.discreet)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        for row in self._rows.values():
            row.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._head.setText(self.tr("Recent"))
        self.empty.setText(self.tr("Empty the list"))
        self.empty.setAccessibleName(self.empty.text())
        for row in self._rows.values():
            row.retranslate()

    def _row(self, path: Path, name: str) -> RecentRow:
        row = RecentRow(name, self._look, self)
        row.clicked.connect(lambda _checked=False: self.wanted.emit(str(path)))
        row.drop_wanted.connect(lambda: self.drop_wanted.emit(str(path)))
        row.show_matter(RecentMatter(path), discreet=self.discreet)
        row.retranslate()
        self._box.addWidget(row)
        return row
