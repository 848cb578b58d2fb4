"""Comparing versions from the window: the command, the Word file that goes out, the way to a note, histories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from documents.model import Span
from ui.errors import sentence_for

if TYPE_CHECKING:
    from annotations.model import Document, Version
    from ui.comparing.compare_window import CompareWindow
    from ui.comparing.history_window import HistoryWindow
    from ui.comparing.saving import SavedFile
    from ui.main_window import MainWindow

__all__ = ["ComparingWishes"]


class ComparingWishes(QObject):
    """Connects the commands; at most one window of each kind is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._comparing: CompareWindow | None = None
        self._history: HistoryWindow | None = None
        self._written: Path | None = None
        window.actions_of.connect_to("compare", self.show)
        window.actions_of.connect_to("word_history", self.history_here)
        session = self._session
        for fact in (session.document_changed, session.documents_changed, session.matter_changed):
            fact.connect(self._allow)
        self._allow()

    @property
    def shown(self) -> CompareWindow | None:
        """The window of the comparison, while there is one."""
        there = self._comparing is not None and shiboken6.isValid(self._comparing)
        return self._comparing if there else None

    # -- comparing ---------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Compare the last two versions of the shown document, or another document of the matter with it."""
        from ui.comparing.choices import last_two

        document = self._session.document
        pair = None if document is None else last_two(document, self._session.documents())
        if pair is None:
            return
        self._window.finish_typing()
        if self.shown is None:
            self._open(pair)
        _bring_up(self._comparing)

    def set_look(self) -> None:
        """Open what is open anew, in the window's colours and language: the same versions, in the same way."""
        shown = self.shown
        pair = None if shown is None else shown.parts.choices.versions()
        if shown is None or pair is None or not shown.isVisible():
            return
        together = shown.parts.view.together
        shown.close()
        made = self._open(pair)
        if together:
            made.turn()

    def _open(self, pair: tuple[Version, Version]) -> CompareWindow:
        from ui.comparing.compare_window import CompareWindow

        made = self._comparing = CompareWindow(self._session, self._window.tasks, self._window.look, self._window)
        made.export_wanted.connect(self.export)
        made.note_wanted.connect(self._go_to_note)
        made.history_wanted.connect(self.history)
        made.parts.foot.open_wanted.connect(lambda: self._open_file(folder=False))
        made.parts.foot.folder_wanted.connect(lambda: self._open_file(folder=True))
        made.show()
        made.show_versions(pair)
        return made

    def _go_to_note(self, uid: str) -> None:
        _bring_up(self._window)
        self._window.work.open_note(uid, "title")

    # -- the Word file -----------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask where the Word file goes, and write it."""
        from ui.comparing.saving import name_for

        path, comparing, settings = self._session.path, self.shown, self._window.preferences.settings
        if path is None or comparing is None or comparing.running.comparison is None:
            return
        folder = Path(settings.export_folder or path.parent)
        name = name_for(path, folder, (settings.profile, self._session.language), self._session.clock())
        title, kinds = self.tr("Export the comparison"), self.tr("Word document") + " (*.docx)"
        chosen, _kind = QFileDialog.getSaveFileName(comparing, title, str(folder / name), kinds)
        if chosen:
            out = Path(chosen)
            self.write(out if out.suffix.lower() == ".docx" else out.with_name(f"{out.name}.docx"))

    def write(self, out: Path) -> None:
        """Write the Word file away from the window's thread, and the line in the register."""
        from ui.comparing.saving import Saved, write_comparison

        comparing, matter, clock = self.shown, self._session.matter, self._session.clock
        pair = None if comparing is None else comparing.parts.choices.pair
        found = None if comparing is None else comparing.running.comparison
        if comparing is None or pair is None or found is None or matter is None:
            return
        profile, language = self._window.preferences.settings.profile, self._session.language
        asked = Saved(found, (pair[0].version, pair[1].version), out, profile, language)
        path, reviewer = matter.path, matter.reviewer

        def work() -> SavedFile:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return write_comparison(read, asked, clock)

        comparing.parts.export.setEnabled(False)
        comparing.parts.foot.say(self.tr("Writing {name}…").format(name=out.name))
        self._window.tasks.run(lambda _job: work(), self._saved, self._refused, owner=comparing)

    def _saved(self, written: SavedFile) -> None:
        self._written = written.path
        self._session.record_sent(written.sent)
        words = self.tr("Saved as {name}: all changes are tracked changes.").format(name=written.path.name)
        self._tell(words, "done", written=True)

    def _refused(self, error: Exception) -> None:
        self._tell(sentence_for(error, self._session.language), "alert")

    def _tell(self, words: str, look: str, *, written: bool = False) -> None:
        comparing = self.shown
        if comparing is not None:
            comparing.parts.export.setEnabled(comparing.running.done)
            comparing.parts.foot.say(words, look, written=written)

    def _open_file(self, *, folder: bool) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent if folder else self._written)))

    # -- when words appeared -----------------------------------------------------------------------------------------

    def history_here(self) -> None:
        """Say when the selected words appeared; where none are selected, those of the clause one is in."""
        from ui.growing import clause_from

        document, shown, policy = self._session.document, self._session.shown_version, self._session.policy
        if document is None or shown is None or policy is None:
            return
        view = self._window.work.writing.view
        spans, place = view.selection(), view.place()
        span = spans[0] if spans else clause_from(policy, Span(place, place))
        if len(span):
            self.history(document.uid, shown.uid, span)

    def history(self, document: str, version: str, span: Span) -> None:
        """Say in which version of a document some words of one of them appeared, and what became of them."""
        from ui.comparing.history_window import Asked, HistoryWindow

        found = next((one for one in self._session.documents() if one.uid == document), None)
        if found is None:
            return
        if self._history is not None and shiboken6.isValid(self._history):
            self._history.close()
        window = self._window
        parent = self.shown if self.shown is not None and self.shown.isActiveWindow() else window
        self._history = HistoryWindow(self._session, window.tasks, window.look, parent)
        self._history.show()
        self._history.ask(Asked(found, version, span))

    # -- what can be done --------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        documents, shown = self._session.documents(), self._session.document
        acts = self._window.actions_of
        acts["compare"].setEnabled(shown is not None and (len(documents) > 1 or _several(shown)))
        acts["word_history"].setEnabled(shown is not None and _several(shown))


def _several(document: Document) -> bool:
    return len(document.versions) > 1


def _bring_up(window: QObject | None) -> None:
    from PySide6.QtWidgets import QWidget

    if isinstance(window, QWidget):
        window.raise_()
        window.activateWindow()
