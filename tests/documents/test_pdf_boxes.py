"""Where the characters of a PDF stand: a span as rectangles, in the page's own points."""

from __future__ import annotations

import pytest

from documents.draft import Source
from documents.model import PolicyDocument, Span
from documents.pdf.boxes import rectangles
from documents.pdf.policy import read_pdf
from documents.reading import pack, unpack
from tests.documents.pdf_files import Sheet, hanzi, line, paragraph, pdf_of

LINES = [
    "We collect the data that you give us when you",
    "open an account, and keep it for as long as the",
    "account stands open.",
]


def policy(data: bytes) -> PolicyDocument:
    found = read_pdf(Source(data, "policy.pdf"))
    return PolicyDocument("t", "pdf", "en", found.text, found.blocks, pages=found.pages, boxes=found.boxes)


def place(document: PolicyDocument, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_a_span_over_a_line_end_is_a_rectangle_on_each_line() -> None:
    document = policy(pdf_of([Sheet(paragraph(LINES, 72, 700))]))
    first, second = rectangles(document, place(document, "when you open an"))
    assert (first[0], second[0]) == (0, 0)
    assert second[1] == pytest.approx(72, abs=0.5)
    assert first[2] < 700 < first[4]
    assert second[2] < 688 < second[4]
    assert first[3] > second[3]


def test_the_widths_are_those_of_the_letters() -> None:
    document = policy(pdf_of([Sheet(line("iiiiWWWW", 100, 700, size=20))]))
    (narrow,) = rectangles(document, Span(0, 4))
    (wide,) = rectangles(document, Span(4, 8))
    assert narrow[1] == pytest.approx(100, abs=0.5)
    assert narrow[3] - narrow[1] == pytest.approx(4 * 20 * 0.222, abs=0.6)
    assert wide[3] - wide[1] == pytest.approx(4 * 20 * 0.944, abs=0.6)
    assert narrow[3] == pytest.approx(wide[1], abs=0.1)


def test_every_letter_has_a_place_and_line_feeds_have_none() -> None:
    document = policy(pdf_of([Sheet(paragraph(LINES, 72, 700) + hanzi("个人信息", 72, 500))]))
    for at, letter in enumerate(document.text):
        found = rectangles(document, Span(at, at + 1))
        assert bool(found) is (letter != "\n" and not _joins_lines(document, at)), (at, letter)


def _joins_lines(document: PolicyDocument, at: int) -> bool:
    """The space between two lines stands nowhere."""
    return document.text[at] == " " and document.text[:at].endswith(("when you", "as the"))


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        ("0 1 -1 0 300 100", (293, 100, 302, 145)),  # upwards
        ("-1 0 0 -1 300 100", (252, 91, 300, 102)),  # on its head
        ("0 -1 1 0 300 100", (298, 55, 307, 100)),  # downwards
    ],
)
def test_text_in_other_directions_has_its_boxes_where_it_stands(matrix: str, expected: tuple[float, ...]) -> None:
    content = f"BT /F1 10 Tf {matrix} Tm (Sideways..) Tj ET".encode()
    document = policy(pdf_of([Sheet(content)]))
    ((_, *box),) = rectangles(document, Span(0, len("Sideways..")))
    assert box == pytest.approx(expected, abs=5)


def test_boxes_are_told_in_the_page_before_its_rotation() -> None:
    upright = policy(pdf_of([Sheet(line("Turned", 72, 700))]))
    turned = policy(pdf_of([Sheet(line("Turned", 72, 700), extra="/Rotate 270")]))
    assert rectangles(upright, Span(0, 6)) == rectangles(turned, Span(0, 6))


def test_spans_on_later_pages_name_their_page() -> None:
    document = policy(pdf_of([Sheet(line(f"Words of page {number}.", 72, 700)) for number in (1, 2, 3)]))
    assert [rectangles(document, place(document, f"page {number}"))[0][0] for number in (1, 2, 3)] == [0, 1, 2]


def test_a_document_without_pages_has_no_rectangles() -> None:
    assert rectangles(PolicyDocument("t", "text", "en", "words"), Span(0, 5)) == ()


def test_pages_and_boxes_are_kept_in_the_reading() -> None:
    document = policy(pdf_of([Sheet(paragraph(LINES, 72, 700))]))
    again = unpack(pack(document))
    assert again.pages == document.pages
    assert again.boxes == document.boxes
    assert rectangles(again, Span(3, 60)) == rectangles(document, Span(3, 60))
