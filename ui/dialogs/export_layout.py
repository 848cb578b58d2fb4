"""How the answers of the export window stand below each other: 384 wide, scrolling where the window is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.dialogs.export_form import ExportForm
    from ui.look import Look

__all__ = ["laid_out"]

_WIDTH = 384
_WIDEST = 576
"""With larger words the form is wider, as far as the page beside it keeps its room."""
_FIELDS = (
    "QComboBox, QLineEdit {{ min-height: {field}px; }}"
    'QPushButton[look="field"] {{ min-height: {button}px; }}'
    'QPushButton[look="field"]:focus {{ min-height: {focused}px; }}'
)
"""32 with edge and padding: a widget's own least height gives way to that of a style sheet."""


def laid_out(form: ExportForm, look: Look) -> QScrollArea:
    """Lay the form out, give each answer its name for who does not see it, and return what scrolls."""
    translate = QCoreApplication.translate
    _name(form)
    inside = QWidget(form)
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 16, 24, 8)
    column.setSpacing(8)
    _part(column, translate("ExportForm", "What"), [form.products])
    _part(column, translate("ExportForm", "For whom"), [form.profile, form.counts])
    looks: list[QWidget] = [_pair(form, form.language, form.look), form.looks, form.report_looks, form.template]
    _part(column, translate("ExportForm", "Language and look"), looks)
    if form.document.count() > 1:
        _part(column, translate("ExportForm", "Document"), [form.document])
    _part(column, translate("ExportForm", "Signed by and date"), [_pair(form, form.signed, form.author, form.date)])
    _part(column, translate("ExportForm", "Name and place"), [form.place])
    column.addStretch(1)
    form.document.setVisible(form.document.count() > 1)
    form.document.setMinimumHeight(32)
    inside.setStyleSheet(_FIELDS.format(field=look.px(24), button=look.px(30), focused=look.px(28)))
    form.setFixedWidth(min(look.px(_WIDTH), _WIDEST))
    area = _scrolling(form, inside)
    form.addWidget(area)
    form.addWidget(form.sections)
    return area


def _name(form: ExportForm) -> None:
    translate = QCoreApplication.translate
    form.counts.setProperty("look", "second")
    form.counts.setWordWrap(True)
    named = (
        (form.profile, translate("ExportForm", "For whom")),
        (form.language, translate("ExportForm", "Language")),
        (form.look, translate("ExportForm", "Look")),
        (form.document, translate("ExportForm", "Document")),
        (form.signed, translate("ExportForm", "Signed by")),
        (form.author, translate("ExportForm", "Author of the comments")),
        (form.date, translate("ExportForm", "Date")),
    )
    for widget, name in named:
        widget.setAccessibleName(name)


def _scrolling(form: ExportForm, inside: QWidget) -> QScrollArea:
    """Let what is asked scroll where the window is low or the letters are large."""
    area = QScrollArea(form)
    area.setProperty("look", "form")
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _part(column: QVBoxLayout, words: str, widgets: list[QWidget]) -> None:
    label = QLabel(words)
    label.setProperty("look", "head")
    column.addSpacing(2)
    column.addWidget(label)
    for widget in widgets:
        column.addWidget(widget)


def _pair(form: ExportForm, *widgets: QWidget) -> QWidget:
    pair = QWidget(form)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        widget.setMinimumHeight(32)
        row.addWidget(widget, 1)
    return pair
