"""What a reader is given and what it gives back, before language, labels and clauses are worked out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Protocol

from documents.limits import DEFAULT, Limits
from documents.model import (
    Block,
    Boxes,
    ForeignNote,
    Hidden,
    NoteMark,
    Page,
    Picture,
    Revision,
    Run,
    Warning,  # noqa: A004
)

__all__ = ["SILENT", "Draft", "Reader", "Source", "Told"]


def _nothing(*_: object) -> None:
    return


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a reader tells how far it is while it reads.

    `progress` takes how much is done of how much, in units of the reader's own (pages, bytes). `first` takes the
    beginning of a long file, at most once and as soon as there is a screen of text; the whole follows as the result.
    `keep` holds what takes long to take down (the tree of a long file) until the result is on its way.
    """

    progress: Callable[[int, int], None] = _nothing
    first: Callable[[Draft], None] = _nothing
    keep: Callable[[object], None] = _nothing


SILENT = Told()


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file, the name it goes by, the encoding the user chose and the password given, if any.

    `whole_page`: of a web page, menus, banners and footers are read too. `recognise`: the words of scanned pages are
    recognised, seconds for each page, where the extra for it is installed.
    """

    data: bytes
    name: str = ""
    encoding: str = ""
    limits: Limits = DEFAULT
    whole_page: bool = False
    password: str = ""
    recognise: bool = False
    told: Told = field(default=SILENT, compare=False, repr=False)

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePath(self.name).stem


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as its reader found it. `typed_headings`: headings must be guessed from the words (plain text)."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
    encoding: str = ""
    title: str = ""
    typed_headings: bool = False
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pictures: tuple[Picture, ...] = ()
    foreign_notes: tuple[ForeignNote, ...] = ()
    pages: tuple[Page, ...] = ()
    boxes: Boxes | None = None
    origin: str = ""
    note_marks: tuple[NoteMark, ...] = ()


class Reader(Protocol):
    """One format. `recognises` looks at content first and at the name second."""

    name: str
    version: int

    def recognises(self, source: Source) -> bool:
        """Whether this reader is the one for the file."""

    def read(self, source: Source) -> Draft:
        """Return the file's text and blocks. Raises UnreadableDocument."""
