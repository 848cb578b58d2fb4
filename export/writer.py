"""What every writer of a file is given and gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from annotations.model import Document, Reviewer
from documents.errors import sentence
from export.sentences import MOVED, REASONS

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = [
    "HIGHLIGHTS",
    "LOOKS",
    "REDRAFTS",
    "WORDINGS",
    "ExportJob",
    "ExportOptions",
    "ExportReport",
    "Listed",
    "Writer",
    "Written",
]


HIGHLIGHTS: Final = ("none", "native", "shading")
"""How the words under a comment are coloured: not at all, by Word's highlighter, by a shade of our own."""

REDRAFTS: Final = ("comment", "tracked", "report")
"""Where proposed wording goes: into the comment, into the text as a tracked change too, into the memo only."""

LOOKS: Final[Mapping[str, tuple[str, ...]]] = {"en": ("classic", "modern"), "zh": ("firm", "official")}
"""The looks of a memo or report in each language, the usual one first."""

WORDINGS: Final = ("columns", "redline")
"""How proposed wording stands in a report: the text beside the proposal, or one within the other."""


class Listed(NamedTuple):
    """A note that was left out or stands elsewhere: its id (an imported note's own, else its uid) and a code why."""

    id: str
    why: str

    def sentence(self, language: str = "en") -> str:
        """Return the reason as words for the user, to stand after the note's name."""
        return sentence(REASONS, self.why, {}, language)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the note stands elsewhere than its words; else there is something about it to look at."""
        return self.why in MOVED


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How to export. `now` is aware; `language` empty means the matter's, else the policy's.

    `author` says whose name the comments carry where the profile leaves a choice: "person" or "firm".
    `document` is a file's own name, a title or an id; empty means the only one (or all, for a writer of many).
    `machine` are the words of this computer that no file may hold: its user's folder and name for it.
    `highlight` is one of HIGHLIGHTS and `redrafts` one of REDRAFTS; they say how a Word file is written.
    Of memo and reports: `look` is one of LOOKS for the language, "" for the usual one; `sections` are names of
    export.memo.sections in the order wanted, () for the product's own; `signed` is who signs, "" for the matter's own
    reviewer; `redline` is one of WORDINGS; `template` is a
    firm's own Word file to fill in; `to` is one of export.paged.FORMATS.
    `older` and `newer` are the versions that a memo of changes is about, by number or label; "" for the last two.
    """

    reviewer: Reviewer
    now: datetime
    profile: str = "internal"
    language: str = ""
    document: str = ""
    author: str = "person"
    machine: tuple[str, ...] = ()
    highlight: str = "none"
    redrafts: str = "comment"
    look: str = ""
    sections: tuple[str, ...] = ()
    signed: str = ""
    redline: str = "columns"
    template: Path | None = None
    to: str = ""
    older: str = ""
    newer: str = ""


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What one writer is to write: the documents chosen from an open matter, and how."""

    matter: OpenMatter
    documents: tuple[Document, ...]
    options: ExportOptions

    @property
    def language(self) -> str:
        """The language of what goes out: asked for, else the matter's, else the first policy's."""
        asked = self.options.language or self.matter.matter().language
        return asked or self.matter.policy(self.documents[0].latest.uid).language


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and what the user should know about the notes in it."""

    data: bytes
    left_out: tuple[Listed, ...] = ()
    moved: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export came to. `sent` is what the register of the matter says of it: see OpenMatter.record_sent."""

    files: tuple[Path, ...]
    left_out: tuple[Listed, ...] = field(default=())
    moved: tuple[Listed, ...] = field(default=())
    sent: Mapping[str, object] = field(default_factory=dict)


class Writer(Protocol):
    """Writes one kind of product. `many` says whether it takes all documents of a matter at once."""

    @property
    def kind(self) -> str:
        """The name given to `--as`."""

    @property
    def suffix(self) -> str:
        """The suffix of its files, with the dot."""

    @property
    def many(self) -> bool:
        """Whether one file may hold several documents."""

    def write(self, job: ExportJob) -> Written:
        """Return the whole file; raises ExportError."""
