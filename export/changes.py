"""What became of the findings on an earlier version: the substance of a re-review memo. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotations.model import AnchorState, Document, Note, Status, Version
from export.findings import Finding

__all__ = ["VERDICTS", "Change", "Verdict", "changes_of", "earlier_version", "tally", "was_there_before"]


class Verdict(StrEnum):
    """What a second round says of a finding. It is the reviewer's own status, never drawn from the text."""

    NOT_DONE = "not done"
    PARTLY = "partly"
    NEW = "new"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


VERDICTS: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.DONE: ("Put right", "已整改"),
    Verdict.PARTLY: ("Partly put right", "部分整改"),
    Verdict.NOT_DONE: ("Not put right", "未整改"),
    Verdict.NEW: ("New", "新增"),
    Verdict.ACCEPTED: ("Risk accepted by client", "客户接受风险"),
    Verdict.DECLINED: ("Declined", "不采纳"),
}
"""The words for each, in the order they are counted."""

_BY_STATUS: Final = {
    Status.OPEN: Verdict.NOT_DONE,
    Status.IN_PROGRESS: Verdict.PARTLY,
    Status.ACCEPTED: Verdict.ACCEPTED,
    Status.RESOLVED: Verdict.DONE,
    Status.DECLINED: Verdict.DECLINED,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One finding in the second round; `text` says what became of its words, None where it has none or is new."""

    finding: Finding
    verdict: Verdict
    text: AnchorState | None = None


def earlier_version(document: Document) -> Version | None:
    """Return the version before the latest, if there is one."""
    return document.versions[-2] if len(document.versions) > 1 else None


def was_there_before(note: Note, document: Document) -> bool:
    """Whether a note speaks about an earlier version too; one without a place is judged by the day it was made."""
    if earlier_version(document) is None:
        return False
    if note.anchors:
        return any(anchor.version != document.latest.uid for anchor in note.anchors)
    return note.created < document.latest.received


def changes_of(
    findings: Sequence[Finding], documents: Mapping[str, Document], notes: Mapping[str, Note]
) -> tuple[Change, ...]:
    """Return what became of each finding; empty where none was there before, for then there is no second round."""
    made = tuple(_changes(findings, documents, notes))
    return made if any(change.verdict is not Verdict.NEW for change in made) else ()


def _changes(
    findings: Sequence[Finding], documents: Mapping[str, Document], notes: Mapping[str, Note]
) -> Iterator[Change]:
    order = list(Verdict)
    told = []
    for item in findings:
        document, note = documents[item.document], notes[item.uid]
        if item.status is None or earlier_version(document) is None:
            continue
        if was_there_before(note, document):
            told.append(Change(item, _BY_STATUS[item.status], _text(note, document)))
        else:
            told.append(Change(item, Verdict.NEW))
    return iter(sorted(told, key=lambda change: order.index(change.verdict)))


def _text(note: Note, document: Document) -> AnchorState | None:
    """Return the worst that became of the note's words on the latest version."""
    worst = list(AnchorState)
    states = [anchor.state for anchor in note.anchors if anchor.version == document.latest.uid]
    return max(states, key=worst.index, default=None)


def tally(changes: Sequence[Change]) -> tuple[tuple[Verdict, int], ...]:
    """Return how many of each there are, in the order they are told; none left out that has any."""
    counts = Counter(change.verdict for change in changes)
    return tuple((verdict, counts[verdict]) for verdict in VERDICTS if counts[verdict])
