"""What was carried is gone through: what needs eyes first, decided as changes that undo takes back and merge brings."""

from __future__ import annotations

import json

import pytest

from annotations.carry_review import accepted, counted, kept_lost, placed, resolved, to_see
from annotations.codec import plain
from annotations.matter import OpenMatter
from annotations.model import AnchorState, Reviewer, Status
from annotations.passage import Passage, how_read, how_written
from documents.model import Span
from tests.annotations.conftest import made_policy

OLD = """We collect your name and your address when you open an account with us.
We may share your address with couriers who bring what you ordered.
You may ask us for a copy of what we hold about you at any time.
We keep what you ordered for 30 days, in our own rooms and nowhere else.
A complaint goes to the office that is named on the first page of this notice.
"""
NEW = """Please read this notice first of all, and keep it.
We collect your name and your address when you open an account with us.
We may share your home address with those couriers who bring what you ordered.
We keep what you ordered for 60 days, in our own rooms and nowhere else.
A complaint goes to the office that is named on the first page of this notice.
A complaint goes to the office that is named on the first page of this notice.
"""
QUOTES = {
    "stands": "name and your address when you open",
    "edited": "share your address with couriers who bring",
    "gone": "a copy of what we hold about you",
    "alarming": "what you ordered for 30 days, in our own rooms",
    "doubled": "goes to the office that is named",
}


@pytest.fixture
def carried(matter):
    """A matter whose policy came in a second version; the notes by what became of them."""
    document = matter.add_document(made_policy(OLD), OLD.encode(), "notice.txt")
    made = {}
    for name, words in QUOTES.items():
        start = OLD.index(words)
        made[name] = matter.add_note(document.uid, [Span(start, start + len(words))]).uid
    matter.add_version(document.uid, made_policy(NEW), NEW.encode(), "notice 2.txt")
    return made


def items(matter):
    document = matter.documents()[0]
    return {one.note: one for one in to_see(matter.notes(document.uid), document.latest.uid)}


def decide(matter, uid, how, *more):
    return matter.edit(uid, **how(matter.note(uid), items(matter)[uid], *more))


def test_what_needs_eyes_comes_first_and_what_stands_is_only_counted(matter, carried) -> None:
    document = matter.documents()[0]
    found = to_see(matter.notes(document.uid), document.latest.uid)
    assert [one.note for one in found] == [carried[name] for name in ("doubled", "alarming", "gone", "edited")]
    assert found[1].alerts == ("number",)
    assert not any(one.decided for one in found)
    counts = counted(matter.notes(document.uid), document.latest.uid)
    assert {state.value: count for state, count in counts.items()} == {
        "unchanged": 1, "moved": 0, "edited": 2, "ambiguous": 1, "lost": 1,
    }  # fmt: skip


def test_a_question_keeps_the_place_to_propose_its_rivals_and_the_old_words(matter, carried) -> None:
    one = items(matter)[carried["doubled"]]
    assert (one.state, one.span, one.words) == (AnchorState.AMBIGUOUS, None, QUOTES["doubled"])
    assert [place.of(NEW) for place in one.proposed] == [QUOTES["doubled"]] * 2
    assert one.was.span.of(OLD) == QUOTES["doubled"]


def test_the_chosen_one_of_two_places_is_where_the_note_stands_and_undo_asks_again(matter, carried) -> None:
    uid = carried["doubled"]
    second = items(matter)[uid].proposed[1]
    note = decide(matter, uid, accepted, NEW, 1)
    assert note.anchors[0].span == second
    assert note.anchors[0].state is AnchorState.UNCHANGED
    assert items(matter)[uid].decided == "accepted"
    matter.undo()
    assert items(matter)[uid].decided == ""
    assert matter.note(uid).anchors[0].state is AnchorState.AMBIGUOUS


def test_a_changed_place_is_accepted_with_its_alert(matter, carried) -> None:
    note = decide(matter, carried["alarming"], accepted, NEW)
    assert (note.anchors[0].state, note.anchors[0].alerts) == (AnchorState.EDITED, ("number",))
    assert note.anchors[0].passage.decided == "accepted"


def test_a_lost_note_is_put_where_its_reader_says(matter, carried) -> None:
    uid, start = carried["gone"], NEW.index("Please read")
    policy = matter.policy(matter.documents()[0].latest.uid)
    note = decide(matter, uid, placed, policy, [Span(start, start + 11)])
    assert (note.anchors[0].exact, note.anchors[0].state) == ("Please read", AnchorState.PLACED)
    assert [anchor.exact for anchor in note.anchors[1:]] == [QUOTES["gone"]]
    assert items(matter)[uid].words == QUOTES["gone"]


def test_a_finding_that_the_change_settled_is_resolved_with_the_reason(matter, carried) -> None:
    note = decide(matter, carried["edited"], resolved, "They say whose couriers now.")
    assert note.status is Status.RESOLVED
    assert note.anchors[0].passage.reason == "They say whose couriers now."
    assert matter.undo().label == "edit"
    assert matter.note(note.uid).status is Status.OPEN


def test_words_that_were_placed_wrongly_are_kept_as_lost_and_can_be_put_back(matter, carried) -> None:
    uid = carried["edited"]
    place = items(matter)[uid].span
    note = decide(matter, uid, kept_lost)
    assert (note.anchors[0].state, note.anchors[0].exact) == (AnchorState.LOST, QUOTES["edited"])
    assert decide(matter, uid, accepted, NEW).anchors[0].span == place


def test_what_was_decided_is_there_when_the_matter_is_opened_again(matter, carried, reopen) -> None:
    decide(matter, carried["edited"], accepted, NEW)
    again = reopen()
    assert [uid for uid, one in items(again).items() if not one.decided] == [
        carried[name] for name in ("doubled", "alarming", "gone")
    ]
    again.close()


def test_a_colleagues_decisions_come_along_when_copies_are_merged(
    matter, carried, matter_path, tmp_path, clock
) -> None:
    copy = tmp_path / "copy.clausemark"
    copy.write_bytes(matter_path.read_bytes())
    with OpenMatter.open(copy, Reviewer("A. Okafor", "AO"), clock) as other:
        decide(other, carried["gone"], kept_lost)
    matter.merge(copy)
    assert items(matter)[carried["gone"]].decided == "lost"


def test_a_question_and_a_lost_note_are_asked_about_again_on_the_version_after(matter, carried) -> None:
    document = matter.documents()[0]
    back = NEW + "You may ask us for a copy of what we hold about you at any time.\n"
    matter.add_version(document.uid, made_policy(back), back.encode(), "notice 3.txt")
    found = items(matter)
    assert found[carried["gone"]].state is AnchorState.AMBIGUOUS
    assert found[carried["gone"]].proposed[0].of(back) == QUOTES["gone"]
    assert found[carried["doubled"]].state is AnchorState.AMBIGUOUS


def test_how_an_anchor_came_is_one_text_that_older_programs_keep_as_it_is() -> None:
    passage = Passage("v1", 3, 9, (Span(4, 8), Span(20, 24)), "accepted", "原因")
    written = how_written("edge", passage)
    assert how_read(written) == ("edge", passage)
    assert json.loads(written)["from"] == ["v1", 3, 9]
    assert how_read("compared") == ("compared", None)
    assert how_read("{no json") == ("{no json", None)
    assert how_read("") == ("", None)


def test_an_anchor_of_an_older_file_is_written_as_it_was(matter, document, span_of) -> None:
    note = matter.add_note(document.uid, [span_of("手机号")])
    assert plain(note.anchors[0])["how"] == ""
    assert "passage" not in plain(note.anchors[0])
