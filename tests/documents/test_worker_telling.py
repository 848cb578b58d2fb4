"""What the worker tells while it reads, and how reading is stopped."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from documents.draft import Source
from documents.errors import ReadingStopped, UnreadableDocument
from documents.model import PolicyDocument
from documents.reader import open_by, open_document, open_here
from documents.watch import Watch
from documents.worker import Worker
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.documents.processes import is_gone

LINES = [f"{number}. Clause {number} says something about personal data." for number in range(1, 2_001)]
TEXT = "\n".join(LINES).encode()
PDF = pdf_of([Sheet(paragraph(LINES[at : at + 40], 72, 740)) for at in range(0, len(LINES), 40)])

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


@pytest.fixture
def docx(make_docx) -> bytes:
    return make_docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES))


def told(worker: Worker, data: bytes, name: str) -> tuple[list[PolicyDocument], list[tuple[int, int]], PolicyDocument]:
    firsts: list[PolicyDocument] = []
    steps: list[tuple[int, int]] = []
    watch = Watch(lambda done, total: steps.append((done, total)), firsts.append)
    return firsts, steps, open_by(worker, Source(data, name), watch)


def check_first_screen(worker: Worker, data: bytes, name: str) -> None:
    firsts, _, whole = told(worker, data, name)
    assert len(firsts) == 1
    first = firsts[0]
    assert 0 < len(first.blocks) < len(whole.blocks)
    assert first.text.startswith("1. Clause 1 says")
    assert first.text[:1000] == whole.text[:1000]
    assert [clause.address for clause in first.clauses[:10]] == [clause.address for clause in whole.clauses[:10]]
    assert whole == open_here(Source(data, name))


def test_the_first_screen_of_a_long_text_comes_before_the_rest(worker: Worker) -> None:
    check_first_screen(worker, TEXT, "long.txt")


def test_the_first_screen_of_a_long_word_file_comes_before_the_rest(worker: Worker, docx: bytes) -> None:
    check_first_screen(worker, docx, "long.docx")


def test_the_first_screen_of_a_long_pdf_comes_before_the_rest(worker: Worker) -> None:
    check_first_screen(worker, PDF, "long.pdf")


def test_a_short_file_has_no_first_screen(worker: Worker) -> None:
    firsts, _, whole = told(worker, b"1. All there is.", "short.txt")
    assert firsts == []
    assert whole.text == "1. All there is."


def test_progress_goes_forwards_and_stays_within_its_bounds(worker: Worker) -> None:
    _, steps, _ = told(worker, PDF, "long.pdf")
    assert steps == sorted(steps)
    assert all(0 <= done <= total for done, total in steps)
    assert len(steps) <= 201


@posix
def test_reading_stops_when_nobody_wants_it_any_more(worker: Worker) -> None:
    worker.start()
    pid = worker.pid
    frozen = threading.Event()

    def freeze(_: PolicyDocument) -> None:
        os.kill(pid, signal.SIGSTOP)  # as if it were busy for ever
        frozen.set()

    with pytest.raises(ReadingStopped) as caught:
        open_by(worker, Source(TEXT, "long.txt"), Watch(first=freeze, wanted=lambda: not frozen.is_set()))
    assert caught.value.code == "stopped"
    assert "long.txt" in caught.value.sentence("zh")
    assert is_gone(pid)
    assert open_by(worker, Source(b"Next.", "next.txt")).text == "Next."


@posix
def test_a_file_that_is_read_for_too_long_is_stopped() -> None:
    with Worker(seconds=1.0) as worker:
        freeze = Watch(first=lambda _: os.kill(worker.pid, signal.SIGSTOP))
        with pytest.raises(UnreadableDocument) as caught:
            open_by(worker, Source(TEXT, "long.txt"), freeze)
    assert caught.value.code == "reader_stopped"


def test_what_waits_for_its_turn_can_be_stopped_too(worker: Worker) -> None:
    asked = threading.Event()
    caught: list[str] = []

    def wanted() -> bool:
        asked.set()
        return False

    def wait_in_vain() -> None:
        try:
            open_by(worker, Source(b"Second.", "second.txt"), Watch(wanted=wanted))
        except ReadingStopped as error:
            caught.append(error.code)

    other = threading.Thread(target=wait_in_vain)

    def hold(_: PolicyDocument) -> None:
        other.start()
        asked.wait(10)

    assert open_by(worker, Source(TEXT, "long.txt"), Watch(first=hold)).text
    other.join()
    assert caught == ["stopped"]


def test_two_threads_that_ask_at_once_are_both_answered(worker: Worker) -> None:
    answers: dict[int, list[str]] = {0: [], 1: []}

    def ask(which: int) -> None:
        for turn in range(5):
            answers[which].append(open_by(worker, Source(b"%d asks, %d." % (which, turn), "a.txt")).text)

    threads = [threading.Thread(target=ask, args=(which,)) for which in answers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {which: [f"{which} asks, {turn}." for turn in range(5)] for which in answers}


def test_a_watch_that_fails_does_not_spoil_the_next_answer(worker: Worker) -> None:
    def fail(_: PolicyDocument) -> None:
        raise KeyError("no such view")

    with pytest.raises(KeyError):
        open_by(worker, Source(TEXT, "long.txt"), Watch(first=fail))
    assert open_by(worker, Source(b"Next.", "next.txt")).text == "Next."


def test_the_one_door_passes_the_watch_on() -> None:
    firsts: list[PolicyDocument] = []
    whole = open_document(TEXT, name="long.txt", watch=Watch(first=firsts.append))
    assert len(firsts) == 1
    assert len(whole.blocks) == len(LINES)


@posix
def test_a_patient_worker_counts_its_time_anew_at_each_sign_of_life() -> None:
    with Worker(seconds=5.0, patient=True) as worker:
        worker.start()
        pid = worker.pid
        signs: list[float] = []

        def slow(_done: int, _total: int) -> None:
            signs.append(time.monotonic())
            time.sleep(0.12)

        assert open_by(worker, Source(PDF, "long.pdf"), Watch(slow)).pages
        assert signs[-1] - signs[0] > 5.0
        assert worker.pid == pid
