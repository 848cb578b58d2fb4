"""The words the window has for values: severities, states, visibilities. Asked anew at every change of language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotations.model import Assessment, Note, Severity, Status, Visibility

__all__ = ["assessment_label", "note_row", "severity_label", "severity_short", "status_label", "visibility_label"]


def severity_label(severity: Severity) -> str:
    """Return the word on a card: High, 高风险."""
    tr = QCoreApplication.translate
    return {
        Severity.CRITICAL: tr("Labels", "Critical"),
        Severity.HIGH: tr("Labels", "High"),
        Severity.MEDIUM: tr("Labels", "Medium"),
        Severity.LOW: tr("Labels", "Low"),
        Severity.INFO: tr("Labels", "Info"),
    }[severity]


def severity_short(severity: Severity) -> str:
    """Return the word in a line of counts, where "risk" goes without saying: High, 高."""
    tr = QCoreApplication.translate
    return {
        Severity.CRITICAL: tr("Labels", "Critical", "short"),
        Severity.HIGH: tr("Labels", "High", "short"),
        Severity.MEDIUM: tr("Labels", "Medium", "short"),
        Severity.LOW: tr("Labels", "Low", "short"),
        Severity.INFO: tr("Labels", "Info", "short"),
    }[severity]


def status_label(status: Status) -> str:
    """Return what has become of a finding, in a word."""
    tr = QCoreApplication.translate
    return {
        Status.OPEN: tr("Labels", "Open"),
        Status.IN_PROGRESS: tr("Labels", "In progress"),
        Status.ACCEPTED: tr("Labels", "Accepted risk"),
        Status.RESOLVED: tr("Labels", "Resolved"),
        Status.DECLINED: tr("Labels", "Declined"),
    }[status]


def visibility_label(visibility: Visibility) -> str:
    """Return for whose eyes a note is."""
    tr = QCoreApplication.translate
    return {
        Visibility.INTERNAL: tr("Labels", "Internal"),
        Visibility.CLIENT: tr("Labels", "Client"),
        Visibility.OUTSIDE: tr("Labels", "Outside"),
    }[visibility]


def assessment_label(assessment: Assessment) -> str:
    """Return what kind of remark a note is."""
    tr = QCoreApplication.translate
    return {
        Assessment.RISK: tr("Labels", "Risk"),
        Assessment.MISSING: tr("Labels", "Missing"),
        Assessment.QUESTION: tr("Labels", "To confirm"),
        Assessment.FINE: tr("Labels", "No objection"),
    }[assessment]


def note_row(note: Note, address: str) -> str:
    """Return a note in one line, for screen readers."""
    parts = (severity_label(note.severity), address, f"#{note.number}", note.title or note.issue[:80])
    return ", ".join(part for part in parts if part)
