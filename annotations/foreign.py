"""Comments of others, and which of two is the same one: also in a copy from which names and times were taken. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotations.model import Note
from annotations.past import folded
from documents.model import ForeignNote, ForeignReply, PolicyDocument

__all__ = ["minute_of", "quote_of", "quotes_of", "same_comment", "stood_before"]

_MINUTE: Final = 16  # of 2026-03-01T09:00:11: Word keeps no seconds
_NEUTRAL: Final = re.compile(r"(?:Author ?|作者)\d+")  # what stands for a name in a copy for outsiders


def minute_of(written: str) -> str:
    """Return a time as far as Word keeps it."""
    return written[:_MINUTE]


def quote_of(told: ForeignNote, text: str) -> str:
    """Return the words of `text` that a comment stands on, folded."""
    return folded("".join(span.of(text) for span in told.spans))


def quotes_of(note: Note) -> set[str]:
    """Return the words a note stands on in each version, folded; none for a note on the whole policy."""
    by_version: dict[str, str] = {}
    for anchor in note.anchors:
        by_version[anchor.version] = by_version.get(anchor.version, "") + folded(anchor.exact)
    each = {folded(anchor.exact) for anchor in note.anchors}
    return each | set(by_version.values())


def same_comment(told: ForeignNote | ForeignReply, author: str, minute: str, *, same_words: bool) -> bool:
    """Whether a comment is the one that `author` wrote in `minute`, both saying the same.

    Where either copy has neutral names and no times, standing on the `same_words` tells it.
    """
    if told.author == author and minute_of(told.written) == minute:
        return True
    return same_words and any(_NEUTRAL.fullmatch(name) for name in (told.author, author))


@dataclass(frozen=True, slots=True)
class _Known:
    author: str
    minute: str
    quote: str
    marks: frozenset[str]


def stood_before(came: PolicyDocument, before: PolicyDocument) -> frozenset[str]:
    """Return the ids of the comments of `came` that stood in `before` already, they and all answers to them."""
    known: dict[str, list[_Known]] = {}
    for note in before.foreign_notes:
        quote = quote_of(note, before.text)
        for one in _each(note):
            as_known = _Known(one.author, minute_of(one.written), quote, frozenset(one.marks))
            known.setdefault(folded(one.text), []).append(as_known)
    return frozenset(
        note.id
        for note in came.foreign_notes
        if all(_is_known(one, quote_of(note, came.text), known) for one in _each(note))
    )


def _each(note: ForeignNote) -> Iterator[ForeignNote | ForeignReply]:
    yield note
    yield from note.replies


def _is_known(told: ForeignNote | ForeignReply, quote: str, known: dict[str, list[_Known]]) -> bool:
    return any(
        not one.marks.isdisjoint(told.marks)
        or same_comment(told, one.author, one.minute, same_words=one.quote == quote)
        for one in known.get(folded(told.text), ())
    )
