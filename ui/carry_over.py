"""New versions in the window: a file asked about or chosen, and the review of what became of the notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.announcements import ABOUT_FILE
from ui.guard import Guard
from ui.opening_wishes import POLICY_FILES, folder_to_open
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.carry import CarriedNote
    from annotations.carry_review import ToSee
    from annotations.model import Document, Note
    from documents.model import PolicyDocument, Span
    from ui.main_window import MainWindow
    from ui.models.carried import Sight
    from ui.opening import ReadFile
    from ui.panels.carry_panel import CarryPanel

__all__ = ["CarryOver"]

_WAITING = "carried"


class CarryOver(QObject):
    """Makes the panel when it is first wanted; what is decided is kept in the matter, nothing here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._panel: CarryPanel | None = None
        self._items: tuple[ToSee, ...] = ()
        self._notes: dict[str, Note] = {}
        self._row = 0
        self._policies: dict[str, PolicyDocument] = {}
        self._shown = ""
        window.actions_of.connect_to("new_version", self.choose_file)
        window.actions_of.connect_to("place_carried", lambda: self._wanted("place"))
        window.actions_of["carry_review"].triggered.connect(self._turn)
        self._session.version_found.connect(self._ask)
        self._session.version_added.connect(self._added)
        self._session.document_changed.connect(self._document_changed)
        self._session.notes_changed.connect(self._refresh)
        self._session.note_edited.connect(self._refresh)
        self._session.matter_changed.connect(self._document_changed)

    @property
    def panel(self) -> CarryPanel:
        """The panel below the policy."""
        if self._panel is None:
            from ui.panels.carry_panel import CarryPanel

            panel = self._panel = CarryPanel(self._window.look, self._window.work)
            panel.hide()
            box = self._window.work.layout()
            assert box is not None
            box.addWidget(panel)
            panel.wanted.connect(self._wanted)
            panel.choice_wanted.connect(self._choose)
            panel.row_wanted.connect(self.go_to)
            panel.reason_given.connect(self._resolve)
            panel.closed.connect(self.hide)
            panel.retranslate()
        return self._panel

    @property
    def shown(self) -> bool:
        """Whether the review is open."""
        return self._panel is not None and not self._panel.isHidden()

    # -- files -------------------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for the file that is the next version of the shown document."""
        document = self._session.document
        if document is None or self._session.read_only:
            return
        title = self.tr("New version of {title}").format(title=self._session.document_name(document))
        names = self.tr("Policies") + f" ({POLICY_FILES});;" + self.tr("All files") + " (*)"
        chosen, _kind = QFileDialog.getOpenFileName(self._window, title, str(folder_to_open(self._window)), names)
        if chosen:
            self._session.read_version(Path(chosen), document.uid)

    def _ask(self, file: ReadFile, document: Document) -> None:
        """Say that a file looks like another version and ask what it is to be."""
        self._window.status.tell("")
        words = self.tr("{file} looks like another version of “{title}”.")
        said = words.format(file=file.name, title=self._session.document_name(document))
        new = (self.tr("New version, with its notes"), lambda: self._session.keep_as_version(file, document.uid))
        other = (self.tr("Open as a new document"), lambda: self._session.keep_as_new(file))
        self._window.say(Message(f"{ABOUT_FILE}{file.name}/version", said, (new, other)))

    def _added(self, document: Document, carried: Sequence[CarriedNote] | None) -> None:
        self._window.status.tell("")
        name = document.latest.file_name
        self._window.messages.take_back(f"{ABOUT_FILE}{name}/version")
        if carried is None:
            words = self.tr("{file} is the version that is shown already.")
            self._window.say(Message(f"{ABOUT_FILE}{name}/same", words.format(file=name)))
        elif carried:
            self._window.messages.take_back(_WAITING)
            self.show()

    # -- the review --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Open the review at the first place that waits."""
        if self._session.document is None:
            return
        self._window.actions_of["carry_review"].setChecked(True)
        self.panel.show()
        self._row = -1
        self._read()
        self._step(1)
        self.panel.list.setFocus()

    def hide(self) -> None:
        """Close it; what is undecided is listed again the next time."""
        self._window.actions_of["carry_review"].setChecked(False)
        if self.shown:
            self.panel.hide()
            self._window.work.policy.take_focus()
        self._allow()

    def set_look(self) -> None:
        """Draw in the window's colours."""
        if self._panel is not None:
            self._panel.set_look(self._window.look)
            self._refresh()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if self._panel is not None:
            self._panel.retranslate()
            self._refresh()

    def _turn(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if shown:
            self.show()
        else:
            self.hide()

    def _document_changed(self) -> None:
        self._policies.clear()
        self._window.messages.take_back(_WAITING)
        uid = "" if self._session.document is None else self._session.document.latest.uid
        if uid and uid != self._shown and not self.shown:
            self._remind()
        self._shown = uid
        if self.shown and not uid:
            self.hide()
        self._row = 0
        self._refresh()

    def _remind(self) -> None:
        """Say of a document that is opened how much of it still waits."""
        self._read()
        waiting = sum(not one.decided for one in self._items)
        if waiting and not self._session.read_only:
            words = self.tr("{count} of {total} places that were carried to this version wait to be looked at.")
            go = (self.tr("Go through them"), self.show)
            self._window.say(Message(_WAITING, words.format(count=waiting, total=len(self._items)), (go,)))

    def _refresh(self, _uid: str = "") -> None:
        self._read()
        if self.shown:
            self._show_row(min(self._row, len(self._items) - 1))

    def _read(self) -> None:
        """Take from the notes what is to be looked at."""
        from annotations.carry_review import to_see

        document, matter = self._session.document, self._session.matter
        self._items, self._notes = (), {}
        if document is not None and matter is not None:
            self._notes = {note.uid: note for note in matter.notes(document.uid)}
            self._items = to_see(self._notes.values(), document.latest.uid)
        self._allow()

    def _allow(self) -> None:
        acts, session = self._window.actions_of, self._session
        acts["new_version"].setEnabled(session.document is not None and not session.read_only)
        acts["carry_review"].setEnabled(bool(self._items) or self.shown)
        acts["place_carried"].setEnabled(self.shown and not session.read_only and bool(self._items))

    def _show_row(self, row: int) -> None:
        from annotations.carry_review import counted

        document = self._session.document
        if document is None:
            return
        self._row, panel, session = row, self.panel, self._session
        sight = self._sight()
        notes = tuple(self._notes.values())
        panel.show_items(self._items, notes, row)
        panel.show_counts(document.latest.number, counted(notes, document.latest.uid))
        panel.show_sight(sight, self._version_names(document, sight))
        panel.allow(writing=not session.read_only, sight=sight, undo=session.can_undo)

    def _sight(self) -> Sight | None:
        from ui.models.carried import sight_of

        session = self._session
        if not 0 <= self._row < len(self._items) or session.document is None or session.policy is None:
            return None
        item = self._items[self._row]
        note, version = self._notes.get(item.note), session.document.latest.uid
        self._policies[version] = session.policy
        if item.was.version not in self._policies and session.matter is not None:
            with Guard(lambda _error: None):
                self._policies[item.was.version] = session.matter.policy(item.was.version)
        return None if note is None else sight_of(note, item, self._policies, version, session.language)

    def _version_names(self, document: Document, sight: Sight | None) -> tuple[str, str]:
        numbers = {version.uid: version.number for version in document.versions}
        before = 0 if sight is None else numbers.get(sight.item.was.version, 0)
        words = self.tr("version {number}")
        return (words.format(number=before) if before else "", words.format(number=document.latest.number))

    # -- what is done ------------------------------------------------------------------------------------------------

    def _wanted(self, what: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "accept": self._accept, "place": self._place, "resolve": self._ask_reason, "lost": self._keep_lost,
            "next": lambda: self._step(1), "previous": lambda: self._step(-1), "look": self._look,
            "leave": self._window.work.back_to_text, "undo": self._undo,
        }  # fmt: skip
        acts[what]()

    def _current(self) -> tuple[Note, ToSee] | None:
        if not 0 <= self._row < len(self._items) or self._session.read_only:
            return None
        item = self._items[self._row]
        note = self._notes.get(item.note)
        return None if note is None else (note, item)

    def _accept(self) -> None:
        from annotations.carry_review import accepted

        found, policy = self._current(), self._session.policy
        if found is not None and found[1].places and policy is not None:
            self._decide(found[0].uid, accepted(*found, policy.text, self.panel.words.chosen))

    def _place(self) -> None:
        """Put the note where the reviewer has selected words."""
        from annotations.carry_review import placed

        found, policy = self._current(), self._session.policy
        spans: tuple[Span, ...] = self._window.work.policy.view.selection()
        if found is None or policy is None or not self.shown:
            return
        if not spans:
            self._window.status.tell(self.tr("Select the words in the policy first"))
            self._window.work.policy.take_focus()
            return
        self._window.work.policy.view.clear_selection()
        self._decide(found[0].uid, placed(*found, policy, spans))

    def _keep_lost(self) -> None:
        from annotations.carry_review import kept_lost

        found = self._current()
        if found is not None:
            self._decide(found[0].uid, kept_lost(*found))

    def _ask_reason(self) -> None:
        document = self._session.document
        if self._current() is not None and document is not None:
            words = self.tr("Settled by the wording of version {number}.")
            self.panel.ask_reason(words.format(number=document.latest.number))

    def _resolve(self, reason: str) -> None:
        from annotations.carry_review import resolved

        found = self._current()
        if found is not None:
            self._decide(found[0].uid, resolved(*found, reason))

    def _decide(self, uid: str, fields: dict[str, Any]) -> None:
        """Keep a decision as one step, and go on to what waits next."""
        key = self._items[self._row].was
        if self._session.edit(uid, **fields):
            self._row = next((row for row, one in enumerate(self._items) if _same(one.was, key)), self._row)
            self._step(1)
        self.panel.list.setFocus()

    def _undo(self) -> None:
        self._window.actions_of["undo"].trigger()
        self.panel.list.setFocus()

    def _step(self, step: int) -> None:
        """Go to the next place that waits, or the one before; where none does, to the next of all."""
        rows = [(self._row + step * far) % len(self._items) for far in range(1, len(self._items) + 1)]
        waiting = [row for row in rows if not self._items[row].decided]
        if rows:
            self.go_to((waiting or rows)[0])
        else:
            self._show_row(-1)

    def go_to(self, row: int) -> None:
        """Show a place, in the policy too."""
        self._show_row(row)
        if 0 <= row < len(self._items):
            self._session.set_current(self._items[row].note)
            self._look()

    def _choose(self, number: int) -> None:
        if self.panel.words.choose(number):
            self._look()
        self.panel.list.setFocus()

    def _look(self) -> None:
        """Bring the place into sight: of several the chosen one."""
        item = self._items[self._row] if 0 <= self._row < len(self._items) else None
        if item is not None and item.places:
            place = item.places[min(self.panel.words.chosen, len(item.places) - 1)]
            self._window.work.policy.view.reveal(place, select=item.span is None)


def _same(one: object, other: object) -> bool:
    """Whether two passages are of the same old words."""
    return all(getattr(one, name) == getattr(other, name) for name in ("version", "start", "end"))
