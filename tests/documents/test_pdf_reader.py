"""PDF files as a reader sees them: order, paragraphs, what runs along the edges, headings, places of characters."""

from __future__ import annotations

import pytest

from documents.draft import Draft, Source, Told
from documents.errors import UnreadableDocument
from documents.model import Block, BlockKind, PolicyDocument, Span, Story
from documents.pdf.boxes import rectangles
from documents.pdf.bullets import with_bullets
from documents.pdf.policy import read_pdf
from documents.reader import open_here
from documents.readers.pdf import PdfReader
from tests.documents.pdf_files import SCAN, Sheet, hanzi, line, locked, paragraph, pdf_of

LEFT = [
    "We collect the data that you give us when you",
    "open an account, and keep it for as long as the",
    "account stands open. We do not sell it to anyone",
    "and share it only with those who work for us.",
]
RIGHT = [
    "You may ask at any time what we hold about you,",
    "have it put right where it is wrong, or have it",
    "taken out of our books. We answer within thirty",
    "days and charge nothing for doing so.",
]


def draft(data: bytes, password: str = "") -> Draft:
    return read_pdf(Source(data, "policy.pdf", password=password))


def words(found: Draft, story: Story = Story.MAIN) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.story is story]


def blocks(found: Draft, kind: BlockKind) -> list[Block]:
    return [block for block in found.blocks if block.kind is kind]


def test_lines_are_joined_to_a_paragraph_with_one_space() -> None:
    found = draft(pdf_of([Sheet(paragraph(LEFT, 72, 700))]))
    assert words(found) == [" ".join(LEFT)]


def test_chinese_lines_are_joined_without_a_space() -> None:
    first, second = "我们会收集您主动提供的姓名与联系方式等", "信息，用于向您提供服务。"
    found = draft(pdf_of([Sheet(hanzi(first, 72, 700) + hanzi(second, 72, 684))]))
    assert words(found) == [first + second]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    found = draft(pdf_of([Sheet(paragraph([*LEFT, "Only so."], 72, 700) + paragraph(RIGHT, 72, 640))]))
    assert words(found) == [" ".join([*LEFT, "Only so."]), " ".join(RIGHT)]


