"""Proposed wording as tracked changes: what is changed where, and what can only be said in a comment."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from annotations.model import Matter, Note, Status
from annotations.rules_of_sending import fields_for
from documents.model import Clause, PolicyDocument, Span
from export.selection import author_of, listed_id
from export.voices import proposer
from export.word.base import Base
from export.word.comment_words import words_of
from export.word.edits import Edit, applied, edits
from export.word.ground import Ground
from export.word.new_clauses import Slot, put_in, slot_after
from export.word.placing import Place, Places
from export.word.tracked import Stamp, Tracker
from export.writer import ExportJob, Listed

__all__ = ["DELETED", "Redraft", "Redrafts", "free_ids"]

_STANDING: Final = {Status.OPEN, Status.IN_PROGRESS}
_ON_ITS_WORDS: Final = {"", "footnote"}
DELETED: Final = re.compile(
    r"[（(〔\[]\s*(?:"
    r"[本此该](?:项|条|款|句|段|处|部分)?(?:内容|文字|表述)?(?:建议|应当|应|拟|予以|全部|整体)*删[除去]"
    r"(?:[，,、；;]?\s*(?:不作|不再|不另|无需|不予)[^，。；）)〕\]]{0,10})?。?"
    r"|(?:this|the) (?:item|clause|sub-?clause|sentence|paragraph|provision|section|phrase|text|wording|bullet)"
    r" (?:is|should be|is to be|to be|shall be) deleted(?: without replacement| in its entirety| entirely)?\.?"
    r"|deleted? (?:this \w+|without replacement)\.?"
    r")\s*[）)〕\]]",
    re.IGNORECASE,
)
"""Wording that is no text but says, in brackets, that the words go."""
_IDS: Final = re.compile(rb'\bid="(\d{1,9})"')


@dataclass(frozen=True, slots=True)
class Redraft:
    """The changes of the words of one note at one place."""

    note: Note
    words: Span
    changes: tuple[Edit, ...]


@dataclass(slots=True)
class Redrafts:
    """The redrafts of one export. `base` is the file with the new clauses in it; `edges` are where its runs are cut."""

    base: Base
    policy: PolicyDocument
    job: ExportJob
    fresh_id: Callable[[], int]
    moved: Callable[[Span], Span | None]
    planned: list[Redraft] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    _put_in: list[Edit] = field(default_factory=list)
    _slots: dict[int, Slot] = field(default_factory=dict)

    @property
    def edges(self) -> Iterator[int]:
        """The places at which runs must be cut before `write`."""
        for redraft in self.planned:
            for change in redraft.changes:
                yield from (change.start, change.end)

    @property
    def puts_in(self) -> bool:
        """Whether a clause was put in."""
        return bool(self._put_in)

    @property
    def text(self) -> str:
        """The text as it reads with every redraft accepted."""
        changes = [change for redraft in self.planned for change in redraft.changes]
        return applied(self.base.text, sorted([*changes, *self._put_in], key=lambda one: (one.start, one.end)))

    def plan(self, notes: Sequence[Note], places: Places) -> None:
        """Decide what is tracked, the worst first, and put the clauses in that the policy lacks."""
        ground = Ground(self.base)
        wanted = [(note, words) for note in notes if (words := self._wording(note))]
        taken: list[Span] = []
        for note, words in sorted(wanted, key=lambda one: _turn(one[0])):
            why = self._plan(note, words, _Plan(ground, places, taken))
            if why:
                self.listed.append(Listed(listed_id(note), why))

    def write(self, base: Base) -> None:
        """Write the planned changes into the trees of `base`, whose runs are cut at `edges`."""
        tracker = Tracker(base)
        for redraft in self.planned:
            tracker.write(redraft.changes, redraft.words, self._stamp(redraft.note))

    def _wording(self, note: Note) -> str:
        """The proposed wording in the policy's own language, for the text is in that; empty where none goes out."""
        if "proposed_wording" not in fields_for(self.job.options.profile):
            return ""
        return words_of(note, "proposed_wording", self.policy.language).replace("\r\n", "\n").replace("\r", "\n")

    def _plan(self, note: Note, words: str, plan: _Plan) -> str:
        """Plan one note's redraft; return why not all of it is tracked."""
        if note.status not in _STANDING:
            return "redraft_settled"
        if note.insert_after:
            return self._plan_clause(note, words, plan.places)
        if not note.anchors:
            return "redraft_nowhere"
        places = list(dict.fromkeys(plan.places.of(note)))
        places = [place for place in places if place.why in _ON_ITS_WORDS and len(place.span)]
        same = [place for place in places if place.words == places[0].words]
        whys = [self._plan_place(note, words, place, plan) for place in same]
        return next(filter(None, whys), "redraft_first" if len(same) < len(places) else "")

    def _plan_place(self, note: Note, words: str, place: Place, plan: _Plan) -> str:
        span = _without_outer_space(place.span, self.base.text)
        at = bisect_left(plan.taken, span.end, key=lambda other: other.start)
        if at and plan.taken[at - 1].end > span.start:
            return "redraft_overlap"
        changes = self._changes(span, words, plan.ground)
        why = next(filter(None, (plan.ground.fault(change) for change in changes)), "")
        if changes and not why:
            plan.taken.insert(at, span)
            self.planned.append(Redraft(note, span, changes))
            plan.places.tracked.add((note.uid, place.span))
        return why

    def _changes(self, span: Span, words: str, ground: Ground) -> tuple[Edit, ...]:
        old = span.of(self.base.text)
        if not DELETED.fullmatch(words):
            return edits(old, words, span.start)
        whole = Edit(span.start, span.end + 1, "")
        text = self.base.text
        alone = (span.start == 0 or text[span.start - 1] == "\n") and text[span.end : span.end + 1] == "\n"
        return (whole if alone and not ground.fault(whole) else Edit(span.start, span.end, ""),)

    def _plan_clause(self, note: Note, words: str, places: Places) -> str:
        """Put a clause in that is missing; its comment stands on it."""
        clause = next((clause for clause in self.policy.clauses if clause.address == note.insert_after.strip()), None)
        own = None if clause is None else self._in_base(clause)
        slot = None if clause is None or own is None else slot_after(self.base, self.policy, clause, own)
        if slot is None:
            return "redraft_no_clause"
        place = Span(slot.place, slot.place)
        slot = self._slots.get(slot.place, slot)
        self.base, first, last = put_in(self.base, slot, words, self._stamp(note))
        self._slots[slot.place] = replace(slot, behind=last)  # the next clause there goes behind this one
        places.put_in[note.uid] = Place(place, self.base.package.main, mark=first)
        places.tracked.add((note.uid, place))
        self._put_in.append(Edit(slot.place, slot.place, f"\n{words}"))
        return ""

    def _in_base(self, clause: Clause) -> Span | None:
        """Where the last words of a clause stand in the base's text, told by its whole span."""
        ends = self.moved(Span(clause.span.end - 1, clause.span.end)) if len(clause.span) else None
        return None if ends is None else Span(ends.end - len(clause.span), ends.end)

    def _stamp(self, note: Note) -> Stamp:
        matter: Matter = self.job.matter.matter()
        author, _initials = author_of(proposer(note, self.job), self.job, matter)
        return Stamp(author, note.modified.strftime("%Y-%m-%dT%H:%M:%S"), self.fresh_id)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is known while redrafts are planned: the ground, the places of notes, the words that are taken, in order."""

    ground: Ground
    places: Places
    taken: list[Span]


def free_ids(base: Base) -> Callable[[], int]:
    """Return a counter of ids that nothing in any part of the package bears."""
    package = base.package
    names = [name for name in package.names() if name.endswith(".xml")]
    taken = {int(number) for name in names for number in _IDS.findall(package[name])}
    return _free(taken).__next__


def _free(taken: Iterable[int]) -> Iterator[int]:
    held = set(taken)
    return (number for number in count(1) if number not in held)


def _turn(note: Note) -> tuple[bool, int, int]:
    """Clauses that are put in come in the order of their numbers, changes of the same words the worst first."""
    return (False, 0, note.number) if note.insert_after else (True, -note.severity.rank, note.number)


def _without_outer_space(span: Span, text: str) -> Span:
    """The span without spaces and line ends at its edges: wording has none, and those of the policy stay."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else span
