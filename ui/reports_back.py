"""The wishes about a memo, a gap report or an issue list that comes back: read, worked out, chosen from, written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.working_apart import WorkingApart

if TYPE_CHECKING:
    from annotations.answers import Answers, Asked
    from documents.marked import MarkedFile

__all__ = ["FoundAnswers", "ReportsBack", "reader_of"]

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class FoundAnswers:
    """What a report asks for; `again` works it out anew where the matter was changed meanwhile."""

    answers: Answers
    again: Callable[[], None]


class ReportsBack(WorkingApart):
    """Knows reports by their marks. Nothing is written before it was shown and chosen."""

    def look_for_answers(
        self, name: str, read: Callable[[], bytes], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Read a file off the window's thread, and show what a report of ours asks for; any other is for `otherwise`.

        Without that it is refused.
        """
        self.reading.emit(name)

        def looked() -> tuple[bytes, MarkedFile]:
            from annotations.answering import refuse_what_loses_marks
            from documents.marked import marked_file

            data = read()
            if not data.startswith(_ZIP):
                refuse_what_loses_marks(name)
            return data, marked_file(data, name=name)

        def done(found: tuple[bytes, MarkedFile]) -> None:
            data, file = found
            if file.words or file.sheets or otherwise is None:
                self._plan_answers(name, data, file)
            else:
                otherwise()

        self._tasks.run(lambda _job: looked(), done, self._refused, owner=self)

    def _plan_answers(self, name: str, data: bytes, file: MarkedFile) -> None:
        from annotations.answering import Sender

        matter = self.matter
        if matter is None:
            return
        self.leaving.emit()
        path, reviewer, clock = matter.path, matter.reviewer, self.clock
        sender = Sender(name, hashlib.sha256(data).hexdigest())

        def planned() -> Answers:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return read.plan_answers(file, sender, "ask")

        def done(answers: Answers) -> None:
            if self.matter is matter:
                self.answers_found.emit(FoundAnswers(answers, lambda: self._plan_answers(name, data, file)))

        self._tasks.run(lambda _job: planned(), done, self._refused, owner=self)

    def take_answers(self, found: FoundAnswers, chosen: Sequence[Asked]) -> None:
        """Write what was chosen, as one step that one undo takes back, and tell of it."""
        if self.matter is None:
            return
        self.leaving.emit()
        with self._guarded():
            if self.matter.write_answers(found.answers, chosen):
                self._tell_answers(found.answers, chosen)
            else:
                found.again()

    def _tell_answers(self, answers: Answers, chosen: Sequence[Asked]) -> None:
        from annotations.answers import returned_of
        from ui.dialogs.returned_dialog import BroughtBack

        document = "" if self.document is None else self.document.uid
        self.history_changed.emit()
        if document:
            self.show_document(document)
        self._told_saved()
        told = returned_of(answers, chosen)
        self.brought_back.emit(BroughtBack(answers.file_name, document, told, wrote=bool(chosen)))

    def _refused(self, error: Exception) -> None:
        with self._guarded():
            raise error

    def show_document(self, uid: str) -> None:
        """Show another document of the matter."""
        raise NotImplementedError


def reader_of(path: Path) -> Callable[[], bytes]:
    """Return what reads a file when it is called. That raises UnreadableDocument."""

    def read() -> bytes:
        from documents.reader import read_bytes

        return read_bytes(path)

    return read
