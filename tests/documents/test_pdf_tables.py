"""Tables of a PDF: where lines rule cells off they are cells; where they leave a doubt the words stay paragraphs."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.model import Block, BlockKind
from documents.pdf.boxes import rectangles
from documents.pdf.policy import read_pdf
from documents.reader import open_here
from tests.documents.pdf_files import Sheet, line, paragraph, pdf_of, ruled, stroke

XS = (72, 172, 372)
YS = (600, 580, 560, 540)
ROWS = [("Data", "Why we need it"), ("Name", "To open the account"), ("Address", "To send the goods")]


def words_at(rows: list[tuple[str, str]], *, font: str = "F1") -> bytes:
    return b"".join(
        line(a, 76, 586 - 20 * at, font=font) + line(b, 176, 586 - 20 * at, font=font) for at, (a, b) in enumerate(rows)
    )


def draft(*contents: bytes) -> Draft:
    return read_pdf(Source(pdf_of([Sheet(content) for content in contents]), "policy.pdf"))


def cells(found: Draft) -> list[tuple[int, int, int, str]]:
    return [
        (block.cell.table, block.cell.row, block.cell.column, block.span.of(found.text))
        for block in found.blocks
        if block.cell
    ]


def around(content: bytes) -> bytes:
    above = paragraph(["We collect what stands in the table that follows here."], 72, 640)
    return above + content + paragraph(["All of it is kept for as long as the account stands."], 72, 500)


def test_a_ruled_table_is_cells_where_it_stands_between_paragraphs() -> None:
    found = draft(around(ruled(XS, YS) + words_at(ROWS)))
    assert cells(found) == [
        (0, row, column, words) for row, pair in enumerate(ROWS) for column, words in enumerate(pair)
    ]
    kinds = [block.kind for block in found.blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.CELL] * 6, BlockKind.PARAGRAPH]


def test_an_empty_cell_has_its_block_too() -> None:
    found = draft(around(ruled(XS, YS) + words_at([("Data", "Why"), ("Name", ""), ("Address", "To send")])))
    assert (0, 1, 1, "") in cells(found)


def test_lines_within_a_cell_are_joined_and_its_paragraphs_stand_on_lines_of_their_own() -> None:
    tall = (600, 580, 520)
    long = paragraph(["We need it to open the account and to", "send you the goods.", "Nothing else."], 176, 566)
    content = ruled(XS, tall) + line("Data", 76, 586) + line("Why", 176, 586) + line("Name", 76, 566) + long
    assert cells(draft(around(content)))[3][3] == (
        "We need it to open the account and to send you the goods.\nNothing else."
    )


def test_a_cell_that_spans_columns_says_so() -> None:
    content = stroke(72, 600, 372, 600) + stroke(72, 600, 72, 580) + stroke(372, 600, 372, 580)
    content += ruled(XS, YS[1:]) + line("What we collect and why", 76, 586) + words_at([("", ""), *ROWS[1:]])
    found = draft(around(content))
    first = next(block for block in found.blocks if block.cell)
    assert first.cell
    assert (first.cell.row_span, first.cell.column_span) == (1, 2)
    assert cells(found)[1:] == [(0, 1, 0, "Name"), (0, 1, 1, ROWS[1][1]), (0, 2, 0, "Address"), (0, 2, 1, ROWS[2][1])]


def test_a_bold_first_row_is_its_head() -> None:
    content = ruled(XS, YS) + words_at(ROWS[:1], font="F2") + words_at([("", ""), *ROWS[1:]])
    found = draft(around(content))
    assert [block.cell.header for block in found.blocks if block.cell] == [True, True, False, False, False, False]


def test_columns_without_side_lines_are_a_table_all_the_same() -> None:
    across = b"".join(stroke(72, y, 372, y) for y in YS)
    found = draft(around(across + stroke(172, 540, 172, 600) + words_at(ROWS)))
    assert len(cells(found)) == 6


def test_two_tables_are_counted_over_the_pages() -> None:
    found = draft(around(ruled(XS, YS) + words_at(ROWS)), around(ruled(XS, YS) + words_at(ROWS)))
    assert {table for table, *_ in cells(found)} == {0, 1}


def test_a_table_on_a_page_that_was_turned_is_one_too() -> None:
    content = b"q 0 1 -1 0 612 0 cm\n" + around(ruled(XS, YS) + words_at(ROWS)) + b"Q\n"
    found = read_pdf(Source(pdf_of([Sheet(content, extra="/Rotate 90")]), "policy.pdf"))
    assert len(cells(found)) == 6


def test_a_frame_around_paragraphs_is_no_table() -> None:
    assert not cells(draft(around(ruled((60, 400), (600, 540)) + words_at(ROWS))))


def test_lines_that_run_through_words_are_no_table() -> None:
    long = paragraph(["Words that run on and on across all of the lines here"] * 4, 76, 586)
    assert not cells(draft(around(ruled((72, 99, 127, 151, 372), (600, 570, 540)) + long)))


def test_an_empty_grid_is_no_table() -> None:
    assert not cells(draft(around(ruled((72, 100, 130, 160, 190), YS))))


def test_coloured_areas_rule_nothing_off() -> None:
    areas = b"0.9 g 72 540 100 60 re f 172 540 200 60 re f 72 580 300 20 re f 0 g\n"
    assert not cells(draft(around(areas + words_at(ROWS))))


def test_columns_beside_two_tables_are_still_read_one_after_the_other() -> None:
    left = paragraph(["Words above the table on the left."] * 3, 72, 700) + ruled(XS[:2], YS)
    found = draft(left + paragraph(["Words of the column on the right hand."] * 12, 330, 700))
    assert found.text.index("on the right") > found.text.rindex("on the left")


def test_words_in_cells_have_their_places() -> None:
    data = pdf_of([Sheet(around(ruled(XS, YS) + words_at(ROWS)))])
    policy = open_here(Source(data, "policy.pdf"))
    block: Block = next(block for block in policy.blocks if block.span.of(policy.text) == "Name")
    ((page, left, low, _, high),) = rectangles(policy, block.span)
    assert page == 0
    assert abs(left - 76) < 1
    assert low < 566 < high
