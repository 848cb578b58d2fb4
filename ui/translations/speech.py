"""Which language the window speaks: the translation files, and switching between them while it runs."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

__all__ = ["Speech", "language_of_system"]

_OURS = {"zh": "clausemark_zh_CN.qm"}
_QTS = {"zh": "qtbase_zh_CN"}


def language_of_system() -> str:
    """Return "zh" where the desktop speaks Chinese, else "en"."""
    spoken = QLocale.system().uiLanguages()
    return "zh" if spoken and spoken[0].lower().startswith("zh") else "en"


class Speech(QObject):
    """Holds the translators that are installed. English needs none: it is the source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []
        self._bytes = b""

    def speak(self, language: str) -> None:
        """Switch; every window then gets a LanguageChange."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        self._install_qts(language)
        self._install_ours(language)

    def _install_ours(self, language: str) -> None:
        name = _OURS.get(language)
        if name is None:
            return
        self._bytes = files(__package__).joinpath(name).read_bytes()
        translator = QTranslator(self)
        if translator.load(self._bytes):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)

    def _install_qts(self, language: str) -> None:
        name = _QTS.get(language)
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if name is not None and translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
