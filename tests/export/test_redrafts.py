"""Proposed wording as tracked changes: accepted, the text is as proposed; rejected, it is as it was received."""

import re

import pytest
from lxml import etree

from annotations.model import Severity, Status
from documents.model import Span
from documents.reader import open_document
from tests.export.revision_oracle import W, parts_as_they_were, revisions, settled
from tests.export.test_word_original import FOOTNOTES, HEADER, RICH
from tests.export.word_checks import audit, integrity
from tests.export.word_files import STYLES, deleted, inserted, paragraph, run, text_box, word_file
from tests.export.word_matters import CHINESE, WANG, annotated, matter_with, note_on
from tests.export.word_oracle import comments, parts, story

OURS = WANG.name


def redrafted(folder, clock, source, *redrafts, name="a.docx", **options):
    """Export with each (words, proposed wording) tracked; return the report by words, the bytes, the text before."""
    with matter_with(folder, clock, name, source) as matter:
        text = matter.policy(matter.documents()[0].latest.uid).text
        words = {}
        for quote, wording in redrafts:
            words[note_on(matter, quote, title=quote, proposed_wording=wording).uid] = quote
        report, data = annotated(matter, folder / "out.docx", redrafts="tracked", **options)
    listed = {words[one.id]: one.why for one in report.moved if one.why.startswith("redraft")}
    return listed, data, text


def read(data):
    return open_document(data, name="out.docx").text


def both_ways(source, data, text, *redrafts):
    """Accepted, the text has the wording in place of the words; rejected, the file is as it was."""
    for words, wording in redrafts:
        text = text.replace(words, wording, 1)
    assert read(data) == text
    assert read(settled(data, accept=True, author=OURS)) == text
    made, received = parts_as_they_were(settled(data, accept=False, author=OURS), source)
    assert made == received


INSIDE = [
    ("keep every word you", "hold some words you"),
    ("每一张照片", "您上传的每一张照片"),
    ("See our list of part", "Look at the register of part"),
    ("We will sell", "We do not give"),
    ("to anyone", "to no one"),
    ("ten years or", "two years or"),
    ("Adverts", "Advertising\nand the like"),
    ("interest", "legitimate interest"),
    ("in the foot", "in the note"),
    ("follows", "comes"),
    ("clause.", "clause\nand one more."),
    ("Acorn notice", "Acorn’s own notice"),
]


@pytest.mark.parametrize(("words", "wording"), INSIDE)
def test_wording_takes_the_place_of_its_words_and_can_be_taken_back(tmp_path, clock, words, wording):
    source = word_file(RICH, footnotes=FOOTNOTES, header=HEADER)
    listed, data, text = redrafted(tmp_path, clock, source, (words, wording))
    assert listed == {}
    both_ways(source, data, text, (words, wording))


def test_all_of_them_at_once(tmp_path, clock):
    source = word_file(RICH, footnotes=FOOTNOTES, header=HEADER)
    listed, data, _ = redrafted(tmp_path, clock, source, *INSIDE, highlight="native")
    assert listed == {}
    assert read(settled(data, accept=True, author=OURS)) == read(data)
    ids = [number for _, _, number in revisions(data)]
    assert len(ids) == len(set(ids))
    (tmp_path / "original.docx").write_bytes(source)
    assert audit(tmp_path / "out.docx") - audit(tmp_path / "original.docx") == {}
    new = integrity(tmp_path / "out.docx", tmp_path / "original.docx")
    assert [line for line in new if line not in integrity(tmp_path / "original.docx")] == []


def test_only_the_words_that_change_are_struck(tmp_path, clock):
    source = word_file(paragraph("We may share your data with partners for 10.5 days."))
    wanted = ("may share your data with partners for 10.5 days", "will not share your data with anyone for 10.7 days")
    _, data, _ = redrafted(tmp_path, clock, source, wanted)
    root = etree.fromstring(parts(data)["word/document.xml"])
    assert ["".join(one.itertext()) for one in root.iter(W + "del")] == ["may", "partners", "10.5"]
    assert ["".join(one.itertext()) for one in root.iter(W + "ins")] == ["will not", "anyone", "10.7"]
    assert story(data).ranges[0] == "will not share your data with anyone for 10.7 days"


