"""A policy kept in a matter: its bytes, and the reading that anchors count in."""

from __future__ import annotations

import hashlib
import uuid
from pathlib import Path

from annotations.history import WHOLE
from annotations.incoming_notes import CLAUSEMARK
from annotations.journal import Journal, Wish
from annotations.rows import target
from documents.model import PolicyDocument

__all__ = ["add_document"]


def add_document(journal: Journal, policy: PolicyDocument, data: bytes, file_name: str) -> str:
    """Keep a policy and return its uid; one that was removed is shown again.

    The uid follows from the bytes, the text they were read as and the name, so that two reviewers who add the same
    file have the same document.
    """
    from documents.reading import pack

    sha256 = hashlib.sha256(data).hexdigest()
    read_as = hashlib.sha256(policy.text.encode("utf-8", "surrogatepass")).hexdigest()
    uid = str(uuid.uuid5(CLAUSEMARK, f"document/{sha256}/{read_as}/{file_name}"))
    version = str(uuid.uuid5(CLAUSEMARK, f"version/{uid}/{sha256}"))
    wishes = _made(uid, version, journal, (policy.title or Path(file_name).stem, file_name, sha256))
    if journal.changes_of(target("document", uid)):
        wishes = [Wish(wish.target, "removed", after=None) for wish in wishes]

    def keep() -> None:
        journal.store.keep_original(sha256, data)
        journal.store.keep_reading(version, policy.reader, policy.reader_version, pack(policy))

    journal.write(wishes, also=keep)
    return uid


def _made(uid: str, version: str, journal: Journal, told: tuple[str, str, str]) -> list[Wish]:
    title, file_name, sha256 = told
    now = journal.clock()
    received = {"document": uid, "number": 1, "file_name": file_name, "sha256": sha256, "received": now}
    return [
        Wish(target("document", uid), WHOLE, {"title": title, "added": now}),
        Wish(target("version", version), WHOLE, received),
    ]
