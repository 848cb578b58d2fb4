"""The annotated PDF: the file as it came, notes behind it, each on its own words and known again."""

import re
from io import BytesIO

import pypdf
import pytest

from annotations.model import AnchorState, Severity, Status, Visibility
from documents.page_pictures import PagePictures
from documents.pdf.boxes import rectangles
from documents.reader import open_document
from export.errors import ExportError
from export.preflight import Fate, preflight
from export.run import ExportOptions, export
from tests.documents.pdf_files import SCAN, Sheet, line, pdf_of
from tests.documents.pdf_packed import packed_pdf
from tests.export.pdf_matters import (
    HEBREW,
    LINES,
    annotations,
    columns,
    exported,
    of_kind,
    pdf_matter,
    rightward,
    turned,
    two_pages,
    upwards,
)
from tests.export.word_matters import NOW, WANG, matter_with, note_on, spans_of


def boxes(quads):
    """The rectangles of a list of corners."""
    numbers = [float(number) for number in quads]
    eights = [numbers[at : at + 8] for at in range(0, len(numbers), 8)]
    return [(min(one[::2]), min(one[1::2]), max(one[::2]), max(one[1::2])) for one in eights]


def test_the_file_begins_with_the_bytes_that_came_and_says_what_a_word_comment_says(tmp_path, clock):
    data = two_pages()
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(
            matter, "for ten years", severity=Severity.HIGH, title="Kept too long", issue="Ten years is long.",
            legal_basis="GDPR Art. 5(1)(e)", recommendation="Say six months.", proposed_wording="for six months",
            private_remark="they will agree",
        )  # fmt: skip
        report, made = exported(matter, tmp_path / "out.pdf")
    assert made.startswith(data)
    assert report.moved == report.left_out == ()
    (found,) = of_kind(made, "Highlight")
    assert found["/Contents"].replace("\r", "\n").split("\n")[1:] == [
        "Issue: Ten years is long.",
        "Basis: GDPR Art. 5(1)(e)",
        "Recommendation: Say six months.",
        "Proposed wording: for six months",
    ]
    assert re.fullmatch(r"\[High\] 1 \| Kept too long \(.+\)", found["/Contents"].split("\r")[0])
    assert found["/T"] == "王丽"
    assert found["/CreationDate"] == "D:20260302093004+08'00'"
    assert b"they will agree" not in made


