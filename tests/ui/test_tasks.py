"""Work off the window's thread comes back once, on the window's thread, or not at all."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot

from ui.tasks import Job, Tasks


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    assert qapp is not None
    made = Tasks()
    yield made
    made.drain()
    QCoreApplication.processEvents()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _raise(error: Exception) -> None:
    raise error


def test_a_result_comes_back_on_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    owner, seen = QObject(), []
    tasks.run(
        lambda _job: threading.get_ident(),
        lambda worker: seen.append((worker, QThread.currentThread() is owner.thread())),
        _raise,
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(seen[0][0], True)]
    assert seen[0][0] != threading.get_ident()


def test_an_error_is_never_swallowed(tasks: Tasks, qtbot: QtBot) -> None:
    owner, seen = QObject(), []
    tasks.run(lambda _job: 1 // 0, lambda _result: seen.append("done"), seen.append, owner=owner)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


def test_a_dead_owner_is_never_called(tasks: Tasks, qtbot: QtBot) -> None:
    owner, seen, go = QObject(), [], threading.Event()
    tasks.run(lambda _job: go.wait(5), seen.append, seen.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    del owner
    gc.collect()
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == []


def test_a_new_run_of_a_key_supersedes_the_old_one(tasks: Tasks, qtbot: QtBot) -> None:
    owner, seen, go = QObject(), [], threading.Event()
    first = tasks.run(lambda _job: go.wait(5) and "old", seen.append, _raise, owner=owner, key="open")
    tasks.run(lambda _job: "new", seen.append, _raise, owner=owner, key="open")
    assert first.cancelled
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == ["new"]


def test_progress_is_told_while_the_work_goes_on(tasks: Tasks, qtbot: QtBot) -> None:
    owner, steps, done = QObject(), [], []

    def work(job: Job) -> str:
        for step in range(3):
            job.progress(step + 1, 3)
        return "ready"

    tasks.run(work, done.append, _raise, owner=owner, on_progress=lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: bool(done))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_four_hundred_tasks_with_dying_owners_neither_crash_nor_lose_a_result(tasks: Tasks, qtbot: QtBot) -> None:
    living, done, errors = QObject(), [], []
    for number in range(400):
        owner = living if number % 2 else QObject()
        work = (lambda _job, n=number: n) if number % 3 else (lambda _job: 1 // 0)
        tasks.run(work, done.append, errors.append, owner=owner)
        if owner is not living:
            owner.deleteLater()
            del owner
        if number % 50 == 0:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert sorted(n for n in done if n % 2) == [n for n in range(400) if n % 2 and n % 3]
    assert len(errors) >= len([n for n in range(400) if n % 2 and not n % 3])


def test_work_that_is_done_is_held_by_nobody(qtbot):
    class Matter:
        """What a piece of work takes with it."""

    tasks, gone = Tasks(), []
    for _ in range(40):
        matter = Matter()
        gone.append(weakref.ref(matter))
        tasks.run(lambda _job, held=matter: held is not None, lambda _done: None, lambda _error: None, owner=tasks)
    del matter
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.drain(5_000)
    gc.collect()
    assert [one for one in gone if one() is not None] == []
