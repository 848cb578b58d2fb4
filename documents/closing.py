"""What is left at the very end: a signature, a date, words forgotten from a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.entries import Entry, Role
from documents.lines import introduces, is_heading_like

__all__ = ["closing_from"]

_MOST = 6
_CONTACT = re.compile(r"[:：@]|https?|www\.")
_DATE = re.compile(r"(?:\d{4}|[〇零一二三四五六七八九]{4})\s*[年./-]|\b(?:19|20)\d\d\b")


def closing_from(entries: Sequence[Entry]) -> int:
    """Return the index from which short stray lines close the document; its length when there are none."""
    cut = len(entries)
    while cut > 1 and entries[cut - 1].signing:
        cut -= 1
    if cut < len(entries):
        return cut
    while cut > max(1, len(entries) - _MOST) and _is_stray(entries[cut - 1]):
        cut -= 1
    while cut < len(entries) and not _may_precede(entries[cut - 1]):
        cut += 1
    return cut


def _is_stray(entry: Entry) -> bool:
    if entry.role is not Role.PARAGRAPH or entry.last != entry.block or entry.in_contents:
        return False
    return is_heading_like(entry.words) and (not _CONTACT.search(entry.words) or bool(_DATE.search(entry.words)))


def _may_precede(entry: Entry) -> bool:
    """Whether what stands before is content of its own: under a heading or a colon the lines belong to that."""
    return not introduces(entry.words) and not (entry.role is Role.CLAUSE and entry.heading_like)
