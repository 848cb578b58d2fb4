"""The whole window on a home of its own, and a small policy that stands for those people bring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import Program, build
from ui.settings import Settings, save

POLICY = """Harbour privacy notice

This notice says what we do.

1. What we collect
We collect your name, your address and whatever else we find useful.
1.1 From you
You give us data when you write to us.
1.2 From others
Partners give us data about you, without telling you.

2. Sharing
We share your data with partners and other trusted third parties.
We may change this notice at any time without telling you.
"""

OpenWindow = Callable[..., Program]


@pytest.fixture
def policy_file(tmp_path: Path) -> Path:
    path = tmp_path / "mail" / "Harbour notice.txt"
    path.parent.mkdir()
    path.write_text(POLICY, encoding="utf-8")
    return path


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[OpenWindow]:
    """Start the program as often as a test wants; each start is a fresh one on the same home."""
    running: list[Program] = []

    def start(**fields: object) -> Program:
        settings = tmp_path / "settings.toml"
        if not settings.exists() or fields:
            save(settings, Settings(**{"language": "en", "theme": "light", "ask_unapproved": False, **fields}))
        program = build(qapp, settings, tmp_path / "Documents" / "Clausemark", clock)
        program.window.resize(1280, 800)
        program.window.show()
        running.append(program)
        return program

    yield start
    for program in running:
        finish(program)
    qapp.setStyleSheet("")


def finish(program: Program) -> None:
    """Close the window as a person does, and let everything of it go."""
    program.window.close()
    program.close()
    for part in (program.window, program.session, program.appearance, program.preferences, program.tasks):
        part.deleteLater()
    program.faults.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(open_window: OpenWindow, policy_file: Path, qtbot: QtBot) -> Program:
    """The window with the small policy open; the reviewer is known."""
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, policy_file, qtbot)
    return program


def show(program: Program, path: Path, qtbot: QtBot) -> None:
    """Open a file and wait until it is shown."""
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(path)
