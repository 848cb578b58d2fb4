"""What merging other copies would bring, counted before it is done. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.history import ERASED, GONE, WHOLE, Change, fold
from annotations.journal import LASTING
from annotations.rows import kind_of, target, uid_of
from annotations.undecided import conflicts_in

__all__ = ["Foreseen", "foresee"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """Counts of what would come in: notes that are new, changed or taken away by others, and the rest.

    `authors` wrote what is new here; `conflicts` would be undecided that are not now. `removed` documents were taken
    out by others; `undone` counts merges of the same copy that were undone here and can be brought back.
    """

    notes: int = 0
    changed: int = 0
    taken_away: int = 0
    replies: int = 0
    documents: int = 0
    versions: int = 0
    erased: int = 0
    conflicts: int = 0
    changes: int = 0
    removed: int = 0
    undone: int = 0
    authors: tuple[str, ...] = ()


def foresee(ours: Sequence[Change], arriving: Iterable[Sequence[Change]]) -> Foreseen:
    """Count what `arriving`, the new changes of each copy, would bring to a list of changes."""
    fresh = {change.id: change for several in arriving for change in several}
    new = list(fresh.values())
    known, made = _targets(ours), _targets(new)
    touched = {change.target for change in new if kind_of(change.target) == "note" and change.target in known}
    gone = _gone([*ours, *new], {*touched, *made}) - _gone(ours, touched)
    undecided = {(c.target, c.field) for c in conflicts_in([*ours, *new])}
    before = {(c.target, c.field) for c in conflicts_in(ours)}
    counted = {kind: sum(kind_of(name) == kind for name in made - known - gone) for kind in _KINDS}
    return Foreseen(
        notes=counted["note"],
        changed=len(touched - gone),
        taken_away=len(gone & known),
        replies=counted["reply"],
        documents=counted["document"],
        versions=sum(name not in known for name in made if kind_of(name) == "version") - counted["document"],
        erased=len({c.target for c in new if c.field == ERASED}),
        conflicts=len(undecided - before),
        changes=len(new),
        removed=len(_gone([*ours, *new], known, "removed") - _gone(ours, known, "removed")),
        authors=tuple(sorted({c.author for c in new if kind_of(c.target) not in LASTING})),
    )


_KINDS = ("note", "reply", "document", "version")


def _targets(changes: Iterable[Change]) -> set[str]:
    return {change.target for change in changes if change.field == WHOLE and kind_of(change.target) in _KINDS}


def _gone(changes: Iterable[Change], names: set[str], field: str = GONE) -> set[str]:
    """Return which of some targets are taken away."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        if change.target in names and change.field == field:
            found.setdefault(change.target, []).append(change)
    return {target(kind_of(name), uid_of(name)) for name, told in found.items() if fold(told)[field].value}
