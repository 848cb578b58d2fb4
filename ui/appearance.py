"""Theme, fonts and language of the whole program, following the settings and the system."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.dialog_sizes import DialogSizes
from ui.fonts import interface_font
from ui.look import Look
from ui.main_window import MainWindow
from ui.panel_sheet import panel_sheet
from ui.preferences import Preferences
from ui.session import Session
from ui.text_scale import system_scale
from ui.theme import chosen_theme, palette_of, style_sheet, wants_high_contrast
from ui.translations.speech import Speech, language_of_system

__all__ = ["Appearance"]


class Appearance(QObject):
    """Dresses the application, then the window, and again at every change."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._speech = Speech(self)
        self._dialogs = DialogSizes(application, self)
        self._window: MainWindow | None = None
        self._session: Session | None = None
        self._worn: tuple[object, ...] = ()
        self._spoken = ""
        self.look = self._chosen()
        self._dress()
        application.setProperty("still", not preferences.settings.moves)

    @property
    def language(self) -> str:
        """The language the window speaks: the one chosen, else the system's."""
        return self._preferences.settings.language or language_of_system()

    def follow(self, window: MainWindow, session: Session) -> None:
        """Dress this window too, and keep it dressed."""
        self._window, self._session = window, session
        self._preferences.changed.connect(self.refresh)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        self._show_choices()

    def refresh(self) -> None:
        """Change what has changed."""
        self._application.setProperty("still", not self._preferences.settings.moves)
        if self._wishes() == self._worn:
            return
        look = self.look = self._chosen()
        if self._session is not None:
            self._session.set_language(look.language)
        if self._window is not None:
            self._window.setUpdatesEnabled(False)
        self._dress()
        if self._window is not None:
            self._window.set_look(look)
            self._window.retranslate()
            self._window.setUpdatesEnabled(True)
        self._show_choices()

    def _chosen(self) -> Look:
        kept = self._preferences.settings
        scale = kept.scale / 100 if kept.scale else system_scale()
        return Look(chosen_theme(kept.theme), self.language, scale)

    def _wishes(self) -> tuple[object, ...]:
        """Return what the look follows from: asked at every change of a setting, so nothing is made for it."""
        hints, kept = QGuiApplication.styleHints(), self._preferences.settings
        return (kept.theme, kept.scale or system_scale(), self.language, hints.colorScheme(), wants_high_contrast())

    def _dress(self) -> None:
        theme, language, scale = self.look.theme, self.look.language, self.look.scale
        if language != self._spoken:
            self._speech.speak(language)
            self._spoken = language
        self._application.setFont(interface_font(language, self.look.px(13)))
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(style_sheet(theme, scale) + panel_sheet(theme, scale))
        self._dialogs.set_scale(scale)
        self._worn = self._wishes()

    def _show_choices(self) -> None:
        if self._window is not None:
            acts = self._window.actions_of
            acts.themes[self._preferences.settings.theme].setChecked(True)
            acts.languages[self.language].setChecked(True)
            QTimer.singleShot(0, self._window, self._window.update)
