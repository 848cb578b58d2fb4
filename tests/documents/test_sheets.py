"""Workbooks of strangers: words in cells however they are kept, days as days, and nothing hostile taken in."""

import io
import zipfile
from dataclasses import replace

import pytest

from documents.errors import UnreadableDocument
from documents.limits import DEFAULT
from documents.marked import marked_file
from documents.sheet.workbook import sheets_of
from documents.word.package import Package

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OWN = '<numFmts><numFmt numFmtId="170" formatCode="{}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'


def book(cells, *, strings="", styles="", properties="", sheet=None):
    """A workbook of one sheet, by hand."""
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    one = f'<Relationship Id="{{}}" Type="{_RELATED}/{{}}" Target="{{}}"/>'
    parts = {
        "_rels/.rels": rels.format(one.format("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {_NS} xmlns:r="{_RELATED}">{properties}<sheets>'
        '<sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": rels.format(
            one.format("r1", "worksheet", "worksheets/sheet1.xml")
            + one.format("r2", "sharedStrings", "sharedStrings.xml")
            + one.format("r3", "styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet or f"<worksheet {_NS}><sheetData>{cells}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {_NS}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {_NS}>{styles}</styleSheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, said in parts.items():
            package.writestr(name, said)
    return out.getvalue()


def cells(data, limits=DEFAULT):
    (sheet,) = sheets_of(Package(data, name="list.xlsx", limits=limits))
    return dict(sheet.cells)


def test_words_are_the_same_however_a_program_keeps_them():
    strings = "<si><t>一</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh><t>fu</t></rPh></si>"
    row = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c t="inlineStr"><is><t>内</t></is></c>'
        '<c r="AA2" t="str"><f>A2</f><v>算出</v></c><c r="AB2" t="b"><v>1</v></c><c r="AC2" t="e"><v>#REF!</v></c>'
        '<c r="AD2"><v>12.0</v></c><c r="AE2" t="s"><v>99</v></c></row>'
    )
    assert cells(book(row, strings=strings)) == {
        (1, 0): "一", (1, 1): "富文本", (1, 2): "内", (1, 26): "算出", (1, 27): "TRUE", (1, 29): "12",
    }  # fmt: skip


def test_escapes_and_line_ends_are_undone():
    row = '<row><c t="inlineStr"><is><t>a_x000D_\nb_x005F_x0041_</t></is></c></row>'
    assert cells(book(row)) == {(0, 0): "a\nb_x0041_"}


@pytest.mark.parametrize(
    ("style", "number", "told"),
    [
        ('<cellXfs><xf numFmtId="14"/></cellXfs>', "46387", "2026-12-31"),
        ('<cellXfs><xf numFmtId="31"/></cellXfs>', "46387.5", "2026-12-31 12:00"),
        (_OWN.format("yyyy&quot;年&quot;m&quot;月&quot;"), "46387", "2026-12-31"),
        (_OWN.format("[Red]0.00&quot; days&quot;"), "46387", "46387"),
        ('<cellXfs><xf numFmtId="0"/></cellXfs>', "46387", "46387"),
        ('<cellXfs><xf numFmtId="14"/></cellXfs>', "1e300", "1e300"),
        ('<cellXfs><xf numFmtId="14"/></cellXfs>', "nan", "nan"),
    ],
)
def test_a_number_that_is_shown_as_a_day_is_one(style, number, told):
    assert cells(book(f'<row><c s="0"><v>{number}</v></c></row>', styles=style)) == {(0, 0): told}


def test_days_may_be_counted_from_1904():
    data = book(
        '<row><c s="0"><v>44925</v></c></row>',
        styles='<cellXfs><xf numFmtId="14"/></cellXfs>',
        properties='<workbookPr date1904="1"/>',
    )
    assert cells(data) == {(0, 0): "2026-12-31"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (book("", sheet=f'<!DOCTYPE x [<!ENTITY a "aaa">]><worksheet {_NS}>&a;</worksheet>'), "unsafe"),
        (book("", sheet="<worksheet"), "damaged"),
        (book("<row/>")[:-40], "damaged"),
    ],
)
def test_what_is_hostile_or_damaged_is_refused_with_a_sentence(data, code):
    with pytest.raises(UnreadableDocument) as fault:
        marked_file(data, name="list.xlsx")
    assert fault.value.code == code


def test_many_cells_that_show_one_long_text_are_too_large():
    strings = f"<si><t>{'x' * 1000}</t></si>"
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    with pytest.raises(UnreadableDocument) as fault:
        cells(book(row, strings=strings), replace(DEFAULT, text_characters=50_000))
    assert fault.value.code == "too_large"


def test_a_file_of_another_kind_bears_nothing():
    assert marked_file(b"%PDF-1.7").words == ()
    assert marked_file(b"plain words").sheets == ()
