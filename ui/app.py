"""Starts the window: settings, look, session, the files that were named. Nothing heavy before the first paint."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from annotations.model import Reviewer
from ui import log
from ui.appearance import Appearance
from ui.copied import let_go_of_copied
from ui.errors import UncaughtErrors
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.session import Session, Start
from ui.settings import matters_folder, settings_path
from ui.tasks import Tasks

__all__ = ["Program", "build", "run"]

_LOOKING = 400  # milliseconds at most until the window is shown, after a crash: a network drive may be slow
_PAINT_FIRST = 20
"""Milliseconds that the first paint is given before anything else begins."""


@dataclass(frozen=True, slots=True)
class Program:
    """The long-lived parts, held together so that none is collected."""

    tasks: Tasks
    preferences: Preferences
    session: Session
    window: MainWindow
    appearance: Appearance
    faults: UncaughtErrors

    def close(self) -> None:
        """Let the workers finish."""
        self.tasks.drain(5_000)


def build(application: QApplication, settings: Path, folder: Path, clock: Callable[[], datetime]) -> Program:
    """Put the program together; the window is not shown yet."""
    tasks = Tasks(application)
    preferences = Preferences(settings, application)
    appearance = Appearance(application, preferences)
    kept = preferences.settings
    start = Start(clock, folder, Reviewer(kept.reviewer, kept.initials), appearance.language)
    session = Session(tasks, start, application)
    window = MainWindow(session, tasks, preferences, appearance.look)
    appearance.follow(window, session)
    session.reviewer_changed.connect(
        lambda: preferences.change(reviewer=session.reviewer.name, initials=session.reviewer.initials)
    )
    faults = UncaughtErrors(lambda: session.language, application)
    faults.happened.connect(window.announcements.failed)
    return Program(tasks, preferences, session, window, appearance, faults)


class _Files(QObject):
    """Files that a Mac hands to a program that runs already."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._window.open_file(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


def run(argv: Sequence[str]) -> int:
    """Open the window on the files named in `argv`; returns the exit code."""
    application = QApplication.instance() or QApplication([sys.argv[0], *argv])
    assert isinstance(application, QApplication)
    application.setApplicationName("Clausemark")
    application.setStyle("Fusion")
    application.setDesktopFileName("clausemark")
    application.setWindowIcon(QIcon(str(files("ui.icons") / "clausemark.svg")))
    program = build(application, settings_path(), matters_folder(), lambda: datetime.now().astimezone())
    restore = program.faults.install()
    opener = _Files(program.window)
    application.installEventFilter(opener)
    if not argv and program.window.last_time.offer():
        program.tasks.settle(_LOOKING)  # said before anybody aims at what it would push down
    program.window.show()
    QTimer.singleShot(_PAINT_FIRST, lambda: _after_first_paint(program, [Path(name) for name in argv]))
    code = application.exec()
    application.removeEventFilter(opener)
    program.close()
    let_go_of_copied()
    restore()
    log.stop_log()
    return code


def _after_first_paint(program: Program, names: Sequence[Path]) -> None:
    QApplication.setApplicationVersion(_version())
    log.start_log(log.log_path(), QApplication.applicationVersion())
    program.tasks.run(lambda _job: _start_worker(), _nothing, _nothing, owner=program.window)
    for page in (program.window.work, program.window.reception.page):
        page.setEnabled(True)  # made now, while nobody waits for it
    program.window.open_files([name.absolute() for name in names])


def _start_worker() -> None:
    """Start the process that reads files, and load what keeps them: the first file need not wait for it."""
    from annotations.loading import load_libraries
    from documents.worker import shared_worker

    shared_worker().start()
    load_libraries()


def _nothing(_outcome: object) -> None:
    """A worker that does not start says so when a file is read."""


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("clausemark")
    except metadata.PackageNotFoundError:
        return "0"