def test_new_words_look_as_those_they_replace(tmp_path, clock):
    look = '<w:rStyle w:val="x"/><w:b/><w:color w:val="FF0000"/>'
    source = word_file(paragraph(run("We ") + run("may", look) + run(" sell.")))
    _, data, _ = redrafted(tmp_path, clock, source, ("may sell", "must sell"))
    root = etree.fromstring(parts(data)["word/document.xml"])
    new = next(root.iter(W + "ins")).find(f"{W}r/{W}rPr")
    assert [etree.QName(one).localname for one in new] == ["rStyle", "b", "color"]


def test_a_change_is_by_who_wrote_the_note_at_the_wall_clock_of_the_comment(tmp_path, clock):
    source = word_file(paragraph("We sell data."))
    _, data, _ = redrafted(tmp_path, clock, source, ("sell", "keep"))
    root = etree.fromstring(parts(data)["word/document.xml"])
    said = {(one.get(W + "author"), one.get(W + "date")) for one in root.iter(W + "ins", W + "del")}
    assert said == {(OURS, comments(data)[0].date)}
    assert not comments(data)[0].date.endswith("Z")


def test_outside_the_firm_the_firm_speaks(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(paragraph("We sell data."))) as matter:
        matter.set_matter(firm="Quill & Partners")
        note_on(matter, "sell", proposed_wording="keep", visibility="outside")
        note_on(matter, "data", proposed_wording="nothing", visibility="client")
        _, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked", profile="outside")
    assert read(data).strip() == "We keep data."
    assert {author for _, author, _ in revisions(data)} == {"Quill & Partners"}


def test_the_changes_of_others_stay_as_they_are(tmp_path, clock):
    body = paragraph(run("We ") + deleted("may") + inserted("will surely") + run(" sell data.")) + paragraph("Two.")
    source = word_file(body)
    redraft = ("surely sell", "never give")
    listed, data, text = redrafted(tmp_path, clock, source, redraft)
    assert listed == {}
    both_ways(source, data, text, redraft)
    others = {(kind, author) for kind, author, _ in revisions(data) if author != OURS}
    assert others == {("del", "C. Novak"), ("ins", "B. Reyes")}
    assert "We may sell" in read(settled(data, accept=False))
    assert "We will never give data" in read(settled(data, accept=True))


def test_words_put_into_anothers_insertion_part_it_in_two(tmp_path, clock):
    source = word_file(paragraph(run("We ") + inserted("will surely") + run(" sell.")))
    redraft = ("will surely", "will not surely")
    _, data, text = redrafted(tmp_path, clock, source, redraft)
    both_ways(source, data, text, redraft)
    root = etree.fromstring(parts(data)["word/document.xml"])
    assert all(one.getparent().tag == W + "p" for one in root.iter(W + "ins"))
    assert [one.get(W + "author") for one in root.iter(W + "ins")] == ["B. Reyes", OURS, "B. Reyes"]


PARAGRAPHS = "".join(paragraph(words) for words in ("One alpha.", "Two beta.", "Three gamma.", "Four delta."))


@pytest.mark.parametrize(
    ("words", "wording"),
    [
        ("alpha.\nTwo", "alpha and two"),
        ("One alpha.\nTwo beta.\nThree gamma.", "One alpha.\nThree gamma."),
        ("Two beta.", "Two beta.\n\nAnd a half."),
        ("alpha.\nTwo beta.\nThree", "alpha.\nNew two.\nNew three.\nThree"),
        ("beta.\nThree gamma.\nFour", "epsilon"),
        ("One alpha.", "Zero.\nOne alpha."),
    ],
)
def test_paragraphs_come_and_go_with_their_marks(tmp_path, clock, words, wording):
    source = word_file(PARAGRAPHS)
    listed, data, text = redrafted(tmp_path, clock, source, (words, wording))
    assert listed == {}
    both_ways(source, data, text, (words, wording))


