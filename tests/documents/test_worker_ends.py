"""Nothing outlives its use: not the worker, nor LibreOffice under it, nor what either laid down on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from documents.draft import Source
from documents.errors import ReadingStopped, UnreadableDocument
from documents.reader import open_by
from documents.watch import Watch
from documents.worker import Worker
from tests.documents.processes import has_ended, is_gone

RTF = rb"{\rtf1\ansi " + b"".join(rb"%d. Words of a clause.\par " % number for number in range(20_000)) + b"}"

pytestmark = [
    pytest.mark.kill,
    pytest.mark.skipif(sys.platform == "win32", reason="process groups; there a job ends them"),
]


def group_in(scratch: Path) -> int:
    """Wait until LibreOffice runs, and return its process group."""
    until = time.monotonic() + 60  # a loaded machine takes its time to start it
    while time.monotonic() < until:
        for file in scratch.glob("*/group"):
            if words := file.read_text():
                return int(words)
        time.sleep(0.01)
    raise AssertionError("LibreOffice did not start")


def scratch_of(worker: Worker) -> Path:
    assert worker._link is not None
    return Path(worker._link._scratch)


@pytest.mark.office
def test_stopping_a_read_ends_libreoffice_and_clears_its_folder() -> None:
    found: list[int] = []
    with Worker() as worker:
        worker.start()
        scratch = scratch_of(worker)
        looking = threading.Thread(target=lambda: found.append(group_in(scratch)))
        looking.start()
        with pytest.raises(ReadingStopped):
            open_by(worker, Source(RTF, "long.rtf"), Watch(wanted=lambda: not found))
        looking.join()
        assert has_ended(found[0])
        assert not scratch.exists()


@pytest.mark.office
def test_a_worker_that_dies_takes_libreoffice_with_it() -> None:
    found: list[int] = []
    with Worker() as worker:
        worker.start()
        scratch = scratch_of(worker)

        def kill() -> None:
            found.append(group_in(scratch))
            os.kill(worker.pid, 9)

        killing = threading.Thread(target=kill)
        killing.start()
        with pytest.raises(UnreadableDocument) as caught:
            open_by(worker, Source(RTF, "long.rtf"))
        killing.join()
        assert caught.value.code == "reader_stopped"
        assert has_ended(found[0])
        assert not scratch.exists()


@pytest.mark.office
def test_a_killed_program_leaves_neither_worker_nor_libreoffice_nor_files() -> None:
    program = """
import os, sys, threading, types
sys.path.insert(0, ".")
sys.modules["tests"] = types.ModuleType("tests")  # a package that is installed may bear the name as well
sys.modules["tests"].__path__ = ["tests"]
from documents.reader import open_document
from documents.worker import shared_worker
from tests.documents.test_worker_ends import RTF, group_in, scratch_of
worker = shared_worker()
worker.start()
threading.Thread(target=lambda: open_document(RTF, name="long.rtf"), daemon=True).start()
print(worker.pid, group_in(scratch_of(worker)), scratch_of(worker), flush=True)
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=90, check=False)
    assert done.stdout, done.stderr
    worker, group, scratch = done.stdout.split(maxsplit=2)
    assert has_ended(int(worker))
    assert has_ended(int(group))
    until = time.monotonic() + 5
    while Path(scratch.strip()).exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not Path(scratch.strip()).exists()


def test_a_worker_that_computes_ends_when_its_program_is_killed() -> None:
    program = """
import os, sys
sys.path.insert(0, ".")
from documents.reader import open_document
from documents.watch import Watch
from documents.worker import shared_worker
text = b"".join(b"%d. Clause %d says something.\\n" % (number, number) for number in range(300_000))
def die(_):
    print(shared_worker().pid, flush=True)
    os.kill(os.getpid(), 9)
open_document(text, name="long.txt", watch=Watch(first=die))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert has_ended(int(done.stdout))


def test_closing_clears_the_scratch_folder() -> None:
    worker = Worker()
    worker.start()
    scratch, pid = scratch_of(worker), worker.pid
    assert scratch.is_dir()
    worker.close()
    assert is_gone(pid)
    assert not scratch.exists()


def test_closing_in_the_middle_of_a_read_does_not_wait_for_it() -> None:
    worker = Worker()
    text = b"".join(b"%d. Clause %d says something.\n" % (number, number) for number in range(300_000))
    reached = threading.Event()
    caught: list[str] = []

    def read() -> None:
        try:
            open_by(worker, Source(text, "long.txt"), Watch(first=lambda _: reached.set()))
        except UnreadableDocument as error:
            caught.append(error.code)

    reading = threading.Thread(target=read)
    reading.start()
    assert reached.wait(30)
    worker.close()
    reading.join()
    worker.close()
    assert caught == ["reader_stopped"]
    assert worker.pid == 0
