"""What every test stands on: no screen, a home of its own, a clock that ticks, and nothing left running afterwards."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from annotations.model import Reviewer

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("here")

_GRACE_SECONDS = 2.0


@pytest.fixture
def shared() -> Path:
    """The shared corpora, where they are at hand."""
    place = os.environ.get("CLAUSEMARK_SHARED", "")
    if not place:
        pytest.skip("CLAUSEMARK_SHARED is not set")
    return Path(place)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that starts at the same moment in every test and ticks a second each time it is read."""
    now = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=8)))

    def tick() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return tick


@pytest.fixture
def reviewer() -> Reviewer:
    return Reviewer("A. Okafor", "AO")


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, the logs or the documents of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    # Fontconfig keeps its cache here: one for the whole run, or every program would read all fonts anew.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """A test that leaves a thread running or a window open fails, not the one after it."""
    threads = set(threading.enumerate())
    widgets = _windows()
    yield
    left = _once_settled(lambda: _names_of(_threads() - threads) + _names_of(_windows() - widgets))
    if left:
        pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


def _once_settled(left: Callable[[], list[str]]) -> list[str]:
    """Return what is still there after the grace that ending takes."""
    until = time.monotonic() + _GRACE_SECONDS
    _settle_qt()
    while (names := left()) and time.monotonic() < until:
        gc.collect()
        _settle_qt()
        threading.Event().wait(0.02)
    return names


def _threads() -> set[threading.Thread]:
    """The threads Python started; a pool of Qt's keeps its own, which only look like dummies from here."""
    return {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}


def _windows() -> set[object]:
    """The top-level widgets that no other widget owns; the tool tip is Qt's own."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return set()
    return {
        widget
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }


def _settle_qt() -> None:
    """Let Qt delete what was asked to be deleted later, and see its thread pool idle."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QThreadPool.globalInstance().waitForDone(int(_GRACE_SECONDS * 1000))
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def pytest_sessionfinish() -> None:
    """What the last test copied is let go, or Qt buries it after Python is gone, and the run ends in a crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


def _names_of(things: set[threading.Thread] | set[object]) -> list[str]:
    return sorted(repr(thing) for thing in things)
