"""What was copied, when the program ends."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

__all__ = ["let_go_of_copied"]

_WITH_CLIPBOARDS = ("cocoa", "wayland", "windows", "xcb")


def let_go_of_copied() -> None:
    """Empty the clipboard where it is none of the desktop's: Qt would bury it after Python is gone, and crash.

    Seen with PySide 6.11 on the platforms offscreen and minimal, which keep it in a static variable; a desktop's is
    buried with the application, and what was copied is to outlive the program there. See tests/ui/test_quitting.py.
    """
    if not QGuiApplication.platformName().startswith(_WITH_CLIPBOARDS):
        QGuiApplication.clipboard().clear()
