"""A PDF's own structure: followed where it is sound, refused where it is not, and never mended on the way."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.pdf.appending import Update
from documents.pdf.objects import PdfObjects
from documents.pdf.streams import unpacked
from documents.pdf.syntax import BrokenPdf, dictionary, end_of, entries, items, name_of, number_of, reference_of
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.documents.pdf_packed import packed_pdf

SHEETS = [Sheet(paragraph([f"Words of page {number}."], 72, 700)) for number in (1, 2, 3)]


def test_the_values_of_a_dictionary_stay_as_they_are_written() -> None:
    raw = b"<</A 1/B(a \\) (b) %c)/C[1 [2] (])] % a remark >>\n/D<</E/F>>/G<0aFf>/H 7 0 R/I#20J null/K true>>"
    found = entries(raw)
    assert found == {
        b"A": b"1",
        b"B": b"(a \\) (b) %c)",
        b"C": b"[1 [2] (])]",
        b"D": b"<</E/F>>",
        b"G": b"<0aFf>",
        b"H": b"7 0 R",
        b"I J": b"null",
        b"K": b"true",
    }
    assert entries(dictionary(found)) == found


def test_arrays_names_numbers_and_references_are_told_apart() -> None:
    assert items(b"[ 1 0 R/Name (x)<</A[1]>> -5 ]") == [b"1 0 R", b"/Name", b"(x)", b"<</A[1]>>", b"-5"]
    assert (reference_of(b"12 0 R"), reference_of(b"12")) == (12, None)
    assert (number_of(b"-5"), name_of(b"/Fl#61te"), name_of(b"5")) == (-5, b"Flate", b"")


@pytest.mark.parametrize(
    "raw", [b"", b"<<", b"<</A>>", b"<</A 1]", b"[1", b"(open", b"<</A 1 2>>", b">>", b"<</A<</B 1>>"]
)
def test_what_is_no_object_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenPdf):
        entries(raw)


@given(st.binary(max_size=80))
def test_no_bytes_at_all_make_reading_an_object_fail_otherwise(raw: bytes) -> None:
    for read in (lambda: end_of(raw, 0), lambda: entries(b"<<" + raw), lambda: items(b"[" + raw)):
        try:
            read()
        except BrokenPdf:
            continue


@pytest.mark.parametrize("make", [pdf_of, packed_pdf])
def test_pages_are_found_in_order_through_tables_and_through_streams(make) -> None:
    objects = PdfObjects(make(SHEETS))
    assert objects.pages() == [1000, 1002, 1004]
    assert name_of(entries(objects.value(1000))[b"Type"]) == b"Page"
    assert objects.in_streams is (make is packed_pdf)


def test_a_file_with_something_before_its_head_counts_from_the_head() -> None:
    assert PdfObjects(packed_pdf(SHEETS, before=b"From the scanner\n")).pages() == [1000, 1002, 1004]


def test_no_number_is_given_twice_where_a_stream_of_places_does_not_list_itself() -> None:
    data = packed_pdf(SHEETS, lists_itself=False)
    assert PdfObjects(data).next_number == 5002


def test_an_update_is_read_before_what_it_replaces() -> None:
    data = pdf_of(SHEETS)
    for _ in range(3):
        objects = PdfObjects(data)
        update = Update(objects)
        added = update.add(b"(more)")
        update.put(1000, dictionary({**entries(objects.value(1000)), b"Added": b"%d 0 R" % added}))
        longer = update.to_bytes()
        assert longer.startswith(data)
        data = longer
    objects = PdfObjects(data)
    assert objects.resolved(entries(objects.value(1000))[b"Added"]) == b"(more)"
    assert objects.pages() == [1000, 1002, 1004]


def test_a_place_where_another_object_stands_is_refused() -> None:
    data = pdf_of(SHEETS).replace(b"1000 0 obj", b"1009 0 obj")
    with pytest.raises(BrokenPdf):
        PdfObjects(data).pages()


def test_sections_that_lead_in_a_circle_come_to_an_end() -> None:
    data = pdf_of(SHEETS)
    table = data.rindex(b"xref\n0 1")
    looped = data.replace(b"trailer<<", b"trailer<</Prev %010d" % table)
    assert PdfObjects(looped).pages() == [1000, 1002, 1004]


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_refused(cut: float) -> None:
    data = pdf_of(SHEETS)
    with pytest.raises(BrokenPdf):
        PdfObjects(data[: int(len(data) * cut)])


@given(st.lists(st.binary(min_size=4, max_size=4), min_size=1, max_size=6), st.data())
def test_rows_come_out_whatever_each_was_told_by(rows: list[bytes], draw: st.DataObject) -> None:
    def guess(kind: int, left: int, high: int, corner: int) -> int:
        if kind == 4:
            fair = left + high - corner
            distances = [abs(fair - left), abs(fair - high), abs(fair - corner)]
            return (left, high, corner)[distances.index(min(distances))]
        return (0, left, high, (left + high) // 2)[kind]

    out, above = bytearray(), bytes(4)
    for row in rows:
        kind = draw.draw(st.integers(0, 4))
        out.append(kind)
        for at in range(4):
            left, corner = (row[at - 1], above[at - 1]) if at else (0, 0)
            out.append((row[at] - guess(kind, left, above[at], corner)) % 256)
        above = row
    facts = {b"Filter": b"[/FlateDecode]", b"DecodeParms": b"[<</Predictor 15/Columns 4>>]"}
    assert unpacked(facts, zlib.compress(bytes(out))) == b"".join(rows)


@pytest.mark.parametrize(
    "facts",
    [
        {b"Filter": b"/LZWDecode"},
        {b"Filter": b"[/ASCIIHexDecode/FlateDecode]"},
        {b"Filter": b"/FlateDecode", b"DecodeParms": b"<</Predictor 2>>"},
        {b"Filter": b"/FlateDecode", b"DecodeParms": b"<</Predictor 12/Columns 0>>"},
    ],
)
def test_a_packing_that_machinery_never_has_is_refused(facts: dict[bytes, bytes]) -> None:
    with pytest.raises(BrokenPdf):
        unpacked(facts, zlib.compress(b"\x02abcd"))
