"""The process in which files are read: it answers, it is limited, and what kills it costs a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument
from documents.reader import open_by, open_document, open_here
from documents.watch import Watch
from documents.worker import Worker, shared_worker
from tests.documents.pdf_files import Sheet, line, locked, pdf_of
from tests.documents.processes import has_ended, is_gone

PDF = pdf_of([Sheet(line("1. Words of a policy.", 72, 700) + line("2. More of them.", 72, 680))])

LONG = "".join(f"{number}. Clause {number} says something about data.\n" for number in range(1, 20_000)).encode()


def read(worker: Worker, data: bytes, name: str = "a.pdf", encoding: str = "") -> PolicyDocument:
    return open_by(worker, Source(data, name, encoding))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


def test_a_file_is_read_as_this_process_would_read_it(worker: Worker) -> None:
    words = "第一条 范围\n第二条 定义\n".encode("gb18030")
    assert read(worker, PDF) == open_here(Source(PDF, "a.pdf"))
    assert read(worker, PDF).text == "1. Words of a policy.\n2. More of them.\n"
    assert read(worker, words, "a.txt", "gb18030") == open_here(Source(words, "a.txt", "gb18030"))


def test_what_cannot_be_read_comes_back_as_its_sentence(worker: Worker) -> None:
    for data, code in ((b"", "empty"), (PDF[:90], "damaged")):
        with pytest.raises(UnreadableDocument) as caught:
            read(worker, data, "policy.pdf")
        assert caught.value.code == code
        assert "policy.pdf" in caught.value.sentence()


def test_a_password_is_asked_for_and_taken() -> None:
    data = locked([Sheet(line("Kept from most.", 72, 700))], "secret")
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data, name="policy.pdf")
    assert caught.value.code == "password"
    assert open_document(data, name="policy.pdf", password="secret").text == "Kept from most.\n"


def test_one_worker_serves_many_files(worker: Worker) -> None:
    read(worker, PDF)
    pid = worker.pid
    for _ in range(5):
        read(worker, PDF)
    assert worker.pid == pid != 0


def test_a_worker_that_died_is_started_again(worker: Worker) -> None:
    worker.start()
    os.kill(worker.pid, 9)
    assert read(worker, PDF).text


def test_a_file_that_takes_too_long_costs_a_sentence_and_the_next_is_read() -> None:
    with Worker(seconds=0.0) as hurried:
        with pytest.raises(UnreadableDocument) as caught:
            read(hurried, PDF, "slow.pdf")
        assert caught.value.code == "reader_stopped"
        assert caught.value.sentence().startswith("slow.pdf stopped the reader")
        hurried._seconds = 60.0
        assert read(hurried, PDF).text


def test_a_crash_in_the_middle_costs_a_sentence_and_leaves_no_zombie(worker: Worker) -> None:
    worker.start()
    pid = worker.pid
    kill = Watch(first=lambda _: os.kill(pid, 9))
    with pytest.raises(UnreadableDocument) as caught:
        open_by(worker, Source(LONG, "long.txt"), kill)
    assert caught.value.code == "reader_stopped"
    assert is_gone(pid)
    assert read(worker, PDF).text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the addresses of a process")
def test_a_file_that_wants_too_much_memory_is_too_large() -> None:
    with Worker(memory=200_000_000) as small:
        with pytest.raises(UnreadableDocument) as caught:
            read(small, b"words " * 20_000_000, "a.txt")
        assert caught.value.code in {"too_large", "reader_stopped"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the addresses of a process")
@pytest.mark.parametrize("millions", [96, 160])
def test_a_first_file_that_leaves_no_memory_to_load_the_program_is_too_large(
    millions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))  # every module is compiled anew, as after an update
    with Worker(memory=200_000_000) as small, pytest.raises(UnreadableDocument) as caught:
        read(small, b"words " * (millions * 1_000_000 // 6), "a.txt")
    assert caught.value.code == "too_large"


def test_closing_ends_the_process_and_a_later_read_starts_another() -> None:
    made = Worker()
    read(made, PDF)
    pid = made.pid
    made.close()
    made.close()
    assert made.pid == 0
    assert is_gone(pid)
    assert read(made, PDF).text
    made.close()


def test_a_program_that_reads_a_pdf_ends_with_its_worker() -> None:
    program = (
        "import sys; sys.path.insert(0, '.'); from documents.reader import open_document;"
        "from documents.worker import shared_worker;"
        f"print(open_document({PDF!r}, name='a.pdf').title); print(shared_worker().pid)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    title, pid = done.stdout.split("\n")[:2]
    assert (title, done.stderr) == ("a", "")
    assert has_ended(int(pid))


@pytest.mark.skipif(sys.platform == "win32", reason="process ids come again quickly there")
def test_a_worker_whose_program_was_killed_ends_by_itself() -> None:
    program = (
        "import os, sys; sys.path.insert(0, '.'); from documents.worker import shared_worker;"
        "shared_worker().start(); print(shared_worker().pid, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert has_ended(int(done.stdout))


def test_there_is_one_shared_worker() -> None:
    assert shared_worker() is shared_worker()
