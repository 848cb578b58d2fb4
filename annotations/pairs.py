"""Which document of a matter is the translation of which: a field of the document in the list of changes alone.

A merge brings it along like any other change; where two say different things the later one stands, and nobody is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotations.deeds import TRANSLATION
from annotations.journal import Journal, Wish
from annotations.model import Document
from annotations.rows import target

__all__ = ["partner", "wishes_to_pair", "wishes_to_part"]


def partner(journal: Journal, documents: Sequence[Document], uid: str) -> str:
    """Return the document that is said to be this one in another language, empty for none; one taken away is none."""
    shown = {document.uid for document in documents}
    named = _named(journal, uid)
    if named in shown:
        return named
    return next((other.uid for other in documents if _named(journal, other.uid) == uid), "")


def wishes_to_pair(journal: Journal, documents: Sequence[Document], uid: str, other: str) -> list[Wish]:
    """Return what says that one document is the translation of another; pairs that either was in are parted."""
    parting = [
        wish
        for one in (uid, other)
        if (before := partner(journal, documents, one)) and before not in (uid, other)
        for wish in wishes_to_part(journal, one, before)
    ]
    if _named(journal, other) == uid:
        return parting
    return [*parting, Wish(target("document", uid), TRANSLATION, other)]


def wishes_to_part(journal: Journal, uid: str, other: str) -> list[Wish]:
    """Return what says that two documents are no pair."""
    both = ((uid, other), (other, uid))
    return [Wish(target("document", one), TRANSLATION, None) for one, two in both if _named(journal, one) == two]


def _named(journal: Journal, uid: str) -> str:
    standing = journal.standing(target("document", uid)).get(TRANSLATION)
    return str(standing.value) if standing is not None and standing.value else ""
