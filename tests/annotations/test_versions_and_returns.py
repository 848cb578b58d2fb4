"""A new version of a document takes its notes along; what came back is told in both languages."""

import re

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import AnchorState, Reviewer
from annotations.returned import Came
from annotations.returned_sentences import CAME, FIELDS
from documents.model import ForeignNote, ForeignReply, Span
from tests.annotations.conftest import TEXT, made_policy


@pytest.fixture
def notes(matter, document, span_of):
    return [
        matter.add_note(document.uid, [span_of(words)], title=words)
        for words in ("手机号", "包括但不限于阅读记录", "Contact")
    ]


@pytest.fixture
def copy_of(matter, notes, tmp_path, okafor, clock):
    """A second reviewer's copy of the matter, open."""
    other = tmp_path / f"other-{len(notes)}.clausemark"
    other.write_bytes(matter.path.read_bytes())
    with OpenMatter.open(other, okafor, clock) as theirs:
        yield theirs


NEW = TEXT.replace("包括但不限于阅读记录", "仅限于阅读记录").replace("3. Contact\n", "")


def test_notes_go_along_to_a_new_version_where_their_words_stand(matter, document, notes) -> None:
    shown, carried = matter.add_version(
        document.uid, made_policy(NEW), NEW.encode(), "policy 2.txt", received_from="甲"
    )
    assert [version.number for version in shown.versions] == [1, 2]
    assert shown.latest.received_from == "甲"
    assert [(one.note, one.state) for one in carried] == [
        (notes[0].uid, AnchorState.UNCHANGED),
        (notes[1].uid, AnchorState.AMBIGUOUS),
        (notes[2].uid, AnchorState.LOST),
    ]
    assert carried[1].alerts == ("negation", "scope")
    assert [place.exact for place in carried[1].places] == ["仅限于阅读记录"]
    assert carried[2].lost == ("Contact",)
    first = matter.note(notes[0].uid).anchors[0]
    assert (first.version, first.exact, first.span.of(NEW)) == (shown.latest.uid, "手机号", "手机号")
    assert [anchor.version for anchor in matter.note(notes[0].uid).anchors] == [v.uid for v in reversed(shown.versions)]
    assert matter.check() == ()


def test_the_same_version_again_changes_nothing_and_one_undo_takes_a_version_back(matter, document, notes) -> None:
    matter.add_version(document.uid, made_policy(NEW), NEW.encode(), "policy 2.txt")
    before = matter.changes()
    assert matter.add_version(document.uid, made_policy(NEW), NEW.encode(), "policy 2.txt")[1] == ()
    assert matter.changes() == before
    assert matter.undo().label == "add_version"
    assert len(matter.document().versions) == 1
    assert [len(matter.note(note.uid).anchors) for note in notes] == [1, 1, 1]
    assert matter.redo() is not None
    assert len(matter.document().versions) == 2


def test_a_version_comes_along_when_copies_are_merged(matter, document, copy_of) -> None:
    copy_of.add_version(document.uid, made_policy(NEW), NEW.encode(), "policy 2.txt")
    given = ForeignNote("1", "Ben", "Why?", (Span(0, 2),), written="2026-03-02T10:00:00Z")
    copy_of.take_back(document.uid, made_policy(NEW, notes=(given,)), b"x", "back.docx")
    matter.merge(copy_of.path)
    assert matter.policy(matter.document().latest.uid).text == NEW
    assert [note.issue for note in matter.notes() if note.author == "Ben"] == ["Why?"]
    assert matter.conflicts() == ()
    assert matter.check() == ()


def test_two_who_take_the_same_file_back_in_two_copies_have_each_thing_once(matter, document, copy_of) -> None:
    reply = ForeignReply("Ben", "Yes.", written="2026-03-02T10:05:00Z")
    given = ForeignNote("1", "Ben", "Why?", (Span(0, 2),), done=True, replies=(reply,), written="2026-03-02T10:00:00Z")
    came = made_policy(notes=(given,))
    copy_of.take_back(document.uid, came, b"x", "back.docx")
    matter.take_back(document.uid, came, b"x", "back.docx")
    matter.merge(copy_of.path)
    (note,) = [note for note in matter.notes() if note.author == "Ben"]
    assert [one.text for one in note.replies] == ["Yes."]
    assert matter.conflicts() == ()


def test_nothing_is_taken_back_into_a_matter_open_to_read(document, reopen) -> None:
    read = reopen(Reviewer("X"), read_only=True)
    with read, pytest.raises(MatterError) as refusal:
        read.take_back(document.uid, made_policy(), b"x", "back.docx")
    assert refusal.value.code == "read_only"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("code", list(CAME))
def test_whatever_comes_is_told_in_both_languages(code, language) -> None:
    names = re.findall(r"\{(\w+)\}", CAME[code][0])
    assert sorted(names) == sorted(re.findall(r"\{(\w+)\}", CAME[code][1]))
    told = {name: "issue" if name == "field" else "x " * 200 if name == "words" else "7" for name in names}
    said = Came(code, "n", told).sentence(language)
    assert "{" not in said
    assert len(said) < 400


def test_every_field_a_comment_tells_has_a_name_in_both_languages() -> None:
    from annotations.comment_form import LEADS

    assert set(FIELDS) == {"title", *LEADS}
