"""A matter file from its opening to its closing: the lock, the matter itself, undo and redo, drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from annotations import file, register
from annotations.checking import check
from annotations.codec import MATTER_FIELDS, SENT_FIELDS, clean, matter_from, refuse_unknown
from annotations.errors import MatterError, Problem
from annotations.history import Change
from annotations.journal import Clock, Journal, Outcome, Wish
from annotations.lock import LockHolder, MatterLock, break_lock, holder_of
from annotations.model import Matter, Reviewer, Sent
from annotations.package import Package, package_in
from annotations.shelf import Shelf
from annotations.store import Store
from annotations.undecided import Conflict, conflicts_in

__all__ = ["Draft", "OpenFile"]

_FEW = 300
"""Notes up to which each is read by itself after an undo; above that all are."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Typing that had not become a change when it was last seen."""

    note: str
    field: str
    text: str
    author: str
    saved: datetime


class OpenFile:
    """A matter file while it is open: who holds it, what is known about the job, its history, typing not yet kept."""

    def __init__(self, store: Store, journal: Journal, lock: MatterLock | None) -> None:
        self._store = store
        self._journal = journal
        self._lock = lock
        self._shelf = Shelf(store)
        self._at_work = False

    @classmethod
    def create(cls, path: Path, reviewer: Reviewer, clock: Clock) -> Self:
        """Make a matter at `path` and open it. Raises MatterError "exists", "no_permission", "disk_full"."""
        file.make(path)
        return cls.open(path, reviewer, clock)

    @classmethod
    def open(cls, path: Path, reviewer: Reviewer, clock: Clock, *, read_only: bool = False) -> Self:
        """Open the matter at `path`; read-only never writes a byte and needs no lock.

        Raises MatterError: not_found, folder, empty, not_a_matter, newer, damaged, no_permission; and locked where
        someone else has it open for writing.
        """
        lock = None
        if not read_only:
            file.refuse_strangers(path)
            lock = MatterLock(path)
            lock.acquire(reviewer.name, clock())
        try:
            store = Store(path, read_only=read_only)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(store, Journal(store, reviewer, clock), lock)

    @staticmethod
    def break_lock(path: Path) -> None:
        """Take away a lock that another machine left. Raises MatterError "locked" if it is held on this one."""
        break_lock(path)

    def close(self) -> None:
        """Close the file and free it for others; only the matter itself stays on disk. Twice is once."""
        self._store.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- the matter ------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Where the matter lies."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._lock is None

    @property
    def holder(self) -> LockHolder | None:
        """Who has it open for writing, for a matter open to read; None where nobody has."""
        return holder_of(self.path) if self.read_only else None

    @property
    def reviewer(self) -> Reviewer:
        """Who is at the keys."""
        return self._journal.reviewer

    @reviewer.setter
    def reviewer(self, reviewer: Reviewer) -> None:
        self._journal.reviewer = reviewer

    def take_over(self) -> None:
        """Write to a matter that was open to read. Raises MatterError "locked" while someone else has it."""
        if self._lock is not None:
            return
        lock = MatterLock(self.path)
        lock.acquire(self.reviewer.name, self._journal.clock())
        try:
            store = Store(self.path, read_only=False)
        except BaseException:
            lock.release()
            raise
        self._store.close()
        self._lock, self._store = lock, store
        self._journal = Journal(store, self.reviewer, self._journal.clock)
        self._shelf = Shelf(store)

    def matter(self) -> Matter:
        """Return what is known about the job itself."""
        return matter_from(self._store.matter())

    def set_matter(self, *, visit: str = "", **fields: object) -> Matter:
        """Set fields of the matter, as one group; those of one `visit` are taken back together."""
        refuse_unknown(fields, MATTER_FIELDS)
        self._may_write()
        wishes = [Wish("matter", name, value) for name, value in fields.items()]
        if visit:
            self._journal.write_visit(wishes, f"matter/{visit}")
        else:
            self._journal.write(wishes)
        self._shelf.forget()
        return self.matter()

    def package(self) -> Package | None:
        """Return of which matter this file is a part that was sent for review; None for a matter of its own."""
        return package_in(self._store.matter(), self.path.name)

    # -- the register of what was sent -----------------------------------------------------------------------------

    def register(self) -> tuple[Sent, ...]:
        """Return what was sent, first things first."""
        return register.lines(self._store)

    def record_sent(self, **fields: object) -> Sent:
        """Write a file that went out into the register; no undo takes that back.

        Fields are those of Sent; `sent` is now and `sent_by` the reviewer unless they are said. Raises MatterError
        "not_registered" for a matter that is open to read only.
        """
        refuse_unknown(fields, SENT_FIELDS)
        if self.read_only:
            raise MatterError("not_registered", name=str(fields["file_name"]))
        self._may_write()
        uid = register.enter(self._journal, fields)
        return next(one for one in self.register() if one.uid == uid)

    def set_sent_to(self, uid: str, whom: str) -> None:
        """Say who a file was sent to. Raises MatterError "no_sent"."""
        self._may_write()
        register.say_sent_to(self._journal, uid, whom)

    # -- history ---------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether this reviewer has a change to take back, also one made before the matter was reopened."""
        return not self.read_only and self._journal.can_undo

    @property
    def next_undo(self) -> str:
        """What kind of change an undo would take back now, as in `Outcome.label`; empty for none."""
        return "" if self.read_only else self._journal.next_undo

    @property
    def can_redo(self) -> bool:
        """Whether the last thing this reviewer did was an undo."""
        return not self.read_only and self._journal.can_redo

    def undo(self) -> Outcome | None:
        """Take back this reviewer's last standing group; None where there is none."""
        self._may_write()
        return self._stepped(self._journal.undo())

    def redo(self) -> Outcome | None:
        """Take back the last undo; None where something was done since."""
        self._may_write()
        return self._stepped(self._journal.redo())

    def changes(self) -> tuple[Change, ...]:
        """Return the list of changes, in the order they came into this file."""
        return tuple(self._store.changes())

    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """Return (note, field) of every field where merged copies say different things and nobody decided yet."""
        return tuple((conflict.note, conflict.field) for conflict in self.open_conflicts())

    def open_conflicts(self) -> tuple[Conflict, ...]:
        """Return every field where merged copies say different things and nobody decided yet, and who says what."""
        return conflicts_in(self._store.changes(), self._store.arrived())

    def check(self) -> tuple[Problem, ...]:
        """Return what is wrong with the file, the list of changes, the rows, the anchors and the originals."""
        return check(self._store)

    def _stepped(self, outcome: Outcome | None) -> Outcome | None:
        if outcome is None:
            return None
        touched = outcome.touched[: _FEW + 1]
        if 0 < len(touched) <= _FEW and all(self._store.row("note", uid) is not None for uid in touched):
            self._shelf.refresh(touched)  # ten thousand notes are not read anew for one
        else:
            self._shelf.forget()
        return outcome

    # -- drafts ----------------------------------------------------------------------------------------------------

    def save_draft(self, uid: str, field: str, text: str) -> None:
        """Keep what is being typed; it becomes a change only through `edit`."""
        self._may_write()
        saved = self._journal.clock().isoformat()
        self._store.put_draft((uid, field, clean(text), clean(self.reviewer.name), saved))

    def drafts(self) -> tuple[Draft, ...]:
        """Return typing that was never finished, oldest first."""
        return tuple(
            Draft(note, field, text, author, datetime.fromisoformat(saved))
            for note, field, text, author, saved in self._store.drafts()
        )

    def drop_draft(self, uid: str, field: str) -> None:
        """Forget a draft; none is no fault."""
        self._may_write()
        self._store.drop_draft(uid, field)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _may_write(self) -> None:
        if self.read_only:
            raise MatterError("read_only", name=self.path.name)

    def _write(self, wishes: Iterable[Wish], *, notes: Iterable[str] = ()) -> None:
        self._may_write()
        self._journal.write(wishes)
        if notes:
            self._shelf.refresh(notes)
        else:
            self._shelf.forget()
