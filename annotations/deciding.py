"""The use cases of uniting copies: what a merge would bring, what is undecided after it, and deciding it with a reason.

A decision is a change like any other: it says who, when and why, travels with the next merge, and undo takes it back.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotations import merging
from annotations.apart import Apart
from annotations.approval import with_approval
from annotations.catching_up import catch_up
from annotations.codec import CHOICES, NOTE_FIELDS, first_fields, with_choices
from annotations.doubles import Double, doubles_in
from annotations.errors import MatterError
from annotations.foreseen import Foreseen, foresee
from annotations.history import GONE, WHOLE
from annotations.incoming_notes import CLAUSEMARK
from annotations.joining import joined_note
from annotations.journal import Journal, Wish, new_id
from annotations.merging import MergeReport
from annotations.model import Note, Severity
from annotations.rows import kind_of, target, uid_of
from annotations.shelf import Shelf
from annotations.store import Store
from annotations.undecided import DECIDED, Claim, Conflict
from annotations.undone_merges import undone_merges

__all__ = ["Deciding", "Undecided", "said_by"]

_KEPT = (*NOTE_FIELDS, "document", "number", "created", "modified")
_NO_WORDS = frozenset({GONE, "removed", "anchors", "rules", "translations"})
_APART = "apart:"
_DIFFER = "differ:"


@dataclass(frozen=True, slots=True)
class Undecided:
    """What several reviewers left to decide: fields, notes on the same words, and those that rate them differently."""

    conflicts: tuple[Conflict, ...] = ()
    doubles: tuple[Double, ...] = ()
    severities: tuple[Double, ...] = ()

    @property
    def count(self) -> int:
        """How many things there are to decide; a pair that is in two lists counts in both."""
        return len(self.conflicts) + len(self.doubles) + len(self.severities)


class Deciding(Apart):
    """A matter that copies of it are merged into. Methods that change something raise MatterError as others do."""

    # -- merging -----------------------------------------------------------------------------------------------------

    def merge(self, *others: Path) -> MergeReport:
        """Take other copies' changes in, as one group. Twice changes nothing; raises MatterError as `open` does.

        Each copy is taken in whole or not at all; where one is refused, those before it stay.
        """
        self._may_write()
        group = new_id()
        try:
            report = merging.several([merging.merge(self._journal, other, group) for other in others])
        finally:
            self._shelf.forget()
        return replace(report, carried=catch_up(self._journal, self._shelf, group))

    def merge_apart(
        self, others: Sequence[Path], progress: Callable[[int], object] = lambda _done: None
    ) -> MergeReport:
        """Merge on a connection of its own, for another thread; nothing else may write meanwhile.

        `look_again` is to be called afterwards, on this matter's own thread. Raises MatterError as `merge` does.
        """
        self._may_write()
        group = new_id()
        with closing(Store(self.path, read_only=False)) as store:
            journal, reports = Journal(store, self.reviewer, self._journal.clock), []
            for done, other in enumerate(others):
                progress(done)
                reports.append(merging.merge(journal, other, group))
            return replace(merging.several(reports), carried=catch_up(journal, Shelf(store), group))

    def bring_back(self, *others: Path) -> int:
        """Bring back what merging other copies had brought and an undo took away; return how many things moved."""
        self._may_write()
        try:
            return sum(merging.bring_back(self._journal, other) for other in others)
        finally:
            self._shelf.forget()

    def look_again(self) -> None:
        """Read everything anew: it was changed on another connection."""
        self._journal.forget()
        self._shelf.forget()

    def foresee(self, *others: Path) -> Foreseen:
        """Count what other copies would bring, and write nothing. Raises MatterError as `merge` does."""
        found, back = [], 0
        for other in others:
            if other.exists() and other.samefile(self.path):
                raise MatterError("same_matter")
            with closing(Store(other, read_only=True)) as theirs:
                came, arriving = merging.arriving_from(self._store, theirs, other.name)
            found.append(arriving)
            if not arriving:
                ends, changes = merging.ends_of(came.changes), self._store.changes()
                back += len(undone_merges(changes, self._store.arrived(), ends))
        return replace(foresee(self._store.changes(), found), undone=back)

    # -- what is left ------------------------------------------------------------------------------------------------

    def undecided(self) -> Undecided:
        """Return what is left to decide, the same in every copy that has the same changes."""
        latest = {document.uid: document.latest.uid for document in self._shelf.documents()}
        every = sorted(doubles_in(self._shelf.notes(), latest), key=lambda one: (one.first.number, one.second.number))
        apart, differ = self._settled_pairs()
        doubles = [one for one in every if _pair(one) not in apart]
        severities = [one for one in every if one.disagree and differ.get(_pair(one)) != _ratings(one)]
        return Undecided(self.open_conflicts(), tuple(doubles), tuple(severities))

    def notes_and_deleted(self) -> tuple[Note, ...]:
        """Return the notes of all documents, deleted ones too, and of those taken out: they may be wanted there."""
        documents = (*self._shelf.documents(), *self._shelf.removed())
        return tuple(note for one in documents for note in self._shelf.every_note(one.uid))

    def _settled_pairs(self) -> tuple[set[tuple[str, str]], dict[tuple[str, str], Any]]:
        """Return the pairs that are to stay two notes, and those whose ratings are to stay as they were then."""
        apart: set[tuple[str, str]] = set()
        differ: dict[tuple[str, str], Any] = {}
        told = {name for _, name, field in self._store.note_changes() if field.startswith((_APART, _DIFFER))}
        for name in told:
            for field, standing in self._journal.standing(name).items():
                pair = (uid_of(name), field.partition(":")[2])
                if field.startswith(_APART) and standing.value:
                    apart.add(pair)
                elif field.startswith(_DIFFER) and standing.value:
                    differ[pair] = standing.value["ratings"]
        return apart, differ

    # -- deciding ----------------------------------------------------------------------------------------------------

    def decide(self, conflict: Conflict, value: Any, why: str) -> None:  # noqa: ANN401 - the field decides the type
        """Say what a field says from now on, and why; every reviewer's words stay in the list of changes.

        Raises ValueError for a word that is no choice of the field.
        """
        self._may_write()
        self._decided([self._decision(conflict, value, why)])

    def decide_so(self, chosen: Iterable[tuple[Conflict, Any]], why: str) -> None:
        """Say what several fields say from now on, as one group. Raises ValueError as `decide` does."""
        self._may_write()
        self._decided([list(self._decision(conflict, value, why)) for conflict, value in chosen])

    def keep_both(self, note: str, why: str) -> Note:
        """Make a note of its own of what the others say of a note: two were taken for one. Raises MatterError."""
        self._may_write()
        own = [c for c in self.open_conflicts() if c.target == target("note", note) and c.field != GONE]
        if not own:
            raise MatterError("nothing_to_decide")
        sides = [_sides(conflict, own[0].shown.author) for conflict in own]
        made = str(uuid.uuid5(CLAUSEMARK, f"{note}/{min(other.change for _, other in sides)}"))
        values = dict(self._journal.values(target("note", note)))
        values |= {one.field: other.value for one, (_, other) in zip(own, sides, strict=True)}
        values |= {"number": self._shelf.next_number(), "author": sides[0][1].author}
        kept = {name: values[name] for name in _KEPT if values.get(name)}
        decided = (self._decision(one, mine.value, why) for one, (mine, _) in zip(own, sides, strict=True))
        one, other = sorted((note, made))
        apart = Wish(target("note", one), f"{_APART}{other}", {"why": why})
        self._decided([[Wish(target("note", made), WHOLE, first_fields(kept)), apart], *decided])
        return self._shelf.note(made)

    def join(self, keep: str, other: str, why: str) -> Note:
        """Make two notes one; what `other` says is kept in `keep`. Raises MatterError "no_note"."""
        self._may_write()
        self._decided([joined_note(self._shelf.note(keep), self._shelf.note(other), why)])
        return self._shelf.note(keep)

    def keep_apart(self, double: Double, why: str) -> None:
        """Let two notes on the same words stay two."""
        self._may_write()
        one, other = _pair(double)
        self._decided([[Wish(target("note", one), f"{_APART}{other}", {"why": why})]])

    def rate(self, double: Double, severity: Severity | None, why: str) -> None:
        """Let two notes on the same words rate the risk alike; with None, let both ratings stand."""
        self.rate_all([double], severity, why)

    def rate_all(self, doubles: Iterable[Double], severity: Severity | None, why: str) -> None:
        """Do so with several pairs, as one group."""
        self._may_write()
        if severity is None:
            self._decided([[_differing(double, why)] for double in doubles])
            return
        notes = {note.uid: note for double in doubles for note in (double.first, double.second)}
        wishes: list[Wish] = []
        for note in notes.values():
            if note.severity is not severity:
                wishes += self._edited(note, "severity", severity)
                wishes.append(Wish(target("note", note.uid), f"{DECIDED}severity", {"why": why}, must=True))
        self._decided([wishes])

    def _decision(self, conflict: Conflict, value: Any, why: str) -> Iterator[Wish]:  # noqa: ANN401 - as above
        name, field = conflict.target, conflict.field
        if kind_of(name) == "note" and field in NOTE_FIELDS and conflict.note in self._uids():
            yield from self._edited(self._shelf.note(conflict.note), field, value)
        else:
            yield Wish(name, field, value, must=True)
        yield Wish(name, f"{DECIDED}{field}", {"why": why}, must=True)

    def _edited(self, note: Note, field: str, value: Any) -> list[Wish]:  # noqa: ANN401 - as above
        values = with_choices({field: value})
        found = with_approval(note, values, self.reviewer, self._journal.clock())
        return [Wish(target("note", note.uid), name, said, must=name == field) for name, said in found.items()]

    def _uids(self) -> frozenset[str]:
        return frozenset(note.uid for note in self._shelf.notes())

    def _decided(self, wishes: Sequence[Iterable[Wish]]) -> None:
        self._journal.write([wish for several in wishes for wish in several])
        self._shelf.forget()


def said_by(word: str, conflicts: Sequence[Conflict]) -> Any:  # noqa: ANN401 - the field decides the type
    """Return a word as what a field is to say. Raises MatterError, also for several fields."""
    if len(conflicts) != 1:
        raise MatterError("which_field" if conflicts else "nothing_to_decide")
    field = conflicts[0].field
    if field in _NO_WORDS or (field in CHOICES and word not in tuple(CHOICES[field])):
        raise MatterError("no_choice", word=word, field=field)
    return word


def _sides(conflict: Conflict, author: str) -> tuple[Claim, Claim]:
    """Return what an author says of a field, or what is shown, and what somebody else says."""
    mine = next((claim for claim in conflict.claims if claim.author == author), conflict.shown)
    return mine, next(claim for claim in conflict.claims if claim is not mine)


def _pair(double: Double) -> tuple[str, str]:
    one, other = sorted((double.first.uid, double.second.uid))
    return one, other


def _differing(double: Double, why: str) -> Wish:
    one, other = _pair(double)
    return Wish(target("note", one), f"{_DIFFER}{other}", {"why": why, "ratings": _ratings(double)})


def _ratings(double: Double) -> list[str]:
    rated = {note.uid: note.severity.value for note in (double.first, double.second)}
    return [rated[uid] for uid in sorted(rated)]
