"""Setting up heals itself: what was cut short is done again, what is done is left alone, two at once do not clash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import machine, plans, steps

ROOT = Path(__file__).parent.parent
SET_UP = "from tools.environment import make_ready; make_ready(dev=True)"
MADE = "Making "
INSTALLED = "Installing "


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder as people name them, whose locks ask for nothing, so that setting up needs no network."""
    folder = tmp_path / "Clausemark 条款"
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (folder / lock).write_text("# nothing\n", encoding="utf-8")
    return folder


def _begun(checkout: Path) -> subprocess.Popen[str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-c", SET_UP]
    return subprocess.Popen(
        command,
        cwd=checkout,
        env=kept | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def _set_up(checkout: Path) -> str:
    begun = _begun(checkout)
    said, _ = begun.communicate(timeout=50)
    assert begun.returncode == 0, said
    return said


@pytest.mark.packaging
def test_what_is_set_up_is_left_alone_until_the_lock_changes(checkout: Path) -> None:
    assert MADE in _set_up(checkout)
    assert _set_up(checkout) == ""

    (checkout / "requirements-dev.txt").write_text("# another nothing\n", encoding="utf-8")
    said = _set_up(checkout)
    assert INSTALLED in said
    assert MADE not in said


@pytest.mark.packaging
def test_a_set_up_that_was_cut_short_is_made_anew(checkout: Path) -> None:
    _set_up(checkout)
    (checkout / ".venv" / "clausemark-unfinished").touch()
    (checkout / ".venv" / "left over").touch()

    assert MADE in _set_up(checkout)
    assert not (checkout / ".venv" / "left over").exists()
    assert _set_up(checkout) == ""


@pytest.mark.packaging
def test_two_set_ups_at_once_make_one_environment(checkout: Path) -> None:
    both = [_begun(checkout), _begun(checkout)]
    said = [begun.communicate(timeout=50)[0] for begun in both]

    assert [begun.returncode for begun in both] == [0, 0], said
    assert "".join(said).count(MADE) == 1


def test_without_a_screen_variable_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not machine.has_screen()

    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert machine.has_screen()


def test_every_test_belongs_to_exactly_one_group_of_all(tmp_path: Path) -> None:
    groups = [step.command[-1] for step in plans.all_tests(tmp_path)]
    marks = list(plans.MARKS)
    for number in range(2 ** len(marks)):
        worn = {mark: bool(number >> index & 1) for index, mark in enumerate(marks)}
        assert sum(eval(group, {}, worn) for group in groups) == 1, worn


def test_a_step_that_takes_too_long_is_ended_and_counts_as_failed() -> None:
    sleeper = steps.Step("sleep", (sys.executable, "-c", "import time; time.sleep(60)"), seconds=0.5)

    (outcome,) = steps.run_steps([sleeper])
    assert not outcome.good
    assert "STOPPED" in steps.table([outcome])


def test_steps_side_by_side_are_told_whole_as_they_end_and_none_is_left_out(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The first waits for the second, so they do run beside each other."""
    made = str(tmp_path / "made")
    waits = "import pathlib, sys, time\nprint('begun')\nwhile not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.01)"
    makes = "import pathlib, sys; pathlib.Path(sys.argv[1]).touch()"
    fails = "import sys; print('said', file=sys.stderr); sys.exit(3)"
    first = steps.Step("first", (sys.executable, "-c", waits, made), seconds=30)
    second = steps.Step("second", (sys.executable, "-c", makes, made))
    third = steps.Step("third", (sys.executable, "-c", fails))

    outcomes = steps.run_steps([first, second, third], at_once=2)

    ended = {outcome.name: outcome.verdict for outcome in outcomes}
    assert ended == {"first": "ok", "second": "ok", "third": "FAILED (exit 3)"}
    said = capfd.readouterr().out
    assert "== first: ok\nbegun\n" in said
    assert "== third: FAILED (exit 3)\nsaid\n" in said
