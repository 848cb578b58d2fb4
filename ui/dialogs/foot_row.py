"""The foot of a dialog: the way back, then the one strong button, both 32 high and named."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

__all__ = ["foot_row"]


def foot_row(dialog: QDialog, take: QPushButton, cancel: QPushButton) -> QHBoxLayout:
    """Wire the two buttons to the dialog and return the row they stand in."""
    for button in (take, cancel):
        button.setAccessibleName(button.text())
        button.setMinimumHeight(32)
    take.clicked.connect(dialog.accept)
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(take)
    return row
