"""LibreOffice, which knows nothing of us, accepts our redrafts to the proposed text, rejects them to the original."""

import re
import shutil

import pytest

from annotations.model import Severity
from tests.export.office_changes import settled_by_office
from tests.export.revision_oracle import settled
from tests.export.test_redrafts import CLAUSES, HEADING, INSIDE, OURS, PARAGRAPHS, read, redrafted
from tests.export.test_word_original import FOOTNOTES, HEADER, RICH
from tests.export.word_files import STYLES, field, paragraph, table, word_file
from tests.export.word_matters import CHINESE, annotated, matter_with, note_on

pytestmark = [
    pytest.mark.office,
    pytest.mark.timeout(300),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]
# LibreOffice works references out anew when it opens a file: what it writes there is no change of ours.
BODY = RICH.replace(field("REF _Ref1", "clause 4.2"), "") + PARAGRAPHS
SEVERAL = [
    ("One alpha.\nTwo beta.\nThree gamma.", "One alpha.\nThree gamma."),
    ("Four delta.", "Four.\nAnd five."),
]


@pytest.mark.parametrize("author", ["*", OURS])
def test_accepted_it_is_the_proposed_text_and_rejected_the_original(tmp_path, clock, author):
    source = word_file(BODY, footnotes=FOOTNOTES, header=HEADER)
    listed, data, _ = redrafted(tmp_path, clock, source, *INSIDE, *SEVERAL, highlight="native")
    assert listed == {}
    by = None if author == "*" else author
    for accept in (True, False):
        made = settled_by_office(tmp_path / "out.docx", tmp_path, accept=accept, author=author)
        assert read(made) == read(settled(data, accept=accept, author=by))
    if by:
        assert read(made) == read(source)


@pytest.mark.parametrize("after", ["1", "2"])
@pytest.mark.parametrize("behind", ["", "a table", "a paragraph"])
def test_clauses_that_are_put_in_stay_or_go_as_a_whole(tmp_path, clock, after, behind):
    more = {"": "", "a table": table([paragraph("Cell")]) + paragraph("End."), "a paragraph": paragraph("End.")}
    source = word_file(CLAUSES + more[behind], styles=STYLES + HEADING)
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        for wording in ("Kept two years.\nThen deleted.", "Or three."):
            note_on(matter, proposed_wording=wording, insert_after=after, severity=Severity.LOW)
        report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    assert report.moved == ()
    accepted = settled_by_office(tmp_path / "out.docx", tmp_path, accept=True)
    assert read(accepted) == read(data)
    assert "Kept two years.\nThen deleted.\nOr three." in read(data)
    assert read(settled_by_office(tmp_path / "out.docx", tmp_path, accept=False)) == read(source)


def test_a_policy_of_plain_text_comes_out_both_ways(tmp_path, clock):
    with matter_with(tmp_path, clock, "松果.txt", CHINESE) as matter:
        note_on(matter, "合作伙伴(包括广告伙伴", proposed_wording="受托处理者(不包括广告伙伴")
        note_on(matter, "必要时,我们将这些信息用于改善产品以外的用途。", proposed_wording="（本句删除）")
        note_on(matter, proposed_wording="四、联系方式\n请致电【号码】。", insert_after="三")
        _, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")
    for accept in (True, False):
        made = settled_by_office(tmp_path / "out.docx", tmp_path, accept=accept)
        assert re.sub(r"\n+", "\n", read(made)) == re.sub(r"\n+", "\n", read(settled(data, accept=accept)))
