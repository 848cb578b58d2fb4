"""A report on sheets set by Qt: nothing of it is lost, nothing in it runs, no heading stands alone at a sheet's end."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from documents.reader import open_document
from export.after_check import Secret, SecretKind, found_in
from export.pages.blocks import Cell, Facts, Heading, Paragraph, Section, Table, Text, line
from export.pages.page import Page, page_of
from export.writer import LOOKS
from tests.export.memo_case import NOW, report, review
from ui.paged.pdf_of_sheets import PdfOfSheets
from ui.paged.rich_text import parts_of
from ui.paged.sheets import Sheets
from ui.paged.whole_rows import torn_row

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = "We collect your name, your address and whatever else we find useful. "


def page(*blocks):
    told = {"title": "Title", "subject": "Subject", "firm": "Firm", "confidentiality": "Confidential"}
    sections = (Section("findings", "Findings", tuple(blocks)),)
    return Page(language="en", heading=Facts(()), sections=sections, contents="Contents", **told)


def whole(sheets):
    for _step in sheets.steps():
        pass
    return sheets


def printed(value, look=""):
    pdf = PdfOfSheets(value, look, NOW)
    shares = [pdf.share for _step in pdf.steps()]
    return pdf.data, shares


def read(data):
    return open_document(data, name="report.pdf")


def flat(text):
    return "".join(text.split())


@pytest.mark.parametrize(
    ("language", "look"), [(language, look) for language, looks in LOOKS.items() for look in looks]
)
def test_every_finding_stands_on_the_printed_sheets(language, look):
    value = page_of(report(*review(), language=language))
    data, _shares = printed(value, look)
    text = flat(read(data).text)
    assert flat(value.title) in text
    for section in value.sections:
        assert flat(section.title) in text


def test_as_many_sheets_are_printed_as_are_shown_however_many_parts_there_are():
    value = page(*[Paragraph(line(f"{number}. {WORDS * 5}")) for number in range(300)])
    assert len(parts_of(value)) > 2
    found = read(printed(value)[0])
    assert len(found.pages) == whole(Sheets(value)).count
    assert all(f"{number}. We" in found.text for number in range(300))


def test_the_progress_goes_up_to_the_whole():
    _data, shares = printed(page(*[Heading(3, line(f"Finding {n}")) for n in range(3000)]))
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5 < shares[-1] <= 1


def test_no_heading_stands_alone_at_the_end_of_a_sheet():
    for lines in range(20, 46):
        blocks = [Paragraph(line("Word.")) for _ in range(lines)]
        after = [Heading(3, line("A finding of its own")), Paragraph(line("What it says."))]
        sheets = whole(Sheets(page(*blocks, *after)))
        (part,) = sheets._parts
        height = part.pageSize().height()
        places = {}
        block = part.begin()
        while block.isValid():
            top = part.documentLayout().blockBoundingRect(block).top() + block.layout().lineAt(0).y()
            places[block.text()] = int((top + 1) // height)
            block = block.next()
        assert places["A finding of its own"] == places["What it says."], lines


def test_a_long_table_goes_on_under_its_heads_and_loses_no_row():
    rows = tuple((Cell((line(f"R{n}"),)), Cell((line(WORDS),))) for n in range(300))
    value = page(Table("Caption", ("No.", "Issue"), rows, (10, 90)))
    assert len(parts_of(value)) > 1
    text = read(printed(value)[0]).text
    assert all(f"R{n}" in text for n in range(300))


def test_nothing_in_a_report_is_taken_for_markup():
    value = page(Paragraph(line("<b>bold</b> <img src='file:///etc/hostname'> </td></table>")))
    sheets = whole(Sheets(value))
    assert "<b>bold</b>" in sheets._parts[0].toPlainText()
    assert "\ufffc" not in sheets._parts[0].toPlainText()


def test_characters_that_no_file_holds_and_letters_of_any_script_are_set():
    value = page(Paragraph(line("nul \x00 \ud800 🙂 مرحبا 𠮷 一二三")))
    text = whole(Sheets(value))._parts[0].toPlainText()
    assert "\x00" not in text
    assert "🙂" in text
    assert "مرحبا" in text


def test_a_sheet_drawn_small_shows_the_colour_of_a_rating():
    from annotations.model import Severity

    value = page(Paragraph((Text("Critical", rates=Severity.CRITICAL),)))
    sheets = whole(Sheets(value))
    image = QImage(408, 577, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(408 / 595.28, 408 / 595.28)
    sheets.draw(painter, 0, 1)
    painter.end()
    assert any(image.pixelColor(x, y).name() == "#c00000" for x in range(408) for y in range(577))


def test_an_empty_report_is_one_sheet():
    assert whole(Sheets(page())).count == 1
    assert printed(page())[0].startswith(b"%PDF")


def test_the_same_report_and_time_give_the_same_bytes_and_the_machines_time_is_nowhere():
    value = page_of(report(*review(), language="en"))
    data = printed(value)[0]
    assert printed(value)[0] == data
    assert data.count(b"20261122153000") == 2
    assert data.count(b"2026-11-22T15:30:00") == 3


def test_what_must_stay_in_is_found_on_printed_sheets():
    secrets = [
        Secret(SecretKind.REMARK, "the client will not pay", 1),
        Secret(SecretKind.REMARK, "nobody wrote this", 2),
    ]
    pdf = PdfOfSheets(page(Paragraph(line(f"{WORDS * 3} By the way, the client will not pay. {WORDS}"))), "", NOW)
    for _step in pdf.steps():
        assert not pdf.data
    assert found_in(pdf.words.encode(), secrets) == (secrets[0],)


def test_a_row_stands_on_one_sheet_unless_it_is_too_tall():
    rows = tuple((Cell((line(f"R{n}"),)), Cell((line(WORDS * (1 + n % 7)),))) for n in range(60))
    sheets = whole(Sheets(page(Table("Caption", ("No.", "Issue"), rows, (10, 90)))))
    assert all(torn_row(part) is None for part in sheets._parts)
    assert all(f"R{n}\n" in sheets.words for n in range(60))
    tall = ((Cell((line("Tall"),)), Cell((line(WORDS * 200),))),)
    sheets = whole(Sheets(page(Table("Caption", ("No.", "Issue"), rows[:3] + tall + rows[3:9], (10, 90)))))
    assert sheets.count >= 3
    assert "R8" in sheets.words


def test_a_table_whose_first_row_would_be_torn_goes_over_with_its_caption():
    for lines in range(20, 40):
        blocks = [Paragraph(line("Word.")) for _ in range(lines)]
        rows = ((Cell((line("R0"),)), Cell((line(WORDS * 12),))),)
        sheets = whole(Sheets(page(*blocks, Table("Caption", ("No.", "Issue"), rows, (10, 90)))))
        (part,) = sheets._parts
        assert torn_row(part) is None, lines
        assert sheets.words.count("R0") == 1
