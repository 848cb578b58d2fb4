"""The program as a person starts it, on a real screen: its window is what the screen then shows."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

pytestmark = [pytest.mark.screen, pytest.mark.timeout(120)]

MAIN = Path(__file__).parent.parent / "main.py"
POLICY = "Privacy Policy\n\n1. What we collect\n\nWe collect your name.\n\n2. What we share\n\nWe share nothing.\n"


@contextmanager
def _started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(MAIN), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as program:
        try:
            yield program
        finally:
            program.kill()


def _colours_on_screen() -> set[int]:
    image = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def _wait_for_colours(program: subprocess.Popen[str]) -> int:
    """Return how many colours the screen shows once a window with text on it has come up: letters have many."""
    until = time.monotonic() + 30
    while program.poll() is None and time.monotonic() < until:
        if len(colours := _colours_on_screen()) > 30:
            return len(colours)
        threading.Event().wait(0.2)
    program.kill()
    pytest.fail(f"no window came up; the program said: {program.communicate()[0]}")


def test_the_window_comes_up_on_a_screen(qapp: QGuiApplication) -> None:
    assert qapp.platformName() == "xcb"
    assert len(_colours_on_screen()) < 5

    with _started() as program:
        assert _wait_for_colours(program) > 30
        assert program.poll() is None


@pytest.mark.usefixtures("qapp")
def test_a_policy_named_on_the_command_line_is_on_the_screen(tmp_path: Path) -> None:
    policy = tmp_path / "policy 隐私政策.txt"
    policy.write_text(POLICY, encoding="utf-8")
    matters = Path.home() / "Documents" / "Clausemark"

    with _started(str(policy)) as program:
        _wait_for_colours(program)
        until = time.monotonic() + 20
        while not list(matters.glob("*.clausemark")) and time.monotonic() < until:
            threading.Event().wait(0.1)
        assert [matter.name for matter in matters.glob("*.clausemark")] == ["policy 隐私政策.clausemark"]
        assert program.poll() is None
