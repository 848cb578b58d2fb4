"""Pictures of pages come from another thread, what is in view first, and are kept within a bound."""

from __future__ import annotations

import threading

import pytest

from documents.errors import UnreadableDocument
from documents.page_pictures import PagePictures
from tests.ui.paper_files import Drawn, DrawnHere, many_pages
from ui.paper_pictures import PaperPictures, Tile, tiles_of
from ui.tasks import Tasks


@pytest.fixture
def tasks() -> Tasks:
    made = Tasks()
    yield made
    made.drain(5_000)


class Held:
    """Draws nothing until it is let; remembers in which order it was asked."""

    def __init__(self, size: int = 100) -> None:
        self.go = threading.Event()
        self.asked: list[int] = []
        self.closed = threading.Event()
        self.size = size

    def picture(self, page: int, _scale: float, _clip: object = None) -> Drawn:
        self.asked.append(page)
        self.go.wait(5)
        return Drawn(self.size, self.size, 4 * self.size, bytes(4 * self.size * self.size))

    def close(self) -> None:
        self.closed.set()


def test_a_page_comes_crisp_at_the_scale_asked_for(qtbot, tasks: Tasks) -> None:
    pictures = PaperPictures(tasks)
    source = DrawnHere(many_pages(2))
    pictures.set_source(source)
    tile = Tile(1, 2.5)
    with qtbot.waitSignal(pictures.arrived) as arrived:
        pictures.want([tile])
    assert arrived.args == [1]
    image = pictures.exact(tile)
    assert (image.width(), image.height()) == (1530, 1980)
    assert source.asked == [(1, 2.5, None)]
    pictures.set_source(None)
    assert source.closed


def test_what_is_no_longer_wanted_is_never_drawn(qtbot, tasks: Tasks) -> None:
    pictures, source = PaperPictures(tasks), Held()
    pictures.set_source(source)
    pictures.want([Tile(page, 1.0) for page in range(50)])
    pictures.want([Tile(page, 1.0) for page in (0, 200, 201)])
    source.go.set()
    qtbot.waitUntil(lambda: pictures.exact(Tile(201, 1.0)) is not None)
    assert source.asked == [0, 200, 201]


def test_pictures_take_no_more_than_their_bound_and_the_oldest_go(qtbot, tasks: Tasks) -> None:
    pictures, source = PaperPictures(tasks, kept=100_000), Held()
    source.go.set()
    pictures.set_source(source)
    pictures.want([Tile(page, 1.0) for page in range(8)])
    qtbot.waitUntil(lambda: pictures.exact(Tile(7, 1.0)) is not None)
    assert pictures.held_bytes == 80_000
    assert pictures.exact(Tile(0, 1.0)) is None
    assert pictures.exact(Tile(6, 1.0)) is not None


def test_a_coarser_picture_stands_in_until_the_crisp_one_is_there(qtbot, tasks: Tasks) -> None:
    pictures, source = PaperPictures(tasks), Held()
    source.go.set()
    pictures.set_source(source)
    pictures.want([Tile(0, 2.0)])
    qtbot.waitUntil(lambda: pictures.exact(Tile(0, 2.0)) is not None)
    ((place, image),) = pictures.others(0, 4.0)
    assert (place.width(), place.height(), image.width()) == (50, 50, 100)
    assert pictures.others(1, 4.0) == []


def test_a_page_that_cannot_be_drawn_is_asked_for_once_and_says_why(qtbot, tasks: Tasks) -> None:
    pictures = PaperPictures(tasks)
    source = DrawnHere(many_pages(2), damaged=frozenset({0}))
    pictures.set_source(source)
    with qtbot.waitSignal(pictures.refused):
        pictures.want([Tile(0, 1.0)])
    pictures.want([Tile(0, 1.0), Tile(1, 1.0)])
    qtbot.waitUntil(lambda: pictures.exact(Tile(1, 1.0)) is not None)
    assert isinstance(pictures.fault(0), UnreadableDocument)
    assert pictures.fault(1) is None
    assert [page for page, *_ in source.asked] == [0, 1]
    pictures.set_source(None)


def test_a_file_left_while_it_is_drawn_from_is_closed_afterwards_and_shows_nothing(qtbot, tasks: Tasks) -> None:
    pictures, source = PaperPictures(tasks), Held()
    pictures.set_source(source)
    pictures.want([Tile(0, 1.0)])
    qtbot.waitUntil(lambda: source.asked == [0])
    pictures.set_source(None)
    assert not source.closed.is_set()
    source.go.set()
    qtbot.waitUntil(source.closed.is_set)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert pictures.exact(Tile(0, 1.0)) is None


def test_large_pages_come_in_parts_and_only_those_in_view() -> None:
    assert tiles_of(3, (1400, 2000), 2.0, (0, 0, 10, 10)) == [Tile(3, 2.0)]
    parts = tiles_of(3, (6000, 8000), 8.0, (900, 3000, 2300, 4200))
    assert {part.clip[:2] for part in parts} == {(x * 1024, y * 1024) for x in (0, 1, 2) for y in (2, 3, 4)}
    assert all(part.clip[2:] == (1024, 1024) for part in parts)
    assert tiles_of(3, (6000, 8000), 8.0, (0, 9000, 100, 9100)) == []
    (corner,) = tiles_of(3, (6000, 8000), 8.0, (5900, 7900, 7000, 9000))
    assert corner.clip == (5120, 7168, 880, 832)


def test_a_process_of_its_own_draws_the_same(qtbot, tasks: Tasks) -> None:
    data = many_pages(1)
    pictures = PaperPictures(tasks)
    tile = Tile(0, 1.0)
    pictures.set_source(PagePictures(data, name="policy.pdf"))
    with qtbot.waitSignal(pictures.arrived, timeout=20_000):
        pictures.want([tile])
    theirs = pictures.exact(tile)
    assert theirs.constBits().tobytes() == DrawnHere(data).picture(0, 1.0).pixels
    pictures.set_source(None)
