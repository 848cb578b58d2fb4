"""The style sheet of all widgets, written from a theme's colours."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.theme import Theme

__all__ = ["style_sheet"]

# Widgets choose a look by the dynamic property "look": strong, quiet, card, panel, title, hint, ...
_SHEET = Template("""
QMainWindow, QDialog { background: $panel; color: $text; }
QWidget[look="window"] { background: $window; }
QWidget[look="panel"] { background: $panel; }
QWidget[look="page"] { background: $page; }
QFrame[look="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[look="card"][current="true"] { border: 2px solid $accent; }
QFrame[look="floating"] { background: $card; border: 1px solid $edge; border-radius: 8px; }
QFrame[look="floating"] QListView { background: $card; }
QFrame[look="floating"] QToolButton { color: $second; padding: 0; min-width: 0; min-height: 0; }
QFrame[look="rule"] { background: $line; border: none; }
QLabel { color: $text; background: transparent; }
QLabel[look="second"] { color: $second; font-size: ${small}px; }
QLabel[look="hint"] { color: $third; font-size: ${small}px; }
QLabel[look="head"] { color: $second; font-weight: 600; }
QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="start"] { font-size: ${start}px; font-weight: 600; }
QLabel[look="done"] { color: $done; }
QLabel[look="alert"] { color: $alert; }
QMenuBar { background: $panel; color: $text; min-height: 28px; }
QMenuBar::item { background: transparent; padding: 4px 12px; border-radius: 6px; }
QMenuBar::item:selected { background: $row; }
QMenu { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; min-height: 20px; border-radius: 6px; }
QMenu::item:selected { background: $row; }
QMenu::item:disabled { color: $third; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; spacing: 4px; padding: 0 12px; }
QStatusBar { background: $panel; color: $second; border-top: 1px solid $line; font-size: ${small}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $second; font-size: ${small}px; }
QPushButton { background: $card; color: $text; border: 1px solid $edge; border-radius: 6px;
              padding: 0 12px; min-height: ${button}px; }
QPushButton:hover { background: $row; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: ${focused}px; }
QPushButton:disabled { color: $third; border-color: $line; }
QPushButton[look="strong"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="strong"]:hover { border-color: $text; }
QPushButton[look="strong"]:focus { border: 2px solid $text; }
QPushButton[look="strong"]:disabled { background: $line; color: $second; border-color: $line; }
QPushButton[look="quiet"], QPushButton[look="link"] { background: transparent; border: 1px solid transparent; }
QPushButton[look="link"] { color: $accent; padding: 0 4px; }
QPushButton[look="quiet"]:hover { background: $row; }
QPushButton[look="quiet"]:focus, QPushButton[look="link"]:focus { border: 2px solid $accent; }
QPushButton:checked { background: $row; border: 2px solid $accent; }
QToolButton { background: transparent; color: $second; border: 1px solid transparent; border-radius: 6px;
              padding: 3px; min-width: 20px; min-height: 20px; }
QToolButton:hover { background: $row; }
QToolButton:focus, QToolButton:checked { border: 1px solid $accent; background: $row; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { text-decoration: underline; }
QToolButton:disabled { color: $third; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: $card; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 3px 8px;
  selection-background-color: $selection; selection-color: $selected_text; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: ${field}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 2px 7px; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { color: $third; border-color: $line; }
QTextEdit[look="policy"], QTextEdit[look="policy"]:focus { background: $page; border: none; border-radius: 0;
                                                          padding: 0; }
QTextEdit[look="private"] { background: $panel; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $line;
  selection-background-color: $row; selection-color: $text; outline: none; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 28px; background: transparent; }
QListView, QTreeView, QTableView { background: $panel; color: $text; border: none; outline: none;
  selection-background-color: $row; selection-color: $text; }
QListView::item, QTreeView::item { min-height: 28px; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $window; }
QListView::item:selected, QTreeView::item:selected { background: $row; color: $text; }
QHeaderView::section { background: $panel; color: $second; border: none; border-bottom: 1px solid $line;
                       padding: 4px 8px; }
QTabBar { background: $panel; }
QTabBar::tab { background: transparent; color: $second; padding: 0 12px; height: ${tab}px; border: none;
               border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { background: $row; }
QTabWidget::pane { border: none; }
QSplitter::handle { background: $line; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px 8px; }
QProgressBar { background: $window; border: 1px solid $line; border-radius: 6px; color: $text;
               text-align: center; min-height: 12px; }
QProgressBar::chunk { background: $accent; border-radius: 6px; }
QGroupBox { color: $second; border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
""")

# Where no ground may tell what is chosen or pointed at, an edge does.
_OUTLINES = Template("""
QMenu::item:selected, QMenuBar::item:selected { background: $selection; color: $selected_text; }
QPushButton:hover, QToolButton:hover { border: 1px solid $accent; }
QPushButton[look="quiet"], QPushButton[look="link"] { border: 1px solid $text; }
QPushButton:checked, QToolButton:checked { border: 3px solid $accent; }
QListView::item:selected, QTreeView::item:selected { border: 2px solid $accent; }
QListView[look="cards"]::item:selected { border: none; }
QComboBox QAbstractItemView { selection-background-color: $selection; selection-color: $selected_text; }
QTabBar::tab:hover { border-bottom: 2px solid $accent; }
QTabBar::tab:selected { border-bottom: 4px solid $accent; }
QScrollBar::handle { border: 1px solid $text; }
QPushButton:disabled, QToolButton:disabled, QMenu::item:disabled, QComboBox:disabled, QLineEdit:disabled {
  font-style: italic; }
QFrame[look="choice-row"][chosen="true"] { border: 3px solid $accent; }
""")

_SIZES = {"small": 12, "title": 14, "start": 28}


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Write the sheet; `scale` is the system's text scale, 1.0 to 2.0.

    A widget asks for a look with `setProperty("look", …)`: `strong` `quiet` `link` buttons, `card` `rule` frames,
    `second` `hint` `head` `title` `start` `done` `alert` labels, `private` fields, `window` `panel` `page` grounds.
    """
    names = [name for name in theme.__slots__ if name not in ("name", "dark", "severities", "high_contrast")]
    colours = {name: getattr(theme, name) for name in names}
    colours["selected_text"] = theme.selected_text or theme.text
    sizes = {name: round(size * scale) for name, size in _SIZES.items()}
    field = round(20 * scale)
    heights = {"field": field, "button": field + 6, "focused": field + 4, "tab": round(33 * scale)}
    sheet = _SHEET.substitute(colours, **sizes, **heights)
    return sheet + _OUTLINES.substitute(colours) if theme.high_contrast else sheet