def test_a_paragraph_that_goes_as_a_whole_leaves_no_empty_line(tmp_path, clock):
    source = word_file(PARAGRAPHS)
    _, data, _ = redrafted(tmp_path, clock, source, ("Two beta.", "(This clause is deleted without replacement.)"))
    both_ways(source, data, "One alpha.\nTwo beta.\nThree gamma.\nFour delta.\n", ("Two beta.\n", ""))


@pytest.mark.parametrize(
    ("words", "wording"), [("beta", "（本项删除，不作替换。）"), ("beta", "(This item is deleted.)")]
)
def test_wording_that_says_delete_is_no_text(tmp_path, clock, words, wording):
    _, data, _ = redrafted(tmp_path, clock, word_file(PARAGRAPHS), (words, wording))
    assert "Two .\n" in read(data)


FALLING_BACK = {
    "Confidential": "",  # its comment is moved already, and says why
    "clause 4.2 above": "redraft_field",
    "Purpose\nBasis": "redraft_block",
}


def test_where_nothing_can_be_tracked_the_comment_says_it_and_the_report_lists_it(tmp_path, clock):
    source = word_file(RICH, footnotes=FOOTNOTES, header=HEADER)
    listed, data, text = redrafted(tmp_path, clock, source, *((words, "Other words") for words in FALLING_BACK))
    assert listed == {words: why for words, why in FALLING_BACK.items() if why}
    assert read(data) == text
    assert revisions(data) == revisions(source)
    assert sum("Other words" in line for said in comments(data) for line in said.lines) == len(FALLING_BACK)


def in_alternates(box):
    """A box as Word writes it: with a copy of its words for programs that know no such shapes."""
    words = paragraph(run("Kept for ten years."))
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>'
    fallback = f"<mc:Fallback><w:pict>{shape.format(words)}</v:shape></w:pict></mc:Fallback>"
    inner = box.removeprefix("<w:r>").removesuffix("</w:r>")
    choice = f'<mc:Choice Requires="wps">{inner}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


@pytest.mark.parametrize("dressed", [str, in_alternates])
def test_words_in_a_text_box_are_tracked_there(dressed, tmp_path, clock):
    box = dressed(text_box(paragraph(run("Kept for ten years."))))
    source = word_file(paragraph(run("Box: ") + box + run(" and on.")))
    listed, data, text = redrafted(tmp_path, clock, source, ("ten years", "three months"))
    assert listed == {}
    assert read(settled(data, accept=True)) == read(data) == text.replace("ten years", "three months")
    made, received = parts_as_they_were(settled(data, accept=False), source)
    assert made == received


LOCKED = (
    '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>'
    + run("ten years")
    + "</w:sdtContent></w:sdt>"
)
LIST = "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>" + run("monthly") + "</w:sdtContent></w:sdt>"
FOOT = '<w:r><w:t>note</w:t><w:footnoteReference w:id="1"/><w:t> mark</w:t></w:r>'


@pytest.mark.parametrize(
    ("inner", "words", "why"),
    [
        (LOCKED, "ten", "redraft_field"),
        (LIST, "monthly", "redraft_field"),
        (FOOT, "note mark", "redraft_mixed"),
        ('<w:moveTo w:id="5" w:author="B">' + run("moved here") + "</w:moveTo>", "moved", "redraft_moved"),
        ('<w:fldSimple w:instr="REF a">' + run("clause four") + "</w:fldSimple>", "four", "redraft_field"),
    ],
)
def test_what_may_not_be_written_in_is_left_alone(tmp_path, clock, inner, words, why):
    source = word_file(paragraph(run("Here: ") + inner + run(".")), footnotes=FOOTNOTES)
    listed, data, _ = redrafted(tmp_path, clock, source, (words, "else"))
    assert listed == {words: why}
    assert not [author for _, author, _ in revisions(data) if author == OURS]


def test_of_two_redrafts_of_the_same_words_the_worse_is_tracked(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(paragraph("We sell your data."))) as matter:
        mild = note_on(matter, "sell your", proposed_wording="share your", severity=Severity.LOW)
        note_on(matter, "sell", proposed_wording="protect", severity=Severity.HIGH)
        report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert read(data).strip() == "We protect your data."
    assert report.moved == ((mild.uid, "redraft_overlap"),)
    assert any("share your" in line for said in comments(data) for line in said.lines)


