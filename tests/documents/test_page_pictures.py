"""Pictures of a PDF's pages, drawn in a process of their own."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from documents.errors import UnreadableDocument
from documents.page_pictures import PagePictures
from documents.worker import shared_worker
from tests.documents.pdf_files import Sheet, line, locked, pdf_of

PDF = pdf_of([Sheet(line(f"Page {number}.", 72, 700, size=40)) for number in range(3)])


@pytest.fixture(scope="module")
def pictures() -> Iterator[PagePictures]:
    with PagePictures(PDF, name="policy.pdf") as made:
        yield made


def test_a_page_is_drawn_at_the_scale_asked_for(pictures: PagePictures) -> None:
    small, large = pictures.picture(0, 1.0), pictures.picture(0, 2.0)
    assert (small.width, small.height) == (612, 792)
    assert (large.width, large.height) == (1224, 1584)
    for one in (small, large):
        assert len(one.pixels) == one.stride * one.height
        assert set(one.pixels) > {0, 255}


def test_a_part_of_a_page_is_what_the_whole_shows_there(pictures: PagePictures) -> None:
    whole = pictures.picture(1, 1.0)
    part = pictures.picture(1, 1.0, (60, 50, 100, 60))
    rows = [whole.pixels[row * whole.stride :][60 * 4 : 160 * 4] for row in range(50, 110)]
    assert (part.width, part.height) == (100, 60)
    assert part.pixels == b"".join(rows)


def test_pages_differ(pictures: PagePictures) -> None:
    assert len({pictures.picture(page, 0.5).pixels for page in range(3)}) == 3


def test_a_process_that_died_is_replaced_and_the_file_opened_again(pictures: PagePictures) -> None:
    before = pictures.picture(2, 1.0)
    pid = pictures._worker.pid
    os.kill(pid, 9)
    assert pictures.picture(2, 1.0) == before
    assert pictures._worker.pid not in {0, pid}


def test_many_threads_get_the_page_they_asked_for(pictures: PagePictures) -> None:
    alone = [pictures.picture(page, 0.5).pixels for page in range(3)]
    together: dict[int, bytes] = {}

    def ask(page: int) -> None:
        together[page] = pictures.picture(page, 0.5).pixels

    threads = [threading.Thread(target=ask, args=(page,)) for page in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[page] for page in range(3)] == alone


def test_it_is_another_process_than_the_one_that_reads(pictures: PagePictures) -> None:
    shared_worker().start()
    pictures.picture(0, 0.1)
    assert pictures._worker.pid != shared_worker().pid


@pytest.mark.parametrize(("password", "code"), [("", "password"), ("guess", "wrong_password")])
def test_a_locked_file_says_so(password: str, code: str) -> None:
    data = locked([Sheet(line("Kept.", 72, 700))], "secret")
    with PagePictures(data, name="kept.pdf", password=password) as pictures:
        for _ in range(2):
            with pytest.raises(UnreadableDocument) as caught:
                pictures.picture(0, 1.0)
            assert caught.value.code == code
            assert "kept.pdf" in caught.value.sentence()


def test_a_locked_file_is_drawn_with_its_password() -> None:
    with PagePictures(locked([Sheet(line("Kept.", 72, 700))], "secret"), password="secret") as pictures:
        assert min(pictures.picture(0, 1.0).pixels) < 100


def test_a_file_that_is_no_pdf_says_so() -> None:
    with PagePictures(b"not a page in it", name="a.pdf") as pictures, pytest.raises(UnreadableDocument) as caught:
        pictures.picture(0, 1.0)
    assert caught.value.code == "damaged"


def test_closing_twice_and_drawing_after_it_both_work() -> None:
    pictures = PagePictures(PDF)
    pictures.close()
    assert pictures.picture(0, 0.1).pixels
    pictures.close()
    pictures.close()
