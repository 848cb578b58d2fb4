"""Old and new versions of real policies compared: all of both is there, and no more is told than changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import fast_diff_match_patch
import pytest

from documents.comparing.comparison import compare_policies
from documents.comparing.model import Comparison, Fate
from documents.model import PolicyDocument
from documents.reader import open_document

EVERY = 4
MORE_LETTERS, FEW_LETTERS = 1.5, 400
MORE_EDITS, FEW_EDITS = 1.5, 10


def _pairs(shared: Path) -> Iterator[tuple[PolicyDocument, PolicyDocument]]:
    folder = shared / "corpora" / "pairs"
    listed = json.loads((folder / "pairs.json").read_text(encoding="utf-8"))
    for one in [pair["id"] for pair in listed if (folder / pair["id"]).is_dir()][::EVERY]:
        old, new = (next((folder / one).glob(f"{name}.*")) for name in ("old", "new"))
        yield open_document(old), open_document(new)


def _told(found: Comparison) -> int:
    """Count the letters that a reader is shown as gone or come."""
    shown = [row.inside if row.partner >= 0 else row.pieces for row in found.rows if not row.has_left]
    return sum(len(one.old) + len(one.new) for pieces in shown for one in pieces if one.fate is not Fate.KEPT)


def _judged(found: Comparison) -> None:
    """Set it against the least that another program finds, which knows letters alone."""
    old, new = found.old.text, found.new.text
    assert "".join(row.old.of(old) for row in found.rows) == old
    assert "".join(row.new.of(new) for row in found.rows) == new
    steps = fast_diff_match_patch.diff(old, new)
    least = sum(length for step, length in steps if step != "=")
    places = sum(step != "=" for step, _ in steps)
    assert _told(found) <= MORE_LETTERS * least + FEW_LETTERS
    assert sum(len(change.edits) for change in found.changes) <= MORE_EDITS * places + FEW_EDITS


@pytest.mark.corpora
def test_no_more_is_told_of_real_versions_than_changed(shared: Path) -> None:
    for old, new in _pairs(shared):
        _judged(compare_policies(old, new))


def test_no_more_is_told_of_a_version_of_our_own_than_changed() -> None:
    clauses = [
        f"{number}. The carrier keeps list {number} of what was delivered for {number + 3} days."
        for number in range(1, 40)
    ]
    later = [
        *clauses[:5],
        "The officer is told of every list.",
        *clauses[6:30],
        clauses[33],
        *clauses[30:33],
        *clauses[34:],
    ]
    texts = ("\n\n".join(clauses), "\n\n".join(later).replace("for 20 days", "for 2 days"))
    old, new = (open_document(text.encode(), name="carrier.md") for text in texts)
    _judged(compare_policies(old, new))
