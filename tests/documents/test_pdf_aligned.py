"""Tables of a PDF that white space alone makes: read row by row, cell by cell; columns of running words are none."""

from __future__ import annotations

from collections.abc import Sequence

from documents.draft import Draft, Source
from documents.pdf.policy import read_pdf
from tests.documents.pdf_files import Sheet, line, paragraph, pdf_of

XS = (72, 200, 400)
ABOVE = ["We collect what stands in the table that follows here, and we keep all of it in our own", "books for a year."]
BELOW = [
    "All of it is kept for as long as the account stands, and no longer than we need it for the",
    "purposes above.",
]
TABLE = [
    (["Data"], ["Purpose"], ["Basis"]),
    (
        ["Name and", "surname"],
        ["To open the account and", "to send you the goods", "that you bought from us"],
        ["Contract"],
    ),
    (["Address"], ["To send the goods and to", "take them back again"], ["Contract,", "Article 6(1)(b)"]),
    (["Visits to", "our site"], ["To mend faults and to learn", "what our visitors look at"], ["Consent"]),
]
SENTENCES = [
    "A party is not liable for what it",
    "could not foresee, nor for what it",
    "could not have helped by care.",
]


def page(
    rows: Sequence[Sequence[Sequence[str]]], xs: Sequence[float] = XS, *, space: float = 10, middle: bool = False
) -> bytes:
    content, top = paragraph(ABOVE, 72, 700), 650.0
    for row in rows:
        most = max(map(len, row))
        for cell, x in zip(row, xs, strict=True):
            content += paragraph(cell, x, top - (6 * (most - len(cell)) if middle else 0))
        top -= 12 * most + space
    return content + paragraph(BELOW, 72, top - 20)


def read(*contents: bytes) -> Draft:
    return read_pdf(Source(pdf_of([Sheet(content) for content in contents]), "policy.pdf"))


def cells(found: Draft) -> list[tuple[int, int, str]]:
    return [(one.cell.row, one.cell.column, one.span.of(found.text)) for one in found.blocks if one.cell]


def whole(rows: Sequence[Sequence[Sequence[str]]]) -> list[tuple[int, int, str]]:
    return [(at, column, " ".join(cell)) for at, row in enumerate(rows) for column, cell in enumerate(row)]


def test_columns_and_rows_that_white_space_parts_are_a_table() -> None:
    found = read(page(TABLE))
    assert cells(found) == whole(TABLE)
    assert [bool(one.cell) for one in found.blocks] == [False, *[True] * 12, False]


def test_cells_set_in_the_middle_of_their_row_are_read_row_by_row_too() -> None:
    assert cells(read(page(TABLE, middle=True))) == whole(TABLE)


def test_rows_of_one_line_stay_lines_in_their_order() -> None:
    rows = [([f"Data {at}"], [f"Purpose {at}"], [f"Basis {at}"]) for at in range(5)]
    found = read(page(rows))
    assert not cells(found)
    assert [one.span.of(found.text) for one in found.blocks][1:-1] == [
        f"Data {at} Purpose {at} Basis {at}" for at in range(5)
    ]


def test_lists_with_numbers_in_a_column_are_no_table() -> None:
    rows = [([f"({at})"], SENTENCES, ["See Annex", "A"]) for at in "abcd"]
    assert not cells(read(page(rows, (72, 100, 400))))


def test_two_columns_are_left_to_the_order_of_reading() -> None:
    rows = [(SENTENCES, SENTENCES[:2]) for _ in range(4)]
    found = read(page(rows, (72, 330)))
    assert not cells(found)
    first, second = " ".join(SENTENCES), " ".join(SENTENCES[:2])
    assert [one.span.of(found.text) for one in found.blocks].count(first) == 4
    assert [one.span.of(found.text) for one in found.blocks].count(second) == 4


def test_three_columns_of_running_words_are_no_table() -> None:
    lengths = ((3, 1, 2, 3, 1, 2), (1, 3, 3, 2, 2, 1), (2, 2, 1, 3, 1, 3))
    content = paragraph(
        ["Terms that run in three columns over the whole of this page, one after the other here"], 72, 720
    )
    for x, column in zip((72, 240, 408), lengths, strict=True):
        top = 690.0
        for length in column:
            content += paragraph(SENTENCES[:length], x, top)
            top -= 12 * length + 8
    assert not cells(read(content))


def test_columns_that_no_line_of_the_page_runs_across_are_no_table() -> None:
    content = b"".join(
        paragraph(cell, x, 700 - 50 * at) for at, row in enumerate(TABLE) for cell, x in zip(row, XS, strict=True)
    )
    assert not cells(read(content + line("Our policy", 72, 740)))
