"""The commands about other copies of the matter: ask for them, say what they bring, show what is left to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from ui.panels.message_bar import Message
from ui.people import People
from ui.uniting import United

if TYPE_CHECKING:
    from annotations.merging import MergeReport
    from ui.main_window import MainWindow

__all__ = ["MergingWishes"]

_LEFT = "left to decide"


class MergingWishes(QObject):
    """Connects the actions; keeps what is to follow a merge."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._after: dict[tuple[Path, ...], Callable[[], object]] = {}
        window.actions_of.connect_to("merge", self.choose)
        window.actions_of.connect_to("undecided", self.show_undecided)
        self._session.united.connect(self._united)
        self._session.matter_changed.connect(self._allow)
        self._session.matter_changed.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self._allow()

    @property
    def people(self) -> People:
        """The signs of reviewers, as the notes bear them."""
        return self._window.work.notes.people

    def choose(self) -> None:
        """Ask for other copies of this matter, one or several."""
        path = self._session.path
        if path is None:
            return
        names, title = self.tr("Matters") + " (*.clausemark)", self.tr("Merge other copies")
        chosen, _filter = QFileDialog.getOpenFileNames(self._window, title, str(path.parent), names)
        if chosen:
            self.ask([Path(name) for name in chosen])

    def ask(self, paths: Sequence[Path], after: Callable[[], object] = lambda: None) -> None:
        """Show what copies would bring, and take them in when that is wanted; `after` follows then."""
        from ui.dialogs.merging_dialog import MergingDialog

        if self._session.read_only:
            return
        self._window.finish_typing()
        self._after[tuple(paths)] = after
        MergingDialog(self._session, paths, self.people, self._window.look, self._window).open()

    def show_undecided(self) -> None:
        """Show what is left to decide, beside the work."""
        from ui.dialogs.undecided_dialog import UndecidedDialog

        if self._session.matter is None:
            return
        self._window.finish_typing()
        dialog = UndecidedDialog(self._session, self.people, self._window.look, self._window)
        dialog.note_wanted.connect(self._go_to)
        dialog.show()

    # -- what is said ------------------------------------------------------------------------------------------------

    def _united(self, united: United) -> None:
        acts = self._window.actions_of
        self._window.packages.show(united.report)
        wishes: list[tuple[str, Callable[[], object]]] = []
        if united.undecided:
            wishes.append((self.tr("Decide…"), self.show_undecided))
        if united.report.changes:
            wishes.append((self.tr("Undo"), acts["undo"].trigger))
        name = self.tr("{count} copies").format(count=len(united.paths)) if len(united.paths) > 1 else ""
        self._window.say(Message("merged", self._brought(united, name or united.paths[0].name), tuple(wishes)))
        self._after.pop(united.paths, lambda: None)()

    def _brought(self, united: United, name: str) -> str:
        report = united.report
        if not report.changes:
            told = [self.tr("{name} brought nothing that is not here already.").format(name=name)]
        else:
            words = self.tr("{name} was merged: {notes} new notes, {changes} changes.")
            told = [words.format(name=name, notes=report.added, changes=report.changes)]
        told += self._further(report)
        if united.undecided:
            told.append(self.tr("{count} things are left to decide between reviewers.").format(count=united.undecided))
        return " ".join(told)

    def _further(self, report: MergeReport) -> list[str]:
        told = []
        if report.carried:
            words = self.tr("{count} notes were carried to a version that only one copy had.")
            told.append(words.format(count=report.carried))
        if report.erased:
            told.append(self.tr("Removed for good there, and here too now: {count}.").format(count=report.erased))
        return told

    def _look(self) -> None:
        """Count away from the window's thread what an opened matter has left to decide, and say so."""
        matter = self._session.matter
        if matter is None:
            return
        path, reviewer, clock = matter.path, matter.reviewer, self._session.clock

        def work() -> int:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return len(read.open_conflicts())

        self._window.tasks.run(
            lambda _job: work(), lambda count: self._tell(path, count), lambda _error: None, owner=self, key="undecided"
        )

    def _tell(self, path: Path, count: int) -> None:
        if count and self._session.path == path:
            words = self.tr("In {count} places, reviewers say different things, and nobody has decided yet.")
            self._window.say(Message(_LEFT, words.format(count=count), ((self.tr("Decide…"), self.show_undecided),)))

    def _go_to(self, uid: str) -> None:
        note = self._session.note_anywhere(uid)
        if note is None:
            return
        if self._session.document is None or note.document != self._session.document.uid:
            self._session.show_document(note.document)
        self._window.work.go_to_note(uid)

    def _allow(self) -> None:
        self._window.actions_of["merge"].setEnabled(not self._session.read_only)
        self._window.actions_of["undecided"].setEnabled(self._session.matter is not None)
