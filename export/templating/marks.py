"""Signs of our own that stand in a part while its tags are carried out, and in no file that goes out."""

from __future__ import annotations

from typing import Final

__all__ = [
    "BREAK",
    "CLOSE",
    "KNOWN",
    "KNOWN_END",
    "OPEN",
    "PARAGRAPH",
    "TAB",
    "bared",
    "guarded",
    "in_plain_braces",
    "without_marks",
]

BREAK: Final = "\U0010ff00"
"""A line break within a paragraph."""
PARAGRAPH: Final = "\U0010ff01"
"""Where a new paragraph begins."""
TAB: Final = "\U0010ff02"
OPEN: Final = "\U0010ff03"
CLOSE: Final = "\U0010ff04"
"""The braces of a tag that was found and looked at: no others are ever carried out."""
KNOWN: Final = "\U0010ff07"
KNOWN_END: Final = "\U0010ff08"
"""Around words of a note's field, with the field's mark in front: known again when the report comes back."""
_PLAIN_OPEN: Final = "\U0010ff05"
_PLAIN_CLOSE: Final = "\U0010ff06"
_NONE_OF_OURS: Final = dict.fromkeys(range(0x10FF00, 0x10FF10), "\ufffd")


def without_marks(words: str) -> str:
    """Return words that come from outside without any of our signs."""
    return words.translate(_NONE_OF_OURS)


def guarded(xml: str) -> str:
    """Return a part in which only our tags have braces: those of words, fields and attributes are hidden."""
    hidden = xml.replace("{", _PLAIN_OPEN).replace("}", _PLAIN_CLOSE)
    return hidden.replace(OPEN, "{").replace(CLOSE, "}")


def in_plain_braces(words: str) -> str:
    """Return words with the tags in them as a person wrote them."""
    return words.replace(OPEN, "{").replace(CLOSE, "}")


def bared(xml: str) -> str:
    """Return a part with its own braces again."""
    return xml.replace(_PLAIN_OPEN, "{").replace(_PLAIN_CLOSE, "}")
