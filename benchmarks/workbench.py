"""The whole window with 10,000 notes on 1,000,000 characters: frames of scrolling, typing and filtering.

Each against a scroll frame of the same policy in a bare view, without notes and panels.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, fresh, median_of, percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.app import Program

CHARACTERS = 1_000_000
NOTES = 10_000
FRAMES = 200
STEP = 40
RUNS = 3
SETTLING = 2.0
"""Seconds after the first paint from which on frames count."""
_TICK = 0.016
_NOTICED = 2.0
"""Milliseconds from which on a turn of the event loop without an action counts as a frame too."""
_ISSUE = "约定向第三方共享个人信息,未列明接收方名称、处理目的与方式,亦未取得单独同意。" * 2
_TYPED = "the recipients are not named, and no separate consent is asked for; "
_SOUGHT = "第三方|单独同意|123|名称"


def make_matter(path: Path) -> None:
    """Make a matter of that size."""
    from annotations.incoming_notes import IncomingAnchor, IncomingNote
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer, Severity
    from benchmarks.policies import long_policy, spans_of

    matter = OpenMatter.create(path, Reviewer("A", "A"), lambda: datetime.now(UTC))
    policy = long_policy(CHARACTERS)
    document = matter.add_document(policy, policy.text.encode(), "policy.txt")
    levels = list(Severity)
    matter.import_notes(
        document.uid,
        [
            IncomingNote(
                f"n{number}",
                {"severity": levels[number % 5], "title": f"第{number}项", "issue": _ISSUE},
                (IncomingAnchor(span.of(policy.text), span.start, span.end),),
            )
            for number, span in enumerate(spans_of(policy, NOTES))
        ],
    )
    matter.close()


def _bare() -> dict[str, float]:
    from benchmarks.policies import long_policy
    from benchmarks.screen import application, show_until_painted, text_of
    from ui.document_view import DocumentView

    application()
    policy = long_policy(CHARACTERS)
    view = DocumentView()
    view.resize(728, 670)
    view.set_document(policy)
    text = text_of(view)
    show_until_painted(view, text.viewport())
    view.restore(len(policy.text) // 2)
    _settle()
    strip = text.verticalScrollBar()
    return _measured("scroll", lambda _number: strip.setValue(strip.value() + STEP), text.viewport())


def _window(path: Path) -> dict[str, float]:
    """Scroll, type into a card and filter, in a window as it stands two seconds after its first paint."""
    from benchmarks.screen import application, show_until_painted, text_of
    from ui.app import build

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        program = build(application(), place / "settings.toml", place, lambda: datetime.now(UTC))
        window = program.window
        window.resize(1280, 800)
        show_until_painted(window, window.pages)
        started = time.perf_counter()
        window.open_file(path)
        while program.session.policy is None:
            application().processEvents()
        view = window.work.policy.view
        text = text_of(view)  # type: ignore[arg-type]
        application().processEvents()
        opened = (time.perf_counter() - started) * 1000
        view.restore(len(program.session.policy.text) // 2)
        _settle()
        strip = text.verticalScrollBar()
        found = _measured("scroll", lambda _number: strip.setValue(strip.value() + STEP), text.viewport())
        return {"opened": opened, **found, **_typing(program), **_filtering(program)}


def _typing(program: Program) -> dict[str, float]:
    work = program.window.work
    work.open_note(program.session.notes[NOTES // 2].uid, "issue")
    field = work.notes.list.editor.fields["issue"]
    _settle()
    return _measured("type", lambda number: _key(field, _TYPED[number % len(_TYPED)]), field)


def _filtering(program: Program) -> dict[str, float]:
    notes = program.window.work.notes
    program.window.actions_of["filter"].trigger()
    field = notes.filter.words
    field.setText(_SOUGHT[0])
    _settle()

    def type_on(number: int) -> None:
        letter = _SOUGHT[number % len(_SOUGHT)]
        field.clear() if letter == "|" else _key(field, letter)
        notes.filter._tell()  # noqa: SLF001 - as after the pause, which a benchmark has not

    return _measured("filter", type_on, notes.list.viewport())


def _key(field: QWidget, letter: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _settle() -> None:
    """Let the window come to rest."""
    from benchmarks.screen import application

    until = time.perf_counter() + SETTLING
    while time.perf_counter() < until:
        application().processEvents()
        time.sleep(0.002)


def _measured(name: str, act: Callable[[int], object], painted: QWidget) -> dict[str, float]:
    """Do something once a tick; its frames, and turns in between that take long, in order of length."""
    from benchmarks.screen import application

    frames: list[float] = []
    for number in range(FRAMES):
        started = time.perf_counter()
        act(number)
        painted.repaint()
        application().processEvents()
        frames.append((time.perf_counter() - started) * 1000)
        while time.perf_counter() - started < _TICK:
            turn = time.perf_counter()
            application().processEvents()
            if (taken := (time.perf_counter() - turn) * 1000) > _NOTICED:
                frames.append(taken)
            time.sleep(0.001)
    return {
        f"{name} p95": percentile(frames, 0.95),
        f"{name} median": percentile(frames, 0.5),
        f"{name} worst": max(frames),
    }


def figures() -> list[Figure]:
    """Measure in fresh processes, taken in turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.clausemark"
        make_matter(path)
        bare, ours = [], []
        for _ in range(RUNS):
            bare.append(fresh("workbench", "bare"))
            ours.append(fresh("workbench", str(path)))
    baseline = median_of(bare, "scroll p95")
    names = {"scroll": "scrolling", "type": "typing in a card", "filter": "filtering"}
    return [
        Figure(
            f"10,000 notes, 1 M characters: {words}, p95",
            median_of(ours, f"{name} p95"),
            baseline,
            3.0,
            "a scroll frame of the same view without notes and panels",
            f"median {median_of(ours, f'{name} median'):.1f} ms, worst {median_of(ours, f'{name} worst'):.0f} ms",
        )
        for name, words in names.items()
    ]


if __name__ == "__main__":
    asked = sys.argv[1]
    print(json.dumps(_bare() if asked == "bare" else _window(Path(asked))), flush=True)
    os._exit(0)
