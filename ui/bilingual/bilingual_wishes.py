"""The command *Bilingual side by side*: finds the translation or offers one, and couples the two views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotations.errors import MatterError
from annotations.model import Document
from ui.errors import sentence_for
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.bilingual.model import Bilingual
    from documents.model import PolicyDocument
    from ui.bilingual.bilingual_view import BilingualView
    from ui.main_window import MainWindow

__all__ = ["BilingualWishes"]

_OFFER = "bilingual"


class BilingualWishes(QObject):
    """What is said of a pair is kept in the matter; the views and the list are made when they are first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.view: BilingualView | None = None
        self._known: tuple[object, frozenset[str]] = (None, frozenset())
        window.actions_of["bilingual"].triggered.connect(self._turn)
        for fact in (self._session.document_changed, self._session.documents_changed, self._session.matter_changed):
            fact.connect(self._follow)
        self._session.documents_changed.connect(self._documents_changed)
        self._session.matter_changed.connect(self._documents_changed)
        self._follow()

    def set_look(self) -> None:
        """Draw in other colours."""
        if self.view is not None:
            self.view.set_look(self._window.look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if self.view is not None:
            self.view.retranslate()

    def _turn(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if not shown:
            self._window.side_by_side.hide()
            self._follow()
            return
        document, matter = self._session.document, self._session.matter
        if document is None or matter is None:
            return
        other = matter.partner(document.uid)
        if other:
            self.show(other)
        else:
            self._follow()
            self._look_for_one(document)

    def show(self, other: str) -> None:
        """Show a document beside as this one in another language."""
        document, matter = self._session.document, self._session.matter
        if document is None or matter is None:
            return
        from ui.bilingual.bilingual_view import BilingualView

        self._window.finish_typing()
        self._window.side_by_side.show(other)
        if self.view is None:
            self.view = BilingualView(self._window)
            self.view.parted.connect(self._part)
            self.view.ended.connect(self._tick)
        self.view.show_pair(document.uid, other)
        self._follow()

    def _follow(self) -> None:
        """Tick the command while a pair is shown; offer it where the matter has a second document."""
        action = self._window.actions_of["bilingual"]
        action.setEnabled(self._session.document is not None and len(self._session.documents()) > 1)
        if self.view is not None:
            self.view.look_again()
        self._tick()

    def _tick(self) -> None:
        self._window.actions_of["bilingual"].setChecked(self.view is not None and self.view.active)

    # -- which one it is ---------------------------------------------------------------------------------------------

    def _look_for_one(self, document: Document) -> None:
        """Offer the document that looks most like this one in another language; a person says that it is."""
        matter = self._session.matter
        assert matter is not None
        here = matter.policy(document.latest.uid)
        others = [one for one in self._session.documents() if one.uid != document.uid]
        read = [(one.uid, matter.policy(one.latest.uid)) for one in others]
        candidates = [(uid, policy) for uid, policy in read if policy.language[:2] != here.language[:2]]
        if not candidates:
            words = self.tr("No document of this matter is in another language. Add the translation first.")
            self._window.say(Message(_OFFER, words))
            return
        work = self._window.tasks.run
        work(lambda _job: _most_alike(here, candidates), self._offer, self._failed, owner=self, key=_OFFER)

    def _documents_changed(self) -> None:
        """Look at a document that was added beside others: it may be the translation of one."""
        matter, uids = self._session.matter, [one.uid for one in self._session.documents()]
        before, self._known = self._known, (matter, frozenset(uids))
        new = [uid for uid in uids if uid not in before[1]]
        if matter is None or before[0] is not matter or not before[1] or len(new) != 1 or matter.read_only:
            return
        read = {uid: matter.policy(matter.document(uid).latest.uid) for uid in uids if not matter.partner(uid)}
        come = read.pop(new[0], None)
        if come is not None and read:
            work = self._window.tasks.run
            work(lambda _job: _alike(new[0], come, read), self._found_alike, self._failed, owner=self, key=_OFFER)

    def _found_alike(self, both: tuple[str, str] | None) -> None:
        shown = self._session.document
        if both is not None and shown is not None and shown.uid in both:
            self._offer(both[shown.uid == both[0]])

    def _offer(self, found: str) -> None:
        other = next((one for one in self._session.documents() if one.uid == found), None)
        if other is None:
            return
        words = self.tr("Is “{name}” this document in another language?")
        said = words.format(name=self._session.document_name(other))
        yes = (self.tr("Yes, side by side"), lambda: self._pair(other.uid))
        self._window.say(Message(_OFFER, said, (yes,)))

    def _pair(self, other: str) -> None:
        document, matter = self._session.document, self._session.matter
        if document is None or matter is None:
            return
        try:
            if not matter.read_only:
                matter.pair(other, document.uid)
        except MatterError as error:
            self._failed(error)
            return
        self._session.history_changed.emit()
        self.show(other)

    def _part(self, one: str, other: str) -> None:
        matter = self._session.matter
        if matter is None:
            return
        try:
            matter.part(one, other)
        except MatterError as error:
            self._failed(error)
            return
        self._session.history_changed.emit()
        self._window.side_by_side.hide()
        self._follow()

    def _failed(self, error: Exception) -> None:
        self._window.announcements.failed(sentence_for(error, self._session.language))


def _alike(new: str, come: PolicyDocument, others: Mapping[str, PolicyDocument]) -> tuple[str, str] | None:
    """Return a new document and the first that looks like it in another language; None for none."""
    from documents.bilingual.pairing import are_alike

    return next(((new, uid) for uid, policy in others.items() if are_alike(come, policy)), None)


def _most_alike(here: PolicyDocument, others: list[tuple[str, PolicyDocument]]) -> str:
    """Return the uid of the policy of which most answers to this one, surely rather than likely."""
    from documents.bilingual.pairing import pair_policies

    return max(others, key=lambda one: _likeness(pair_policies(here, one[1])))[0]


def _likeness(pair: Bilingual) -> float:
    sure = sum(bead.is_pair and bead.sureness.value == "sure" for bead in pair.beads)
    return pair.likeness + sure / max(len(pair.beads), 1)
