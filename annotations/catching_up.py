"""Notes of one copy on versions that only another copy had: carried there when the two are merged.

Each is carried from where a reviewer put it, to every later version that it lacks. So the copies say the same in
whatever order they were merged: a place follows from the note and the two texts, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotations.carry import carried_notes
from annotations.following import Follower, follower_between
from annotations.journal import Journal, Wish
from annotations.model import Anchor, AnchorState, Document, Note
from annotations.rows import target
from annotations.shelf import Shelf

__all__ = ["catch_up"]


def catch_up(journal: Journal, shelf: Shelf, group: str) -> int:
    """Carry what lacks a place on a later version, as part of `group`; return how many notes. Raises MatterError."""
    wishes = [wish for document in shelf.documents() for wish in _of_document(shelf, document)]
    if wishes:
        journal.write(wishes, group=group)
        shelf.forget()
    return len(wishes)


def _of_document(shelf: Shelf, document: Document) -> Iterator[Wish]:
    shown = {version.uid for version in document.versions}
    order = [version.uid for version in shelf.every_version(document.uid)]
    lacking = {
        note.uid: (note, source) for note in shelf.notes(document.uid) if (source := _source(note, order, shown))
    }
    followers: dict[tuple[str, str], Follower] = {}
    for note, source in lacking.values():
        has = {anchor.version for anchor in note.anchors}
        found = list(note.anchors)
        for version in order[order.index(source) + 1 :]:
            if version in shown and version not in has:
                pair = source, version
                if pair not in followers:
                    followers[pair] = follower_between(shelf.policy(source), shelf.policy(version))
                found += _carried(note, pair, followers[pair])
        found.sort(key=lambda anchor: -order.index(anchor.version) if anchor.version in order else 1)
        yield Wish(target("note", note.uid), "anchors", tuple(found))


def _source(note: Note, order: list[str], shown: set[str]) -> str:
    """Return the version to carry a note from: where it was put last, though that one was taken out since.

    Empty where it lacks no place behind that.
    """
    has = {anchor.version for anchor in note.anchors}
    standing = [version for version in order if version in has]
    if not standing:
        return ""
    placed = [version for version in standing if _by_hand(note, version)]
    source = (placed or standing)[-1]
    return source if (set(order[order.index(source) :]) & shown) - has else ""


def _by_hand(note: Note, version: str) -> bool:
    return all(a.state is AnchorState.PLACED for a in note.anchors if a.version == version)


def _carried(note: Note, pair: tuple[str, str], follower: Follower) -> tuple[Anchor, ...]:
    source, version = pair
    own = replace(note, anchors=tuple(anchor for anchor in note.anchors if anchor.version == source))
    for wish, _ in carried_notes([own], source, version, follower):
        return tuple(anchor for anchor in wish.after if anchor.version == version)
    return ()
