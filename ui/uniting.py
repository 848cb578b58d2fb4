"""The wishes about other copies of the matter: what would come in, taking it in, deciding what they say differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from annotations.model import Note, Severity
from ui.keeping import Keeping

if TYPE_CHECKING:
    from annotations.deciding import Undecided
    from annotations.doubles import Double
    from annotations.foreseen import Foreseen
    from annotations.matter import OpenMatter
    from annotations.merging import MergeReport
    from annotations.undecided import Conflict
    from ui.tasks import Job

__all__ = ["Coming", "United", "Uniting"]


@dataclass(frozen=True, slots=True)
class Coming:
    """Files, and what merging them would bring."""

    paths: tuple[Path, ...]
    told: Foreseen


@dataclass(frozen=True, slots=True)
class United:
    """Files that were merged, what they brought, and how many things are left to decide."""

    paths: tuple[Path, ...]
    report: MergeReport
    undecided: int


class Uniting(Keeping):
    """Looks and merges away from the window's thread; the window waits meanwhile, so nobody else writes."""

    coming = Signal(object)
    uniting = Signal(int, int)
    united = Signal(object)
    not_united = Signal(object)
    """The fault for which copies were not looked into, or not merged."""

    def look_into(self, paths: Sequence[Path]) -> None:
        """Count what merging some files would bring; tells `coming`, or `not_united`."""
        matter = self.matter
        if matter is None:
            return
        self.leaving.emit()
        path, reviewer, clock = matter.path, matter.reviewer, self.clock

        def work() -> Coming:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return Coming(tuple(paths), read.foresee(*paths))

        self._tasks.run(lambda _job: work(), self.coming.emit, self.not_united.emit, owner=self, key="coming")

    def unite(self, paths: Sequence[Path]) -> None:
        """Merge files as one step that one undo takes back; tells `united`, or `not_united`."""
        matter = self.matter
        if matter is None or matter.read_only:
            return
        self.leaving.emit()

        def work(job: Job) -> United:
            report = matter.merge_apart(paths, lambda done: job.progress(done, len(paths)))
            with type(matter).open(matter.path, matter.reviewer, self.clock, read_only=True) as read:
                return United(tuple(paths), report, read.undecided().count)

        def over() -> None:
            if self.matter is matter:
                matter.look_again()
                self.documents_changed.emit()
                self._after_step()

        def done(found: United) -> None:
            over()
            self.united.emit(found)

        def failed(error: Exception) -> None:
            over()
            self.not_united.emit(error)

        self._tasks.run(work, done, failed, owner=self, on_progress=self.uniting.emit)

    def bring_back(self, paths: Sequence[Path]) -> bool:
        """Bring back what merging some files had brought, and was undone."""
        return self._decided(lambda matter: matter.bring_back(*paths))

    # -- deciding ----------------------------------------------------------------------------------------------------

    def undecided(self) -> Undecided:
        """Return what is left to decide."""
        from annotations.deciding import Undecided

        with self._guarded():
            return Undecided() if self.matter is None else self.matter.undecided()
        return Undecided()

    def notes_and_deleted(self) -> tuple[Note, ...]:
        """Return the notes of all documents, those that were deleted too: they may be to be decided about."""
        with self._guarded():
            return () if self.matter is None else self.matter.notes_and_deleted()
        return ()

    def names_and_removed(self) -> dict[str, str]:
        """Return the names of all documents by their uids, those that were taken out too."""
        matter = self.matter
        with self._guarded():
            every = () if matter is None else (*matter.documents(), *matter.removed_documents())
            return {document.uid: self.document_name(document) for document in every}
        return {}

    def decide(self, conflict: Conflict, value: Any, why: str) -> bool:  # noqa: ANN401 - the field decides the type
        """Say what a field says from now on."""
        return self._decided(lambda matter: matter.decide(conflict, value, why))

    def keep_both(self, note: str, why: str) -> bool:
        """Make two notes of what two reviewers say of one."""
        return self._decided(lambda matter: matter.keep_both(note, why))

    def join(self, keep: str, other: str, why: str) -> bool:
        """Make one note of two on the same words."""
        return self._decided(lambda matter: matter.join(keep, other, why))

    def keep_apart(self, double: Double, why: str) -> bool:
        """Let two notes on the same words stay two."""
        return self._decided(lambda matter: matter.keep_apart(double, why))

    def rate(self, double: Double, severity: Severity | None, why: str) -> bool:
        """Let two notes on the same words rate the risk alike, or differ."""
        return self._decided(lambda matter: matter.rate(double, severity, why))

    def _decided(self, wish: Callable[[OpenMatter], object]) -> bool:
        if self.matter is None or self.matter.read_only:
            return False
        self.leaving.emit()
        with self._guarded():
            wish(self.matter)
            self.documents_changed.emit()
            self._after_step()
            return True
        return False
