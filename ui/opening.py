"""Bringing a file into the window: read off the window's thread, then put into the right matter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.places import place_for

if TYPE_CHECKING:
    from documents.model import PolicyDocument

__all__ = ["ReadFile", "holds_document", "place_of_matter", "read_bytes", "read_file"]

_WHOLE_IN_MEMORY = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A policy file as it was found: its own name, its bytes and what they say."""

    name: str
    data: bytes
    policy: PolicyDocument

    @property
    def sha256(self) -> str:
        """The fingerprint by which a matter knows a document again."""
        import hashlib

        return hashlib.sha256(self.data).hexdigest()


def read_file(path: Path, encoding: str = "") -> ReadFile:
    """Read a policy from disk. Raises UnreadableDocument with a code for whatever stands in the way."""
    from documents.reader import open_document

    if not path.is_file() or path.stat().st_size > _WHOLE_IN_MEMORY:
        return ReadFile(path.name, b"", open_document(path, encoding=encoding))
    try:
        data = path.read_bytes()
    except OSError:
        return ReadFile(path.name, b"", open_document(path, encoding=encoding))
    return read_bytes(data, path.name, encoding)


def read_bytes(data: bytes, name: str, encoding: str = "") -> ReadFile:
    """Read a policy that is already in memory: pasted text, a sample, an original kept in a matter."""
    from documents.reader import open_document

    return ReadFile(name, data, open_document(data, name=name, encoding=encoding))


def place_of_matter(file: ReadFile, folder: Path) -> Path:
    """Return where the matter of a policy opened on its own lies: never beside the file, which may be an attachment."""
    return place_for(file.name, folder, lambda path: holds_document(path, file.sha256))


def holds_document(matter: Path, sha256: str) -> bool:
    """Whether the matter file keeps this very document; a file that is no matter keeps none."""
    from datetime import UTC, datetime

    from annotations.matter import OpenMatter
    from annotations.model import Reviewer
    from documents.errors import ClausemarkError

    try:
        found = OpenMatter.open(matter, Reviewer(""), lambda: datetime.now(UTC), read_only=True)
    except ClausemarkError:
        return False
    try:
        return any(version.sha256 == sha256 for document in found.documents() for version in document.versions)
    finally:
        found.close()
