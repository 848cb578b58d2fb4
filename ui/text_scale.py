"""How large the system wants words: what is set for the eyes, beside the pixels of the screen. 1.0 to 2.0."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

__all__ = ["LARGEST", "system_scale"]

LARGEST = 2.0
_WINDOWS_KEY = r"Software\Microsoft\Accessibility"
_USUAL_DPI = 96.0


def system_scale(platform: str = sys.platform) -> float:
    """Return the system's text scale; 1.0 where it has none (a Mac has none for programs)."""
    if platform == "win32":
        return _within(_of_windows() / 100)
    if platform == "darwin":
        return 1.0
    screen = QGuiApplication.primaryScreen()
    # GNOME, KDE and Xft say it as dots per inch for letters; the screen's own scale is not in it.
    return _within(screen.logicalDotsPerInch() / _USUAL_DPI) if screen is not None else 1.0


def _of_windows() -> float:
    """Return the per cent of Settings › Accessibility › Text size."""
    import importlib

    winreg = importlib.import_module("winreg")  # no other system has it
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
            return float(winreg.QueryValueEx(key, "TextScaleFactor")[0])
    except (OSError, ValueError, TypeError):
        return 100.0


def _within(scale: float) -> float:
    return min(LARGEST, max(1.0, scale))