def test_wording_that_is_what_stands_there_changes_nothing(tmp_path, clock):
    source = word_file(paragraph("We sell your data."))
    listed, data, _ = redrafted(tmp_path, clock, source, ("sell your", "sell your"))
    assert listed == {}
    assert revisions(data) == []


def test_of_several_places_all_with_the_first_ones_words_are_changed(tmp_path, clock):
    source = word_file(paragraph("Data goes to partners.") + paragraph("The partners and affiliates keep it."))
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        text = matter.policy(matter.documents()[0].latest.uid).text
        spans = [Span(found.start(), found.end()) for found in re.finditer("partners", text)]
        same = matter.add_note(matter.documents()[0].uid, spans, proposed_wording="processors")
        other = note_on(matter, "Data", "affiliates", proposed_wording="Your data")
        report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert read(data).strip() == "Your data goes to processors.\nThe processors and affiliates keep it."
    assert [one for one in report.moved if one.id == same.uid] == []
    assert [one.why for one in report.moved if one.id == other.uid] == ["redraft_first"]


def test_a_settled_note_changes_no_text(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(paragraph("We sell your data."))) as matter:
        note_on(matter, "sell", proposed_wording="keep", status=Status.DECLINED)
        report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert revisions(data) == []
    assert [one.why for one in report.moved] == ["redraft_settled"]


def test_the_policy_gets_wording_in_its_own_language_whatever_the_comments_speak(tmp_path, clock):
    translations = {"en": {"proposed_wording": "We keep nothing."}}
    with matter_with(tmp_path, clock, "松果.txt", CHINESE) as matter:
        note_on(matter, "请逐条阅读", proposed_wording="请您仔细阅读", language="zh", translations=translations)
        _, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked", language="en")
    assert "请您仔细阅读" in read(data)
    assert any("We keep nothing." in line for line in comments(data)[0].lines)


def test_for_the_memo_only_the_comment_holds_its_tongue(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(paragraph("We sell your data."))) as matter:
        note_on(matter, "sell", issue="No basis", proposed_wording="keep")
        _, data = annotated(matter, tmp_path / "out.docx", redrafts="report")
    assert revisions(data) == []
    assert any("No basis" in line for line in comments(data)[0].lines)
    assert not any("keep" in line for line in comments(data)[0].lines)


HEADING = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>'
CLAUSES = (
    paragraph("1. What we collect", '<w:pStyle w:val="2"/>')
    + paragraph("All you write.", '<w:jc w:val="both"/>')
    + paragraph("2. Who gets it", '<w:pStyle w:val="2"/>')
    + paragraph("Partners do.", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/>')
)


def missing(folder, clock, source, after, wording):
    with matter_with(folder, clock, "a.docx", source) as matter:
        text = matter.policy(matter.documents()[0].latest.uid).text
        note_on(matter, title="Missing", proposed_wording=wording, insert_after=after)
        report, data = annotated(matter, folder / "out.docx", redrafts="tracked")
    return report, data, text


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("1", "1. What we collect\nAll you write.\nKept two years.\nThen deleted.\n2. Who gets it\nPartners do."),
        ("2", "1. What we collect\nAll you write.\n2. Who gets it\nPartners do.\nKept two years.\nThen deleted."),
    ],
)
def test_what_is_missing_is_put_in_behind_its_clause_with_its_comment_on_it(tmp_path, clock, after, expected):
    source = word_file(CLAUSES, styles=STYLES + HEADING)
    report, data, text = missing(tmp_path, clock, source, after, "Kept two years.\nThen deleted.")
    assert report.moved == ()
    assert read(data).strip() == expected
    assert read(settled(data, accept=True)).strip() == expected
    assert read(settled(data, accept=False)) == text
    made, received = parts_as_they_were(settled(data, accept=False), source)
    assert made == received
    assert list(story(data).ranges.values()) == ["Kept two years."]
    root = etree.fromstring(parts(settled(data, accept=True))["word/document.xml"])
    new = next(p for p in root.iter(W + "p") if "Kept" in "".join(p.itertext()))
    assert new.find(f"{W}pPr/{W}numPr") is None
    assert new.find(f"{W}pPr/{W}pStyle") is None


