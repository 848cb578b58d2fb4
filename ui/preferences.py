"""The settings while the program runs: one value, written to its file at every change."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.settings import Settings, load, save, with_recent

__all__ = ["Preferences"]


class Preferences(QObject):
    """A settings file that cannot be written costs the settings, never the work."""

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings: Settings = load(path)

    @property
    def folder(self) -> Path:
        """Where the settings lie, and what else is kept from one start to the next."""
        return self._path.parent

    def change(self, **fields: Any) -> None:
        """Set some of the settings."""
        self._keep(dataclasses.replace(self.settings, **fields))

    def remember(self, matter: Path) -> None:
        """Put a matter at the head of what was open lately."""
        if self.settings.keep_recent:
            self._keep(with_recent(self.settings, matter))

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        with contextlib.suppress(OSError):
            save(self._path, settings)
        self.changed.emit()
