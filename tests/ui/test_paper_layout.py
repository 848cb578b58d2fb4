"""Pages below one another: which are in view, how wide they are at a zoom and when they fit the room."""

from __future__ import annotations

import pytest

from documents.pages import Page
from ui.paper_layout import FIT, PaperLayout

A4 = Page(595, 842)
WIDE = Page(842, 595)


def test_pages_fit_the_room_and_a_wide_one_is_shown_smaller() -> None:
    layout = PaperLayout([A4, A4, WIDE], 700, FIT)
    assert [layout.size(number)[0] for number in range(3)] == [676, 676, 676]
    assert layout.width == 700
    assert layout.size(0)[1] == round(842 * 676 / 595)


def test_in_a_wide_window_pages_do_not_grow_for_ever() -> None:
    layout = PaperLayout([A4], 4000, FIT)
    assert layout.percent == 150
    assert layout.left(0) == (4000 - layout.size(0)[0]) // 2


def test_at_a_zoom_all_pages_have_their_true_proportions() -> None:
    layout = PaperLayout([A4, WIDE], 700, 150)
    assert [layout.size(number)[0] for number in range(2)] == [1190, 1684]
    assert (layout.width, layout.left(1)) == (1708, 12)


@pytest.mark.parametrize(("top", "bottom", "seen"), [(0, 100, [0]), (0, 1200, [0, 1]), (-5, 1, [1]), (-11, -1, [])])
def test_only_pages_with_a_part_in_view_are_seen(top: int, bottom: int, seen: list[int]) -> None:
    layout = PaperLayout([A4] * 10, 700, FIT)
    from_here = 0 if top == 0 else layout.top(1)
    assert list(layout.visible(from_here + top, from_here + bottom)) == seen


def test_a_file_without_pages_has_no_height() -> None:
    layout = PaperLayout((), 700)
    assert (layout.height, list(layout.visible(0, 100)), layout.page_at(50)) == (0, [], 0)


def test_the_strangest_sizes_are_laid_out() -> None:
    layout = PaperLayout([Page(0, 0), Page(14400, 1), Page(1, 14400)], 0, FIT)
    assert layout.height > 0
    assert all(layout.scale(number) > 0 for number in range(3))