def test_two_clauses_after_the_same_stand_in_the_order_of_their_numbers(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(CLAUSES, styles=STYLES + HEADING)) as matter:
        note_on(matter, proposed_wording="First.", insert_after="1", severity=Severity.LOW)
        note_on(matter, proposed_wording="Second.", insert_after="1", severity=Severity.HIGH)
        _, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert "write.\nFirst.\nSecond.\n2. Who" in read(data)


def test_a_clause_that_is_not_there_leaves_the_wording_in_the_comment(tmp_path, clock):
    report, data, text = missing(tmp_path, clock, word_file(CLAUSES, styles=STYLES + HEADING), "99", "Kept two years.")
    assert [one.why for one in report.moved] == ["redraft_no_clause"]
    assert read(data) == text


def test_a_policy_of_plain_text_is_redrafted_too(tmp_path, clock):
    with matter_with(tmp_path, clock, "松果.txt", CHINESE) as matter:
        note_on(matter, "合作伙伴(包括广告伙伴", proposed_wording="受托处理者(不包括广告伙伴")
        note_on(matter, "必要时,我们将这些信息用于改善产品以外的用途。", proposed_wording="（本句删除）")
        note_on(matter, proposed_wording="四、联系方式\n请致电【号码】。", insert_after="三")
        report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert report.moved == ()
    assert "受托处理者(不包括广告伙伴、数据伙伴" in read(data)
    assert re.search(r"法律要求的其他情形。\s+四、联系方式\n请致电【号码】。", read(data))
    assert audit(tmp_path / "out.docx") == {}
    assert integrity(tmp_path / "out.docx") == []
    plain = read(settled(data, accept=False))
    assert re.sub(r"\s+", "", plain).startswith(re.sub(r"\s+", "", CHINESE))


def test_exporting_twice_gives_the_same_bytes(tmp_path, clock):
    source = word_file(RICH, footnotes=FOOTNOTES, header=HEADER)
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        for words, wording in INSIDE:
            note_on(matter, words, proposed_wording=wording)
        made = [annotated(matter, tmp_path / f"{n}.docx", redrafts="tracked", highlight="shading")[1] for n in (1, 2)]
    assert made[0] == made[1]


def test_a_change_that_reads_back_otherwise_does_not_leave_the_house(tmp_path, clock, monkeypatch):
    monkeypatch.setattr("export.writers.annotated_word.reads_as", lambda *_: False)
    with matter_with(tmp_path, clock, "a.docx", word_file(paragraph("We sell your data."))) as matter:
        note = note_on(matter, "sell", proposed_wording="keep")
        report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert revisions(data) == []
    assert report.moved == ((note.uid, "redraft_unproved"),)


def test_of_a_parted_insertion_the_first_half_keeps_its_id(tmp_path, clock):
    source = word_file(paragraph(run("We ") + inserted("will surely") + run(" sell.")))
    for words, wording in (("surely", "not surely"), ("will", "will not")):
        (tmp_path / words).mkdir()
        _, data, text = redrafted(tmp_path / words, clock, source, (words, wording))
        both_ways(source, data, text, (words, wording))
        root = etree.fromstring(parts(data)["word/document.xml"])
        assert next(root.iter(W + "ins")).get(W + "id") == "901"


@pytest.mark.parametrize(
    "wording",
    [
        "（自本条发布之日起删除旧版本。）",
        "(The account is deleted after 30 days.)",
        "（本条自发布之日起删除旧文）",
        "删除",
    ],
)
def test_words_in_brackets_that_speak_of_deleting_are_text(tmp_path, clock, wording):
    _, data, _ = redrafted(tmp_path, clock, word_file(PARAGRAPHS), ("beta", wording))
    assert f"Two {wording}.\n" in read(data)
