"""Light, dark and high contrast are followed while the program runs, unless a person has chosen otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from ui.theme import DARK


class Desktop:
    """A desktop that turns dark: without a screen Qt knows of none. Everything else is Qt's own."""

    def __init__(self) -> None:
        self.real = QGuiApplication.styleHints()
        self.scheme = Qt.ColorScheme.Light

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.real.colorSchemeChanged.emit(scheme)

    def styleHints(self) -> Desktop:  # noqa: N802 - as Qt calls it
        return self

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - as Qt calls it
        return self.scheme

    def __getattr__(self, name: str) -> object:
        return getattr(QGuiApplication if hasattr(QGuiApplication, name) else self.real, name)


@pytest.fixture
def desktop(qapp, monkeypatch) -> Desktop:
    assert qapp is not None
    found = Desktop()
    for place in ("ui.theme", "ui.appearance"):
        monkeypatch.setattr(f"{place}.QGuiApplication", found)
    return found


def test_the_window_turns_dark_and_light_with_the_system(desktop, open_window):
    window = open_window(theme="system").window
    assert window.look.theme.name == "light"
    desktop.turn(Qt.ColorScheme.Dark)
    assert window.look.theme.name == "dark"
    assert QGuiApplication.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.card
    desktop.turn(Qt.ColorScheme.Light)
    assert window.look.theme.name == "light"


def test_a_chosen_theme_stays(desktop, open_window):
    window = open_window(theme="sepia").window
    desktop.turn(Qt.ColorScheme.Dark)
    assert window.look.theme.name == "sepia"


def test_high_contrast_wears_the_systems_own_colours_not_those_worn_before(open_window, monkeypatch):
    program = open_window(theme="sepia")
    own = QPalette()
    own.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    own.setColor(QPalette.ColorRole.Text, QColor("#FFFF00"))
    for place in ("ui.theme", "ui.appearance"):
        monkeypatch.setattr(f"{place}.wants_high_contrast", lambda: True)
    monkeypatch.setattr("ui.theme._systems_own", lambda: own)
    program.appearance.refresh()
    assert program.window.look.theme.high_contrast
    assert program.window.look.theme.page == "#000000"
    assert program.window.look.theme.text == "#FFFF00"


def test_the_systems_palette_is_asked_for_and_what_is_worn_stays(open_window):
    from ui.theme import _systems_own

    open_window(theme="dark")
    worn = QGuiApplication.palette().color(QPalette.ColorRole.Base).name().upper()
    assert worn == DARK.card
    assert _systems_own().color(QPalette.ColorRole.Base).name().upper() != DARK.card
    assert QGuiApplication.palette().color(QPalette.ColorRole.Base).name().upper() == worn
