"""What is being typed in a field of a note: a draft behind the keys, one change when the field rests or is left."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from ui.session import Session

__all__ = ["DRAFT_DELAY", "REST", "Visits"]

DRAFT_DELAY = 250
REST = 2_000


class Visits(QObject):
    """Keeps one visit to one field at a time."""

    committed = Signal()
    begun = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._target = ("", "")
        self._visit = ""
        self._text: str | None = None
        self._drafted = QElapsedTimer()
        self._draft_timer = self._timer(DRAFT_DELAY, self._keep_draft)
        self._rest_timer = self._timer(REST, self.commit)

    @property
    def pending(self) -> bool:
        """Whether something typed is only a draft so far."""
        return self._text is not None

    def pending_text(self, uid: str, field: str) -> str | None:
        """Return what stands in a field and is not in the note yet."""
        if self._target == (uid, field) and self._text is not None:
            return self._text
        waiting = self._session.unsaved.get((uid, field))
        return None if waiting is None else waiting.text

    def typed(self, uid: str, field: str, text: str) -> None:
        """Take what the field says now."""
        if self._target != (uid, field):
            self.leave()
            self._target = (uid, field)
            self._visit = uuid4().hex
        self._text = text
        if not self._drafted.isValid() or self._drafted.hasExpired(DRAFT_DELAY):
            self._keep_draft()  # now: timers wait while keys come faster than they are drawn
        elif not self._draft_timer.isActive():
            self._draft_timer.start()
        self._rest_timer.start()
        self.begun.emit()

    def commit(self) -> None:
        """Turn the draft into a change of the note. Where that fails, the session holds it and tries again."""
        self._rest_timer.stop()
        self._draft_timer.stop()
        if self._text is None:
            self._session.keep_unsaved()
            return
        text, (uid, field) = self._text, self._target
        self._session.commit_typing(uid, field, text, self._visit)
        self._text = None
        self.committed.emit()

    def leave(self) -> None:
        """End the visit: what comes next is another group for undo."""
        self.commit()
        self._target = ("", "")

    def _keep_draft(self) -> None:
        if self._text is not None:
            self._drafted.start()
            self._session.save_draft(*self._target, self._text)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
