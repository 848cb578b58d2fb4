"""The looks that only the panels of the window have, beside those of the common style sheet."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from string import Template

from ui.theme import Theme

__all__ = ["panel_sheet"]

_SHEET = Template("""
QWidget[look="topbar"] { background: $panel; border-bottom: 1px solid $line; }
QWidget[look="status"] { background: $panel; border-top: 1px solid $line; }
QFrame[look="message"] { background: $row; border-bottom: 1px solid $line; }
QMenuBar { min-height: 20px; max-height: ${bar}px; padding: 0 2px; }
QMenuBar::item { padding: 4px 10px; margin: 0; }
QListView[look="cards"] { background: $panel; }
QListView[look="cards"]::item:hover, QListView[look="cards"]::item:selected { background: transparent; }
QLineEdit[look="told"] { color: $second; font-size: ${small}px; border: none; background: transparent; padding: 0; }
QLineEdit[look="told"]:focus { border: 1px solid $accent; padding: 0; }
QLineEdit[look="chips"] { border: 1px solid transparent; background: transparent; padding: 3px 2px; }
QLineEdit[look="chips"]:hover { border-color: $line; }
QLineEdit[look="chips"]:focus { border: 1px solid $accent; background: $card; padding: 3px 7px; }
QToolButton[look="chip"] { background: $row; color: $text; border: 1px solid transparent; border-radius: 13px;
                           padding: 2px 10px; min-height: 20px; }
QToolButton[look="chip"]:hover { border: 1px solid $accent; }
QToolButton[look="chip"]:focus { border: 2px solid $accent; padding: 1px 9px; }
QToolButton[look="switch"] { border: 1px solid $line; border-radius: 0; padding: 3px 12px; background: $card; }
QToolButton[look="switch"][side="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px;
                                           border-right: none; }
QToolButton[look="switch"][side="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton[look="switch"]:hover { background: $row; }
QToolButton[look="switch"]:checked { background: $row; color: $text; font-weight: 600; }
QToolButton[look="switch"]:focus { border: 2px solid $accent; padding: 2px 11px; }
QToolButton[look="choice"] { color: $text; padding: 3px 6px; }
QToolButton[look="choice"]:focus { padding: 2px 5px; }
QToolButton[look="small"] { padding: 0; min-width: 20px; min-height: 20px; }
QPushButton[look="compact"] { padding: 0 8px; }
QPushButton[look="compact"]:focus { padding: 0 7px; }
QLabel[look="redline"] { border: 1px solid $line; border-radius: 6px; padding: 5px 9px; background: $card; }
QLabel[look="redline"]:hover { border-color: $edge; }
QTextEdit[look="private"] { background: $panel; }
QTextEdit[look="guide"] { background: $card; border: none; border-radius: 0; padding: 0; }
QTextEdit[look="guide"]:focus { border: none; padding: 0; }
QPushButton[look="recent"] { background: transparent; border: 1px solid transparent; text-align: left; padding: 0 8px;
                             min-height: 30px; }
QPushButton[look="recent"]:hover { background: $row; }
QPushButton[look="recent"]:focus { border: 1px solid $accent; }
QPushButton[look="segment"] { border-radius: 0; margin: 0; min-height: 30px; }
QPushButton[look="segment"]:checked { background: $accent; color: $on_accent; border: 1px solid $accent;
                                       font-weight: 600; }
QPushButton[look="segment"]:focus { border: 2px solid $accent; }
QPushButton[look="segment"]:checked:focus { border: 2px solid $text; }
QFrame[look="choice-row"] { background: $card; border: 1px solid $line; border-radius: 6px; }
QFrame[look="choice-row"][chosen="true"] { background: $row; border: 2px solid $accent; }
QWidget[look="foot"] { background: $panel; border-top: 1px solid $line; }
QFrame[look="findings"] { background: $card; border-top: 1px solid $edge; }
QFrame[look="findings"] QScrollArea, QFrame[look="findings"] QScrollArea > QWidget > QWidget { background: $card; }
QScrollArea[look="form"], QScrollArea[look="form"] > QWidget > QWidget { background: $panel; }
QPushButton[look="link"] { padding: 0 2px; }
QRadioButton::indicator { width: ${box}px; height: ${box}px; border: 2px solid $edge;
                          border-radius: ${round}px; background: $card; }
QRadioButton::indicator:checked { width: ${dot}px; height: ${dot}px; border: ${ring}px solid $accent;
                                  border-radius: ${round}px; }
QListView[look="sheet"] { background: $card; border: 1px solid $line; border-radius: 6px; padding: 4px; }
QListView[look="sheet"]:focus { border: 1px solid $accent; }
QListView[look="sheet"]::indicator, QTreeView[look="parts"]::indicator, QCheckBox::indicator {
  width: ${box}px; height: ${box}px; border: 2px solid $edge; border-radius: 4px; background: $card; }
QTreeView[look="parts"]::item { border-radius: 0; min-height: 32px; }
QListView[look="sheet"]::indicator:checked, QTreeView[look="parts"]::indicator:checked, QCheckBox::indicator:checked {
  border: 2px solid $accent; background: $accent; image: url("$tick"); }
QTableView[look="sheet"]::item { padding: 0 6px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QSplitter::handle:horizontal { width: 1px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover, QLineEdit > QToolButton:checked {
  border: none; padding: 0; min-width: 16px; min-height: 16px; background: transparent; }
""")

# Without grounds, what was a coloured shape has an edge.
_OUTLINES = Template("""
QToolButton[look="chip"] { border: 1px solid $edge; }
QToolButton[look="chip"]:focus { border: 3px solid $accent; padding: 0 8px; }
QToolButton[look="switch"]:checked, QPushButton[look="segment"]:checked { border: 3px solid $accent; }
QFrame[look="message"] { border: 1px solid $edge; }
""")


def panel_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Write the sheet in a theme's colours; `scale` is how large the words are."""
    names = ("panel", "line", "row", "card", "text", "edge", "accent", "on_accent", "second")
    tick = Path(str(files("ui.icons"))) / "ticks" / ("dark.svg" if theme.dark else "light.svg")
    sizes = {"bar": round(28 * scale), "small": round(12 * scale)}
    side = 2 * round(8 * scale)  # of a box to tick, its edges of 2 included; of a round one the dot is 6 of 16
    dot = 2 * round(3 * scale)
    sizes |= {"box": side - 4, "round": side // 2, "dot": dot, "ring": (side - dot) // 2}
    colours = {name: getattr(theme, name) for name in names}
    sheet = _SHEET.substitute(colours, tick=tick.as_posix(), **sizes)
    return sheet + _OUTLINES.substitute(colours) if theme.high_contrast else sheet
