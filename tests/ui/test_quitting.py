"""Quitting: the program ends well at once after opening, and what was copied does not bring it down after its end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui import app

_RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app

def build(*parts):
    program = made(*parts)
    window, session = program.window, program.session
    if sys.argv[1] == "copied":
        session.document_changed.connect(lambda: QTimer.singleShot(0, lambda: copy(window)))
    else:
        session.reading.connect(window.close)
    return program

def copy(window):
    window.work.policy.view.setFocus()
    window.actions_of["select_all"].trigger()
    window.actions_of["copy"].trigger()
    assert QApplication.clipboard().mimeData().hasHtml()
    window.close()

application = QApplication([])
made, app.build = app.build, build
sys.exit(app.run(sys.argv[2:]))
"""


@pytest.mark.parametrize("when", ["reading", "copied"])
def test_the_program_ends_well_whenever_it_is_closed(when: str, policy_file: Path, tmp_path: Path) -> None:
    own = {
        "PYTHONPATH": str(Path(app.__file__).resolve().parents[1]),
        "PYTHONFAULTHANDLER": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "CLAUSEMARK_SETTINGS": str(tmp_path / "settings.toml"),
        "CLAUSEMARK_LOG": str(tmp_path / "clausemark.log"),
    }
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, when, str(policy_file)],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
