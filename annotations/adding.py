"""A policy kept in a matter: its bytes, and the reading that anchors count in."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from annotations.history import ERASED, WHOLE
from annotations.incoming_notes import CLAUSEMARK
from annotations.journal import Journal, Wish
from annotations.rows import target
from documents.model import PolicyDocument

__all__ = ["NOBODY", "Prepared", "Received", "add_document", "prepare"]


@dataclass(frozen=True, slots=True)
class Received:
    """Who a file came from, when and how (by mail, pasted, saved from a page); empty where unsaid."""

    source: str = ""
    how: str = ""
    on: datetime | None = None

    def fields(self) -> dict[str, object]:
        """Return what was said, by the names of a version's fields."""
        said = {"received_from": self.source, "received_how": self.how, "received": self.on}
        return {name: value for name, value in said.items() if value}


NOBODY = Received()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What takes long to work out for a policy that is to be kept: the SHA-256 of its bytes, its packed reading."""

    sha256: str
    reading: bytes


def prepare(policy: PolicyDocument, data: bytes) -> Prepared:
    """Work out what keeping a policy takes; on any thread, before the matter is touched."""
    from documents.reading import pack

    return Prepared(hashlib.sha256(data).hexdigest(), pack(policy))


def add_document(  # noqa: PLR0913 - what is kept, how it came, what was prepared
    journal: Journal, policy: PolicyDocument, data: bytes, file_name: str, *, received: Received, prepared: Prepared
) -> str:
    """Keep a policy and return its uid; one that was removed is shown again.

    The uid follows from the bytes, the text they were read as and the name, so that two reviewers who add the same
    file have the same document; one that was removed for good comes back as another.
    """
    sha256 = prepared.sha256
    read_as = hashlib.sha256(policy.text.encode("utf-8", "surrogatepass")).hexdigest()
    uid = _uid_of(journal, f"document/{sha256}/{read_as}/{file_name}")
    version = str(uuid.uuid5(CLAUSEMARK, f"version/{uid}/{sha256}"))
    wishes = _made(uid, version, journal, (policy.title or Path(file_name).stem, file_name, sha256), received)
    if journal.changes_of(target("document", uid)):
        shown = [Wish(wish.target, "removed", after=None) for wish in wishes]
        said = received.fields().items()
        wishes = [*shown, *(Wish(target("version", version), name, value) for name, value in said)]

    def keep() -> None:
        journal.store.keep_original(sha256, data)
        journal.store.keep_reading(version, policy.reader, policy.reader_version, prepared.reading)

    journal.write(wishes, also=keep)
    return uid


def _uid_of(journal: Journal, name: str) -> str:
    for number in count(1):
        uid = str(uuid.uuid5(CLAUSEMARK, name if number == 1 else f"{name}/{number}"))
        if not journal.values(target("document", uid)).get(ERASED):
            return uid
    raise AssertionError


def _made(uid: str, version: str, journal: Journal, told: tuple[str, str, str], received: Received) -> list[Wish]:
    title, file_name, sha256 = told
    now = journal.clock()
    made = {"document": uid, "number": 1, "file_name": file_name, "sha256": sha256, "received": now}
    return [
        Wish(target("document", uid), WHOLE, {"title": title, "added": now}),
        Wish(target("version", version), WHOLE, {**made, **received.fields()}),
    ]
