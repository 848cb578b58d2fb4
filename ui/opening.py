"""Bringing a file in: read away from the window's thread, its password asked for, its parts chosen. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.places import place_for
from ui.received import BY_HAND, Came

if TYPE_CHECKING:
    from annotations.adding import Prepared
    from documents.containers import Contained
    from documents.letters import Letter
    from documents.model import PolicyDocument
    from documents.watch import Watch

__all__ = ["Arrival", "Holding", "ReadFile", "holds_document", "place_of_matter", "read_arrival"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that is to be read, at `path` or in `data`, and how.

    `recognise`: the words of scanned pages are read too, seconds for each. `replaces`: the document of the matter it
    is read anew for. `beside`: it stays, and this becomes another one. `back_to`: the document whose copy it is, with
    what others wrote in it. `next_of`: the document whose next version it is.
    """

    name: str
    path: Path | None = None
    data: bytes = field(default=b"", repr=False)
    encoding: str = ""
    password: str = field(default="", repr=False)
    whole_page: bool = False
    recognise: bool = False
    notes: bytes = field(default=b"", repr=False)
    came: Came = BY_HAND
    replaces: str = ""
    beside: bool = False
    back_to: str = ""
    next_of: str = ""

    @property
    def is_matter(self) -> bool:
        """Whether it is a matter, by its name, and no policy."""
        return self.path is not None and self.path.suffix.lower() == ".clausemark"

    def read(self) -> bytes:
        """Return the file. Raises UnreadableDocument."""
        from documents.reader import read_bytes

        return self.data if self.path is None else read_bytes(self.path)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A policy file as it was found: its bytes, what they say, how it came, and what keeping it takes.

    `place`: where a matter of its own would lie, if that was looked for.
    """

    arrival: Arrival
    data: bytes = field(repr=False)
    prepared: Prepared = field(repr=False)
    policy: PolicyDocument = field(repr=False)
    came: Came = BY_HAND
    place: Path | None = None

    @property
    def for_keeping(self) -> dict[str, Any]:
        """What a matter is told of the file beside its words: from whom and how it came, and what is prepared."""
        return {
            "received_from": self.came.source,
            "received_how": self.came.how,
            "received": self.came.when,
            "prepared": self.prepared,
        }

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.arrival.name

    @property
    def sha256(self) -> str:
        """The fingerprint by which a matter knows a document again."""
        return self.prepared.sha256


@dataclass(frozen=True, slots=True)
class Holding:
    """A mail or an archive with documents in it, for the reviewer to choose from."""

    arrival: Arrival
    data: bytes = field(repr=False)
    parts: tuple[Contained, ...]
    letter: Letter | None = None

    def arrivals(self, parts: Iterable[Contained], language: str) -> tuple[Arrival, ...]:
        """Return the chosen parts as files to be read, with how each of them came."""
        return tuple(self._arrival(part, language) for part in parts)

    def _arrival(self, part: Contained, language: str) -> Arrival:
        came, name = self.arrival.came, self.arrival.name
        if self.letter is not None:
            came = came.in_letter(self.letter, part.name, name, self.data, language)
        else:
            came = came.in_archive(part.name, name, self.data, language)
        short = part.name.replace("\\", "/").rpartition("/")[2]
        return Arrival(name=short, data=part.data, came=came)


def read_arrival(arrival: Arrival, language: str, watch: Watch | None = None) -> ReadFile | Holding:
    """Read a policy, or tell what documents it holds.

    A file under a password is kept as it is without it: nothing could be written back into it else. Raises
    UnreadableDocument, with `password` or `wrong_password` where one is to be asked for, and ReadingStopped.
    """
    from annotations.adding import prepare
    from documents.errors import UnreadableDocument
    from documents.reader import open_document
    from documents.watch import SILENT

    data = arrival.read()
    bare = _unlocked(arrival, data) if arrival.password else data
    try:
        policy = open_document(
            bare,
            name=arrival.name,
            encoding=arrival.encoding,
            whole_page=arrival.whole_page,
            recognise=arrival.recognise,
            watch=watch or SILENT,
        )
    except UnreadableDocument as refusal:
        if refusal.code != "holds_documents":
            raise
        return _holding(arrival, bare)
    came = arrival.came if bare is data else arrival.came.unlocked(data, language)
    return ReadFile(arrival, bare, prepare(policy, bare), policy, came)


def _unlocked(arrival: Arrival, data: bytes) -> bytes:
    from documents.unlocking import unlocked_file

    bare = unlocked_file(data, name=arrival.name, password=arrival.password)
    return data if bare == data else bare


def _holding(arrival: Arrival, data: bytes) -> Holding:
    from documents.containers import contents
    from documents.letters import letter_of

    parts, letter = contents(data, name=arrival.name), letter_of(data, name=arrival.name)
    words = (letter.words,) if letter is not None and letter.words is not None else ()
    return Holding(arrival, data, (*parts, *words), letter)


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
