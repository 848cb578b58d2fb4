"""How a document came, in a sentence for its version: out of a mail, out of an archive, from under a password."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from documents.errors import sentence

if TYPE_CHECKING:
    from documents.letters import Letter
    from documents.sentences import Sentences

__all__ = ["BY_HAND", "Came"]

_SENTENCES: Sentences = {
    "attached": (
        "attachment of the mail “{subject}” ({name}, SHA-256 {sha256})",
        "邮件“{subject}”的附件（{name}，SHA-256 {sha256}）",
    ),
    "written": (
        "text of the mail “{subject}” ({name}, SHA-256 {sha256})",
        "邮件“{subject}”的正文（{name}，SHA-256 {sha256}）",
    ),
    "archived": ("{part} in the archive {name} (SHA-256 {sha256})", "压缩包 {name} 中的 {part}（SHA-256 {sha256}）"),
    "unlocked": (
        "came under a password and is kept without it; SHA-256 of the file as it came: {sha256}",
        "收到时设有密码，现保存的是解密后的文件；收到时文件的 SHA-256：{sha256}",
    ),
    "and": ("{one}; {other}", "{one}；{other}"),
}


@dataclass(frozen=True, slots=True)
class Came:
    """From whom a document came, how, and when (None: now)."""

    source: str = ""
    how: str = ""
    when: datetime | None = None

    def in_letter(self, letter: Letter, part: str, name: str, data: bytes, language: str) -> Came:
        """Return how a part of a mail came, the mail being `data`, called `name`."""
        own = letter.words is not None and letter.words.name == part
        told = {"subject": letter.subject or name, "name": name, "sha256": _sha256(data)}
        how = sentence(_SENTENCES, "written" if own else "attached", told, language)
        sender, sent = letter.sender or self.source, letter.sent or self.when
        return replace(self._and(how, language), source=sender, when=sent)

    def in_archive(self, part: str, name: str, data: bytes, language: str) -> Came:
        """Return how a part of an archive came, the archive being `data`, called `name`."""
        told = {"part": part, "name": name, "sha256": _sha256(data)}
        return self._and(sentence(_SENTENCES, "archived", told, language), language)

    def unlocked(self, data: bytes, language: str) -> Came:
        """Return how a file came whose password was taken off; `data` is the file as it came."""
        return self._and(sentence(_SENTENCES, "unlocked", {"sha256": _sha256(data)}, language), language)

    def _and(self, how: str, language: str) -> Came:
        """The nearest thing first: the file in the archive, then the mail that brought the archive."""
        both = sentence(_SENTENCES, "and", {"one": how, "other": self.how}, language) if self.how else how
        return replace(self, how=both)


BY_HAND = Came()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
