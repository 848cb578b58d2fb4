"""A missing clause put in behind a clause that Word numbers takes the next number; rejected, nothing was there."""

import pytest
from lxml import etree

from annotations.model import Severity
from documents.reader import open_document
from tests.export.revision_oracle import W, parts_as_they_were, settled
from tests.export.word_files import STYLES, paragraph, run, word_file
from tests.export.word_matters import annotated, matter_with, note_on

LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{words}"/>'
    f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * depth + 720}" w:hanging="720"/></w:pPr></w:lvl>'
    for depth, words in enumerate(("%1.", "%1.%2"))
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLED = (
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Clause 2"/><w:pPr>'
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def item(words, depth, more='<w:jc w:val="both"/>'):
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>{more}')


def styled(words):
    return paragraph(run(words), '<w:pStyle w:val="c"/>')


HEAD = item("Scope", 0) + item("All you write.", 1) + item("Sharing", 0) + item("Partners do.", 1)
PLAIN = paragraph("They sign for it.", '<w:jc w:val="both"/>')
BODIES = {
    "between": HEAD + item("Buyers do.", 1) + item("Changes", 0) + item("We tell you.", 1),
    "last": HEAD + item("Buyers do.", 1),
    "before a heading": HEAD + item("Buyers do.", 1) + PLAIN + item("Changes", 0),
    "last with words of its own": HEAD + item("Buyers do.", 1) + PLAIN,
    "by its style": HEAD + styled("Buyers do.") + item("Changes", 0),
    "last by its style": HEAD + styled("Buyers do.") + PLAIN,
}


def put_in(folder, clock, body, *wordings, after="2.2"):
    source = word_file(body, styles=STYLES + STYLED, numbering=NUMBERING)
    with matter_with(folder, clock, "a.docx", source) as matter:
        text = matter.policy(matter.documents()[0].latest.uid).text
        for wording in wordings:
            note_on(matter, title="Missing", proposed_wording=wording, insert_after=after, severity=Severity.HIGH)
        report, data = annotated(matter, folder / "out.docx", redrafts="tracked")
    assert report.moved == ()
    assert open_document(settled(data, accept=False), name="b.docx").text == text
    made, received = parts_as_they_were(settled(data, accept=False), source)
    assert made == received
    return data


def numbered(data):
    policy = open_document(settled(data, accept=True), name="b.docx")
    return {block.span.of(policy.text): block.label for block in policy.blocks}


@pytest.mark.parametrize("where", BODIES)
def test_the_new_clause_takes_the_next_number_and_the_clauses_after_it_theirs(tmp_path, clock, where):
    labels = numbered(put_in(tmp_path, clock, BODIES[where], "Deleted after a year."))
    assert labels["Buyers do."].strip(".") == "2.2"
    assert labels["Deleted after a year."].strip(".") == "2.3"
    assert labels.get("They sign for it.", "") == ""
    assert labels.get("Changes", "3.").strip(".") == "3"


@pytest.mark.parametrize("where", ["between", "last", "last with words of its own"])
def test_two_new_clauses_are_numbered_on_from_each_other(tmp_path, clock, where):
    labels = numbered(put_in(tmp_path, clock, BODIES[where], "Deleted after a year.", "Never sold."))
    assert labels.get("They sign for it.", "") == ""
    assert sorted((labels["Deleted after a year."], labels["Never sold."])) == ["2.3", "2.4"]


@pytest.mark.parametrize("where", ["last", "last with words of its own", "last by its style"])
def test_new_clauses_of_several_lines_one_behind_the_other_go_again(tmp_path, clock, where):
    labels = numbered(
        put_in(tmp_path, clock, BODIES[where], "Deleted.\nBackups too.", "Never sold.", "Never.\nReally.")
    )
    assert [labels[words] for words in ("Deleted.", "Backups too.", "Never sold.", "Really.")] == ["2.3", "", "2.4", ""]


def test_the_lines_after_the_first_have_no_number(tmp_path, clock):
    for where in ("between", "last"):
        (tmp_path / where).mkdir()
        labels = numbered(put_in(tmp_path / where, clock, BODIES[where], "Deleted after a year.\nBackups too."))
        assert (labels["Deleted after a year."], labels["Backups too."]) == ("2.3", "")


def test_wording_that_brings_its_own_number_gets_no_second_one(tmp_path, clock):
    labels = numbered(put_in(tmp_path, clock, BODIES["between"], "2.3 Deleted after a year."))
    assert labels["2.3 Deleted after a year."] in ("", "2.3")
    (tmp_path / "again").mkdir()
    root = etree.fromstring(_document(put_in(tmp_path / "again", clock, BODIES["between"], "2.3 Deleted.")))
    new = next(one for one in root.iter(W + "p") if "Deleted." in "".join(one.itertext()))
    assert new.find(f"{W}pPr/{W}numPr") is None


def test_the_new_clause_is_set_as_the_one_before_it(tmp_path, clock):
    root = etree.fromstring(_document(put_in(tmp_path, clock, BODIES["between"], "Deleted.")))
    new = next(one for one in root.iter(W + "p") if "Deleted." in "".join(one.itertext()))
    assert new.find(f"{W}pPr/{W}jc").get(W + "val") == "both"
    assert new.find(f"{W}pPr/{W}numPr/{W}ilvl").get(W + "val") == "1"


def _document(data):
    from tests.export.word_oracle import parts

    return parts(data)["word/document.xml"]
