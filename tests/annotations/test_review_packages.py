"""A review package holds what was chosen and nothing else, and opens as any matter."""

import json

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Severity
from annotations.package_choice import chosen_notes
from annotations.package_making import Sending, choose, copied_anchor
from tests.annotations.sent_parts import COLLEAGUE, INSIDE, NEVER, OF_THE_CLIENT, package_of, words_in

BYTES = {
    "internal": (NEVER, (*INSIDE, *OF_THE_CLIENT, "Chosen title")),
    "client": ((*NEVER, *INSIDE), (*OF_THE_CLIENT, "Chosen title")),
    "outside": ((*NEVER, *INSIDE, *OF_THE_CLIENT, "林一"), ("Chosen title",)),
}


@pytest.mark.parametrize("profile", BYTES)
def test_no_byte_of_a_package_holds_what_was_not_chosen(matter, full, tmp_path, profile):
    never, holds = BYTES[profile]
    document, notes = full
    out = tmp_path / "part.clausemark"
    made = package_of(matter, document, notes, out, profile=profile, message="please look")
    assert words_in(out, never) == []
    assert words_in(out, holds) == list(holds)
    assert str(matter.path.stem) not in out.read_bytes().decode("utf-8", "replace")
    assert sorted(held.name for held in tmp_path.iterdir() if "part" in held.name or held.suffix == ".new") == [
        out.name
    ]
    assert made.package.profile == profile


def test_for_outsiders_no_id_of_the_matter_stands_in_it(matter, full, tmp_path):
    document, notes = full
    out = tmp_path / "part.clausemark"
    package_of(matter, document, notes, out, profile="outside")
    secret = matter.secrets(document.uid)[0]
    assert words_in(out, (*notes, secret)) == []


def test_a_package_opens_as_any_matter_and_says_what_it_is(matter, full, tmp_path, clock):
    document, notes = full
    out = tmp_path / "part.clausemark"
    package_of(matter, document, notes, out, sent_to="Ada", due="2026-04-01", message="Clause 2, please")
    with OpenMatter.open(out, COLLEAGUE, clock) as part:
        assert part.check() == ()
        assert [d.uid for d in part.documents()] == [document.uid]
        assert part.original(document.latest.uid) == matter.original(document.latest.uid)
        assert part.policy(document.latest.uid).text == matter.policy(document.latest.uid).text
        assert {note.uid for note in part.notes()} == set(notes)
        chosen = part.note(notes[0])
        assert (chosen.number, chosen.title, chosen.severity) == (2, "Chosen title", Severity.HIGH)
        assert [reply.text for reply in chosen.replies] == ["zaffrereply"]
        mark = part.package()
        assert mark is not None
        assert (mark.sent_to, mark.due, mark.message, mark.sent_by) == ("Ada", "2026-04-01", "Clause 2, please", "林一")
        assert not part.can_undo
        assert part.add_note(document.uid).number == matter.add_note(document.uid).number
    assert matter.package() is None


def test_what_stays_is_counted_before_anything_is_written(matter, full):
    document, notes = full
    told = choose(matter, Sending(document=document.uid, notes=notes, profile="client"))
    assert [note.uid for note in told.notes] == [notes[0]]
    assert told.kept_in == (notes[1],)
    counts = (told.unchosen, told.documents, told.elsewhere, told.versions, told.remarks, told.answers, told.hidden)
    assert counts == (1, 1, 1, 1, 1, 1, 1)


def test_of_how_a_note_came_to_its_place_a_word_goes_and_no_reason():
    anchor = {"version": "v", "exact": "words", "state": "lost", "prefix": "before", "suffix": "after", "alerts": ["x"]}
    told = json.dumps({"how": "followed", "from": ["old", 1, 2], "reason": "mine"})
    for how, word in ((told, "followed"), ("compared", "compared"), ("{", ""), ("[1]", "[1]")):
        copied = copied_anchor({**anchor, "how": how}, "internal")
        assert (copied["how"], copied["prefix"], copied["suffix"], copied["alerts"]) == (word, "", "", ["x"])
    outside = copied_anchor({**anchor, "how": told, "state": "placed"}, "outside")
    assert (outside["how"], outside["prefix"], outside["alerts"]) == ("", "before", [])


def test_notes_are_chosen_by_numbers_ids_and_states(matter, document):
    made = [
        matter.add_note(document.uid, severity=severity, owner=owner)
        for severity, owner in (("high", "A"), ("low", "B"), ("high", "B"), ("info", "A"))
    ]
    notes = matter.notes()

    def numbers(words):
        return [matter.note(uid).number for uid in chosen_notes(notes, words)]

    assert numbers("") == numbers("all") == [1, 2, 3, 4]
    assert numbers("2, 3-4") == [2, 3, 4]
    assert numbers(f"{made[0].uid}") == [1]
    assert numbers("severity=high, severity=low, owner=b") == [2, 3]
    assert numbers("severity=info, 1") == [1, 4]
    for wrong in ("9", "colour=red", "severity=high, nobody"):
        with pytest.raises(MatterError, match="No note is"):
            chosen_notes(notes, wrong)
