"""What notes can be filtered by, as a menu that stays open while one ticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotations.model import Assessment, Note, Review, Status, Visibility
from ui.labels import assessment_label, category_label, review_label, status_label, visibility_label
from ui.models.note_filter import NoteFilter

__all__ = ["FilterMenu", "facet_label", "summary", "value_label"]

_FIXED: dict[str, tuple[str, ...]] = {
    "status": tuple(Status),
    "visibility": tuple(Visibility),
    "review": tuple(Review),
    "assessment": tuple(Assessment),
    "due": ("overdue", "week", "dated", "none"),
    "redraft": ("with", "without"),
    "replies": ("with", "without"),
}
_FOUND = ("owner", "category", "author")
_ORDER = ("status", "visibility", "review", "owner", "due", "category", "author", "redraft", "replies", "assessment")
_MOST = 30


class _StayingMenu(QMenu):
    """Ticks without closing: several values are chosen at one go."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)


class FilterMenu(QMenu):
    """Filled anew whenever it opens: owners, categories and authors are those of the notes there are."""

    toggled = Signal(str, str)

    def __init__(self, notes: Callable[[], Sequence[Note]], parent: QWidget) -> None:
        super().__init__(parent)
        self._notes = notes
        self.wanted = NoteFilter()
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what there is to choose."""
        self.clear()
        for facet in _ORDER:
            values = _FIXED.get(facet) or self._found(facet)
            if not values:
                continue
            menu = _StayingMenu(facet_label(facet), self)
            self.addMenu(menu)
            for value in values:
                action = menu.addAction(value_label(facet, value).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(value in self.wanted.values(facet))
                action.triggered.connect(lambda _on=False, facet=facet, value=value: self.toggled.emit(facet, value))

    def _found(self, facet: str) -> tuple[str, ...]:
        words = {getattr(note, facet) for note in self._notes()} | self.wanted.values(facet)
        some = sorted(words - {""})[:_MOST]
        return (*some, "") if some else ()


def facet_label(facet: str) -> str:
    """Return what a facet is called."""
    translate = QCoreApplication.translate
    return {
        "status": translate("Filter", "Status"),
        "visibility": translate("Filter", "For whom"),
        "review": translate("Filter", "Review"),
        "assessment": translate("Filter", "Kind"),
        "owner": translate("Filter", "Owner"),
        "category": translate("Filter", "Category"),
        "author": translate("Filter", "Author"),
        "due": translate("Filter", "Due"),
        "redraft": translate("Filter", "Proposed wording"),
        "replies": translate("Filter", "Replies"),
    }[facet]


def value_label(facet: str, value: str) -> str:
    """Return what a value of a facet is called: a person's own words, or the window's."""
    translate = QCoreApplication.translate
    if facet in _FOUND:
        shown = category_label(value) if facet == "category" else value
        return shown or translate("Filter", "{facet}: none").format(facet=facet_label(facet))
    return _fixed_labels(facet).get(value, value)


def _fixed_labels(facet: str) -> dict[str, str]:
    translate = QCoreApplication.translate
    words: dict[str, dict[str, str]] = {
        "status": {value.value: status_label(value) for value in Status},
        "visibility": {value.value: visibility_label(value) for value in Visibility},
        "review": {value.value: review_label(value) for value in Review},
        "assessment": {value.value: assessment_label(value) for value in Assessment},
        "due": {
            "overdue": translate("Filter", "Overdue"),
            "week": translate("Filter", "Due within a week"),
            "dated": translate("Filter", "With a due date"),
            "none": translate("Filter", "Without a due date"),
        },
        "redraft": {
            "with": translate("Filter", "With proposed wording"),
            "without": translate("Filter", "Without proposed wording"),
        },
        "replies": {"with": translate("Filter", "With replies"), "without": translate("Filter", "Without replies")},
    }
    return words[facet]


def summary(wanted: NoteFilter, leaving_out: Iterable[str] = ("severity",)) -> str:
    """Return what is asked beside words and severities, in a line."""
    out = set(leaving_out)
    facets = ((facet, sorted(values)) for facet, values in wanted.facets.items() if facet not in out)
    return " · ".join(", ".join(value_label(facet, value) for value in values) for facet, values in facets)
