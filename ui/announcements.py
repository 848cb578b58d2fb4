"""What the session tells, in sentences: faults, read-only matters, unsure encodings, drafts, undone changes, hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from documents.errors import ClausemarkError, UnreadableDocument
from ui.errors import sentence_for
from ui.finder import Found
from ui.log import details
from ui.panels.message_bar import Message
from ui.panels.note_fields import field_label
from ui.recognising import can_recognise

if TYPE_CHECKING:
    from annotations.lock import LockHolder
    from annotations.matter import Outcome
    from annotations.open_file import Draft
    from documents.model import Warning  # noqa: A004 - the design's own word
    from ui.main_window import MainWindow
    from ui.opening import Arrival, Holding

__all__ = ["ABOUT_FILE", "UNDO", "Announcements", "change_words"]

Act = Callable[[], object]

_SHOWN_ELSEWHERE = ("no_numbering",)
"""Said where it is seen: the outline has a line for a text without numbers."""

_WORDS_AT_STAKE = (
    "characters_lost", "encoding_unsure", "scanned_pages", "pages_missing", "part_missing", "part_unread", "bare_words",
)  # fmt: skip
"""Words of the author's may be missing or wrong: said first, and as an alert."""

_ACTIONS = {
    "encoding_unsure": "encoding", "characters_lost": "encoding", "page_furniture": "whole_page",
    "scanned_pages": "recognise",
}  # fmt: skip
"""What can be done about a warning: an action of the window."""

_ENCODING_UNKNOWN = ("not_decodable", "wrong_encoding", "unknown_encoding")

_DRAFTS_SHOWN, _DRAFT_CUT = 3, 80

UNDO = "undo"
"""The key of the question whether a document is to be taken out again."""

ABOUT_FILE = "file/"
"""How the keys of messages about one file on its way begin: they outlive the next file's opening."""


