"""A page of a PDF as pixels: crisp in parts, turned as it is shown, white where nothing is."""

from __future__ import annotations

import pytest

from documents.pdf.library import Pdf
from documents.pdf.pictures import MOST_PIXELS, Clip, Pixels, draw
from tests.documents.pdf_files import Sheet, line, pdf_of

BLACK = b"0 g 10 20 30 40 re f\n"  # left 10, bottom 20, 30 wide, 40 high
SMALL = Sheet(BLACK, width=100, height=200)


def drawn(sheet: Sheet, scale: float = 1.0, clip: Clip | None = None) -> Pixels:
    with Pdf(pdf_of([sheet]), name="a.pdf") as pdf:
        return draw(pdf, 0, scale, clip)


def dark(picture: Pixels) -> tuple[int, int, int, int]:
    """Return the box of what is dark: left, top, right, bottom."""
    width, height, stride, pixels = picture
    found = [(x, y) for y in range(height) for x in range(width) if pixels[y * stride + 4 * x + 1] < 128]
    return min(x for x, _ in found), min(y for _, y in found), max(x for x, _ in found), max(y for _, y in found)


def test_a_page_is_drawn_from_its_upper_left_on_white() -> None:
    picture = drawn(SMALL)
    assert picture[:3] == (100, 200, 400)
    assert dark(picture) == (10, 140, 39, 179)
    assert picture[3][:4] == b"\xff\xff\xff\xff"


def test_at_twice_the_size_everything_is_twice_as_far() -> None:
    assert dark(drawn(SMALL, 2.0)) == (20, 280, 79, 359)


def test_a_part_is_the_same_pixels_as_within_the_whole() -> None:
    letters = Sheet(line("Words that are cut", 5, 150, size=9) + BLACK, width=100, height=200)
    width, _, stride, whole = drawn(letters, 3.0)
    across, down, own, part = drawn(letters, 3.0, (30, 90, 150, 80))
    assert (across, down, own, width) == (150, 80, 600, 300)
    rows = [whole[(90 + y) * stride + 120 : (90 + y) * stride + 720] for y in range(80)]
    assert part == b"".join(rows)


def test_a_turned_page_is_drawn_as_it_is_shown() -> None:
    picture = drawn(Sheet(BLACK, width=100, height=200, extra="/Rotate 90"))
    assert picture[:2] == (200, 100)
    assert dark(picture) == (20, 10, 59, 39)


def test_of_a_cropped_page_only_the_visible_part_is_drawn() -> None:
    picture = drawn(Sheet(BLACK, width=100, height=200, extra="/CropBox[5 10 95 110]"))
    assert picture[:2] == (90, 100)
    assert dark(picture) == (5, 50, 34, 89)


def test_annotations_are_drawn() -> None:
    mark = "<</Type/Annot/Subtype/Square/Rect[50 50 90 90]/C[1 0 0]/IC[1 0 0]/F 4>>"
    picture = drawn(Sheet(b"", annotations=[mark], width=100, height=200))
    assert dark(picture)[0] in range(48, 53)


def test_a_page_that_cannot_be_opened_is_a_white_sheet() -> None:
    data = pdf_of([SMALL, SMALL]).replace(b"1002 0 R]", b"4002 0 R]")
    with Pdf(data, name="a.pdf") as pdf:
        assert pdf.pages == 2
        width, height, _, pixels = draw(pdf, 1, 0.5)
    assert (width, height) == (306, 396)
    assert set(pixels) == {255}


@pytest.mark.parametrize("scale", [40.0, 4000.0, float("inf"), float("nan"), 0.0, -2.0])
def test_whatever_is_asked_the_pixels_are_bounded_and_the_shape_is_kept(scale: float) -> None:
    width, height, stride, pixels = drawn(SMALL, scale)
    assert len(pixels) == stride * height <= 4 * MOST_PIXELS
    assert height == pytest.approx(2 * width, rel=0.01)


def test_a_part_of_an_enormous_page_costs_no_more_than_the_part() -> None:
    picture = drawn(Sheet(b"0 g 0 0 14400 14400 re f\n", width=14400, height=14400), 8.0, (50_000, 60_000, 64, 32))
    assert picture[:2] == (64, 32)
    assert dark(picture) == (0, 0, 63, 31)
