"""The values a review is made of. Frozen; every field of a note that a reviewer can set is a field of `Note`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from annotations.passage import Passage
from documents.model import Span

__all__ = [
    "Anchor",
    "AnchorState",
    "Assessment",
    "Document",
    "Level",
    "Matter",
    "Note",
    "Reply",
    "Review",
    "Reviewer",
    "Sent",
    "Severity",
    "Status",
    "Version",
    "Visibility",
]


class Severity(StrEnum):
    """How bad a finding is; never computed over the reviewer's own choice. Listed worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """4 for critical down to 0 for info."""
        return _RANKS[self]


_RANKS = {severity: 4 - place for place, severity in enumerate(Severity)}


class Level(StrEnum):
    """Likelihood and impact, as in GB/T 39335."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very high"


class Assessment(StrEnum):
    """What kind of remark a note is."""

    RISK = "risk"
    MISSING = "missing"
    QUESTION = "question"
    FINE = "fine"


class Status(StrEnum):
    """What has become of a finding."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    ACCEPTED = "accepted risk"
    RESOLVED = "resolved"
    DECLINED = "declined"


class Review(StrEnum):
    """How far the note itself has come inside the firm."""

    DRAFT = "draft"
    FOR_REVIEW = "for review"
    APPROVED = "approved"


class Visibility(StrEnum):
    """The widest circle a note may be sent to."""

    INTERNAL = "internal"
    CLIENT = "client"
    OUTSIDE = "outside"


class AnchorState(StrEnum):
    """How an anchor came to where it stands; PLACED is by a reviewer's own hand."""

    PLACED = "placed"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who is at the keys. Initials have nine characters at most (a limit of Word)."""

    name: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words a note is about: position, quote and 32 code points either side, on one version."""

    version: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    state: AnchorState = AnchorState.PLACED
    alerts: tuple[str, ...] = ()
    how: str = ""
    passage: Passage | None = None

    @property
    def span(self) -> Span:
        """The place in the version's text, in code points."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a note, one level deep, as Word keeps them; for the firm alone unless it says who else sees it."""

    uid: str
    author: str
    initials: str = ""
    text: str = ""
    created: datetime
    visibility: Visibility = Visibility.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One finding. `number` is given once and never used again; `source_id` is an imported note's own id.

    `language` is that of the note's own words; `translations` holds the same fields in other languages
    ({"en": {"title": …}}) where an import brought them. `private_remark` goes into no export.
    """

    uid: str
    number: int
    document: str
    source_id: str = ""
    anchors: tuple[Anchor, ...] = ()
    severity: Severity = Severity.MEDIUM
    likelihood: Level | None = None
    impact: Level | None = None
    assessment: Assessment = Assessment.RISK
    category: str = ""
    rules: tuple[str, ...] = ()
    title: str = ""
    issue: str = ""
    consequence: str = ""
    legal_basis: str = ""
    recommendation: str = ""
    proposed_wording: str = ""
    insert_after: str = ""
    question: str = ""
    quote_translation: str = ""
    private_remark: str = ""
    status: Status = Status.OPEN
    review: Review = Review.DRAFT
    reviewed_by: str = ""
    reviewed_at: datetime | None = None
    visibility: Visibility = Visibility.CLIENT
    owner: str = ""
    due: str = ""
    language: str = ""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    author: str = ""
    initials: str = ""
    created: datetime
    modified: datetime
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of a document as received; the bytes and the reading are asked of the matter."""

    uid: str
    document: str
    number: int
    file_name: str
    sha256: str
    label: str = ""
    received_from: str = ""
    received: datetime
    received_how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A policy in a matter, with its versions, oldest first."""

    uid: str
    title: str
    versions: tuple[Version, ...]

    @property
    def latest(self) -> Version:
        """The version that counts unless another is named."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file that went out: a line of the register. `versions` are the uids of what it was made from.

    `file_name` is the name alone, never where it lies; `sent_to` is what the reviewer says of it, also later.
    """

    uid: str
    sent: datetime
    sent_by: str = ""
    sent_to: str = ""
    product: str
    file_name: str
    sha256: str
    profile: str
    language: str = ""
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a memo says about the job itself. Empty texts are unset; `language` empty means the policy's."""

    client: str = ""
    addressee: str = ""
    matter_number: str = ""
    reviewer: str = ""
    initials: str = ""
    firm: str = ""
    partner: str = ""
    licence_number: str = ""
    language: str = ""
    scope: str = ""
    law_as_of: str = ""
    overall: str = ""
    conclusion: str = ""
    conclusion_translations: Mapping[str, str] = field(default_factory=dict)
    assumptions: str = ""
    confidentiality: str = ""
    open_questions: str = ""
