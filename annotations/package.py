"""A review package: part of a matter in a matter file of its own. What it is of, whom it is for, what it may touch."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.codec import NOTE_FIELDS
from annotations.errors import MatterError
from annotations.rows import kind_of
from annotations.rules_of_sending import fields_for

__all__ = ["DELETED", "MARK", "Package", "matter_mark", "may_touch", "package_in"]

MARK = "package"
"""The field of the target `matter` that says a file is a package; its value is what `Package.plain` returns."""

DELETED = "deleted"

Heads = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The mark of a package. `matter` is made from a secret of the matter it came from, and names nobody.

    `base` says of each note and answer in it, by target and field, which changes of the matter its words stand for:
    who edits such a field in the package has replaced those. `numbers_after` is the last number that is given there.
    """

    uid: str
    matter: str
    document: str
    version: str
    profile: str
    sent: datetime
    sent_by: str = ""
    sent_to: str = ""
    due: str = ""
    message: str = ""
    numbers_after: int = 0
    base: Mapping[str, Heads]

    def plain(self) -> dict[str, Any]:
        """Return the mark as JSON has it."""
        told = {name: getattr(self, name) for name in _TEXTS}
        base = {name: {field: list(heads) for field, heads in of.items()} for name, of in self.base.items()}
        return {**told, "sent": self.sent.isoformat(), "numbers_after": self.numbers_after, "base": base}

    def heads(self, name: str, field: str) -> tuple[str, ...]:
        """Return the matter's changes that a field in the package stands for; none for one that was never set."""
        return self.base.get(name, {}).get(field, ())


_TEXTS = ("uid", "matter", "document", "version", "profile", "sent_by", "sent_to", "due", "message")


def package_in(values: Mapping[str, Any], name: str = "") -> Package | None:
    """Return the mark among the fields of a matter, None for a matter of its own. Raises MatterError "damaged"."""
    told = values.get(MARK)
    if told is None:
        return None
    try:
        texts = {field: str(told[field]) for field in _TEXTS}
        base = {
            target: {field: tuple(map(str, heads)) for field, heads in of.items()}
            for target, of in told["base"].items()
        }
        fields_for(texts["profile"])
        sent, number = datetime.fromisoformat(told["sent"]), int(told["numbers_after"])
        return Package(**texts, sent=sent, numbers_after=number, base=base)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MatterError("damaged", name=name) from error


def matter_mark(secret: str) -> str:
    """Return by what a package knows its matter: 32 digits from which nobody can tell the secret, or the matter."""
    return hashlib.sha256(f"package/{secret}".encode()).hexdigest()[:32]


def may_touch(profile: str, target: str) -> frozenset[str]:
    """Return the fields of a note or an answer from the matter that an answer may change."""
    gone = frozenset({DELETED}) if profile == "internal" else frozenset[str]()
    if kind_of(target) == "note":
        return gone | (fields_for(profile) & frozenset(NOTE_FIELDS))
    return gone | {"visibility"} if gone else gone
