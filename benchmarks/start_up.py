"""From the start of a process to the first painted window, against a bare QMainWindow that holds a QTextEdit."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure, fresh, median_of

RUNS = 9


def _bare() -> float:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    application = QApplication([])
    application.setStyle("Fusion")
    window = QMainWindow()
    text = QTextEdit()
    window.setCentralWidget(text)
    window.resize(1280, 768)
    return _painted(application, window, text.viewport())


def _program() -> float:
    from PySide6.QtWidgets import QApplication

    from ui.app import build

    application = QApplication([])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        program = build(application, Path(folder) / "settings.toml", Path(folder), lambda: datetime.now(UTC))
        program.window.resize(1280, 768)
        return _painted(application, program.window, program.window.centralWidget())


def _painted(application: object, window: object, inside: object) -> float:
    from benchmarks.screen import show_until_painted

    del application
    show_until_painted(window, inside)  # type: ignore[arg-type]
    return time.time()


def figures() -> list[Figure]:
    """Measure in fresh processes, taken in turns; the first of each warms the disk and is left out."""
    ours: list[dict[str, float]] = []
    bare: list[dict[str, float]] = []
    for _ in range(RUNS + 1):
        for side, kept in (("bare", bare), ("program", ours)):
            run = fresh("start_up", side)
            kept.append({"shown": (run["painted"] - run["started"]) * 1000})
    name = "start to first painted window"
    shown, baseline = median_of(ours[1:], "shown"), median_of(bare[1:], "shown")
    return [Figure(name, shown, baseline, 2.0, "QMainWindow with a QTextEdit")]


if __name__ == "__main__":
    print(json.dumps({"painted": _bare() if sys.argv[1] == "bare" else _program()}), flush=True)
    os._exit(0)
