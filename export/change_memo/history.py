"""What the list of changes tells of findings since a version came: which status when, and who decided. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from annotations.history import WHOLE, Change
from annotations.model import Anchor, Note, Status, Version
from annotations.passage import how_read
from annotations.rows import kind_of, uid_of

__all__ = ["Deed", "Past", "past_of", "wanted"]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was decided about a note: by whom ("" where nobody is named) and when."""

    by: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """The changes of status and place of each note in the order of their time, and when each version came."""

    statuses: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    places: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    versions: Mapping[str, datetime] = field(default_factory=dict)

    def came(self, version: Version) -> datetime:
        """Return when a version was put into the matter: the day of its receipt may be written in by hand."""
        return self.versions.get(version.uid, version.received)

    def status_at(self, note: Note, moment: datetime) -> Status:
        """Return the status that a note had then."""
        later = [change for change in self.statuses.get(note.uid, ()) if change.time >= moment]
        try:
            return Status(later[0].before) if later else note.status
        except ValueError:
            return note.status

    def decided(self, note: Note) -> Deed | None:
        """Return who gave a note the status it has; None where it was made with it."""
        last = next(iter(reversed(self.statuses.get(note.uid, ()))), None)
        return Deed(last.author, last.time) if last is not None and last.after == note.status.value else None

    def placed(self, note: Note, anchor: Anchor) -> Deed | None:
        """Return who decided about the place that an anchor has."""
        decided = anchor.passage.decided if anchor.passage is not None else ""
        for change in self.places.get(note.uid, ()):
            if decided and decided in _decisions(change, anchor.version):
                return Deed(change.author, change.time)
        return None


def wanted(change: Change) -> bool:
    """Whether a change says something of this: the rest of the list is nobody's business here."""
    kind = kind_of(change.target)
    return (kind == "note" and change.field in ("status", "anchors")) or (kind == "version" and change.field == WHOLE)


def past_of(changes: Iterable[Change]) -> Past:
    """Return the past that a list of changes tells."""
    statuses: dict[str, list[Change]] = {}
    places: dict[str, list[Change]] = {}
    versions: dict[str, datetime] = {}
    for change in sorted(filter(wanted, changes), key=lambda one: (one.time, one.seq)):
        uid = uid_of(change.target)
        if change.field == WHOLE:
            versions.setdefault(uid, change.time)
        else:
            (statuses if change.field == "status" else places).setdefault(uid, []).append(change)
    return Past(statuses, places, versions)


def _decisions(change: Change, version: str) -> set[str]:
    """Return what a change of places says was decided on a version."""
    told = set()
    for one in change.after or ():
        if isinstance(one, Mapping) and one.get("version") == version:
            passage = how_read(str(one.get("how", "")))[1]
            told.add(passage.decided if passage else "")
    return told
