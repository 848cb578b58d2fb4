"""The wishes about what is open: matters and their documents, files on their way in, how a file is to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotations.model import Document
from documents.errors import ClausemarkError
from ui.arrivals import Arrivals
from ui.facts import Start
from ui.opening import Arrival, ReadFile, place_of_matter
from ui.received import Came
from ui.reports_back import reader_of
from ui.versions_in import VersionsIn
from ui.working_apart import LARGE

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from documents.model import PolicyDocument
    from ui.tasks import Tasks

__all__ = ["Bringing", "furniture_left_out", "pages_unread"]

_WORKBOOK = ".xlsx"  # no policy: an issue list that came back
_TO_READ_ONLY = ("locked", "no_permission")


class Bringing(VersionsIn):
    """Opens, closes, and keeps what has been read."""

    def __init__(self, tasks: Tasks, start: Start, parent: QObject | None = None) -> None:
        super().__init__(tasks, start, parent)
        self.arrivals = Arrivals(tasks, start.folder, self)
        self.arrivals.language = start.language
        self._company = False
        self.arrivals.began.connect(lambda arrival: self.reading.emit(arrival.name))
        self.arrivals.arrived.connect(self._bring_in)
        self.arrivals.matter_wanted.connect(self.open_matter)
        self.arrivals.line_changed.connect(self._line_changed)

    # -- opening and closing -----------------------------------------------------------------------------------------

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Let files come in one after another, matters first: the policies then join the matter that is open."""
        every = list(paths)
        if every and not self.arrivals.busy:
            self.opening.emit()
        books = [] if self.read_only else [path for path in every if path.suffix.lower() == _WORKBOOK]
        for book in books:
            self.look_for_answers(book.name, reader_of(book))
        arrivals = [Arrival(name=path.name, path=path) for path in every if path not in books]
        self.arrivals.add(*sorted(arrivals, key=lambda arrival: not arrival.is_matter))

    def open_path(self, path: Path, encoding: str = "") -> None:
        """Open a matter, or read a policy off the window's thread and bring it in; after what is on its way."""
        self.arrivals.add(Arrival(name=path.name, path=path, encoding=encoding))

    def open_bytes(self, data: bytes, name: str, *, notes: bytes = b"") -> None:
        """Bring in text that is in no file: pasted, or a sample with its notes."""
        self.arrivals.add(Arrival(name=name, data=data, notes=notes))

    def open_matter(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a matter in place of the present one; where another window writes, open it to read."""
        from annotations.matter import OpenMatter

        if not self.may_leave(lambda: self.open_matter(path, read_only=read_only)):
            return False
        with self._guarded():
            try:
                opened = OpenMatter.open(path, self.reviewer, self.clock, read_only=read_only)
            except ClausemarkError as refusal:
                if refusal.code not in _TO_READ_ONLY:
                    raise
                opened = OpenMatter.open(path, self.reviewer, self.clock, read_only=True)
            self._adopt(_proved(opened))
            return True
        return False

    def take_over(self) -> bool:
        """Try to write to the matter that was held by another window."""
        if self.matter is None:
            return False
        with self._guarded():
            try:
                self.matter.take_over()
            except ClausemarkError as refusal:
                if refusal.code not in _TO_READ_ONLY:
                    raise
                self.held_elsewhere.emit(self.matter.holder)
                return False
            self.matter_changed.emit()
            self._changed()
            return True
        return False

    def close(self) -> None:
        """Close the matter; every change is on disk already. What was on its way into it is given up.

        Where typed words cannot be kept, it stays open and `words_at_stake` asks.
        """
        if not self.may_leave(self.close):
            return
        self.arrivals.cancel_all()
        if self.matter is not None:
            self.matter.close()
        self.matter = self.document = self.policy = None
        self.notes = ()
        self.current = ""
        self.matter_changed.emit()

    def show_document(self, uid: str) -> None:
        """Show another document of the matter."""
        if self.matter is None:
            return
        with self._guarded():
            self.document, self._older = self.matter.document(uid), ""
            self.policy = self.matter.policy(self.document.latest.uid)
            self.notes = self.matter.notes(uid)
            self.current = ""
            self.document_changed.emit()

    def _bring_in(self, file: ReadFile) -> None:
        if self.works:
            self._afterwards.append(lambda: self._bring_in(file))
        elif file.arrival.back_to:
            self.take_back(file, file.arrival.back_to)
        elif file.arrival.next_of:
            self.keep_as_version(file, file.arrival.next_of)
        elif not self._came_back(file) and not self._may_be_version(file):
            before = {document.uid for document in self.documents()}
            self.keep_as_new(file, lambda: self._tell_joined(file, before))

    def _tell_joined(self, file: ReadFile, before: set[str]) -> None:
        """Tell of a file that was added to what was open; not of those chosen together with what made the matter."""
        alone = not before or self._company or file.arrival.beside or file.arrival.replaces
        if not alone and self.document is not None and self.document.uid not in before:
            self.joined.emit(file, self.document)

    def _line_changed(self) -> None:
        """What comes after the files that were chosen together is no company of theirs."""
        self._company = self._company and (self.arrivals.busy or self.arrivals.waiting > 0)

    def move_to_own_matter(self, file: ReadFile, document: str) -> None:
        """Take a document that joined this matter out again for good, and open it in a matter of its own.

        The new one is made first: where it cannot be, nothing is taken out. Nothing of it stays in this one's file: it
        may be another client's.
        """
        matter = self.matter
        if matter is None or matter.read_only or not self.may_leave(lambda: self.move_to_own_matter(file, document)):
            return
        self.leaving.emit()
        with self._guarded():
            own = self._opened_or_made(file.place or place_of_matter(file, self._folder))
            matter.erase_document(document)
            self._adopt(own)
            self.keep_as_new(file)

    def keep_as_new(self, file: ReadFile, then: Callable[[], object] = lambda: None) -> None:
        """Keep what was read as a document of its own, and show it; a large file is written off the window's thread.

        The matter is made where none is open. `then` follows.
        """
        with self._guarded():
            if self.matter is None:
                self._open_or_make(file.place or place_of_matter(file, self._folder))
            if self.works:
                self._afterwards.append(lambda: self.keep_as_new(file, then))
                return
            self.leaving.emit()
            if len(file.data) > LARGE:
                self._apart("keep", lambda matter: _kept(matter, file), lambda kept: self._shown_new(kept, file, then))
            elif self.matter is not None:
                self._shown_new(_kept(self.matter, file), file, then)

    def _shown_new(self, document: Document, file: ReadFile, then: Callable[[], object]) -> None:
        self.documents_changed.emit()
        self.history_changed.emit()
        self._take_notes(document, file.arrival.notes)
        self.show_document(document.uid)
        self._told_saved()
        self.warned.emit(file.policy.warnings)
        self._tell_comments(document, file)
        then()

    def _take_notes(self, document: Document, notes: bytes) -> None:
        if notes and self.matter is not None and not self.matter.notes(document.uid):
            from annotations.interchange import read_notes

            self.matter.import_notes(document.uid, read_notes(notes, self.language))

    def _open_or_make(self, path: Path) -> None:
        from annotations.matter import OpenMatter

        if path.exists():
            self.open_matter(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._company = self.arrivals.busy
        self._adopt(OpenMatter.create(path, self.reviewer, self.clock))

    def _opened_or_made(self, path: Path) -> OpenMatter:
        from annotations.matter import OpenMatter

        if path.exists():
            return OpenMatter.open(path, self.reviewer, self.clock)
        path.parent.mkdir(parents=True, exist_ok=True)
        return OpenMatter.create(path, self.reviewer, self.clock)

    def _adopt(self, opened: OpenMatter) -> None:
        if self.matter is not None:
            self.matter.close()
        self.matter, self.document, self.policy, self.notes, self.current = opened, None, None, (), ""
        self._read_notes_later(opened)
        self.matter_changed.emit()
        documents = opened.documents()
        if documents:
            self.show_document(documents[0].uid)
        self.history_changed.emit()
        if opened.read_only:
            self.held_elsewhere.emit(opened.holder)
        elif drafts := opened.drafts():
            self._afterwards.append(lambda: self.drafts_found.emit(len(drafts)))
            self._go_on()

    # -- reading a kept file in another way --------------------------------------------------------------------------

    def choose_encoding(self, encoding: str) -> None:
        """Read the shown document again in another encoding; only while it has no notes, whose places would move."""
        if not self.notes and self.policy is not None:
            self._read_anew(encoding=encoding, whole_page=not furniture_left_out(self.policy))

    def show_whole_page(self, *, beside: bool = False) -> None:
        """Read the shown web page again with its menus, banners and footers.

        With notes on it, whose places would move, only `beside` it: as another document.
        """
        if beside or not self.notes:
            self._read_anew(whole_page=True, beside=beside)

    def recognise_text(self, *, beside: bool = False) -> None:
        """Read the shown PDF again with the words of its scanned pages; with notes on it, only `beside` it."""
        if beside or not self.notes:
            self._read_anew(recognise=True, beside=beside)

    def _read_anew(
        self, *, encoding: str = "", whole_page: bool = False, recognise: bool = False, beside: bool = False
    ) -> None:
        if self.matter is None or self.document is None or self.policy is None:
            return
        version = self.document.latest
        with self._guarded():
            self.arrivals.add(
                Arrival(
                    name=version.file_name,
                    data=self.matter.original(version.uid),
                    encoding=encoding or _chosen_encoding(self.policy),
                    whole_page=whole_page,
                    recognise=recognise,
                    came=Came(version.received_from, version.received_how, version.received),
                    replaces="" if beside else self.document.uid,
                    beside=beside,
                )
            )


def _kept(matter: OpenMatter, file: ReadFile) -> Document:
    """Return the document of the matter that a file is; it is added where there is none."""
    anew = file.arrival.replaces or file.arrival.beside
    if file.arrival.replaces and not matter.notes(file.arrival.replaces):
        matter.remove_document(file.arrival.replaces)
    known = (d for d in matter.documents() if any(v.sha256 == file.sha256 for v in d.versions))
    found = None if anew else next(known, None)
    return found or matter.add_document(
        file.policy,
        file.data,
        file.name,
        **file.for_keeping,
    )


def furniture_left_out(policy: PolicyDocument) -> bool:
    """Whether menus, banners and footers of a web page are missing from a policy."""
    return any(warning.code == "page_furniture" for warning in policy.warnings)


def pages_unread(policy: PolicyDocument) -> bool:
    """Whether some of a policy's pages are pictures whose words were not read."""
    return any(warning.code == "scanned_pages" for warning in policy.warnings)


def _chosen_encoding(policy: PolicyDocument) -> str:
    """Return the encoding to read a page in once more; where it did not fit, or there are several, none."""
    fits = all(warning.code != "characters_lost" for warning in policy.warnings)
    return policy.encoding if fits and policy.format in ("html", "mail") else ""


def _proved(opened: OpenMatter) -> OpenMatter:
    """Return the matter once it has answered what the window asks first; else close it and say why."""
    try:
        opened.documents()
        opened.drafts()
        opened.read_clauses("")
        _ = opened.can_undo, opened.can_redo
    except ClausemarkError:
        opened.close()
        raise
    return opened
