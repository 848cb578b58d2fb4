"""Open the window where there is a screen, and say so where there is none. Qt is imported only here, and late."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

__all__ = ["has_screen", "open_window"]


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt can show a window: always on Windows and macOS, elsewhere with a display or a chosen platform."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(words: Sequence[str]) -> int:
    """Open the window on the files named in `words`; 1 where there is no screen."""
    if not has_screen(os.environ, sys.platform):
        sys.stderr.write(
            "There is no screen here, so the window cannot open. "
            "Try: clausemark demo DIR, or clausemark --help for all commands.\n"
        )
        return 1
    return int(import_module("ui.app").run(words))
