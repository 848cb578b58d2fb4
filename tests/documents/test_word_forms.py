"""Fields and controls of forms: a reader of the file sees what is ticked and chosen, and so do we."""

from __future__ import annotations

import pytest

from documents.reader import open_document
from documents.word.package import Package
from documents.word.walk import Walk, walk

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(make_docx, inside: str) -> Walk:
    return walk(Package(make_docx(f"<w:p>{inside}</w:p>")))


def r(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def t(words: str) -> str:
    return r(f"<w:t xml:space='preserve'>{words}</w:t>")


def mark(kind: str, inside: str = "") -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar>')


def form(code: str, data: str, result: str = "") -> str:
    begin = mark("begin", f"<w:ffData>{data}</w:ffData>") + r(f"<w:instrText> {code} </w:instrText>")
    return begin + (mark("separate") + t(result) if result else "") + mark("end")


@pytest.mark.parametrize(
    ("data", "sign"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:checkBox/>", "☐"),
    ],
)
def test_a_box_of_a_form_is_seen_ticked_or_not(make_docx, data: str, sign: str) -> None:
    assert read(make_docx, form("FORMCHECKBOX", data) + t(" I agree")).text == f"{sign} I agree\n"


ENTRIES = '<w:ddList>{}<w:listEntry w:val="one year"/><w:listEntry w:val="ten years"/></w:ddList>'


def test_the_chosen_entry_of_a_list_is_text_and_a_stored_result_is_not_doubled(make_docx) -> None:
    chosen = form("FORMDROPDOWN", ENTRIES.format('<w:result w:val="1"/>'))
    stored = form("FORMDROPDOWN", ENTRIES.format(""), result="two years")
    found = read(make_docx, t("kept ") + chosen + t("; ") + form("FORMDROPDOWN", ENTRIES.format("")) + t("; ") + stored)
    assert found.text == "kept ten years; one year; two years\n"


def test_what_stands_in_content_controls_is_text_placeholders_too(make_docx) -> None:
    def control(properties: str, inside: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    found = read(
        make_docx,
        control("<w:showingPlcHdr/>", t("Click here"))
        + control("<w14:checkbox xmlns:w14='x'/>", t("☒"))
        + control('<w:dropDownList><w:listItem w:displayText="no"/></w:dropDownList>', t("yes"))
        + control('<w:dataBinding w:xpath="/a"/>', t("bound")),
    )
    assert found.text == "Click here☒yesbound\n"


def test_of_fields_within_fields_only_the_outer_result_is_text(make_docx) -> None:
    inner = (
        mark("begin") + r("<w:instrText> MERGEFIELD name </w:instrText>") + mark("separate") + t("Ann") + mark("end")
    )
    code = r("<w:instrText> IF </w:instrText>") + inner + r('<w:instrText> = "Ann" "yes" "no" </w:instrText>')
    outer = mark("begin") + code + mark("separate") + t("yes ") + inner + mark("end")
    assert read(make_docx, outer + t(" and on")).text == "yes Ann and on\n"


def test_a_link_is_known_however_its_field_is_written(make_docx) -> None:
    simple = f"<w:fldSimple w:instr=' HYPERLINK \"https://a.example/\" '>{t('one')}</w:fldSimple>"
    code = r('<w:instrText> HYPERLINK "https://b.example/" </w:instrText>')
    complex_field = mark("begin") + code + mark("separate") + t("two") + mark("end")
    found = read(make_docx, simple + t(" and ") + complex_field)
    links = [(run.span.of(found.text), run.link) for run in found.runs]
    assert links == [("one", "https://a.example/"), ("two", "https://b.example/")]


@pytest.mark.parametrize(
    "element",
    [
        '<w:subDoc r:id="o1"/>',
        (
            '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Word.Document.12"'
            ' r:id="o1"/></w:object></w:r>'
        ),
    ],
)
def test_another_document_within_the_file_is_said_to_be_unread(make_docx, element: str) -> None:
    link = f'<Relationship Id="o1" Type="{_OFFICE}/package" Target="embeddings/annex.docx"/>'
    document = open_document(make_docx(f"<w:p>{t('see annex')}{element}</w:p>", relationships=link))
    assert [one.arguments for one in document.warnings if one.code == "part_unread"] == [
        {"part": "word/embeddings/annex.docx"}
    ]


def test_numbers_that_only_word_can_make_are_counted_and_said(make_docx) -> None:
    number = mark("begin") + r("<w:instrText> LISTNUM LegalDefault </w:instrText>") + mark("end")
    stored = mark("begin") + r("<w:instrText>AUTONUM</w:instrText>") + mark("separate") + t("1.") + mark("end")
    document = open_document(make_docx(f"<w:p>{number}{t(' first; ')}{number}{t(' second; ')}{stored}</w:p>"))
    assert document.text == " first;  second; 1.\n"
    assert [one.arguments for one in document.warnings if one.code == "numbers_unread"] == [{"count": 2}]


def test_a_formula_within_the_file_is_no_other_document(make_docx) -> None:
    element = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Equation.3"/>'
    document = open_document(make_docx(f"<w:p>{t('x')}{element}</w:object></w:r></w:p>"))
    assert [one for one in document.warnings if one.code == "part_unread"] == []
