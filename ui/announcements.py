"""What the session tells, in sentences: faults, read-only matters, unsure encodings, drafts, undone changes, hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.finder import Found
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from annotations.lock import LockHolder
    from annotations.matter import Outcome
    from documents.model import Warning  # noqa: A004 - the design's own word
    from ui.main_window import MainWindow

__all__ = ["Announcements", "change_words"]

_SHOWN_ELSEWHERE = ("no_numbering",)
"""Said where it is seen: the outline has a line for a text without numbers."""


class Announcements(QObject):
    """Listens to the session and speaks through the message bar and the status line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        session = window.session
        session.failed.connect(self.failed)
        session.reading.connect(self._reading)
        session.held_elsewhere.connect(self._held)
        session.warned.connect(self._warned)
        session.drafts_found.connect(self._drafts)
        session.undone.connect(self._undone)

    def failed(self, sentence: str) -> None:
        """Say what stands in the way."""
        self._window.status.tell("")
        self._window.say(Message("fault", sentence, alert=True))

    def _reading(self, name: str) -> None:
        self._window.messages.take_back("fault")
        self._window.status.tell(self.tr("Reading {name}…").format(name=name))

    def _held(self, holder: LockHolder | None) -> None:
        if holder is None:
            sentence = self.tr("This matter is open for reading only.")
        else:
            user, since = holder.user or self.tr("Another window"), holder.since[:16].replace("T", " ")
            words = self.tr("{user} has this matter open on {machine} since {since}. Here it can be read only.")
            sentence = words.format(user=user, machine=holder.machine, since=since)
        self._window.say(Message("held", sentence, ((self.tr("Try again"), self._window.session.take_over),)))

    def _warned(self, warnings: Sequence[Warning]) -> None:
        """Say what should be known about how a file was read; a doubtful encoding can be chosen anew."""
        language = self._window.session.language
        choose = (self.tr("Choose encoding…"), self._window.actions_of["encoding"].trigger)
        for warning in warnings:
            if warning.code in _SHOWN_ELSEWHERE:
                continue
            doubtful = warning.code in ("encoding_unsure", "characters_lost")
            actions = (choose,) if doubtful else ()
            self._window.say(Message(warning.code, warning.sentence(language), actions))

    def _drafts(self, count: int) -> None:
        sentence = self.tr("Typing from last time was kept and is not in its notes yet: {count}.").format(count=count)
        session = self._window.session
        actions = ((self.tr("Put it back"), session.restore_drafts), (self.tr("Throw away"), session.drop_drafts))
        self._window.say(Message("drafts", sentence, actions))

    def _undone(self, outcome: Outcome, forward: bool) -> None:  # noqa: FBT001 - a signal's own argument
        words = self.tr("Redone: {change}") if forward else self.tr("Undone: {change}")
        self._window.status.tell(words.format(change=change_words(outcome.label)))
        touched = [uid for uid in outcome.touched if self._window.session.note(uid) is not None]
        if touched:
            self._window.work.go_to_note(touched[0])
        if outcome.conflicts:
            self._window.say(
                Message(
                    "conflict", self.tr("Some of it stays as it is, because someone has changed the same fields since.")
                )
            )

    def found(self, hits: Found) -> None:
        """Count the hits, or say that there are none."""
        top, policy = self._window.work.top, self._window.work.policy
        self._window.messages.take_back("find")
        if hits.spans:
            words = self.tr("{current} of {total}").format(current=hits.current + 1, total=len(hits.spans))
            top.find_field.show_count(words)
            return
        top.find_field.show_count(self.tr("none") if hits.words.strip() else "")
        if hits.words.strip() and not policy.clause_named(hits.words):
            sentence = self.tr("“{words}” is not in this document.").format(words=hits.words.strip())
            self._window.say(Message("find", sentence, ((self.tr("Search the whole matter"), self._search),)))

    def _search(self) -> None:
        from ui.dialogs.search_dialog import SearchDialog

        words = self._window.work.top.find_field.text()
        dialog = SearchDialog(self._window.session, words, self._window)
        dialog.hit_chosen.connect(self._go_to_hit)
        dialog.open()

    def _go_to_hit(self, document: str, note: str, start: int, end: int) -> None:
        from documents.model import Span

        session = self._window.session
        if session.document is None or session.document.uid != document:
            session.show_document(document)
        if note:
            self._window.work.go_to_note(note)
        else:
            self._window.work.policy.view.reveal(Span(start, end), select=True)


def change_words(label: str) -> str:
    """Return what a kind of change is called."""
    translate = QCoreApplication.translate
    known = {
        "edit": translate("Changes", "change of a note"),
        "edit_many": translate("Changes", "change of several notes"),
        "add_note": translate("Changes", "new note"),
        "delete_note": translate("Changes", "deleting a note"),
        "import": translate("Changes", "taking in notes"),
        "merge": translate("Changes", "merging"),
        "reply": translate("Changes", "reply"),
        "set_matter": translate("Changes", "facts of the matter"),
        "set_received": translate("Changes", "where a document came from"),
        "mark_read": translate("Changes", "read mark"),
        "add_document": translate("Changes", "adding a document"),
        "remove_document": translate("Changes", "removing a document"),
    }
    return known.get(label, translate("Changes", "change"))
