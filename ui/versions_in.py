"""The wishes about versions: a file as the next version of a document, an older version to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.opening import Arrival
from ui.taking_back import TakingBack
from ui.working_apart import LARGE, MANY

if TYPE_CHECKING:
    from annotations.carry import CarriedNote
    from annotations.following import Follower
    from annotations.matter import OpenMatter
    from annotations.model import Document
    from ui.opening import ReadFile

__all__ = ["VersionsIn"]

_ALIKE = 0.3
_ALIKE_BY_NAME = 0.1  # of two files that are called alike


class VersionsIn(TakingBack):
    """Keeps new versions, the notes carried to them, and guesses which file may be one."""

    def read_version(self, path: Path, document: str) -> None:
        """Read a file off the window's thread and keep it as the next version of a document."""
        self.arrivals.add(Arrival(name=path.name, path=path, next_of=document))

    def keep_as_version(self, file: ReadFile, document: str) -> None:
        """Keep what was read as the next version; where its notes' words went is worked out off the window's thread."""
        matter = self.matter
        if matter is None or matter.read_only:
            return
        self.leaving.emit()
        self.reading.emit(file.name)
        path, reviewer, clock = matter.path, matter.reviewer, self.clock

        def followed() -> Follower:
            from annotations.following import follower_between

            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                before = read.policy(read.document(document).latest.uid)
            return follower_between(before, file.policy)

        def done(follower: Follower) -> None:
            if self.matter is matter:
                self._write_version(matter, file, document, follower)

        self._tasks.run(lambda _job: followed(), done, self._refused, owner=self)

    def show_version(self, uid: str) -> None:
        """Show a version of the shown document; an older one is read only, with the notes where they stood."""
        if self.matter is None or self.document is None:
            return
        self.leaving.emit()
        with self._guarded():
            self.policy = self.matter.policy(uid)
            self._older = "" if uid == self.document.latest.uid else uid
            self.notes = self.matter.notes(self.document.uid)
            self.current = ""
            self.document_changed.emit()

    def _write_version(self, matter: OpenMatter, file: ReadFile, document: str, follower: Follower) -> None:
        if self.works:
            self._afterwards.append(lambda: self._write_version(matter, file, document, follower))
            return
        self.leaving.emit()
        with self._guarded():
            if self.matter is not matter:
                return
            before = matter.document(document).latest.uid
            if len(file.data) > LARGE or len(matter.notes(document)) > MANY:
                self._apart(
                    "keep",
                    lambda other: _added(other, file, document, follower),
                    lambda found: self._tell_version(file, before, *found),
                )
            else:
                self._tell_version(file, before, *_added(matter, file, document, follower))

    def _tell_version(self, file: ReadFile, before: str, found: Document, carried: tuple[CarriedNote, ...]) -> None:
        self.documents_changed.emit()
        self.history_changed.emit()
        self.show_document(found.uid)
        self._told_saved()
        self.warned.emit(file.policy.warnings)
        self.version_added.emit(found, carried if found.latest.uid != before else None)

    def _may_be_version(self, file: ReadFile) -> bool:
        """Whether a file seems to be the next version of a document; what it is to be is then asked."""
        arrival, matter = file.arrival, self.matter
        if matter is None or matter.read_only or arrival.replaces or arrival.beside or arrival.notes:
            return False
        found: Document | None = None
        with self._guarded():
            if not self._holds(file.sha256):
                found = _likest(matter, file)
        if found is not None:
            self.version_found.emit(file, found)
        return found is not None


def _added(
    matter: OpenMatter, file: ReadFile, document: str, follower: Follower
) -> tuple[Document, tuple[CarriedNote, ...]]:
    return matter.add_version(
        document,
        file.policy,
        file.data,
        file.name,
        follower=follower,
        **file.for_keeping,
    )


def _likest(matter: OpenMatter, file: ReadFile) -> Document | None:
    """Return the document that a file may be another version of, the one it has most in common with."""
    from documents.likeness import alike_names, shared_part

    best, found = 0.0, None
    for document in matter.documents():
        share = shared_part(matter.policy(document.latest.uid).text, file.policy.text)
        named = any(alike_names(version.file_name, file.name) for version in document.versions)
        if share > best and share >= (_ALIKE_BY_NAME if named else _ALIKE):
            best, found = share, document
    return found
