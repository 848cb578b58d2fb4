"""The small bar above the notes: which severities, which words, what else; and filters kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from annotations.model import Note, Severity
from ui.icons import icon
from ui.labels import severity_label
from ui.look import Look
from ui.models.note_filter import NoteFilter, filter_of, plain
from ui.panels.filter_menu import FilterMenu, summary
from ui.shapes import shape_icon
from ui.yielding_line import YieldingLine

__all__ = ["FilterBar"]

_PAUSE = 120


class FilterBar(QWidget):
    """Tells the filter whenever it changes, and the named filters whenever one is kept or forgotten."""

    changed = Signal(object)
    kept = Signal(object)

    def __init__(self, look: Look, notes: Callable[[], Sequence[Note]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = NoteFilter()
        self._saved: Mapping[str, Mapping[str, Any]] = {}
        self.shapes = {severity: self._shape(severity) for severity in Severity}
        self.words = YieldingLine(self)
        self.words.setClearButtonEnabled(True)
        self.more = FilterMenu(notes, self)
        self.more_button = self._menu_button(self.more)
        self.saved = QMenu(self)
        self.saved_button = self._menu_button(self.saved)
        self.summary = QLabel(self)
        self.summary.setProperty("look", "hint")
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(4, 0, 0, 0)
        self.summary.hide()
        self.name = QLineEdit(self)
        self.name.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wire()
        self._lay_out()
        self.set_look(look)

    @property
    def wanted(self) -> NoteFilter:
        """The filter as it stands."""
        return NoteFilter(self.words.text(), self._filter.facets)

    def show_filter(self, wanted: NoteFilter) -> None:
        """Filter by something else."""
        self._filter = self.more.wanted = wanted
        for severity, button in self.shapes.items():
            button.setChecked(severity in wanted.values("severity"))
        if self.words.text() != wanted.words:
            self.words.setText(wanted.words)
        self._tell()

    def clear(self) -> None:
        """Let every note through."""
        self.show_filter(NoteFilter())

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.words, self.saved_button, self.name, *self.shapes.values(), self.more_button]

    def set_saved(self, saved: Mapping[str, Mapping[str, Any]]) -> None:
        """Offer these filters by their names."""
        self._saved = saved

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        for severity, button in self.shapes.items():
            button.setIcon(shape_icon(severity, look.theme, 16))
        self.saved_button.setIcon(icon("bookmark-simple", look.theme.second, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for severity, button in self.shapes.items():
            words = self.tr("Only {severity}").format(severity=severity_label(severity))
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.more_button.setText(self.tr("More ▾"))
        self.more_button.setAccessibleName(self.tr("Filter by status, owner, due date and more"))
        self.saved_button.setAccessibleName(self.tr("Saved filters"))
        for button in (self.more_button, self.saved_button):
            button.setToolTip(button.accessibleName())
        self.words.setPlaceholderText(self.tr("Filter notes"))
        self.words.setAccessibleName(self.tr("Filter notes by words"))
        self.name.setPlaceholderText(self.tr("Name of this filter, then Enter"))
        self.name.setAccessibleName(self.tr("Name of this filter"))
        self._summarise()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up naming a filter on Esc."""
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self.name and event.type() == QEvent.Type.KeyPress and escaped:
            self._stop_naming()
            return True
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _toggle(self, facet: str, value: str) -> None:
        self.show_filter(self.wanted.toggled(facet, value))

    def _tell(self) -> None:
        self._pause.stop()
        self._summarise()
        self.changed.emit(self.wanted)

    def _summarise(self) -> None:
        words = summary(self._filter)
        self.summary.setText(words)
        self.summary.setVisible(bool(words))

    def _fill_saved(self) -> None:
        self.saved.clear()
        for name, kept in self._saved.items():
            action = self.saved.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(plain(self.wanted) == plain(filter_of(kept)))
            action.triggered.connect(lambda _on=False, kept=kept: self.show_filter(filter_of(kept)))
        if self._saved:
            self.saved.addSeparator()
        keep = self.saved.addAction(self.tr("Save this filter…"))
        keep.setEnabled(self.wanted.active)
        keep.triggered.connect(self._start_naming)
        if self._saved:
            forget = self.saved.addMenu(self.tr("Forget"))
            for name in self._saved:
                forget.addAction(name.replace("&", "&&")).triggered.connect(
                    lambda _on=False, name=name: self._forget(name)
                )

    def _start_naming(self) -> None:
        self.name.clear()
        self.name.show()
        self.name.setFocus()

    def _stop_naming(self) -> None:
        self.name.hide()
        self.words.setFocus()

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._stop_naming()
            self.kept.emit({**self._saved, name: plain(self.wanted)})

    def _forget(self, name: str) -> None:
        self.kept.emit({known: kept for known, kept in self._saved.items() if known != name})

    def _shape(self, severity: Severity) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFixedSize(28, 28)
        button.clicked.connect(lambda: self._toggle("severity", severity))
        return button

    def _menu_button(self, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "choice")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button

    def _wire(self) -> None:
        self._pause.timeout.connect(self._tell)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.more.toggled.connect(self._toggle)
        self.saved.aboutToShow.connect(self._fill_saved)
        self.name.installEventFilter(self)
        self.name.returnPressed.connect(self._keep)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.words, 1)
        first.addWidget(self.saved_button)
        second.setSpacing(0)
        for button in self.shapes.values():
            second.addWidget(button)
        second.addStretch(1)
        second.addWidget(self.more_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 8)
        box.setSpacing(4)
        box.addLayout(first)
        box.addWidget(self.name)
        box.addLayout(second)
        box.addWidget(self.summary)
