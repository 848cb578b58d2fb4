"""The firm's own review of a note: an approval holds for what was approved, and for nothing that came after."""

from __future__ import annotations

import pytest

from annotations.model import Review, Reviewer, Severity, Status

ASSOCIATE = Reviewer("Kim Park", "KP")


@pytest.fixture
def approved(matter, document):
    """A note that the matter's first reviewer approved."""
    note = matter.add_note(document.uid, title="Recipients not named")
    return matter.edit(note.uid, review=Review.APPROVED)


@pytest.mark.parametrize("fields", [{"title": "Other"}, {"severity": Severity.LOW}, {"proposed_wording": "x"}])
def test_a_note_that_another_changes_waits_for_review_again(approved, reopen, fields):
    matter = reopen(ASSOCIATE)
    changed = matter.edit(approved.uid, **fields)
    assert (changed.review, changed.reviewed_by, changed.reviewed_at) == (Review.FOR_REVIEW, "", None)
    matter.undo()
    assert matter.note(approved.uid).review is Review.APPROVED
    assert matter.note(approved.uid).reviewed_by == approved.reviewed_by
    matter.close()


def test_who_approved_may_mend_a_word(matter, approved):
    assert matter.edit(approved.uid, title="Recipients are not named").review is Review.APPROVED


@pytest.mark.parametrize("fields", [{"status": Status.RESOLVED}, {"owner": "Mei"}, {"private_remark": "ask"}])
def test_who_does_it_and_how_far_it_is_takes_no_approval_away(approved, reopen, fields):
    matter = reopen(ASSOCIATE)
    assert matter.edit(approved.uid, **fields).review is Review.APPROVED
    matter.close()


def test_an_edit_that_changes_nothing_takes_no_approval_away(approved, reopen):
    matter = reopen(ASSOCIATE)
    assert matter.edit(approved.uid, title=approved.title).review is Review.APPROVED
    matter.close()


def test_of_several_notes_only_the_approved_wait_again(matter, document, approved, reopen):
    draft = matter.add_note(document.uid)
    matter = reopen(ASSOCIATE)
    first, second = matter.edit_many([approved.uid, draft.uid], severity=Severity.CRITICAL)
    assert (first.review, second.review) == (Review.FOR_REVIEW, Review.DRAFT)
    matter.undo()
    assert matter.note(approved.uid).review is Review.APPROVED
    matter.close()


def test_typing_into_an_approved_note_is_one_step_with_what_follows(approved, reopen):
    matter = reopen(ASSOCIATE)
    for text in ("a", "ab", "abc"):
        matter.edit(approved.uid, visit="v", issue=text)
    assert matter.note(approved.uid).review is Review.FOR_REVIEW
    matter.undo()
    assert (matter.note(approved.uid).issue, matter.note(approved.uid).review) == ("", Review.APPROVED)
    matter.close()
