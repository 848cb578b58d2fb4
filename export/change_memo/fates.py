"""What the new version means for the findings: what became of their words, what was decided, what waits. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from annotations.carry import PLACELESS, WORSE
from annotations.model import Anchor, AnchorState, Note, Status, Version
from annotations.passage import ACCEPTED, KEPT_LOST, PLACED, RESOLVED
from documents.citing import address_of
from documents.model import PolicyDocument, Span
from export.change_memo.excerpts import Bit, redline_of_words, shortened
from export.change_memo.history import Deed, Past
from export.findings import Finding

__all__ = ["FindingFate", "Lot", "Pair", "fates_of"]

_STANDING: Final = (Status.OPEN, Status.IN_PROGRESS)
_NOT_CARRIED: Final = "elsewhere"


class Lot(StrEnum):
    """Where a finding belongs: it still stands, was cured, closed otherwise, or is new with this version."""

    OPEN = "open"
    CURED = "cured"
    CLOSED = "closed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two versions that are compared, and what each says."""

    old: Version
    new: Version
    old_policy: PolicyDocument
    new_policy: PolicyDocument
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFate:
    """One finding. `state` is one of AnchorState's, "none" without words, "elsewhere" without a place on the version.

    `decision` is a word of annotations.passage, `placed` who took it; `decided` who gave the status. `changes` are the
    numbers of the changes that touch its words. `proposed` cites where words may stand that wait for a place.
    """

    finding: Finding
    lot: Lot
    state: str = "none"
    alerts: tuple[str, ...] = ()
    bits: tuple[Bit, ...] = ()
    decision: str = ""
    proposed: str = ""
    placed: Deed | None = None
    decided: Deed | None = None
    changes: tuple[int, ...] = ()

    @property
    def to_look_at(self) -> bool:
        """Whether a place or an alert waits for a reviewer."""
        waits = self.state in (AnchorState.AMBIGUOUS.value, AnchorState.LOST.value, _NOT_CARRIED)
        return self.lot is Lot.OPEN and not self.decision and (waits or bool(self.alerts))


def fates_of(
    findings: Sequence[Finding], notes: Mapping[str, Note], pair: Pair, past: Past, touched: Mapping[str, Sequence[int]]
) -> tuple[FindingFate, ...]:
    """Return what became of each finding that was open when the new version came, and those made since."""
    came = past.came(pair.new)
    made = []
    for finding in findings:
        note = notes[finding.uid]
        lot = _lot(note, pair, past, came)
        if lot is not None:
            fate = FindingFate(
                finding=finding, lot=lot, decided=past.decided(note), changes=tuple(touched.get(note.uid, ()))
            )
            made.append(_with_words(fate, note, pair, past))
    return tuple(made)


def _lot(note: Note, pair: Pair, past: Past, came: datetime) -> Lot | None:
    """Return where a note belongs; None for one that was closed before, or speaks of neither version."""
    versions = {anchor.version for anchor in note.anchors}
    if not note.anchors:
        is_new = note.created >= came
    elif pair.old.uid in versions:
        is_new = False
    elif pair.new.uid in versions:
        is_new = True
    else:
        return None
    if is_new:
        return Lot.NEW
    if past.status_at(note, came) not in _STANDING:
        return None
    if note.status in _STANDING:
        return Lot.OPEN
    return Lot.CURED if note.status is Status.RESOLVED else Lot.CLOSED


def _with_words(fate: FindingFate, note: Note, pair: Pair, past: Past) -> FindingFate:
    """Return what is known of a finding with what became of its words, and what was decided about their place."""
    before = [anchor for anchor in note.anchors if anchor.version == pair.old.uid]
    now = [anchor for anchor in note.anchors if anchor.version == pair.new.uid]
    undecided = [anchor for anchor in now if not _decision(anchor)]
    decider = next((anchor for anchor in now if _decision(anchor)), None)
    is_new = fate.lot is Lot.NEW
    return replace(
        fate,
        state=_state(before, now),
        alerts=() if is_new else tuple(dict.fromkeys(code for one in undecided or now for code in one.alerts)),
        bits=() if is_new else _redline(before, now, pair.new_policy),
        proposed=_proposed(now, pair),
        decision="" if any(map(_waits, undecided)) or decider is None else _decision(decider),
        placed=past.placed(note, decider) if decider is not None else None,
    )


def _rank(anchor: Anchor) -> int:
    return WORSE.index(anchor.state) if anchor.state in WORSE else -1


def _decision(anchor: Anchor) -> str:
    told = anchor.passage.decided if anchor.passage is not None else ""
    return told if told in (ACCEPTED, PLACED, RESOLVED, KEPT_LOST) else ""


def _waits(anchor: Anchor) -> bool:
    return anchor.state in PLACELESS or bool(anchor.alerts)


def _state(before: Sequence[Anchor], now: Sequence[Anchor]) -> str:
    """Return the worst that became of a note's words; over several versions they are compared once more."""
    worst = max(now, key=_rank, default=None)
    if worst is None:
        return _NOT_CARRIED if before else "none"
    skipped = any(
        anchor.passage is not None and anchor.passage.version not in {one.version for one in before} for anchor in now
    )
    if worst.state is AnchorState.AMBIGUOUS and _decision(worst):
        return _NOT_CARRIED  # settled by the change: nobody asks for its place any more
    if skipped and worst.state not in PLACELESS and [one.exact for one in before] != [one.exact for one in now]:
        return AnchorState.EDITED.value
    return worst.state.value


def _redline(before: Sequence[Anchor], now: Sequence[Anchor], policy: PolicyDocument) -> tuple[Bit, ...]:
    """Return a note's words as they were and are; where there is one place on each side it is plain which is which."""
    if len(before) != 1 or len(now) != 1:
        words = [one.exact for one in before]
        return shortened(redline_of_words(words[0], words[0])) if words else ()
    was, is_ = before[0], now[0]
    if is_.state is AnchorState.LOST:
        return shortened(redline_of_words(was.exact, ""))
    if is_.state is AnchorState.AMBIGUOUS:
        place = _first_place(is_)
        return shortened(redline_of_words(was.exact, place.of(policy.text) if place else was.exact))
    return shortened(redline_of_words(was.exact, is_.exact))


def _first_place(anchor: Anchor) -> Span | None:
    """Return the likeliest of the places where words may stand that wait for one."""
    proposed = anchor.passage.proposed if anchor.passage is not None else ()
    waits = anchor.state is AnchorState.AMBIGUOUS and not _decision(anchor)
    return proposed[0] if proposed and waits else None


def _proposed(now: Sequence[Anchor], pair: Pair) -> str:
    places = [place for anchor in now if (place := _first_place(anchor)) is not None]
    return address_of(pair.new_policy, places, pair.language) if places else ""
