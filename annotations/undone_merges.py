"""Merges that were undone: who merges the same copy again may want them back, though nothing in it is new. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from annotations.deeds import MERGED
from annotations.history import Change

__all__ = ["undone_merges"]


def undone_merges(changes: Iterable[Change], arrived: Collection[str], there: Mapping[str, int]) -> list[str]:
    """Return the groups that undid merges of this file and stand, last first, so that they can be undone in turn.

    `there` says how far each session goes in the copy that is merged again: a merge that brought more is not meant.
    """
    brought: dict[str, dict[str, int]] = {}
    undone_by: dict[str, str] = {}
    for change in changes:
        if change.field == MERGED and change.id not in arrived:
            ends = brought.setdefault(change.group, {})
            ends.update({session: last for session, (_first, last) in change.after.items()})
        if change.undoes:
            undone_by[change.undoes] = change.group
    meant = [group for group, ends in brought.items() if all(there.get(one, 0) >= last for one, last in ends.items())]
    return [undo for group in reversed(meant) if (undo := _standing_undo(group, undone_by))]


def _standing_undo(group: str, undone_by: Mapping[str, str]) -> str:
    """Return the undo of a group that stands; empty where it was undone in its turn, or never was."""
    undo = ""
    while group in undone_by:
        group = undone_by[group]
        undo = "" if undo else group
    return undo
