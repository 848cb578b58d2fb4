"""What several reviewers left to decide, as the window lists it: three kinds of things, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from annotations.codec import CHOICES
from annotations.deciding import Undecided
from annotations.doubles import Double
from annotations.history import GONE
from annotations.model import Assessment, Note, Review, Severity, Status, Visibility
from annotations.undecided import Conflict
from ui.labels import assessment_label, review_label, severity_label, status_label, visibility_label
from ui.panels.note_fields import FIELDS, field_label

__all__ = ["Item", "Kind", "field_words", "heading", "is_text", "items_of", "value_words"]

_TITLE = 60
_TEXTS = frozenset({field.name for field in FIELDS} | {"quote_translation", "text"})
_LABELS: Mapping[str, Any] = {
    "severity": lambda value: severity_label(Severity(value)),
    "status": lambda value: status_label(Status(value)),
    "visibility": lambda value: visibility_label(Visibility(value)),
    "review": lambda value: review_label(Review(value)),
    "assessment": lambda value: assessment_label(Assessment(value)),
}


class Kind(StrEnum):
    """What is to be decided."""

    FIELD = "field"
    SAME_WORDS = "same words"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: a conflict, or a pair of notes. `words` are its line in the list."""

    kind: Kind
    words: str
    note: str
    conflict: Conflict | None = None
    double: Double | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the others, also after a change."""
        if self.conflict is not None:
            return (self.kind, self.conflict.target, self.conflict.field)
        assert self.double is not None
        return (self.kind, self.double.first.uid, self.double.second.uid)


def items_of(left: Undecided, notes: Mapping[str, Note], documents: Mapping[str, str]) -> Iterator[Item]:
    """Give all that is undecided, kind after kind; `documents` are their names."""
    for conflict in left.conflicts:
        name = documents.get(conflict.note) or _name(notes.get(conflict.note))
        words = f"{name} · {field_words(conflict.field)}"
        yield Item(Kind.FIELD, words, conflict.note, conflict=conflict)
    for kind, doubles in ((Kind.SAME_WORDS, left.doubles), (Kind.RATING, left.severities)):
        for one in doubles:
            words = f"#{one.first.number} · #{one.second.number}  {one.first.title or one.second.title}".strip()
            yield Item(kind, words, one.first.uid, double=one)


def heading(kind: Kind, count: int) -> str:
    """Return what a kind of things is called, with how many there are."""
    translate = QCoreApplication.translate
    words = {
        Kind.FIELD: translate("Undecided", "Said differently ({count})"),
        Kind.SAME_WORDS: translate("Undecided", "On the same words ({count})"),
        Kind.RATING: translate("Undecided", "Rated differently ({count})"),
    }[kind]
    return words.format(count=count)


def field_words(field: str) -> str:
    """Return what a field is called."""
    translate = QCoreApplication.translate
    known = {
        GONE: translate("Undecided", "Deleted or not"),
        "removed": translate("Undecided", "Deleted or not"),
        "severity": translate("Undecided", "Severity"),
        "status": translate("Filter", "Status"),
        "visibility": translate("Filter", "For whom"),
        "review": translate("Filter", "Review"),
        "assessment": translate("Filter", "Kind"),
        "anchors": translate("Undecided", "Its words in the policy"),
        "rules": translate("Undecided", "Rules"),
        "text": translate("Undecided", "Reply"),
        "quote_translation": translate("Undecided", "Translation of the quote"),
        "reviewed_by": translate("Undecided", "Approved by"),
    }
    if field in known:
        return known[field]
    return field_label(field) if field in {one.name for one in FIELDS} else field.replace("_", " ")


def is_text(conflict: Conflict) -> bool:
    """Whether other words than anybody's can be written for a field."""
    return conflict.field in _TEXTS and conflict.field not in CHOICES


def value_words(field: str, value: object) -> str:
    """Return what a field says, in words."""
    translate = QCoreApplication.translate
    if field in (GONE, "removed"):
        return translate("Undecided", "Deleted") if value else translate("Undecided", "Worked on: keep it")
    if field == "anchors":
        return "\n".join(_quotes(value)) or translate("Undecided", "Nowhere")
    if field in _LABELS and value:
        return str(_LABELS[field](value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value) if value not in (None, "") else translate("Undecided", "(empty)")


def _quotes(value: object) -> list[str]:
    anchors = value if isinstance(value, list) else []
    return [f"“{exact}”" for exact in dict.fromkeys(str(anchor.get("exact", "")) for anchor in anchors)]


def _name(note: Note | None) -> str:
    if note is None:
        return QCoreApplication.translate("Undecided", "The matter itself")
    title = note.title or " ".join(note.issue.split())
    return f"#{note.number} {title[:_TITLE]}".strip()
