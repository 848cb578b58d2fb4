"""Starting: little is loaded before the first paint, and what is named is opened at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import app
from ui.settings import Settings, load

_HEAVY = (
    "docx",
    "sqlite_utils",
    "markdown_it",
    "lxml",
    "chardet",
    "numpy",
    "socket",
    "annotations.matter",
    "export.run",
)
_SCRIPT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui.app import build
program = build(application, Path("settings.toml"), Path("."), lambda: datetime.now(UTC))
program.window.show()
application.processEvents()
print(" ".join(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    root = Path(app.__file__).resolve().parents[1]
    # Measuring coverage loads modules of its own into every process it finds.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *_HEAVY],
        cwd=tmp_path,
        env=bare | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout.split() == []


@pytest.fixture
def end_soon(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    """Run the program's own loop until a condition holds, then close its window."""
    made = []

    def follow(*args):
        program = build(*args)
        made.append(program)
        return program

    build = app.build
    monkeypatch.setattr(app, "build", follow)

    def until(condition):
        def look():
            if made and condition(made[0]):
                timer.stop()
                made[0].window.close()

        timer = QTimer(qapp, interval=20)
        timer.timeout.connect(look)
        timer.start()

    yield until
    for program in made:
        for part in (program.window, program.session, program.appearance, program.preferences, program.tasks):
            part.deleteLater()
        program.faults.deleteLater()
    qapp.setStyleSheet("")


def test_a_policy_named_on_the_command_line_opens_at_once(end_soon, policy_file, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("CLAUSEMARK_LOG", str(tmp_path / "clausemark.log"))
    monkeypatch.setattr(app, "matters_folder", lambda: tmp_path / "Clausemark")
    end_soon(lambda program: program.session.document is not None)
    assert app.run([str(policy_file)]) == 0
    assert (tmp_path / "Clausemark" / "Harbour notice.clausemark").exists()
    assert load(tmp_path / "settings.toml").recent == (str(tmp_path / "Clausemark" / "Harbour notice.clausemark"),)
    assert "started" in (tmp_path / "clausemark.log").read_text(encoding="utf-8")
    assert "Harbour" not in (tmp_path / "clausemark.log").read_text(encoding="utf-8")


def test_a_damaged_settings_file_does_not_stop_the_start(open_window, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe")
    assert open_window().preferences.settings == Settings()


def test_a_text_in_doubtful_letters_says_so_and_can_be_read_anew(open_window, tmp_path: Path, qtbot) -> None:
    unsure = tmp_path / "short.txt"
    unsure.write_bytes("1. Prix\nCaf\xe9 \xe0 la carte\n".encode("cp1252"))
    program = open_window()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(unsure)
    assert program.window.messages.sentences != ()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.session.choose_encoding("cp1252")
    assert "Café à la carte" in program.session.policy.text
    assert len(program.session.documents()) == 1
    with qtbot.waitSignal(program.session.arrivals.refused, timeout=10_000):
        program.session.choose_encoding("utf-8")
    assert "Café à la carte" in program.session.policy.text
