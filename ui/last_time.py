"""What was open when the program ended without being closed: offered again by one click. Nothing is lost either way."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from ui.moments import moment_words
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.main_window import MainWindow

__all__ = ["LastTime"]

_SETTLED = 1_000
"""Milliseconds after the window was last moved or sized until that is remembered."""


class LastTime(QObject):
    """Remembers the matter, the document and the window while they are open; forgets the matter when it is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        settings = window.preferences.settings
        self._left = (settings.last_matter, settings.last_document, settings.last_beside)
        self._geometry = QTimer(self, singleShot=True, interval=_SETTLED)
        self._geometry.timeout.connect(self._keep_geometry)
        window.installEventFilter(self)
        self._session.matter_changed.connect(self._remember)
        self._session.document_changed.connect(self._remember)

    def offer(self) -> bool:
        """Say what was open last time, if the program did not end as it should and nothing is open yet.

        Returns whether something is going to be said, unless its file is gone or open elsewhere.
        """
        name, *documents = self._left
        if not name or self._session.matter is not None:
            return False
        path = Path(name)
        self._window.tasks.run(
            lambda _job: _last_change(path),
            lambda when: self._say(path, documents, when),
            lambda _error: None,
            owner=self,
        )
        return True

    def reopen(self, path: Path, document: str = "", beside: str = "") -> None:
        """Open what was open, where it was; with what stood beside it."""
        if not self._session.open_matter(path):
            return
        uids = {one.uid for one in self._session.documents()}
        if document in uids:
            self._session.show_document(document)
        if beside in uids:
            self._window.side_by_side.show(beside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See when the window is moved or sized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._geometry.start()
        return super().eventFilter(watched, event)

    def _say(self, path: Path, documents: Sequence[str], when: datetime | None) -> None:
        if when is None or self._session.matter is not None:
            self._window.preferences.change(last_matter="", last_document="")
            return
        self._window.say(lambda: self._words(path, documents, when))

    def _words(self, path: Path, documents: Sequence[str], when: datetime) -> Message:
        name = self.tr("a matter") if self._window.preferences.settings.discreet else path.stem
        words = self.tr("Last time “{name}” was open until {when}, and the program ended without being closed.")
        reopen = (self.tr("Reopen"), lambda: self.reopen(path, *documents))
        said = words.format(name=name, when=moment_words(when, self._session.language))
        return Message("last_time", said, (reopen,))

    def _remember(self) -> None:
        path, document = self._session.path, self._session.document
        if path is not None and not self._window.preferences.settings.keep_recent:
            return
        uid = "" if document is None else document.uid
        self._window.preferences.change(last_matter="" if path is None else str(path), last_document=uid)

    def _keep_geometry(self) -> None:
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        self._window.preferences.change(window=geometry)


def _last_change(path: Path) -> datetime | None:
    """Return when a matter was last written to; None for one that is gone, or that is open in another window."""
    from annotations.lock import is_free

    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone() if is_free(path) else None
    except OSError:
        return None