def test_columns_are_read_one_after_the_other_even_if_the_file_draws_them_line_by_line() -> None:
    rows = b"".join(
        line(left, 60, 700 - 12 * at) + line(right, 330, 700 - 12 * at)
        for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    found = draft(pdf_of([Sheet(line("A heading across both columns of the page", 180, 740) + rows)]))
    assert words(found)[1:] == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_table_is_read_row_by_row_and_not_column_by_column() -> None:
    rows = [("Name", "to open the account"), ("Address", "to send the goods"), ("Card", "to take payment")]
    content = b"".join(line(a, 72, 700 - 20 * at) + line(b, 250, 700 - 20 * at) for at, (a, b) in enumerate(rows))
    assert words(draft(pdf_of([Sheet(content)]))) == [f"{a} {b}" for a, b in rows]


def test_a_hyphen_that_the_line_end_brought_goes_and_one_that_belongs_to_the_word_stays() -> None:
    lines = [
        "The licence is non-exclusive and runs for a year; it is granted to the Licen-",
        "see alone, who may not pass it on in any way. It stays a right that is non-",
        "exclusive for as long as the account stands open and the fees are all paid.",
    ]
    (found,) = words(draft(pdf_of([Sheet(paragraph(lines, 72, 700))])))
    assert "granted to the Licensee alone" in found
    assert "a right that is non-exclusive for" in found


def test_running_headers_footers_and_page_numbers_stand_once_after_the_main_story() -> None:
    sheets = [
        Sheet(
            line("Terms of Example Ltd", 72, 760, size=8)
            + paragraph([f"Part {number} of these terms begins on a page of its own and says something."], 72, 600)
            + line(f"Page {number} of 3", 290, 30, size=8)
        )
        for number in (1, 2, 3)
    ]
    found = draft(pdf_of(sheets))
    assert len(words(found)) == 3
    assert words(found, Story.HEADER) == ["Terms of Example Ltd"]
    assert words(found, Story.FOOTER) == ["Page 1 of 3"]
    assert [block.story for block in found.blocks] == [Story.MAIN] * 3 + [Story.HEADER, Story.FOOTER]


def test_articles_that_each_begin_a_page_are_no_headers() -> None:
    sheets = [Sheet(line(f"Article {number}", 72, 760) + paragraph(LEFT, 72, 700)) for number in (1, 2, 3)]
    assert [one for one in words(draft(pdf_of(sheets))) if one.startswith("Article")] == [
        "Article 1",
        "Article 2",
        "Article 3",
    ]


def test_what_a_page_holds_alone_is_no_header_however_often_it_comes() -> None:
    found = draft(pdf_of([Sheet(line("This page was left empty.", 72, 740)) for _ in range(3)]))
    assert words(found) == ["This page was left empty."] * 3


def test_lines_numbered_along_the_margin_all_stay() -> None:
    numbered = b"".join(
        line(str(at), 40, 700 - 24 * at) + line(f"Counsel said so {at}", 80, 700 - 24 * at) for at in range(1, 26)
    )
    text = draft(pdf_of([Sheet(numbered)])).text
    assert all(f"{at} Counsel said so {at}" in text for at in range(1, 26))


def test_page_numbers_that_follow_the_text_are_found_where_they_stand() -> None:
    sheets = [Sheet(paragraph(LEFT, 72, 700) + line(f"A-{number}", 300, 620 - 40 * number)) for number in (1, 2, 3, 4)]
    found = draft(pdf_of(sheets))
    assert words(found, Story.FOOTER) == ["A-1"]
    assert "A-2" not in " ".join(words(found))


def test_a_number_that_only_the_second_page_carries_is_no_text() -> None:
    sheets = [Sheet(paragraph(LEFT, 72, 700)), Sheet(paragraph(RIGHT, 72, 700) + line("- 2 -", 180, 40))]
    found = draft(pdf_of(sheets))
    assert words(found) == [" ".join(LEFT), " ".join(RIGHT)]
    assert words(found, Story.FOOTER) == ["- 2 -"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    one, other = LEFT[:2], LEFT[2:]
    found = draft(pdf_of([Sheet(paragraph(one, 72, 700)), Sheet(paragraph(other, 72, 700))]))
    assert words(found) == [" ".join(LEFT)]


def test_larger_and_bold_lines_are_headings_by_their_size() -> None:
    content = (
        line("Privacy Notice", 72, 740, size=20, font="F2")
        + line("1. What we collect", 72, 700, size=14, font="F2")
        + paragraph(LEFT, 72, 670)
        + line("1.1 Cookies", 72, 610, font="F2")
        + paragraph(RIGHT, 72, 590)
    )
    headings = blocks(draft(pdf_of([Sheet(content)])), BlockKind.HEADING)
    assert [block.level for block in headings] == [1, 2, 3]


def test_a_quoted_word_in_italics_is_all_in_italics_and_not_bold() -> None:
    quoted = line('so-called "', 72, 700) + line("Personal Data", 118.6, 700, font="F4") + line('" here', 180, 700)
    found = draft(pdf_of([Sheet(quoted)]))
    said = [(run.span.of(found.text).strip('" '), run.bold) for run in found.runs if run.italic]
    assert said == [("Personal Data", False)]


def test_bold_words_in_a_paragraph_are_a_run() -> None:
    found = draft(pdf_of([Sheet(line("Plain words and ", 72, 700) + line("bold ones", 150, 700, font="F2"))]))
    assert [run.span.of(found.text) for run in found.runs if run.bold] == ["bold ones"]


def test_the_outline_of_the_file_names_its_headings() -> None:
    more = [
        "<</Type/Outlines/First 21 0 R/Last 22 0 R/Count 2>>",
        "<</Title(Scope)/Parent 20 0 R/Next 22 0 R/Dest[1000 0 R/Fit]/First 23 0 R/Last 23 0 R/Count 1>>",
        "<</Title(Ending)/Parent 20 0 R/Prev 21 0 R/Dest[1000 0 R/Fit]>>",
        "<</Title(Who may use it)/Parent 21 0 R/Dest[1000 0 R/Fit]>>",
    ]
    content = line("Scope", 72, 740) + line("1.1 Who may use it", 72, 720) + paragraph(LEFT, 72, 700)
    found = draft(pdf_of([Sheet(content + line("Ending", 72, 600))], catalog="/Outlines 20 0 R", more=more))
    headings = blocks(found, BlockKind.HEADING)
    assert [(block.span.of(found.text), block.level) for block in headings] == [
        ("Scope", 1),
        ("1.1 Who may use it", 2),
        ("Ending", 1),
    ]


def test_pages_have_their_sizes_labels_and_rotation() -> None:
    labels = "/PageLabels<</Nums[0<</S/r>>1<</S/D>>]>>"
    sheets = [Sheet(line("First page", 72, 700)), Sheet(line("Second page", 72, 700), extra="/Rotate 90")]
    first, second = draft(pdf_of(sheets, catalog=labels)).pages
    assert (first.width, first.height, first.label, first.rotation) == (612, 792, "i", 0)
    assert (second.width, second.height, second.label, second.rotation) == (792, 612, "1", 90)


def test_text_written_up_the_page_is_read_after_what_stands_upright() -> None:
    sideways = b"BT /F1 9 Tf 0 1 -1 0 30 300 Tm (A stamp in the margin) Tj ET\n"
    found = draft(pdf_of([Sheet(sideways + paragraph(LEFT, 72, 700))]))
    assert [block.span.of(found.text) for block in found.blocks] == [" ".join(LEFT), "A stamp in the margin"]


def test_a_scan_is_said_to_be_one() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        draft(pdf_of([Sheet(SCAN)]))
    assert caught.value.code == "scanned"


def test_scanned_pages_between_others_are_named() -> None:
    found = draft(pdf_of([Sheet(paragraph(LEFT, 72, 700)), Sheet(SCAN), Sheet(SCAN)]))
    (warning,) = found.warnings
    assert (warning.code, warning.arguments["pages"]) == ("scanned_pages", "2, 3")


def test_an_empty_page_is_no_scan() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        draft(pdf_of([Sheet()]))
    assert caught.value.code == "no_text"


@pytest.mark.parametrize(("password", "code"), [("", "password"), ("wrong", "wrong_password")])
def test_a_locked_file_asks_for_its_password(password: str, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        draft(locked([Sheet(paragraph(LEFT, 72, 700))], "secret"), password)
    assert caught.value.code == code


def test_a_locked_file_opens_with_its_password_and_an_empty_one_need_not_be_typed() -> None:
    sheets = [Sheet(paragraph(LEFT, 72, 700))]
    assert words(draft(locked(sheets, "secret"), "secret")) == [" ".join(LEFT)]
    assert words(draft(locked(sheets, ""))) == [" ".join(LEFT)]


def test_a_file_cut_off_in_the_middle_is_damaged() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        draft(pdf_of([Sheet(paragraph(LEFT, 72, 700))])[:200])
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    ("data", "name", "taken"),
    [
        (b"%PDF-1.4\n1 0 obj", "terms.docx", True),
        (b"junk before\n%PDF-1.4\n1 0 obj\nendobj", "download", True),
        (b"no header, but a part\n1 0 obj\nendobj", "terms.pdf", True),
        (b"no PDF at all", "terms.pdf", False),
        (b"How to tell %PDF-1.4 files from others", "notes.txt", False),
    ],
)
def test_a_pdf_is_known_by_its_header_or_its_name(data: bytes, name: str, taken: bool) -> None:
    assert PdfReader().recognises(Source(data, name)) is taken


def test_a_long_file_tells_each_page_and_its_beginning_before_the_rest() -> None:
    told: list[object] = []
    whole = Told(lambda done, pages: told.append((done, pages)), told.append)
    sheets = [Sheet(paragraph([*LEFT, f"Page {number}."] * 5, 72, 700)) for number in range(6)]
    read_pdf(Source(pdf_of(sheets), "policy.pdf", told=whole))
    first = told[0]
    assert isinstance(first, Draft)
    assert len(first.pages) == 1
    assert first.text.startswith(LEFT[0])
    assert told[1:] == [(number, 6) for number in range(1, 7)]


def test_a_short_file_has_no_beginning_of_its_own() -> None:
    told: list[Draft] = []
    read_pdf(Source(pdf_of([Sheet(paragraph(LEFT * 9, 72, 700))] * 3), "policy.pdf", told=Told(first=told.append)))
    assert told == []


def column(words: str, x: float, top: float) -> bytes:
    """Hanzi below each other, in one object as programs write them."""
    shown = b" 0 -10 Td ".join(b"<%s> Tj" % letter.encode("utf-16-be").hex().encode() for letter in words)
    return b"BT /F3 10 Tf %g %g Td %s ET\n" % (x, top, shown)


def test_columns_written_downwards_are_read_from_the_right() -> None:
    columns = ("我们会收集您主动提供的姓名与联系方式", "等信息，用于向您提供服务，并在您注销", "账户后予以删除。")
    content = b"".join(column(words, 400 - 16 * at, 700) for at, words in enumerate(columns))
    found = draft(pdf_of([Sheet(content)]))
    assert words(found) == ["".join(columns)]
    policy = PolicyDocument("t", "pdf", "zh", found.text, found.blocks, pages=found.pages, boxes=found.boxes)
    first, second = rectangles(policy, Span(16, 20))
    assert first[1] == pytest.approx(400, abs=2)
    assert second[1] == pytest.approx(384, abs=2)
    assert first[4] - first[2] == pytest.approx(20, abs=2)


def test_lines_that_lead_to_a_page_by_dots_are_contents_each_by_itself() -> None:
    entries = [
        f"{title} {'.' * (110 - 2 * len(title))} {page}" for title, page in (("Scope", 2), ("Fees and taxes", 3))
    ]
    headings = line("Scope", 72, 640, font="F2") + paragraph(LEFT, 72, 620)
    headings += line("Fees and taxes", 72, 560, font="F2") + paragraph(RIGHT, 72, 540)
    found = draft(pdf_of([Sheet(paragraph(entries, 72, 700) + headings)]))
    assert [block.span.of(found.text) for block in found.blocks if block.contents] == entries
    assert [block.span.of(found.text) for block in blocks(found, BlockKind.HEADING)] == ["Scope", "Fees and taxes"]


def field_of(words: str, kind: str = "/FT/Tx") -> list[str]:
    """A field of a form and its look, from object 20 on."""
    shown = f"/Tx BMC BT /F1 10 Tf 2 4 Td ({words}) Tj ET EMC"
    look = f"<</Type/XObject/Subtype/Form/BBox[0 0 200 16]/Resources<</Font<</F1 10 0 R>>>>/Length {len(shown)}>>"
    return [
        f"<</Type/Annot/Subtype/Widget/F 4{kind}/T(company)/V({words})/Rect[160 696 360 712]/AP<</N 21 0 R>>>>",
        f"{look}stream\n{shown}\nendstream",
        "<</Type/Annot/Subtype/Text/Rect[20 696 38 714]/Contents(Who?)>>",
    ]


def test_words_typed_into_a_form_are_read_where_they_stand() -> None:
    sheet = Sheet(line("The company is", 72, 700) + line("and it keeps its word.", 72, 686))
    sheet.annotations = ["20 0 R", "22 0 R"]
    found = draft(pdf_of([sheet], more=field_of("Example Ltd"), catalog="/AcroForm<</Fields[20 0 R]>>"))
    assert words(found) == ["The company is Example Ltd and it keeps its word."]
    (note,) = found.foreign_notes
    assert note.text == "Who?"


def test_the_marks_of_boxes_to_tick_are_no_words() -> None:
    sheet = Sheet(line("The company is", 72, 700), annotations=["20 0 R"])
    assert words(draft(pdf_of([sheet], more=field_of("4", "/FT/Btn")))) == ["The company is"]


def test_a_narrow_column_of_small_print_beside_the_text_is_read_after_it() -> None:
    aside = ["In short: we", "keep your data", "and sell none", "of it to others."]
    rows = b"".join(
        line(main, 72, 700 - 12 * at) + (line(aside[at - 1], 330, 700 - 12 * at, size=8) if 0 < at < 5 else b"")
        for at, main in enumerate(LEFT * 2)
    )
    found = draft(pdf_of([Sheet(rows)]))
    assert " ".join(LEFT) in found.text
    assert " ".join(aside) in found.text


def test_a_large_letter_that_begins_a_paragraph_belongs_to_its_word() -> None:
    dropped = line("W", 72, 688, size=30) + line(LEFT[0][1:], 104, 700) + line(LEFT[1], 104, 688)
    found = words(draft(pdf_of([Sheet(dropped + paragraph(LEFT[2:], 72, 676))])))
    assert found[0] == " ".join(LEFT)


def test_letters_that_come_as_radicals_are_the_characters_they_show_and_keep_their_boxes() -> None:
    found = draft(pdf_of([Sheet(hanzi("本协议⾃⽣效之⽇起⻓期有效", 72, 700))]))
    assert words(found) == ["本协议自生效之日起长期有效"]
    policy = PolicyDocument("t", "pdf", "zh", found.text, found.blocks, pages=found.pages, boxes=found.boxes)
    (box,) = rectangles(policy, Span(8, 9))
    assert box[1] == pytest.approx(72 + 80, abs=1)


def test_items_of_the_second_column_stand_no_deeper_than_those_of_the_first() -> None:
    def items(first: int, x: float, top: float) -> bytes:
        rows = (LEFT, RIGHT)
        return b"".join(
            paragraph([f"{first + at}. {rows[at][0]}", *rows[at][1:]], x, top - 66 * at, size=9) for at in (0, 1)
        )

    first = line("What you do", 60, 740, size=14, font="F2") + items(1, 60, 720)
    second = items(3, 330, 740) + line("What we do", 330, 600, size=14, font="F2") + items(5, 330, 580)
    found = draft(pdf_of([Sheet(first + line("More of it", 60, 580, size=14, font="F2") + second)]))
    numbered = [(block.span.of(found.text)[:2], block.level) for block in blocks(found, BlockKind.LIST_ITEM)]
    assert numbered == [(f"{number}.", 0) for number in range(1, 7)]


def contract() -> bytes:
    """A contract as filed: a cover, a table of contents without dots, articles with their titles below them."""

    def centred(words: str, y: float, font: str = "F2") -> bytes:
        return line(words, 306 - 2.8 * len(words), y, font=font)

    cover = (
        centred("SUPPLY AGREEMENT", 700) + centred("Among", 660) + centred("NORTH LTD", 640) + centred("SOUTH LTD", 600)
    )
    entries = [("1.1", "Terms", 2), ("1.2", "Reading", 2)], [("2.1", "Goods", 3), ("2.2", "Price", 4)]
    contents = centred("TABLE OF CONTENTS", 740)
    y = 720
    for number, title, listed in (("I", "DEFINITIONS.", entries[0]), ("II", "SUPPLY.", entries[1])):
        contents += centred(f"ARTICLE {number}.", y) + centred(title, y - 20)
        for at, (label, words, page) in enumerate(listed):
            contents += line(label, 72, y - 40 - 20 * at) + line(words, 110, y - 40 - 20 * at)
            contents += line(str(page), 530, y - 40 - 20 * at)
        y -= 90
    body = b""
    for number, (article, title, listed) in enumerate(
        (("I", "DEFINITIONS.", entries[0]), ("II", "SUPPLY.", entries[1]))
    ):
        top = 740 - 260 * number
        body += centred(f"ARTICLE {article}.", top) + centred(title, top - 20)
        for at, (label, words, _) in enumerate(listed):
            body += paragraph([f"{label} {words}. {LEFT[0]} once more and", *LEFT[1:]], 72, top - 50 - 90 * at)
    return pdf_of([Sheet(cover), Sheet(contents), Sheet(body)])


def test_a_table_of_contents_without_dots_is_no_row_of_headings() -> None:
    found = draft(contract())
    told = [block.span.of(found.text) for block in found.blocks if block.contents]
    assert told[0] == "ARTICLE I."
    assert told[-1] == "2.2 Price 4"
    assert len(told) == 8


def test_an_article_and_the_title_below_it_are_one_clause_and_a_cover_is_none() -> None:
    policy = open_here(Source(contract(), "contract.pdf"))
    tops = [(clause.address, clause.title) for clause in policy.clauses if clause.level == 1]
    assert tops[-2:] == [("ARTICLE I", "DEFINITIONS."), ("ARTICLE II", "SUPPLY.")]
    assert [clause.address for clause in policy.clauses if clause.level == 2][-4:] == ["1.1", "1.2", "2.1", "2.2"]
    assert policy.title == "SUPPLY AGREEMENT"
    assert not any(address in {"Among", "NORTH LTD", "SOUTH LTD"} for address, _ in tops)


def test_page_numbers_printed_within_the_page_part_no_sentence() -> None:
    sheets = [
        Sheet(paragraph([f"Part {at} goes on from here.", *LEFT[:3]], 72, 700) + line(str(at + 1), 180, 600)
              + paragraph(RIGHT, 72, 560)) for at in range(1, 5)
    ]  # fmt: skip
    found = draft(pdf_of(sheets))
    assert not any(one.isdigit() for one in words(found))
    assert words(found, Story.FOOTER) == ["2"]


def test_a_centred_title_broken_after_of_is_one_paragraph() -> None:
    title = line("GENERAL TERMS OF", 250, 740, font="F2") + line("SALE AND DELIVERY", 250, 728, font="F2")
    rows = b"".join(paragraph([*LEFT, *RIGHT], 72, 690 - 120 * at, size=14) for at in range(2))
    assert words(draft(pdf_of([Sheet(title + rows)])))[0].startswith("GENERAL TERMS OF SALE")


@pytest.mark.parametrize(
    ("letters", "seen"),
    [
        ("\x1f Cattle \x1f Sheep\r\n\x1f Goats", "• Cattle • Sheep\r\n• Goats"),
        ("\uf0b7 Cattle\r\n\uf0d8 Sheep", "• Cattle\r\n➢ Sheep"),
        ("\uf0b7\uf020 Cattle", "•\x1f Cattle"),
        ("\x03 Cattle\r\n\x03 Sheep", "\x03 Cattle\r\n\x03 Sheep"),
        ("\x02 Cattle", "\x02 Cattle"),
        ("One \uf0b7x and two", "One \uf0b7x and two"),
    ],
)
def test_bullets_without_a_name_are_shown_as_bullets(letters: str, seen: str) -> None:
    assert with_bullets(letters) == seen


def test_a_stamp_up_the_edge_of_a_page_is_no_heading_among_its_words() -> None:
    stamp = b"BT /F1 20 Tf 0 1 -1 0 40 300 Tm (Filed under 2026-004) Tj ET\n"
    found = draft(
        pdf_of([Sheet(stamp + paragraph([*LEFT, *RIGHT], 72, 700)), Sheet(paragraph(["So it is.", *RIGHT], 72, 600))])
    )
    assert words(found, Story.HEADER) == ["Filed under 2026-004"]
    assert not blocks(found, BlockKind.HEADING)


def test_a_last_column_of_one_line_is_read_after_the_first_by_the_columns_of_the_page_before() -> None:
    first = Sheet(paragraph([*LEFT, *RIGHT], 60, 740) + paragraph([*RIGHT, *LEFT], 330, 740))
    rest = "and this is how it ends at last."
    last = Sheet(paragraph(["and so on until that is", *LEFT[1:], *RIGHT[:3], "You may ask at last for"], 60, 740)
                 + line(rest, 330, 740))  # fmt: skip
    said = words(draft(pdf_of([first, last])))
    assert said[-1].endswith(rest)
    assert not any(f"until that is {rest}" in one for one in said)


def test_words_far_to_the_right_stay_on_their_line_where_no_page_has_columns() -> None:
    page = paragraph(["Agreed at Harbour on", *LEFT, *RIGHT], 60, 740) + line("1 September 2026", 330, 740)
    assert words(draft(pdf_of([Sheet(page)])))[0].startswith("Agreed at Harbour on 1 September 2026")
