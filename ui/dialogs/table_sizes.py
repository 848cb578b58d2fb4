"""Tables grow with the letters in them: their columns and rows are given for the usual size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QTableView

__all__ = ["size_table"]

_USUAL = 13


def size_table(table: QTableView, widths: Sequence[int], row: int) -> None:
    """Give a table its widths and the height of its rows, in pixels at the usual size of letters."""
    scale = max(1.0, QApplication.font().pixelSize() / _USUAL)
    table.verticalHeader().setDefaultSectionSize(round(row * scale))
    for column, width in enumerate(widths):
        table.setColumnWidth(column, round(width * scale))
