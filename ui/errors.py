"""From an error to a sentence in the window. What nobody expected gets one calm sentence and a line in the log."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from documents.errors import ClausemarkError
from ui import log

__all__ = ["UncaughtErrors", "sentence_for"]


def sentence_for(error: BaseException, language: str) -> str:
    """Return what to tell the person at the screen; the person's faults by their own sentence, ours by one for all."""
    told = _of_the_disk(error) if isinstance(error, OSError) else error
    if isinstance(told, ClausemarkError):
        log.event("refused", code=told.code)
        log.remember(error, code="refused")
        return told.sentence(language)
    log.fault(error)
    return unexpected()


def _of_the_disk(error: OSError) -> ClausemarkError:
    """Return what stood in the way of a file as a fault with a sentence."""
    from annotations.errors import MatterError
    from annotations.faults import faults_of

    try:
        with faults_of(Path(str(error.filename or "")).name):
            raise error
    except MatterError as told:
        return told


def unexpected() -> str:
    """Return the one sentence for our own faults."""
    return QCoreApplication.translate(
        "Errors",
        "Something went wrong here. Your notes are saved. If it happens again, close the window and reopen it.",
    )


class UncaughtErrors(QObject):
    """Catches what no slot caught: logs it and says one sentence, on whatever thread it happened."""

    happened = Signal(str)

    def __init__(self, language: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    def install(self) -> Callable[[], None]:
        """Take over the interpreter's hooks; returns how to give them back."""
        before, before_threads = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._told(args.exc_value)

        def restore() -> None:
            sys.excepthook, threading.excepthook = before, before_threads

        return restore

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._told(error)

    def _told(self, error: BaseException | None) -> None:
        if error is not None:
            log.fault(error, code="uncaught")
            mendable = isinstance(error, ClausemarkError)
            self.happened.emit(sentence_for(error, self._language()) if mendable else unexpected())
