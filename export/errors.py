"""What can go wrong while a file is written, for which the user can do something."""

from __future__ import annotations

from documents.errors import ClausemarkError
from export.sentences import SENTENCES

__all__ = ["ExportError"]


class ExportError(ClausemarkError):
    """A file that was not written. What stood at its place stands there still."""

    sentences = SENTENCES
