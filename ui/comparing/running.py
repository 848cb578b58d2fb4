"""Comparing away from the window's thread: both texts first, then the comparison, part by part, as it is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.comparing.model import Change, Comparison, Part, Row
from ui.comparing.strips import Sides
from ui.session import Session
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.model import PolicyDocument

__all__ = ["Running"]

_KEY = "comparing"
_ROWS = 200
"""Rows a part: about a screenful and more, so that the first one comes early and none holds the window up."""


class Running(QObject):
    """One comparison at a time; a new one takes the place of the one before."""

    texts_read = Signal(object)
    part_came = Signal(object)
    """A Part; its rows and changes are those behind all that came before."""
    finished = Signal()
    failed = Signal(Exception)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._job: Job | None = None
        self._rows: list[Row] = []
        self._changes: list[Change] = []
        self.sides: Sides | None = None
        self.done = False

    @property
    def comparison(self) -> Comparison | None:
        """The whole, once all of it has come."""
        if self.sides is None or not self.done:
            return None
        return Comparison(self.sides.old, self.sides.new, tuple(self._rows), tuple(self._changes))

    def start(self, old: str, new: str) -> None:
        """Compare two versions of the open matter, by their uids."""
        from documents.comparing.comparison import compare_in_parts

        matter, session = self._session.matter, self._session
        self.stop()
        if matter is None:
            return
        path, reviewer, clock, language = matter.path, matter.reviewer, session.clock, session.language
        known = self._known()

        def work(job: Job) -> None:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                sides = Sides(*(known[uid] if uid in known else read.policy(uid) for uid in (old, new)))
            job.piece(sides)
            for part in compare_in_parts(sides.old, sides.new, language, _ROWS):
                if job.cancelled:
                    return
                job.piece(part)

        self._job = self._tasks.run(
            work, lambda _nothing: self._end(), self.failed.emit, owner=self, key=_KEY, on_piece=self._came
        )

    def stop(self) -> None:
        """Forget what is under way and what was found."""
        if self._job is not None:
            self._job.cancel()
        self._rows, self._changes = [], []
        self.sides, self.done = None, False

    def _known(self) -> Mapping[str, PolicyDocument]:
        """Return the version that is shown: it need not be read again."""
        shown, policy = self._session.shown_version, self._session.policy
        return {shown.uid: policy} if shown is not None and policy is not None else {}

    def _came(self, piece: object) -> None:
        if isinstance(piece, Sides):
            self.sides = piece
            self.texts_read.emit(piece)
        elif isinstance(piece, Part):
            self._rows += piece.rows
            self._changes += piece.changes
            self.part_came.emit(piece)

    def _end(self) -> None:
        self.done = True
        self.finished.emit()
