"""What people are used to from other programs: preferences, keys of one's own, copying, printing, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow

__all__ = ["Habits"]


class Habits(QObject):
    """Connects the commands; the keys a person chose are put on them here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name, wish in {
            "print": self.print,
            "preferences": self.preferences,
            "guide": self.guide,
            "shortcuts": self.keys,
            "copy": self.copy,
            "copy_citation": self.copy_citation,
            "select_all": self.select_all,
        }.items():
            window.actions_of.connect_to(name, wish)
        window.actions_of.set_keys(window.preferences.settings.keys)

    def print(self) -> None:
        """Show the sheets of the policy with its notes, to be printed or kept as a PDF."""
        from ui.dialogs.print_dialog import PrintDialog

        window = self._window
        if window.session.policy is None:
            return
        window.finish_typing()
        profile = window.preferences.settings.profile
        PrintDialog(window.session, window.look, profile, window).open()

    def preferences(self) -> None:
        """Show what can be set; a second wish brings the same window forward."""
        from ui.dialogs.preferences_dialog import PreferencesDialog

        window = self._window
        PreferencesDialog(window.session, window.preferences, window.look, window).open()

    def keys(self) -> None:
        """Show what can be pressed, and let it be changed."""
        from ui.dialogs.keys_dialog import KeysDialog

        window = self._window
        dialog = KeysDialog(window.actions_of, window.look, window)
        dialog.keys_chosen.connect(lambda chosen: window.preferences.change(keys=chosen))
        dialog.open()

    def guide(self) -> None:
        """Open the user guide in the interface's language."""
        from ui.dialogs.guide_window import GuideWindow
        from ui.guide import guide_path

        path = guide_path(self._window.look.language)
        if path is None:
            self._window.status.tell(self.tr("The guide was not installed with the program."))
        else:
            GuideWindow(path, self._window.look, self._window).show()

    def copy(self) -> None:
        """Copy what is selected where the keys are."""
        focused = self._window.focusWidget()
        if isinstance(focused, QLabel) and focused.hasSelectedText():
            QGuiApplication.clipboard().setText(focused.selectedText())
        else:
            self._ask_focused("copy")

    def copy_citation(self) -> None:
        """Copy the selected words in quotation marks, with where they stand; with no words, those of the note."""
        from ui.quoting import cited, cited_notes

        window = self._window
        policy = window.work.writing.session.policy
        if policy is None:
            return
        spans = window.work.writing.view.selection()
        note = window.session.note(window.session.current)
        if spans:
            copied = cited(policy, spans)
        elif note is not None and window.session.policy is not None:
            copied = cited_notes(window.session.policy, [note])
        else:
            return
        QGuiApplication.clipboard().setMimeData(copied.mime())
        window.status.tell(self.tr("Copied with citation"))

    def select_all(self) -> None:
        """Select all there is where the keys are."""
        self._ask_focused("selectAll")

    def _ask_focused(self, wish: str) -> None:
        focused = self._window.focusWidget() or QApplication.focusWidget()
        while isinstance(focused, QWidget):
            act = getattr(focused, wish, None)
            if callable(act):
                act()
                return
            focused = focused.parentWidget()
