"""A bilingual pair in the two views of the window: aligned, coupled, each with the signs of the other's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.model import AnchorState, Note, Severity
from documents.bilingual.model import Bilingual, LanguageDifference, Side
from documents.model import Span
from ui.bilingual.coupling import Coupling
from ui.bilingual.difference_list import DifferenceList
from ui.bilingual.difference_words import note_words
from ui.bilingual.margin import OtherNote, PairMargin
from ui.errors import sentence_for

if TYPE_CHECKING:
    from ui.look import Look
    from ui.main_window import MainWindow
    from ui.panels.policy_panel import PolicyPanel

__all__ = ["BilingualView"]

_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


class BilingualView(QObject):
    """`left` of the alignment is the document shown in the main view when the pair was asked for."""

    parted = Signal(str, str)
    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._uids = ("", "")
        self._pair: Bilingual | None = None
        self._coupling: Coupling | None = None
        self._margins: dict[Side, PairMargin] = {}
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._look)
        side = window.side_by_side.panel
        self.list = DifferenceList(window.look, side)
        layout = side.layout()
        assert layout is not None
        layout.addWidget(self.list)
        self.list.chosen.connect(self.go_to)
        self.list.note_wanted.connect(self.note_on)
        self.list.parted.connect(lambda: self.parted.emit(*self._uids))
        self._session.notes_changed.connect(self._mark_notes)
        for panel in self._panels():
            panel.caret_moved.connect(self._mark_place)
        window.side_by_side.changed.connect(self.look_again)

    @property
    def active(self) -> bool:
        """Whether the pair stands in the two views now."""
        return bool(self._uids[0]) and self._shown() in (self._uids, self._uids[::-1])

    @property
    def pair(self) -> Bilingual | None:
        """The alignment, once it is worked out."""
        return self._pair

    def show_pair(self, here: str, other: str) -> None:
        """Align two documents away from the window's thread, and couple the views."""
        matter = self._session.matter
        assert matter is not None
        from documents.bilingual.pairing import pair_policies

        self._stop()
        self._uids, self._pair = (here, other), None
        self.list.show_pair(None, Side.LEFT, paired=False)
        self.list.show()
        left, right = (matter.policy(matter.document(uid).latest.uid) for uid in self._uids)
        self._window.tasks.run(
            lambda _job: pair_policies(left, right), self._aligned, self._failed, owner=self, key="bilingual"
        )

    def look_again(self) -> None:
        """Uncouple where other documents are shown now; the two changing their roles is no other pair."""
        self._rest.start()

    def _look(self) -> None:
        if not self.active:
            self._stop()
            self._uids = ("", "")
            self.list.hide()
        elif self._pair is not None:
            self._couple()
        self.ended.emit()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.list.set_look(look)
        for margin in self._margins.values():
            margin.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.list.retranslate()
        self._mark_notes()

    # -- differences -------------------------------------------------------------------------------------------------

    def go_to(self, one: LanguageDifference) -> None:
        """Show a difference in both texts, its words selected."""
        if self._coupling is None:
            return
        self._coupling.pause()
        for side, panel in self._by_side().items():
            span = one.of(side)
            panel.view.reveal(span, select=bool(len(span)))
            if not len(span):
                panel.view.put_caret(span.start)
        self._coupling.go_on()

    def note_on(self, one: LanguageDifference) -> None:
        """Write a note on a difference: on the words of the left view, else where they stand alone."""
        pair = self._pair
        if pair is None or self._session.read_only:
            return
        here = self._side_of_main()
        side = here if len(one.of(here)) else here.other
        title, issue = note_words(pair, one, side)
        session = self._session if side is here else self._window.side_by_side.beside
        session.add_note((one.of(side),), Severity.MEDIUM, title=title, issue=issue)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _aligned(self, pair: Bilingual) -> None:
        self._pair = pair
        if not self.active:
            return
        self._couple()

    def _couple(self) -> None:
        pair, matter = self._pair, self._session.matter
        assert pair is not None
        assert matter is not None
        self._stop()
        panels = self._by_side()
        self._coupling = Coupling(pair, panels, self)
        self._coupling.moved.connect(self._mark_place)
        for side, panel in panels.items():
            margin = self._margins[side] = PairMargin(panel, self._window.look)
            margin.note_wanted.connect(self._go_to_note)
        paired = matter.partner(self._uids[0]) == self._uids[1] and not self._session.read_only
        self.list.show_pair(pair, self._side_of_main(), paired=paired)
        self._mark_notes()
        self._coupling.lead(self._side_of_main())

    def _stop(self) -> None:
        if self._coupling is not None:
            self._coupling.stop()
            self._coupling = None
        for margin in self._margins.values():
            margin.hide()
            margin.deleteLater()
        self._margins = {}

    def _mark_place(self) -> None:
        if self._coupling is not None:
            for side, margin in self._margins.items():
                margin.set_aligned(self._coupling.aligned(side))

    def _mark_notes(self) -> None:
        pair, matter = self._pair, self._session.matter
        if pair is None or matter is None or not self._margins:
            return
        for side, margin in self._margins.items():
            uid = self._uids[side.other is Side.RIGHT]
            latest = matter.document(uid).latest.uid
            found = [(note, span) for note in matter.notes(uid) for span in _spans(note, latest)[:1]]
            across = [(note, pair.across(span, side.other)) for note, span in found]
            margin.set_notes(
                [OtherNote(place.start, note.uid, note.number, note.title) for note, place in across if place]
            )

    def _go_to_note(self, uid: str) -> None:
        """Lead to a note of the other text, which is shown in whichever view has it."""
        side = self._window.side_by_side
        for session, panel in ((self._session, self._window.work.policy), (side.beside, side.panel.policy)):
            note = session.note(uid)
            if note is not None:
                session.set_current(uid)
                panel.reveal_note(note)

    def _shown(self) -> tuple[str, str]:
        here = self._session.document
        return ("" if here is None else here.uid, self._window.side_by_side.document)

    def _side_of_main(self) -> Side:
        return Side.LEFT if self._shown()[0] == self._uids[0] else Side.RIGHT

    def _panels(self) -> tuple[PolicyPanel, PolicyPanel]:
        return self._window.work.policy, self._window.side_by_side.panel.policy

    def _by_side(self) -> dict[Side, PolicyPanel]:
        here = self._side_of_main()
        main, beside = self._panels()
        return {here: main, here.other: beside}

    def _failed(self, error: Exception) -> None:
        self._window.announcements.failed(sentence_for(error, self._session.language))


def _spans(note: Note, version: str) -> list[Span]:
    return [anchor.span for anchor in note.anchors if anchor.version == version and anchor.state not in _PLACELESS]
