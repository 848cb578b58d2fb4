"""What the window shows while files come in: the bar, the page with their beginning, the questions they ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog

from ui.errors import sentence_for
from ui.guard import Guard
from ui.opening import Arrival, Holding, ReadFile
from ui.panels.arriving_bar import ArrivingBar

if TYPE_CHECKING:
    from documents.model import PolicyDocument
    from ui.main_window import MainWindow
    from ui.panels.arriving_page import ArrivingPage

__all__ = ["Reception"]

_CALM = 300
"""Milliseconds during which nothing is said: most files are there by then."""


class Reception(QObject):
    """Listens to the line of arrivals and shows what comes of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._arrivals = window.session.arrivals
        self.bar = ArrivingBar()
        self._page: ArrivingPage | None = None
        self.question: QDialog | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._show_bar)
        self.bar.cancel_wanted.connect(self._arrivals.cancel)
        self.bar.cancel_all_wanted.connect(self._arrivals.cancel_all)
        self._follow()

    @property
    def page(self) -> ArrivingPage:
        """The sheet for a policy on its way; made when first needed."""
        if self._page is None:
            from ui.panels.arriving_page import ArrivingPage

            self._page = ArrivingPage(self._window.look)
            self._page.retranslate()
            self._window.pages.addWidget(self._page)
        return self._page

    @property
    def showing(self) -> bool:
        """Whether a file on its way has the middle of the window."""
        return self._page is not None and self._window.pages.currentWidget() is self._page

    def set_look(self) -> None:
        """Draw in the window's colours."""
        if self._page is not None:
            self._page.set_look(self._window.look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.bar.retranslate()
        if self._page is not None:
            self._page.retranslate()

    # -- facts -------------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        arrivals = self._arrivals
        arrivals.began.connect(self._began)
        arrivals.moved.connect(self.bar.show_progress)
        arrivals.first_came.connect(self._first_came)
        arrivals.arrived.connect(self._arrived)
        arrivals.ended.connect(self._ended)
        arrivals.line_changed.connect(self._line_changed)
        arrivals.password_wanted.connect(self._ask_password)
        arrivals.parts_wanted.connect(self._ask_parts)

    def _began(self, arrival: Arrival) -> None:
        self.bar.begin(arrival.name, recognising=arrival.recognise)
        if self.showing:
            self._show_page(arrival.name)
        self._calm.start()

    def _show_bar(self) -> None:
        arrival = self._arrivals.current
        if arrival is None:
            return
        if self._window.session.document is None:
            self._show_page(arrival.name)
        self.bar.show()

    def _first_came(self, policy: PolicyDocument) -> None:
        arrival = self._arrivals.current
        if arrival is None:
            return
        self._calm.stop()
        self._show_page(arrival.name)
        self.page.show_beginning(policy, self._window.preferences.settings.text_size)
        self.bar.show_beginning()
        self.bar.show()

    def _show_page(self, name: str) -> None:
        self.page.begin(name, self._window.sides())
        self._window.show_arriving(self.page)

    def _arrived(self, file: ReadFile) -> None:
        """The whole is shown by now: go to where its beginning was being read."""
        if self._page is not None and self._window.session.policy is not None:
            place = self._page.place_in(file.policy)
            if place:
                self._window.pages.setUpdatesEnabled(False)
                QTimer.singleShot(0, self, lambda: self._go_to(place))

    def _go_to(self, place: int) -> None:
        """Go there once the page has found its size, and only then be seen."""
        self._window.work.policy.view.restore(place)
        self._window.pages.setUpdatesEnabled(True)

    def _ended(self) -> None:
        self._calm.stop()
        self._window.status.calm()
        if self._page is not None:
            self._page.forget()
        if not self._arrivals.waiting:
            self._rest()

    def _line_changed(self) -> None:
        self.bar.set_waiting(self._arrivals.waiting)
        if not self._arrivals.busy:
            self._rest()

    def _rest(self) -> None:
        self.bar.hide()
        if self.showing:
            self._window.show_page()

    # -- questions ---------------------------------------------------------------------------------------------------

    def _ask_password(self, arrival: Arrival, wrong: bool) -> None:  # noqa: FBT001 - a signal's own argument
        from ui.dialogs.password_dialog import PasswordDialog

        dialog = PasswordDialog(arrival.name, self._window.look, wrong=wrong, parent=self._window)
        dialog.given.connect(self._arrivals.give_password)
        self._ask(dialog)

    def _ask_parts(self, holding: Holding) -> None:
        from ui.dialogs.parts_dialog import PartsDialog

        dialog = PartsDialog(holding, self._window)
        dialog.chosen.connect(self._arrivals.choose)
        self._ask(dialog)

    def ask_encoding(self, arrival: Arrival) -> None:
        """Ask how the letters of a file are to be read that could not be made out, and try again so."""
        from ui.dialogs.encoding_dialog import EncodingDialog

        with Guard(self._failed):
            dialog = EncodingDialog(arrival.read(), arrival.encoding, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._arrivals.add(replace(arrival, encoding=dialog.encoding)))
            dialog.open()

    def _failed(self, error: Exception) -> None:
        self._window.announcements.failed(sentence_for(error, self._window.session.language))

    def _ask(self, dialog: QDialog) -> None:
        """Ask without stopping the window's own loop; the line stands still until the answer."""
        self.bar.hide()
        self.question = dialog
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self) -> None:
        self.question = None
