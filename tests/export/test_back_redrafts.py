"""Redrafts that wait in a file that comes back: notes stay on their words, and what was decided is known."""

import pytest
from lxml import etree

from annotations.model import AnchorState, Status
from documents.reader import open_document
from tests.export.word_colleague import Colleague, W
from tests.export.word_files import paragraph, run, word_file
from tests.export.word_matters import annotated, matter_with, note_on

BODY = (
    paragraph("Acorn privacy notice", '<w:pStyle w:val="1"/>')
    + paragraph("We share what you write with partners. Partners may share it again.")
    + paragraph("1. We keep your data for ever and a day.")
    + paragraph("我们可能向合作伙伴提供您的信息。")
    + paragraph("You may not object. You may write to us.")
    + paragraph("Last words of the notice.")
)
WORDING = {
    "with partners": "with Ads Ltd",
    "for ever and a day": "for two years",
    "向合作伙伴提供": "向《清单》列明的接收方提供",
}


@pytest.fixture
def matter(tmp_path, clock):
    with matter_with(tmp_path, clock, "notice.docx", word_file(BODY)) as made:
        for words, wording in WORDING.items():
            note_on(made, words, title=words, issue="I.", proposed_wording=wording, language="en")
        gone = "(This sentence is deleted.)"
        note_on(made, "You may not object.", title="gone", issue="I.", proposed_wording=gone, language="en")
        note_on(made, "what you write with partners", title="around", issue="I.", language="en")
        yield made


@pytest.fixture
def sent(matter, tmp_path):
    return annotated(matter, tmp_path / "out.docx", redrafts="tracked")[1]


def take_back(matter, data, name="back.docx"):
    return matter.take_back(matter.documents()[0].uid, open_document(data, name=name), data, name)


def standing(matter):
    """Each note's state and words on the latest version, by its title."""
    version = matter.documents()[0].latest.uid
    text = matter.policy(version).text
    found = {}
    for note in matter.notes():
        for anchor in note.anchors:
            if anchor.version == version:
                assert anchor.state is AnchorState.LOST or anchor.span.of(text) == anchor.exact
                found[note.title] = (anchor.state, anchor.exact)
    return found


def reject(data, *words):
    """Reject those recorded changes that strike or put in some of `words`; all without any."""
    colleague = Colleague(data)
    for tag in ("ins", "del"):
        for element in list(colleague.trees["document"].iter(f"{W}{tag}")):
            told = "".join(element.itertext())
            if element.getparent().tag == f"{W}rPr" or (words and not any(one in told for one in words)):
                continue
            if tag == "del":
                for struck in element.iter(f"{W}delText"):
                    struck.tag = f"{W}t"
                for child in list(element):
                    element.addprevious(child)
            element.getparent().remove(element)
    return colleague


def test_notes_on_redrafted_words_stay_where_they_are_when_the_text_around_was_edited(matter, sent) -> None:
    colleague = Colleague(sent)
    colleague.change("Last words", "The last words", "document")
    returned = take_back(matter, colleague.saved())
    assert [one.code for one in returned.came] == ["version", "struck"]
    assert returned.unplaced == ()
    assert standing(matter) == {
        "with partners": (AnchorState.UNCHANGED, "with Ads Ltd"),
        "for ever and a day": (AnchorState.UNCHANGED, "for two years"),
        "向合作伙伴提供": (AnchorState.UNCHANGED, "向《清单》列明的接收方提供"),
        "gone": (AnchorState.LOST, "You may not object."),
        "around": (AnchorState.UNCHANGED, "what you write with Ads Ltd"),
    }
    assert not take_back(matter, colleague.saved()).came
    assert matter.check() == ()


def test_a_note_follows_its_own_comment_where_the_paragraph_was_moved(matter, sent) -> None:
    colleague = Colleague(sent)
    body = colleague.trees["document"][0]
    moved = next(p for p in body.iter(f"{W}p") if "We keep your data" in "".join(p.itertext()))
    body.insert(1, moved)
    returned = take_back(matter, colleague.saved())
    assert [one.code for one in returned.came] == ["version", "struck"]
    assert standing(matter)["for ever and a day"][1] == "for two years"


def test_words_whose_redraft_waited_and_was_then_rejected_are_found_again(matter, sent) -> None:
    colleague = Colleague(sent)
    colleague.change("Last words", "The last words", "document")
    take_back(matter, colleague.saved())
    returned = take_back(matter, reject(colleague.saved()).saved())
    assert returned.version == 3
    words = {title: words for title, (state, words) in standing(matter).items() if state is not AnchorState.LOST}
    own = {title: title for title in WORDING}
    assert words == {**own, "gone": "You may not object.", "around": "what you write with partners"}
    assert returned.unplaced == ()
    assert [one.code for one in returned.came if one.code == "rejected"] == ["rejected"] * 3


def test_wording_that_waited_in_the_version_itself_and_was_accepted_is_told(matter, sent) -> None:
    colleague = Colleague(sent)
    colleague.change("Last words", "The last words", "document")
    take_back(matter, colleague.saved())
    colleague.accept()
    returned = take_back(matter, colleague.saved())
    assert (returned.redrafts, returned.version) == (3, 2)
    assert not take_back(matter, colleague.saved()).came