def test_the_corners_are_those_of_the_words_in_the_order_that_programs_expect(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note_on(matter, "you have closed the account")
        _, made = exported(matter, tmp_path / "out.pdf")
        policy = matter.policy(matter.documents()[0].latest.uid)
        (span,) = spans_of(matter, "you have closed the account")
    (found,) = of_kind(made, "Highlight")
    for expected, box in zip(rectangles(policy, span), boxes(found["/QuadPoints"]), strict=True):
        assert box == pytest.approx(expected[1:], abs=0.01)
    x1, y1, x2, y2, x3, y3, x4, y4 = map(float, found["/QuadPoints"][:8])
    assert (x1, y1, x2, y2) == (x3, y2, x4, y1)
    assert x1 < x2
    assert y1 > y3 == y4


@pytest.mark.parametrize("make", [two_pages, columns, upwards, *(lambda d=d: turned(d) for d in (0, 90, 180, 270))])
def test_each_note_stands_on_its_own_words(make, tmp_path, clock):
    with pdf_matter(tmp_path, clock, make()) as matter:
        text = matter.policy(matter.documents()[0].latest.uid).text
        words = [word for word in dict.fromkeys(re.findall(r"\w+", text)) if text.count(word) == 1]
        notes = {note_on(matter, word, title=word).number: word for word in words}
        report, made = exported(matter, tmp_path / "out.pdf")
    assert report.moved == ()
    came = open_document(made, name="back.pdf")
    assert came.text == text
    said = {int(re.search(r"\] (\d+) \|", note.text)[1]): note for note in came.foreign_notes}
    assert {number: "".join(span.of(text) for span in note.spans) for number, note in said.items()} == notes


def test_words_that_run_from_the_right_are_marked_where_they_stand(tmp_path, clock):
    with pdf_matter(tmp_path, clock, rightward()) as matter:
        assert matter.policy(matter.documents()[0].latest.uid).text.strip() == HEBREW
        note_on(matter, HEBREW[1:3])
        report, made = exported(matter, tmp_path / "out.pdf")
    (found,) = of_kind(made, "Highlight")
    assert boxes(found["/QuadPoints"])[0][::2] == pytest.approx((300 - 12, 300), abs=0.6)
    assert report.moved == ()


def test_chinese_notes_on_chinese_words_come_out_whole(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        matter.set_matter(language="zh")
        note_on(matter, "个人信息", title="范围过宽🐿️", issue="未说明目的(见“第三条”)。\n另见附件")
        _, made = exported(matter, tmp_path / "out.pdf")
    (found,) = of_kind(made, "Highlight")
    assert re.match(r"【中风险】1｜范围过宽🐿️（.+）\r问题：未说明目的\(见“第三条”\)。\r另见附件", found["/Contents"])


def test_the_words_stay_readable_under_the_colour_and_the_colour_tells_the_severity(tmp_path, clock):
    data = pdf_of([Sheet(line("IIIIIIIIIIIIIIII", 72, 700, size=20))])
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(matter, "IIIIIIIIIIIIIIII", severity=Severity.INFO)
        _, made = exported(matter, tmp_path / "out.pdf")
    with PagePictures(made) as pages:
        shown = pages.picture(0, 2.0)
    row = shown.pixels[shown.stride * 2 * (792 - 706) :][: shown.stride]
    seen = {row[at : at + 3] for at in range(2 * 72 * 4, 2 * 140 * 4, 4)}
    assert bytes((0xF7, 0xDA, 0xB5)) in seen  # blue, green, red
    assert min(max(pixel) for pixel in seen) < 60
    (found,) = of_kind(made, "Highlight")
    assert [round(float(part) * 255) for part in found["/C"]] == [0xB5, 0xDA, 0xF7]


def test_whoever_may_not_see_the_severity_does_not_see_it_in_the_colour(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        matter.set_matter(firm="Osei & Partners")
        for severity, word in zip(Severity, ["data", "years", "closed", "longer", "object"], strict=True):
            note_on(matter, word, severity=severity, title=word, issue="narrow", visibility=Visibility.OUTSIDE)
        note_on(matter, "answer", title="ours alone")
        report, made = exported(matter, tmp_path / "out.pdf", profile="outside")
    found = of_kind(made, "Highlight")
    assert len({tuple(one["/C"]) for one in found}) == 1
    assert {one["/T"] for one in found} == {"Osei & Partners"}
    assert [item.why for item in report.left_out] == ["profile"]
    everything = "".join(str(one["/Contents"]) for one in found)
    assert "narrow" not in everything
    assert "ours alone" not in everything
    assert "WL" not in everything


def test_a_note_over_two_pages_is_one_note_and_says_so(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        text = matter.policy(matter.documents()[0].latest.uid).text
        start, end = text.index("个人信息"), text.index("at any time") + len("at any time")
        note_on(matter, text[start:end], title="Over the edge")
        report, made = exported(matter, tmp_path / "out.pdf")
    (first_page, first), (second_page, second) = annotations(made)
    assert (first_page, second_page) == (0, 1)
    assert second["/Contents"] == "See note 1"
    assert second["/NM"] == first["/NM"] + "-p2"
    (came,) = open_document(made, name="back.pdf").foreign_notes
    assert "".join("".join(span.of(text) for span in came.spans).split()) == "".join(text[start:end].split())
    assert report.moved == ()


def test_a_note_on_several_places_is_said_once_and_pointed_to(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note_on(matter, "closed the account", "at any time", title="Twice")
        _, made = exported(matter, tmp_path / "out.pdf")
    first, second = of_kind(made, "Highlight")
    assert "Twice" in first["/Contents"]
    assert second["/Contents"] == "See note 1"
    assert first["/NM"] != second["/NM"]


def test_replies_hang_on_their_note_and_a_settled_one_is_completed(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note = note_on(matter, "for ten years", title="Long")
        matter.reply(note.uid, "Why not five?\nOr four?")
        matter.edit(note.uid, status=Status.RESOLVED)
        _, made = exported(matter, tmp_path / "out.pdf")
    (root,) = of_kind(made, "Highlight")
    reply, state = of_kind(made, "Text")
    assert reply["/IRT"]["/NM"] == state["/IRT"]["/NM"] == root["/NM"]
    assert reply["/Contents"] == "Why not five?\rOr four?"
    assert (state["/StateModel"], state["/State"]) == ("Review", "Completed")
    (came,) = open_document(made, name="back.pdf").foreign_notes
    assert came.done
    assert [answer.text for answer in came.replies] == ["Why not five?\nOr four?"]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_note_on_the_whole_policy_is_a_sheet_at_the_upper_left_as_the_page_is_shown(degrees, tmp_path, clock):
    with pdf_matter(tmp_path, clock, turned(degrees)) as matter:
        note_on(matter, title="No contact given")
        note_on(matter, title="No date given")
        _, made = exported(matter, tmp_path / "out.pdf")
    first, second = of_kind(made, "Text")
    assert "No contact given" in first["/Contents"]
    assert first["/Rect"] != second["/Rect"]
    with PagePictures(made) as pages, PagePictures(turned(degrees)) as before:
        shown, plain = pages.picture(0, 1.0, (0, 0, 60, 80)), before.picture(0, 1.0, (0, 0, 60, 80))
    assert shown.pixels != plain.pixels


def test_a_note_without_a_place_stands_on_a_sheet_and_quotes_its_words(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note = note_on(matter, "for ten years", title="Gone")
        lost = tuple(type(one)(**{**_fields(one), "state": AnchorState.LOST}) for one in note.anchors)
        matter.edit(note.uid, anchors=lost)
        report, made = exported(matter, tmp_path / "out.pdf")
    assert [item.why for item in report.moved] == ["lost_sheet"]
    (found,) = of_kind(made, "Text")
    assert "“for ten years”" in found["/Contents"]


def _fields(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_what_others_wrote_on_the_pages_stays(tmp_path, clock):
    sheet = Sheet(line("Words of ours.", 72, 700), annotations=["20 0 R", "21 0 R"])
    theirs = [
        "<</Type/Annot/Subtype/Underline/Rect[72 698 90 710]/QuadPoints[72 710 88 710 72 698 88 698]/Contents(Old)>>",
        "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://acorn.example)>>>>",
    ]
    with pdf_matter(tmp_path, clock, pdf_of([sheet], more=theirs)) as matter:
        note_on(matter, "ours", title="New")
        _, made = exported(matter, tmp_path / "out.pdf")
    old, link, new = (found for _, found in annotations(made))
    assert (old["/Contents"], link["/Subtype"]) == ("Old", "/Link")
    assert "New" in new["/Contents"]


def test_a_list_of_annotations_that_two_pages_share_gets_notes_on_one_page_alone(tmp_path, clock):
    sheets = [Sheet(line(f"Words of page {number}.", 72, 700), extra="/Annots 20 0 R") for number in (1, 2)]
    with pdf_matter(tmp_path, clock, pdf_of(sheets, more=["[]"])) as matter:
        note_on(matter, "page 1")
        _, made = exported(matter, tmp_path / "out.pdf")
    assert [page for page, _ in annotations(made)] == [0]


def test_a_file_whose_objects_are_packed_keeps_its_bytes_too(tmp_path, clock):
    data = packed_pdf([Sheet(line("Words of ours.", 72, 700))])
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(matter, "ours", title="New")
        report, made = exported(matter, tmp_path / "out.pdf")
    assert made.startswith(data)
    assert report.moved == ()
    (found,) = of_kind(made, "Highlight")
    assert "New" in found["/Contents"]


def test_a_file_whose_places_are_wrong_is_saved_anew_and_that_is_said(tmp_path, clock):
    data = two_pages().replace(b"startxref\n", b"startxref\n7")
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(matter, "for ten years", title="New")
        report, made = exported(matter, tmp_path / "out.pdf")
    assert [(item.id, item.why) for item in report.moved] == [("policy.pdf", "rewritten")]
    (found,) = of_kind(made, "Highlight")
    assert "New" in found["/Contents"]


def signed_pdf():
    signature = "<</FT/Sig/T(S)/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 9 19 9]/Contents<00>>>>>"
    sheets = [Sheet(line("Words of ours.", 72, 700))]
    return pdf_of(sheets, catalog="/AcroForm<</Fields[20 0 R]/SigFlags 3>>", more=[signature])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (two_pages(), {}),
        (two_pages().replace(b"startxref\n", b"startxref\n7"), {"pdf_rewritten": Fate.REMOVED}),
        (signed_pdf(), {"pdf_signed": Fate.STAYS}),
        (signed_pdf().replace(b"startxref\n", b"startxref\n7"), {"pdf_signed_rewritten": Fate.REMOVED}),
    ],
)
def test_what_becomes_of_the_bytes_and_of_a_signature_is_said_before_anything_is_written(data, told, tmp_path, clock):
    with pdf_matter(tmp_path, clock, data) as matter:
        found = preflight(matter, "pdf", ExportOptions(reviewer=WANG, now=NOW)).found
    assert {one.code: one.fate for one in found if one.code != "pdf_as_received"} == told
    assert all("{" not in one.sentence("en") + one.sentence("zh") for one in found)


def test_a_signed_file_keeps_what_was_signed_and_that_it_was_is_said(tmp_path, clock):
    data = signed_pdf()
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(matter, "ours")
        report, made = exported(matter, tmp_path / "out.pdf")
    assert made.startswith(data)
    assert [item.why for item in report.moved] == ["signed"]


def test_the_same_notes_make_the_same_bytes_and_no_notes_add_no_remark(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        _, bare = exported(matter, tmp_path / "bare.pdf")
        note_on(matter, "for ten years")
        _, one = exported(matter, tmp_path / "one.pdf")
        _, other = exported(matter, tmp_path / "other.pdf")
    assert annotations(bare) == []
    assert bare == two_pages()
    assert one == other


def test_a_policy_that_is_no_pdf_is_told_to_go_out_as_word(tmp_path, clock):
    with (
        matter_with(tmp_path, clock, "policy.txt", "Words.\n") as matter,
        pytest.raises(ExportError, match="did not come as a PDF") as told,
    ):
        export(matter, tmp_path / "out.pdf", "pdf", ExportOptions(reviewer=WANG, now=NOW))
    assert "Word" in told.value.sentence("zh")


def test_a_name_tells_nobody_and_no_matter(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note = note_on(matter, "for ten years")
        document = matter.documents()[0]
        _, made = exported(matter, tmp_path / "out.pdf")
    added = made[len(two_pages()) :]
    for uid in (note.uid, document.uid, document.latest.uid):
        assert uid.encode() not in added
    assert re.fullmatch(r"[0-9A-F]{8}", of_kind(made, "Highlight")[0]["/NM"])


def test_another_program_saves_it_whole_and_the_names_stay(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note = note_on(matter, "for ten years", title="Long")
        matter.reply(note.uid, "Why?")
        _, made = exported(matter, tmp_path / "out.pdf")
    writer = pypdf.PdfWriter(clone_from=BytesIO(made))
    again = BytesIO()
    writer.write(again)
    before, after = (open_document(data, name="x.pdf").foreign_notes for data in (made, again.getvalue()))
    assert after == before


def test_a_page_without_letters_between_others_costs_nothing(tmp_path, clock):
    data = pdf_of([Sheet(line("Words of ours.", 72, 700)), Sheet(SCAN), Sheet(line(LINES[0], 72, 700))])
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(matter, "ten years")
        _, made = exported(matter, tmp_path / "out.pdf")
    assert [page for page, _ in annotations(made)] == [2]


def test_a_page_that_is_missing_keeps_no_note_from_the_others(tmp_path, clock):
    data = pdf_of([Sheet(line("Words of ours.", 72, 700)), Sheet(line("Gone.", 72, 700))])
    data = data.replace(b"1002 0 obj\n<<", b"1002 0 obj\n>>")
    with pdf_matter(tmp_path, clock, data) as matter:
        note_on(matter, "ours")
        _, made = exported(matter, tmp_path / "out.pdf")
    (came,) = open_document(made, name="back.pdf").foreign_notes
    assert [span.of("Words of ours.") for span in came.spans] == ["ours"]
