"""Whether a matter is whole: the file, the list of changes, the rows it folds to, the anchors and the bytes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from annotations.codec import MATTER_FIELDS
from annotations.erasing import wrongly_struck
from annotations.errors import Problem
from annotations.history import Change, first_break, numbers
from annotations.journal import values_of_changes
from annotations.merging import claims_of, sessions_of
from annotations.model import AnchorState
from annotations.rows import COLUMNS, kind_of, target, uid_of, values_of
from annotations.store import Store

__all__ = ["check", "folded"]

_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


def check(store: Store) -> tuple[Problem, ...]:
    """Return what is wrong with a matter; nothing for one that is whole. Raises MatterError if it cannot be read."""
    changes = store.changes()
    return (
        *(Problem("problem_file", {"detail": line}) for line in store.complaints()),
        *_chains(changes),
        *_struck(changes),
        *_rows(store, changes),
        *_bytes(store),
        *_anchors(store),
    )


def _chains(changes: list[Change]) -> Iterator[Problem]:
    for session, found in sessions_of(changes).items():
        broken = first_break(found)
        if broken is None:
            continue
        change = found[broken]
        where = {"seq": broken + 1, "session": session[:8], "author": change.author}
        yield Problem("problem_gap" if change.seq != broken + 1 else "problem_chain", where)


def _struck(changes: list[Change]) -> Iterator[Problem]:
    for change in wrongly_struck(changes):
        yield Problem("problem_struck", {"seq": change.seq, "session": change.session[:8], "author": change.author})


def folded(changes: list[Change]) -> dict[str, dict[str, Any]]:
    """Return what the whole list folds to: the plain values of every target."""
    by_target: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_target[change.target].append(change)
    values = {name: values_of_changes(name, found) for name, found in by_target.items() if kind_of(name) != "group"}
    for note, number in numbers(claims_of(changes)).items():
        values[target("note", note)]["number"] = number
    return values


def _rows(store: Store, changes: list[Change]) -> Iterator[Problem]:
    expected = folded(changes)
    kept = _kept(store)
    for name in sorted(expected.keys() | kept.keys()):
        kind = kind_of(name)
        if values_of(expected.get(name, {}), kind) != values_of(kept.get(name, {}), kind):
            yield Problem("problem_fold", {"target": name})
    marked = {
        (uid_of(name), field.removeprefix("read:"))
        for name, values in expected.items()
        if kind_of(name) == "document"
        for field, value in values.items()
        if field.startswith("read:") and value
    }
    if marked != set(store.read_clauses()):
        yield Problem("problem_fold", {"target": "read_clauses"})


def _kept(store: Store) -> dict[str, dict[str, Any]]:
    kept = {target(kind, uid): row for kind in COLUMNS for uid, row in store.rows(kind).items()}
    for note, anchors in store.anchors().items():
        kept.setdefault(target("note", note), {})["anchors"] = anchors
    matter = {name: value for name, value in store.matter().items() if name in MATTER_FIELDS}
    return {**kept, "matter": matter} if matter else kept


def _bytes(store: Store) -> Iterator[Problem]:
    removed = {uid for uid, row in store.rows("document").items() if row["removed"]}
    for uid, row in store.rows("version").items():
        if row["removed"] or row["document"] in removed:
            continue
        data = store.original(row["sha256"])
        if data is None or hashlib.sha256(data).hexdigest() != row["sha256"]:
            yield Problem("problem_original", {"name": row["file_name"]})
        if _text(store, uid) is None:
            yield Problem("problem_reading", {"name": row["file_name"]})


def _text(store: Store, version: str) -> str | None:
    from documents.reading import unpack

    kept = store.reading(version)
    try:
        return unpack(kept[2]).text if kept else None
    except (ValueError, KeyError, TypeError):
        return None


def _anchors(store: Store) -> Iterator[Problem]:
    texts: dict[str, str | None] = {}
    rows = store.rows("note")
    for note, anchors in store.anchors().items():
        for anchor in anchors:
            if rows.get(note, {}).get("deleted", 1) or anchor["state"] in _PLACELESS:
                continue
            version = anchor["version"]
            text = texts[version] if version in texts else texts.setdefault(version, _text(store, version))
            if text is not None and text[anchor["start"] : anchor["end"]] != anchor["exact"]:
                yield Problem("problem_anchor", {"number": rows[note]["number"], "exact": anchor["exact"][:60]})
