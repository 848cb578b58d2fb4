"""What a row says on each side and as one text, where a note on a change goes, heights that are measured when seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotations.model import Anchor, AnchorState, Note
from documents.comparing.comparison import compare_policies
from documents.comparing.model import ChangeKind
from documents.reader import open_document
from ui.comparing.change_words import words_of
from ui.comparing.heights import Heights
from ui.comparing.noting import NotePlaces
from ui.comparing.places import Places
from ui.comparing.strips import Mark, Sides, cells_of, sign_of

AT = datetime(2026, 3, 2, tzinfo=UTC)
OLD = """Terms

1. Scope
We keep your data for 30 days. We answer every request in writing.
You can always withdraw the consent that you gave us before.

2. Fees
We never charge a fee for a copy of your personal data.

3. Partners
Partners who help us run the service get the data they need for it.

4. Changes
We tell you of changes by mail.
"""
NEW = """Terms

1. Scope
We keep your data for 90 days. We answer every request.

2. Partners
Partners who help us run the service get the data they need for it.

3. Fees
We never charge a fee for a copy of your personal data.

4. Changes
We tell you of changes by mail.
You may object to them within a month.
"""


@pytest.fixture(scope="module")
def found():
    old, new = (open_document(text.encode(), name="terms.txt") for text in (OLD, NEW))
    return compare_policies(old, new, "en")


@pytest.fixture(scope="module")
def sides(found):
    return Sides(found.old, found.new)


def row_saying(found, words):
    return next(row for row in found.rows if words in row.old.of(found.old.text) + row.new.of(found.new.text))


def change_saying(found, words):
    texts = found.old.text, found.new.text
    return next(one for one in found.changes if words in one.old.of(texts[0]) + one.new.of(texts[1]))


def marked(cell, mark):
    return "".join(one.words for one in cell.stretches if one.mark is mark)


def test_changed_words_are_struck_on_the_left_and_underlined_on_the_right(found, sides):
    left, right = cells_of(row_saying(found, "30 days"), sides, together=False)
    assert "30" in marked(left, Mark.DELETED)
    assert "90" in marked(right, Mark.INSERTED)
    assert not marked(left, Mark.INSERTED)
    assert left.text.startswith("We keep your data for 30 days")


def test_one_text_has_what_went_before_what_came_and_is_either_version_without_the_other(found, sides):
    for row in found.rows:
        if row.partner < 0:
            (cell,) = cells_of(row, sides, together=True)
            kept = [one for one in cell.stretches if one.mark is not Mark.DELETED]
            said = "".join(one.words for one in kept).replace("¶", "").replace("\u2028", "\n")
            assert said.strip() == row.new.of(found.new.text).strip()


def test_what_was_moved_stands_on_one_side_each_in_dashes_and_has_signs_of_its_own(found, sides):
    moved = [row for row in found.rows if row.partner >= 0]
    assert moved
    for row in moved:
        left, right = cells_of(row, sides, together=False)
        assert bool(left.stretches) == row.has_left
        assert bool(right.stretches) != row.has_left
        assert sign_of(row) == ("↷" if row.has_left else "↶")
        assert marked(left if row.has_left else right, Mark.GONE if row.has_left else Mark.COME)


def test_a_row_that_came_or_went_has_its_sign_and_an_equal_one_none(found):
    signs = {sign_of(row) for row in found.rows if row.is_same}
    assert signs == {""}
    assert sign_of(row_saying(found, "object to them")) == "+"
    assert sign_of(row_saying(found, "withdraw the consent")) == "−"
    assert sign_of(row_saying(found, "30 days")) == "≠"


def test_a_note_on_changed_words_goes_on_those_that_came(found, sides):
    place = NotePlaces(sides).place_for(change_saying(found, "object to them"))
    assert place.span.of(found.new.text) == "You may object to them within a month."
    assert place.struck == ""
    changed = NotePlaces(sides).place_for(change_saying(found, "90 days"))
    assert "90" in changed.span.of(found.new.text)


def test_a_note_on_a_deletion_goes_on_the_last_sentence_before_it_and_says_what_was_struck(found, sides):
    place = NotePlaces(sides).place_for(change_saying(found, "withdraw the consent"))
    assert place.span.of(found.new.text) == "We answer every request."
    assert place.struck == "You can always withdraw the consent that you gave us before."


def test_words_struck_inside_a_sentence_have_their_note_on_that_sentence():
    old, new = (
        open_document(text.encode(), name="a.txt")
        for text in ("First line.\nWe answer every request in writing and soon.\n", "First line.\nWe answer soon.\n")
    )
    found = compare_policies(old, new)
    place = NotePlaces(Sides(old, new)).place_for(found.changes[0])
    assert place.span.of(new.text) == "We answer soon."
    assert place.struck


def test_a_change_knows_the_notes_on_its_words_and_a_deletion_only_those_that_name_it(found, sides):
    deleted = change_saying(found, "withdraw the consent")
    place = NotePlaces(sides).place_for(deleted)
    words = place.span.of(found.new.text)
    anchor = Anchor(version="v2", start=place.span.start, end=place.span.end, exact=words, state=AnchorState.PLACED)
    made = Note(uid="a", number=3, document="d", anchors=(anchor,), created=AT, modified=AT)
    named = replace(made, issue=f"Struck: “{place.struck}”")
    other = replace(made, uid="b", number=4, issue="Something else")
    assert NotePlaces(sides).numbers(found.changes, [named, other], "v2")[deleted.id] == (3,)
    assert deleted.id not in NotePlaces(sides).numbers(found.changes, [named], "v1")


def test_a_change_is_said_with_its_clause_its_words_and_its_signs(found, sides):
    said = words_of(change_saying(found, "90 days"), sides, "en")
    assert said.where.startswith("1")
    assert "30 days" in said.before
    assert "90 days" in said.after
    assert "number" in said.signs
    moved = next(one for one in found.changes if ChangeKind.MOVED in one.kinds)
    assert "→" in words_of(moved, sides, "en").where


def test_a_row_leads_to_its_change_and_where_moved_words_stood_to_the_move(found):
    places = Places()
    places.add(found.changes)
    moved = next(one for one in found.changes if one.left)
    assert places.change_at(moved.left.start) is moved
    assert places.change_at(moved.rows.start) is moved
    assert places.change_at(next(n for n, row in enumerate(found.rows) if row.is_same)) is None


def test_heights_are_guesses_until_they_are_measured():
    heights = Heights([20, 20, 20])
    assert heights.row_at(45) == 2
    assert heights.set(0, 50) == 30
    assert heights.measured(0)
    assert not heights.measured(1)
    assert heights.row_at(45) == 0
    assert heights.top(2) == 70
    heights.extend([10])
    assert heights.total == 100
    assert heights.row_at(-5) == 0
    assert heights.row_at(1_000) == 3
    assert Heights().row_at(0) == -1
