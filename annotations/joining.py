"""Two notes on the same words made one: nothing either says is lost, and nothing goes out that was kept in. Pure."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from annotations.history import GONE, WHOLE
from annotations.incoming_notes import CLAUSEMARK, reply_values
from annotations.journal import Wish
from annotations.model import Note, Reply, Visibility
from annotations.rows import target

__all__ = ["JOINED", "joined_note"]

JOINED = "joined:"
"""Before a note's uid, in a field of the note it went into: who joined them, and why."""

_SAID = ("title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question")
_FILLED = (*_SAID, "quote_translation", "category", "owner", "due", "likelihood", "impact", "insert_after")
_WIDTH = tuple(Visibility)


def joined_note(keep: Note, other: Note, why: str) -> Iterator[Wish]:
    """Give the changes that put `other` into `keep`: empty fields filled, what both say an answer of its author.

    An answer goes to whomever the note goes to: the words of a note for fewer readers go into the private remark.
    """
    told = {field: getattr(other, field) for field in _FILLED if getattr(other, field) not in (None, "")}
    narrower = _WIDTH.index(other.visibility) < _WIDTH.index(keep.visibility)
    same_for_all = {field for field, value in told.items() if getattr(keep, field) == value}
    empty = set() if narrower else {field for field in told if getattr(keep, field) in (None, "")}
    fields: dict[str, Any] = {field: told[field] for field in sorted(empty)}
    words = "\n".join(str(told[field]) for field in _SAID if field in told and field not in same_for_all | empty)
    remarks = [keep.private_remark, other.private_remark, words if narrower else ""]
    remark = "\n\n".join(dict.fromkeys(remark for remark in remarks if remark))
    fields |= {"private_remark": remark} if remark != keep.private_remark else {}
    fields |= {"rules": tuple(dict.fromkeys((*keep.rules, *other.rules)))} if set(other.rules) - set(keep.rules) else {}
    for name, value in fields.items():
        yield Wish(target("note", keep.uid), name, value)
    if words and not narrower:
        yield _answer(keep, other, Reply(uid="", author=other.author, initials=other.initials, text=words,
                                         created=other.created))  # fmt: skip
    for reply in other.replies:
        yield _answer(keep, other, reply)
    record = {"why": why, "number": other.number, "author": other.author, "severity": other.severity.value}
    yield Wish(target("note", keep.uid), f"{JOINED}{other.uid}", record)
    yield Wish(target("note", other.uid), GONE, after=True)


def _answer(keep: Note, other: Note, reply: Reply) -> Wish:
    """An answer taken over; the same two notes joined in another copy give the same answers."""
    uid = str(uuid.uuid5(CLAUSEMARK, f"joined/{keep.uid}/{other.uid}/{reply.uid}"))
    return Wish(target("reply", uid), WHOLE, reply_values(keep.uid, reply))