def test_a_rejected_redraft_is_known_though_nothing_else_waits(matter, sent) -> None:
    returned = take_back(matter, reject(sent).saved())
    assert [one.code for one in returned.came] == ["rejected"] * 4
    assert not take_back(matter, reject(sent).saved()).came


def test_one_rejected_and_one_accepted_are_told_apart_from_those_that_wait(matter, sent) -> None:
    colleague = reject(sent, "partners", "Ads Ltd")
    returned = take_back(matter, colleague.saved())
    assert [one.code for one in returned.came] == ["rejected"]
    colleague = reject(sent, "partners", "Ads Ltd")
    colleague.accept()
    returned = take_back(matter, colleague.saved())
    assert sorted(one.code for one in returned.came) == ["accepted", "accepted", "accepted", "version"]
    assert [n.title for n in matter.notes() if n.status is not Status.RESOLVED] == ["around", "with partners"]


def test_wording_that_could_not_be_tracked_is_never_called_rejected(tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "notice.docx", word_file(BODY)) as made:
        note_on(made, "with partners", title="A", severity="high", proposed_wording="with Ads Ltd", language="en")
        note_on(made, "write with", title="B", severity="low", proposed_wording="tell to", language="en")
        note_on(made, "Last words", title="C", proposed_wording="At last", language="en")
        sent = annotated(made, tmp_path / "out.docx", redrafts="tracked")[1]
        assert take_back(made, sent).came == ()
        returned = take_back(made, reject(sent, "partners", "Ads Ltd").saved())
        assert [(one.code, one.arguments["number"]) for one in returned.came] == [("rejected", 1)]


def test_nothing_is_said_of_a_redraft_where_the_marks_are_gone(matter, sent) -> None:
    assert take_back(matter, reject(sent).saved(marks=False)).redrafts == 0


def test_a_clause_that_was_put_in_and_rejected_is_told(tmp_path, clock) -> None:
    body = BODY + paragraph(run("2. Who gets it")) + paragraph("Partners do.")
    with matter_with(tmp_path, clock, "notice.docx", word_file(body)) as made:
        note_on(made, title="M", insert_after="2", proposed_wording="You may complain.", language="en")
        sent = annotated(made, tmp_path / "out.docx", redrafts="tracked")[1]
        assert take_back(made, sent).came == ()
        returned = take_back(made, reject(sent).saved())
        assert [one.code for one in returned.came] == ["rejected"]


@pytest.mark.parametrize("author", ["Ben Reyes", "王丽"])
def test_what_no_note_proposes_is_an_edit_of_the_text_whoever_recorded_it(matter, sent, author) -> None:
    colleague = Colleague(sent)
    colleague.write_on("Last words of the notice.", "Why last?")
    take_back(matter, colleague.saved())
    last = next(p for p in colleague.trees["document"].iter(f"{W}p") if "Last words" in "".join(p.itertext()))
    added = etree.SubElement(last, f"{W}ins", {f"{W}id": "990", f"{W}author": author, f"{W}date": colleague.date})
    etree.SubElement(etree.SubElement(added, f"{W}r"), f"{W}t").text = " We may sell it."
    returned = take_back(matter, colleague.saved())
    assert (returned.version, returned.new_version) == (2, True)


@pytest.mark.parametrize("marks", [True, False])
def test_wording_that_leaves_little_of_a_paragraph_is_known_as_accepted_by_its_comment(tmp_path, clock, marks) -> None:
    body = BODY + paragraph("within thirty (30) days; and")
    wording = "without undue delay and in any event within forty-eight (48) hours"
    with matter_with(tmp_path, clock, "notice.docx", word_file(body)) as made:
        note_on(made, "within thirty (30) days", title="Late", issue="I.", proposed_wording=wording, language="en")
        colleague = Colleague(annotated(made, tmp_path / "out.docx", redrafts="tracked")[1])
        colleague.accept()
        returned = take_back(made, colleague.saved(marks=marks))
        assert [one.code for one in returned.came] == ["version", "accepted"]
        assert standing(made) == {"Late": (AnchorState.EDITED, wording)}


def test_a_hyphen_that_does_not_break_is_told_of_struck_words_too(tmp_path, clock) -> None:
    body = BODY + paragraph("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:ptab/><w:t>only</w:t></w:r>")
    with matter_with(tmp_path, clock, "notice.docx", word_file(body)) as made:
        note_on(made, "e\u2011mail\tonly", title="A", proposed_wording="by post", language="en")
        sent = annotated(made, tmp_path / "out.docx", redrafts="tracked")[1]
        assert take_back(made, sent).came == ()


def test_a_space_whose_removal_waits_is_not_told_as_accepted(tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "notice.docx", word_file(BODY)) as made:
        note_on(made, " ", title="A", proposed_wording="(deleted)", language="en")
        sent = annotated(made, tmp_path / "out.docx", redrafts="tracked")[1]
        assert take_back(made, sent).came == ()
