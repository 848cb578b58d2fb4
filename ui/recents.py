"""Looks into the matters that were open lately, away from the window's thread: no dead network drive holds it up."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.panels.recent_list import RecentMatter

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow
    from ui.tasks import Job

__all__ = ["Recents"]

_MOST = 6
_AFTER_FIRST_PAINT = 150
"""Milliseconds until the matters are looked into: the window comes first."""


class Recents(QObject):
    """Keeps the list of the start page; a matter is looked into once while the list stands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._list = window.start.recent
        self._list.drop_wanted.connect(self.drop)
        self._list.empty_wanted.connect(window.actions_of["empty_recent"].trigger)
        self._shown: tuple[tuple[str, ...], bool] = ((), False)
        self._paths: list[Path] = []
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_FIRST_PAINT)
        self._soon.timeout.connect(self._look)
        window.preferences.changed.connect(self._follow)

    def show(self) -> None:
        """List what was open lately, and look into it."""
        settings = self._window.preferences.settings
        self._shown = (settings.recent, settings.discreet)
        paths = [Path(name) for name in settings.recent[:_MOST]]
        self._list.show_matters(paths, discreet=settings.discreet)
        self._paths = paths
        self._soon.start()

    def drop(self, name: str) -> None:
        """Take a matter from the list; the matter itself stays where it is."""
        recent = self._window.preferences.settings.recent
        self._window.preferences.change(recent=tuple(one for one in recent if one != name))

    def _look(self) -> None:
        if self._paths and self._window.session.matter is None:
            work = _looking_into(self._paths, self._window.session.clock)
            self._window.tasks.run(work, _nothing, _nothing, owner=self, key="recent", on_piece=self._list.tell)

    def _follow(self) -> None:
        settings = self._window.preferences.settings
        if (settings.recent, settings.discreet) != self._shown and self._window.session.matter is None:
            self.show()


def _nothing(_outcome: object) -> None:
    """What was found came piece by piece."""


def _looking_into(paths: list[Path], clock: Callable[[], datetime]) -> Callable[[Job], None]:
    def work(job: Job) -> None:
        for path in paths:
            if job.cancelled:
                return
            job.piece(_look_into(path, clock))

    return work


def _look_into(path: Path, clock: Callable[[], datetime]) -> RecentMatter:
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer
    from annotations.overview import counted, overview
    from documents.errors import ClausemarkError

    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return RecentMatter(path, there=False)
    try:
        with OpenMatter.open(path, Reviewer(""), clock, read_only=True) as matter:
            standing, percent = overview(counted(matter))
    except (ClausemarkError, OSError):
        return RecentMatter(path, changed=changed)
    return RecentMatter(path, changed=changed, standing=standing, percent=percent)
