"""One document of a report: what it is called, which version, where it came from, and how it was read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from annotations.model import Document, Note, Visibility
from documents.model import PolicyDocument
from export.changes import earlier_version
from export.reading import reading_of

__all__ = ["EarlierVersion", "ReviewedDocument", "ReviewedText", "are_policies", "reviewed_text"]

_POLICY = re.compile(
    r"privacy|cookie|polic(?:y|ies)\b|terms (?:of|and|&)|data protection notice|user agreement"
    r"|隐私|政策|个人信息(?:保护|处理)|用户协议|服务协议|用户服务|服务条款|使用条款|平台规则",
    re.IGNORECASE,
)
"""What policies and terms that are published call themselves."""


@dataclass(frozen=True, slots=True)
class ReviewedDocument:
    """What `assemble` needs of one document: what is known about it, its latest text, its notes.

    `secret` is that of the matter under which the findings' marks are made (see annotations.marks).
    """

    document: Document
    policy: PolicyDocument
    notes: tuple[Note, ...] = ()
    secret: str = ""


class EarlierVersion(NamedTuple):
    """The version that the last round was about."""

    number: int
    label: str
    received: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedText:
    """One document as the report names it.

    `origin` is what the file says of itself; who sent it to us, and how, is told to no outsider. `before` is the
    version of the last round, where there was one; `reading` says what of the file was not read as it stands.
    """

    uid: str
    title: str
    file_name: str
    version: int
    version_label: str
    received: date
    received_from: str
    received_how: str
    sha256: str
    characters: int
    origin: str = ""
    language: str = ""
    before: EarlierVersion | None = None
    reading: tuple[str, ...] = ()


def are_policies(documents: Iterable[ReviewedDocument]) -> bool:
    """Whether any of the documents is a policy or terms, by what it is called; contracts are signed, not published."""
    return any(_POLICY.search(name.replace("_", " ")) for item in documents for name in _names(item))


def _names(item: ReviewedDocument) -> tuple[str, ...]:
    block = item.policy.title_block
    first = block.span.of(item.policy.text) if block else ""
    return item.document.title, item.policy.title, first, item.document.latest.file_name


def reviewed_text(item: ReviewedDocument, profile: Visibility, language: str) -> ReviewedText:
    """Return a document as readers of `profile` may know it."""
    version, before = item.document.latest, earlier_version(item.document)
    tells = profile is not Visibility.OUTSIDE
    return ReviewedText(
        uid=item.document.uid,
        title=item.document.title or item.policy.title or version.file_name,
        file_name=version.file_name,
        version=version.number,
        version_label=version.label,
        received=version.received.date(),
        received_from=version.received_from if tells else "",
        received_how=version.received_how if tells else "",
        sha256=version.sha256,
        characters=len(item.policy.text),
        origin=item.policy.origin,
        language=item.policy.language,
        before=EarlierVersion(before.number, before.label, before.received.date()) if before and tells else None,
        reading=reading_of(item.policy, profile, language),
    )
