"""Two documents, or two places of one, side by side: the second view, and how the notes follow the one worked in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.beside import Beside
    from ui.main_window import MainWindow
    from ui.panels.side_panel import SidePanel

__all__ = ["SideBySide"]


class SideBySide(QObject):
    """Makes the second view when it is first wanted. Clauses and notes beside the text are those of the main view;
    a note made or clicked in the second one changes the two views' roles, and their places with them, so that nothing
    seems to move.
    """

    changed = Signal()
    """The second view shows something else, or is gone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._beside: Beside | None = None
        self._panel: SidePanel | None = None
        self._folded = (True, True)
        window.actions_of["side_by_side"].triggered.connect(self._turn)
        window.preferences.changed.connect(self._set_text)

    @property
    def document(self) -> str:
        """The document of the second view; empty while there is none."""
        beside = self._beside
        return "" if beside is None or beside.document is None or not self.shown else beside.document.uid

    @property
    def panel(self) -> SidePanel:
        """The panel of the second view."""
        return self._made()[0]

    @property
    def beside(self) -> Beside:
        """The session of the second view."""
        return self._made()[1]

    @property
    def shown(self) -> bool:
        """Whether the second view stands beside the first."""
        return self._panel is not None and not self._panel.isHidden()

    def show(self, uid: str = "", version: str = "") -> None:
        """Show a document beside, or an older version of it; else the next one, or another place of the only one."""
        if self._session.document is None:
            self._window.actions_of["side_by_side"].setChecked(False)
            return
        panel, beside = self._made()
        if not self.shown:
            self._make_room()
        beside.open_beside(uid or self._another())
        if version:
            beside.show_version(version)
        if beside.document is not None and beside.document.uid == self._session.document.uid:
            panel.policy.view.restore(self._window.work.policy.view.reading_position())
        panel.show()
        self._window.actions_of["side_by_side"].setChecked(True)
        self._remember()

    def hide(self) -> None:
        """Take the second view away; the panels stand again as they did before."""
        self._window.actions_of["side_by_side"].setChecked(False)
        if self._panel is None or self._beside is None or not self.shown:
            return
        self._panel.policy.remember_place()
        self._panel.hide()
        self._beside.close()
        pair = self._window.work.pair
        pair.insertWidget(0, self._window.work.policy)
        area = self._window.work.area
        area.show_outline(shown=self._folded[0])
        area.show_notes(shown=self._folded[1])
        self._remember()

    def _turn(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if shown:
            self.show()
        else:
            self.hide()

    def _another(self) -> str:
        uids = [document.uid for document in self._session.documents()]
        assert self._session.document is not None
        return uids[(uids.index(self._session.document.uid) + 1) % len(uids)]

    def _make_room(self) -> None:
        area = self._window.work.area
        self._folded = (area.outline_shown, area.notes_open)
        area.show_outline(shown=False)
        area.show_notes(shown=False)
        half = max(1, self._window.work.pair.width() // 2)
        self._window.work.pair.setSizes([half, half])

    # -- working in the second view ----------------------------------------------------------------------------------

    def _bring(self, note: str, field: str = "") -> None:
        """Let the notes follow to a note of the second view, and open it where a field is named."""
        beside = self._beside
        if beside is None or beside.document is None or self._session.document is None:
            return
        if beside.document.uid != self._session.document.uid:
            self._change_roles()
        if field:
            self._window.work.open_note(note, field)
        else:
            self._session.set_current(note)

    def _change_roles(self) -> None:
        panel, beside = self._made()
        first, second, pair = self._session.document, beside.document, self._window.work.pair
        assert first is not None
        assert second is not None
        here, there = (view.reading_position() for view in (self._window.work.policy.view, panel.policy.view))
        sizes = pair.sizes()
        self._session.show_document(second.uid)
        beside.show_document(first.uid)
        self._window.work.policy.view.restore(there)
        panel.policy.view.restore(here)
        last = pair.widget(pair.count() - 1)
        if last is not None:
            pair.insertWidget(0, last)
        pair.setSizes(sizes)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _made(self) -> tuple[SidePanel, Beside]:
        if self._panel is not None and self._beside is not None:
            return self._panel, self._beside
        from ui.beside import Beside
        from ui.panels.policy_panel import PolicyPanel
        from ui.panels.side_panel import SidePanel
        from ui.reading_places import ReadingPlaces

        window = self._window
        beside = Beside(self._session, window.tasks, self)
        places = ReadingPlaces(window.preferences.folder / "places-beside.json")
        policy = PolicyPanel(beside, window.tasks, window.look, places)
        panel = SidePanel(beside, policy, window.look)
        panel.hide()
        self._beside, self._panel = beside, panel
        window.work.pair.addWidget(panel)
        window.work.guests.append(panel)
        self._wire(panel, beside)
        self._set_text()
        return panel, beside

    def _wire(self, panel: SidePanel, beside: Beside) -> None:
        panel.document_wanted.connect(self.show)
        panel.close_wanted.connect(self.hide)
        beside.matter_changed.connect(lambda: self.hide() if beside.matter is None else None)
        beside.note_added.connect(lambda uid: self._bring(uid, "title"))
        panel.policy.note_clicked.connect(self._bring)
        panel.policy.redraft_wanted.connect(lambda uid: self._bring(uid, "proposed_wording"))
        panel.policy.copy_wanted.connect(self._window.actions_of["copy_citation"].trigger)
        beside.document_changed.connect(self._remember)

    def _set_text(self) -> None:
        if self._panel is not None:
            settings = self._window.preferences.settings
            self._panel.policy.set_text(settings.text_size, narrow=settings.narrow)
            self._panel.policy.views.text.set_revisions_shown(settings.revisions)

    def _remember(self) -> None:
        self._window.preferences.change(last_beside=self.document)
        self.changed.emit()
