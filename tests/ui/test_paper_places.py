"""A letter's place on a page and the letter at a place: each leads back to the other."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.model import Block, BlockKind, PolicyDocument, Span
from documents.pages import UNIT, Boxes, Page
from documents.pdf.boxes import rectangles
from tests.documents.pdf_files import Sheet, line, paragraph, pdf_of
from tests.ui.paper_files import COLUMNS, many_pages, numbered_file, read, span_of
from ui.paper_layout import PaperLayout
from ui.paper_places import PaperPlaces, page_named

TURNED = b"BT /F1 10 Tf 0 1 -1 0 500 100 Tm (Sideways in the margin) Tj ET\n"
FILES = {
    "columns": COLUMNS,
    "clauses": numbered_file(),
    "pages": many_pages(3),
    "sideways": pdf_of([Sheet(TURNED + paragraph(["Upright words stand", "beside those."], 72, 700))]),
    "turned page": pdf_of([Sheet(paragraph(["A page that is shown", "turned to the right."], 72, 700), "/Rotate 90")]),
    "cropped": pdf_of([Sheet(paragraph(["A page that is cut", "on all sides."], 92, 700), "/CropBox[50 300 500 780]")]),
}


def backwards() -> PolicyDocument:
    """Two lines that run to the left, as Hebrew does: each letter begins where the last one ended, farther left."""
    text = "אבגדה והזח\nטיכל"
    first, second = text.split("\n")
    pieces = array("i", [0, len(first), 0, 0, 500 * UNIT, 700 * UNIT, 712 * UNIT])
    pieces.extend([len(first) + 1, len(text), 0, 0, 500 * UNIT, 680 * UNIT, 692 * UNIT])
    advances = array("h", [-6 * UNIT] * len(first) + [0] + [-6 * UNIT] * len(second))
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text)), right_to_left=True),)
    return PolicyDocument("t", "pdf", "he", text, blocks, pages=(Page(612, 792),), boxes=Boxes(pieces, advances))


def check_every_letter(policy: PolicyDocument) -> int:
    places = PaperPlaces(policy)
    found = 0
    for point in range(len(policy.text)):
        for page, x0, y0, x1, y1 in rectangles(policy, Span(point, point + 1)):
            hit = places.hit(page, (x0 + x1) / 2, (y0 + y1) / 2)
            assert hit is not None
            assert (hit.point, hit.inside) == (point, True), policy.text[point]
            found += 1
    return found


@pytest.mark.parametrize("name", FILES)
def test_the_middle_of_every_letter_is_that_letter(name: str) -> None:
    policy = read(FILES[name])
    assert check_every_letter(policy) > 0.8 * len(policy.text)


def test_also_where_lines_run_from_right_to_left() -> None:
    assert check_every_letter(backwards()) == 14


@given(
    st.lists(
        st.tuples(st.text("abcil W-", min_size=1, max_size=20).filter(str.strip), st.integers(40, 320)),
        min_size=1,
        max_size=12,
    )
)
def test_wherever_lines_stand_a_letters_middle_is_that_letter(rows: list[tuple[str, int]]) -> None:
    content = b"".join(line(words.strip() + "x", x, 740 - 40 * at) for at, (words, x) in enumerate(rows))
    check_every_letter(read(pdf_of([Sheet(content)])))


def test_the_gap_is_the_nearer_end_of_the_letter() -> None:
    policy = read(FILES["clauses"])
    places = PaperPlaces(policy)
    ((page, x0, y0, x1, y1),) = rectangles(policy, span_of(policy, "W"))
    start = policy.text.index("W")
    middle = (y0 + y1) / 2
    assert [places.hit(page, x, middle).gap for x in (x0 + 1, x1 - 1)] == [start, start + 1]


def test_in_a_line_to_the_left_the_gap_after_a_letter_is_at_its_left() -> None:
    places = PaperPlaces(backwards())
    assert [places.hit(0, x, 706).gap for x in (499, 495)] == [0, 1]


def test_a_point_between_two_lines_is_the_nearest_letter() -> None:
    policy = read(FILES["pages"])
    places = PaperPlaces(policy)
    (first, below) = list(places.stretches(Span(0, 80)))[:2]
    x = (first.box[0] + first.box[2]) / 2
    for y, expected in ((first.box[1] - 0.05, first), (below.box[3] + 0.05, below)):
        hit = places.hit(0, x, y)
        assert hit is not None
        assert expected.span.start <= hit.point < expected.span.end
    assert places.hit(0, 600, 400) is not None
    assert places.hit(7, 10, 10) is None


def test_right_of_a_short_last_line_is_its_end_not_the_line_above_or_the_other_column() -> None:
    policy = read(COLUMNS)
    places = PaperPlaces(policy)
    words = span_of(policy, "of data that we collect 1")
    (rectangle,) = rectangles(policy, words)
    hit = places.hit(0, rectangle[3] + 60, (rectangle[2] + rectangle[4]) / 2)
    assert (hit.gap, hit.inside) == (words.end, False)


def test_beside_the_first_line_of_a_paragraph_is_told_and_only_there() -> None:
    policy = read(
        pdf_of([Sheet(paragraph(["A paragraph of two lines, the first", "and the second, which is short."], 72, 700))])
    )
    places = PaperPlaces(policy)
    assert places.hit(0, 50, 702).beside
    assert not places.hit(0, 50, 690).beside
    assert not places.hit(0, 10, 702).beside
    assert not places.hit(0, 80, 702).beside


@pytest.mark.parametrize("name", FILES)
def test_stretches_are_the_rectangles_line_by_line_and_page_by_page(name: str) -> None:
    policy = read(FILES[name])
    places = PaperPlaces(policy)
    whole = Span(3, len(policy.text) - 2)
    expected = list(rectangles(policy, whole))
    assert [(part.page, *part.box) for part in places.stretches(whole)] == expected
    by_page = [part for page in range(len(policy.pages)) for part in places.stretches_on(page, whole)]
    assert sorted((part.page, *part.box) for part in by_page) == sorted(expected)


def test_a_letter_without_a_place_stands_where_the_next_one_does() -> None:
    policy = read(FILES["pages"])
    places = PaperPlaces(policy)
    feed = policy.text.index("\n")
    assert places.place_of(feed) == places.place_of(feed + 1)
    assert places.place_of(len(policy.text)).page == 2
    assert PaperPlaces(PolicyDocument("", "text", "en", "words")).place_of(2) is None


@pytest.mark.parametrize("name", FILES)
def test_the_line_of_each_letter_is_round_the_letter(name: str) -> None:
    policy = read(FILES[name])
    places = PaperPlaces(policy)
    for point in range(len(policy.text)):
        letter, (page, line) = places.place_of(point), places.line_box(point)
        assert page == letter.page
        assert line[0] - 0.1 <= letter.box[0] <= letter.box[2] <= line[2] + 0.1
        assert line[1] - 0.1 <= letter.box[1] <= letter.box[3] <= line[3] + 0.1
    assert PaperPlaces(PolicyDocument("", "text", "en", "words")).line_box(2) is None


def test_a_page_is_named_by_its_label_first_and_else_by_its_number() -> None:
    pages = tuple(Page(600, 800, label) for label in ("i", "ii", "1", "2", "3"))
    policy = PolicyDocument("", "pdf", "en", "", pages=pages)
    names = {"II": 1, " 1 ": 2, "5": 4, "6": -1, "0": -1, "": -1, "x": -1}
    assert {name: page_named(policy, name) for name in names} == names


def test_a_line_down_keeps_its_place_across() -> None:
    policy = read(FILES["clauses"])
    places = PaperPlaces(policy)
    start = span_of(policy, "give us").start
    below, along = places.line_step(start, 1)
    assert policy.text[:below].count("\n") == policy.text[:start].count("\n") + 1
    back, _ = places.line_step(below, -1, along)
    assert back == start
    assert places.line_step(len(policy.text) - 2, 1)[0] == len(policy.text)
    assert places.line_step(2, -1)[0] == 0


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_place_on_the_screen_and_on_the_page_are_each_others_other(rotation: int) -> None:
    pages = [Page(300, 200, "1", rotation, 20, 30)]
    layout = PaperLayout(pages, 600, 150)
    for x, y in ((0, 0), (10, 40), (599, 399)):
        px, py = layout.own(0, x, y)
        shown = layout.shown(0, (px, py, px, py))
        assert shown == pytest.approx((x, y, x, y))
    width, height = (300, 200) if rotation in (0, 180) else (200, 300)
    assert layout.shown(0, (20, 30, 20 + width, 30 + height)) == pytest.approx((0, 0, 600, 400))
