"""Which words used before fit what is being typed. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from annotations.model import Note
from ui.models.citations import split

__all__ = ["Offered", "known_words", "offered"]

_MOST = 30
Offered = Callable[[], Iterable[str]]


def offered(words: Iterable[str], typed: str, *, everything: bool = False) -> tuple[str, ...]:
    """Return the words that hold what is typed, those that begin with it first; nothing for nothing typed.

    Width and case make no difference. Words that are there in full already are not offered.
    """
    wanted = _folded(typed)
    if not wanted:
        return tuple(words)[:_MOST] if everything else ()
    held = [(place, word) for word in words if (place := _folded(word).find(wanted)) >= 0 and _folded(word) != wanted]
    return tuple(word for _place, word in sorted(held, key=lambda pair: pair[0] > 0))[:_MOST]


def known_words(notes: Iterable[Note], field: str) -> tuple[str, ...]:
    """Return what stands in a field of the notes, the most used first; a legal basis by its single citations."""
    counted: Counter[str] = Counter()
    for note in notes:
        text = str(getattr(note, field))
        counted.update(split(text) if field == "legal_basis" else [text.strip()] if text.strip() else [])
    return tuple(word for word, _count in counted.most_common())


def _folded(text: str) -> str:
    import unicodedata

    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
