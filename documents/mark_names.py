"""How bookmarks of a Word file are called that bear a mark of ours: a letter for what it is, then the mark."""

from __future__ import annotations

from typing import Final

__all__ = ["FIELD_BOOKMARK", "STATE_BOOKMARK"]

FIELD_BOOKMARK: Final = "_c"
"""Around the words of a field. LibreOffice drops the tags of content controls and keeps bookmarks."""

STATE_BOOKMARK: Final = "_s"
"""On the first paragraph: from which state of the matter the file was made."""
