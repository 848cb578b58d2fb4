"""The words the window has for values: severities, states, visibilities. Asked anew at every change of language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotations.model import Assessment, Note, Review, Severity, Status, Visibility
from annotations.words import category_in

__all__ = [
    "assessment_label",
    "category_label",
    "note_row",
    "review_label",
    "severity_label",
    "severity_short",
    "status_label",
    "visibility_label",
    "window_language",
]


def window_language() -> str:
    """Return the language that the window speaks, "en" or "zh": what the code of its own language is in it."""
    return QCoreApplication.translate("LanguageCode", "en")


def category_label(category: str) -> str:
    """Return a category's name in the language that the window speaks; a reviewer's own stays as it was written."""
    return category_in(category, window_language())


def severity_label(severity: Severity) -> str:
    """Return the word on a card: High, 高风险."""
    translate = QCoreApplication.translate
    return {
        Severity.CRITICAL: translate("Labels", "Critical"),
        Severity.HIGH: translate("Labels", "High"),
        Severity.MEDIUM: translate("Labels", "Medium"),
        Severity.LOW: translate("Labels", "Low"),
        Severity.INFO: translate("Labels", "Info"),
    }[severity]


def severity_short(severity: Severity) -> str:
    """Return the word in a line of counts, where "risk" goes without saying: High, 高."""
    translate = QCoreApplication.translate
    return {
        Severity.CRITICAL: translate("Labels", "Critical", "short"),
        Severity.HIGH: translate("Labels", "High", "short"),
        Severity.MEDIUM: translate("Labels", "Medium", "short"),
        Severity.LOW: translate("Labels", "Low", "short"),
        Severity.INFO: translate("Labels", "Info", "short"),
    }[severity]


def status_label(status: Status) -> str:
    """Return what has become of a finding, in a word."""
    translate = QCoreApplication.translate
    return {
        Status.OPEN: translate("Labels", "Open"),
        Status.IN_PROGRESS: translate("Labels", "In progress"),
        Status.ACCEPTED: translate("Labels", "Accepted risk"),
        Status.RESOLVED: translate("Labels", "Resolved"),
        Status.DECLINED: translate("Labels", "Declined"),
    }[status]


def visibility_label(visibility: Visibility) -> str:
    """Return for whose eyes a note is."""
    translate = QCoreApplication.translate
    return {
        Visibility.INTERNAL: translate("Labels", "Internal"),
        Visibility.CLIENT: translate("Labels", "Client"),
        Visibility.OUTSIDE: translate("Labels", "Outside"),
    }[visibility]


def review_label(review: Review) -> str:
    """Return how far a note has come inside the firm."""
    translate = QCoreApplication.translate
    return {
        Review.DRAFT: translate("Labels", "Draft"),
        Review.FOR_REVIEW: translate("Labels", "For review"),
        Review.APPROVED: translate("Labels", "Approved"),
    }[review]


def assessment_label(assessment: Assessment) -> str:
    """Return what kind of remark a note is."""
    translate = QCoreApplication.translate
    return {
        Assessment.RISK: translate("Labels", "Risk"),
        Assessment.MISSING: translate("Labels", "Missing"),
        Assessment.QUESTION: translate("Labels", "To confirm"),
        Assessment.FINE: translate("Labels", "No objection"),
    }[assessment]


def note_row(note: Note, address: str) -> str:
    """Return a note in one line, for screen readers."""
    state = "" if note.review is Review.DRAFT else review_label(note.review)
    parts = (severity_label(note.severity), address, f"#{note.number}", note.title or note.issue[:80], state)
    return ", ".join(part for part in parts if part)