class Announcements(QObject):
    """Listens to the session and speaks through the message bar and the status line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._warnings: dict[str, list[Warning]] = {}
        self._refusals: list[str] = []
        session = window.session
        session.failed.connect(self.failed)
        session.reading.connect(self._reading)
        session.at_work.connect(self._at_work)
        session.held_elsewhere.connect(self._held)
        session.warned.connect(self._warned)
        session.document_changed.connect(self._show_warnings)
        session.matter_changed.connect(self._warnings.clear)
        session.arrivals.refused.connect(self._refused)
        session.arrivals.opened_alone.connect(self._opened_alone)
        session.drafts_found.connect(self._drafts)
        session.undone.connect(self._undone)
        session.opening.connect(self._forget_refusals)
        session.documents_changed.connect(self._forget_gone)
        for fact in (session.history_changed, session.undone):
            fact.connect(lambda *_told: window.messages.take_back(UNDO))

    def failed(self, sentence: str) -> None:
        """Say what stands in the way."""
        self._window.status.tell("")
        copy = (self.tr("Copy details"), self._copy_details)
        self._window.say(Message("fault", sentence, (copy,), alert=True, stays=True))

    def _forget_refusals(self) -> None:
        """Say no more of files that were refused before: others are opened now."""
        for key in (*self._refusals, "fault"):
            self._window.messages.take_back(key)
        self._refusals.clear()

    def _forget_gone(self) -> None:
        """Say no more of documents that are not there any more."""
        self._window.messages.keep_about({document.uid for document in self._window.session.documents()})

    def _copy_details(self) -> None:
        """Put what the log knows on the clipboard, for whoever is asked for help."""
        QGuiApplication.clipboard().setText(details(QGuiApplication.applicationVersion()))
        self._window.status.tell(self.tr("Details copied: no words of the policy are in them"))

    def _reading(self, name: str) -> None:
        self._window.messages.take_back("fault")
        self._window.messages.take_back(f"{ABOUT_FILE}{name}")
        shown = self.tr("a document") if self._window.session.discreet else name
        self._window.status.tell(self.tr("Reading {name}…").format(name=shown))

    def _at_work(self, what: str) -> None:
        """Say quietly what is being written while the window goes on answering."""
        if not what:
            self._window.status.calm()
            return
        words = {
            "open": self.tr("Reading the notes…"),
            "keep": self.tr("Keeping the file in the matter…"),
            "erase": self.tr("Removing for good…"),
        }
        self._window.status.tell(words.get(what, self.tr("Changing the notes…")))

    def _held(self, holder: LockHolder | None) -> None:
        self._window.say(lambda: self._held_words(holder))

    def _held_words(self, holder: LockHolder | None) -> Message:
        if holder is None:
            sentence = self.tr(
                "You may read this matter but not change it: its file or its folder is write-protected. "
                "Copy it to a folder of your own to work on it."
            )
        else:
            user, since = holder.user or self.tr("Another window"), holder.since[:16].replace("T", " ")
            words = self.tr("{user} has this matter open on {machine} since {since}. Here it can be read only.")
            sentence = words.format(user=user, machine=holder.machine, since=since)
        return Message("held", sentence, ((self.tr("Try again"), self._window.session.take_over),))

    def _warned(self, warnings: Sequence[Warning]) -> None:
        """Keep what should be known about how the shown document was read, and say it."""
        document = self._window.session.document
        if document is not None:
            said = [warning for warning in warnings if warning.code not in _SHOWN_ELSEWHERE]
            self._warnings[document.uid] = sorted(said, key=lambda warning: warning.code not in _WORDS_AT_STAKE)
        self._show_warnings()

    def _show_warnings(self) -> None:
        """Say it in one line while its document is shown, until it is waved away."""
        document = self._window.session.document
        uid = "" if document is None else document.uid
        if not self._warnings.get(uid):
            self._window.messages.take_back("warnings")
            return
        self._window.say(lambda: self._whole(uid))

    def _whole(self, uid: str) -> Message:
        lines = [self._line_of(warning) for warning in self._warnings.get(uid, ())]
        return replace(lines[0], more=tuple(lines[1:]), closed=lambda: self._warnings.pop(uid, None))

    def _line_of(self, warning: Warning) -> Message:
        name = _ACTIONS.get(warning.code, "")
        acts = self._window.actions_of
        actions = ((acts[name].text(), acts[name].trigger),) if name and not self._window.session.read_only else ()
        sentence = warning.sentence(self._window.session.language)
        return Message("warnings", sentence, actions, alert=warning.code in _WORDS_AT_STAKE, stays=True)

    def _refused(self, arrival: Arrival, error: Exception) -> None:
        """Say why a file was not opened; it stands until it is read, or others are opened."""
        self._window.status.tell("")
        self._refusals.append(f"{ABOUT_FILE}{arrival.name}")
        self._window.say(lambda: self._refusal(arrival, error))

    def _refusal(self, arrival: Arrival, error: Exception) -> Message:
        code = error.code if isinstance(error, ClausemarkError) else ""
        actions: tuple[tuple[str, Act], ...] = ()
        if code in _ENCODING_UNKNOWN:
            actions = ((self.tr("Choose encoding…"), lambda: self._window.reception.ask_encoding(arrival)),)
        if code == "scanned":
            error, actions = self._about_scan(arrival, error)
        sentence = sentence_for(error, self._window.session.language)
        return Message(f"{ABOUT_FILE}{arrival.name}", sentence, actions, alert=True)

    def _about_scan(self, arrival: Arrival, error: Exception) -> tuple[Exception, tuple[tuple[str, Act], ...]]:
        """Offer to recognise the words of a scan; where nothing does, say how to add it."""
        if not can_recognise():
            return UnreadableDocument("no_recogniser", name=arrival.name), ()
        again = replace(arrival, recognise=True)
        return error, ((self.tr("Recognise the text…"), lambda: self._window.session.arrivals.add(again)),)

    def _opened_alone(self, holding: Holding) -> None:
        """Offer a mail's own words, where its only document was opened at once."""
        letter, session = holding.letter, self._window.session
        if letter is None or letter.words is None:
            return
        words = [letter.words]
        name = next(part.name for part in holding.parts if part is not letter.words)
        sentence = self.tr("{name} came in the mail “{subject}”, which has words of its own.")
        said = sentence.format(name=name, subject=letter.subject or holding.arrival.name)
        offer = (
            self.tr("Open the mail's own text"),
            lambda: session.arrivals.add(*holding.arrivals(words, session.language)),
        )
        self._window.say(Message(f"{ABOUT_FILE}{name}/mail", said, (offer,)))

    def _drafts(self, count: int) -> None:
        self._window.say(lambda: self._half_typed(count))

    def _half_typed(self, count: int) -> Message:
        """Show the words that are to be put back or thrown away."""
        session = self._window.session
        sentence = self.tr("Typing from last time was kept and is not in its notes yet: {count}.").format(count=count)
        drafts = () if session.matter is None else session.matter.drafts()
        shown = " · ".join(self._words_of(draft) for draft in drafts[:_DRAFTS_SHOWN])
        actions = ((self.tr("Put it back"), self._put_back), (self.tr("Throw away"), session.drop_drafts))
        return Message("drafts", f"{sentence} {shown}".strip(), actions)

    def _words_of(self, draft: Draft) -> str:
        note = self._window.session.note_anywhere(draft.note)
        number = "" if note is None else f"#{note.number} "
        words = " ".join(draft.text.split())
        cut = words if len(words) <= _DRAFT_CUT else f"{words[:_DRAFT_CUT]}…"
        return self.tr("{number}{field}: “{words}”").format(number=number, field=field_label(draft.field), words=cut)

    def _put_back(self) -> None:
        """Put what was half typed into its notes and open the card of the last of them, to be gone on with."""
        session = self._window.session
        drafts = () if session.matter is None else session.matter.drafts()
        session.restore_drafts()
        note = session.note_anywhere(drafts[-1].note) if drafts else None
        if note is None:
            return
        if session.document is None or session.document.uid != note.document:
            session.show_document(note.document)
        self._window.work.open_note(note.uid, drafts[-1].field)

    def _undone(self, outcome: Outcome, forward: bool) -> None:  # noqa: FBT001 - a signal's own argument
        words = self.tr("Redone: {change}") if forward else self.tr("Undone: {change}")
        self._window.status.tell(words.format(change=change_words(outcome.label)))
        session, touched = self._window.session, frozenset(outcome.touched)
        stands = session.current if session.current in touched else ""
        first = stands or next((note.uid for note in session.notes if note.uid in touched), "")
        if first:
            self._window.work.go_to_note(first)
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
        if hits.wrong:
            self._window.say(Message("find", self.tr("“{words}” is no regular expression.").format(words=hits.words)))
        elif hits.words.strip() and not policy.clause_named(hits.words):
            sentence = self.tr("“{words}” is not in this document.").format(words=hits.words.strip())
            self._window.say(
                Message(
                    "find", sentence, ((self.tr("Search the whole matter"), self._window.actions_of["search"].trigger),)
                )
            )


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
        "join": translate("Changes", "joining two notes"),
        "decide": translate("Changes", "what was decided between reviewers"),
        "take_back": translate("Changes", "taking back comments"),
        "add_version": translate("Changes", "a new version"),
        "reply": translate("Changes", "reply"),
        "set_matter": translate("Changes", "facts of the matter"),
        "set_received": translate("Changes", "where a document came from"),
        "set_sent": translate("Changes", "who a file was sent to"),
        "mark_read": translate("Changes", "read mark"),
        "pair": translate("Changes", "which document is a translation"),
        "add_document": translate("Changes", "adding a document"),
        "remove_document": translate("Changes", "removing a document"),
    }
    return known.get(label, translate("Changes", "change"))
