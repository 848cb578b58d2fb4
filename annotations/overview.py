"""What stands in a matter, counted: open notes, clauses read; and what earlier matters say of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.codec import MATTER_FIELDS
from annotations.errors import MatterError
from annotations.model import Document, Note, Severity, Status
from annotations.store import Store
from documents.model import Clause, ClausePart, PolicyDocument

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["Counted", "counted", "details_of", "listed_clauses", "overview"]

_LISTED = (ClausePart.NUMBERED, ClausePart.PREFACE, ClausePart.CLOSING)
_STANDING = (Status.OPEN, Status.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Counted:
    """A document and what is to be done in it: its notes that are still open, by severity; its clauses."""

    document: Document
    notes: int
    standing: Mapping[Severity, int]
    clauses: int
    read: int

    @property
    def percent(self) -> int:
        """How much of it was read, in hundredths."""
        return round(100 * self.read / self.clauses) if self.clauses else 0


def listed_clauses(policy: PolicyDocument) -> list[Clause]:
    """Return the clauses that a reviewer goes through: the numbered ones, or all where nothing is numbered."""
    listed = [clause for clause in policy.clauses if clause.part in _LISTED]
    return listed if any(clause.part is ClausePart.NUMBERED for clause in listed) else list(policy.clauses)


def counted(matter: OpenMatter) -> tuple[Counted, ...]:
    """Return the documents of a matter with what is to be done in each. Raises MatterError."""
    return tuple(_counted(matter, document) for document in matter.documents())


def _counted(matter: OpenMatter, document: Document) -> Counted:
    addresses = {clause.address for clause in listed_clauses(matter.policy(document.latest.uid))}
    notes = matter.notes(document.uid)
    read = len(addresses & matter.read_clauses(document.uid))
    return Counted(document, len(notes), _standing(notes), len(addresses), read)


def _standing(notes: Sequence[Note]) -> dict[Severity, int]:
    found = Counter(note.severity for note in notes if note.status in _STANDING)
    return {severity: found[severity] for severity in Severity if found[severity]}


def overview(documents: Iterable[Counted]) -> tuple[dict[Severity, int], int]:
    """Return the open notes of several documents by severity, and how many hundredths of their clauses were read."""
    every = list(documents)
    found = {severity: sum(one.standing.get(severity, 0) for one in every) for severity in Severity}
    clauses = sum(one.clauses for one in every)
    percent = round(100 * sum(one.read for one in every) / clauses) if clauses else 0
    return {severity: count for severity, count in found.items() if count}, percent


def details_of(paths: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """Return what matters say of themselves, field by field, each thing once; a file that is none says nothing."""
    found: dict[str, dict[str, None]] = {name: {} for name in MATTER_FIELDS}
    for path in paths:
        for name, value in _details(path).items():
            if isinstance(value, str) and value.strip() and name in found:
                found[name].setdefault(value)
    return {name: tuple(values) for name, values in found.items() if values}


def _details(path: Path) -> dict[str, object]:
    try:
        with closing(Store(path, read_only=True)) as store:
            return store.matter()
    except MatterError:
        return {}
