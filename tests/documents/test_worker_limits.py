"""What unfolds without end costs a sentence: each of these is a small file that would fill the machine."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator

import pytest

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.reader import open_by
from documents.worker import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


def refusal(worker: Worker, data: bytes, name: str) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        open_by(worker, Source(data, name))
    assert open_by(worker, Source(b"Next.", "next.txt")).text == "Next."
    return caught.value


def zipped(data: bytes, part: str, words: str) -> bytes:
    """Put another part into a Word file in place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, words if name == part else old.read(name))
    return out.getvalue()


def test_a_zip_bomb_is_too_large(worker: Worker, make_docx) -> None:
    bomb = zipped(make_docx("<w:p/>"), "word/document.xml", " " * 200_000_000)
    assert len(bomb) < 1_000_000
    assert refusal(worker, bomb, "bomb.docx").code == "too_large"


def test_a_table_of_a_million_cells_is_too_large(worker: Worker) -> None:
    page = b"<html><body><table>" + (b"<tr>" + b"<td>x" * 100) * 10_000
    assert refusal(worker, page, "cells.html").code in {"too_large", "reader_stopped"}


def test_entities_that_unfold_without_end_are_refused(worker: Worker, make_docx) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    words = f'<!DOCTYPE w [<!ENTITY a0 "words">{entities}]><w:document xmlns:w="w">&a11;</w:document>'
    bomb = zipped(make_docx("<w:p/>"), "word/document.xml", words)
    assert refusal(worker, bomb, "laughs.docx").code in {"unsafe", "damaged", "too_large"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the addresses of a process")
def test_what_wants_more_memory_than_there_is_to_be_had_is_too_large() -> None:
    with Worker(memory=300_000_000) as small:
        assert refusal(small, b"1. Words of a clause.\n" * 1_000_000, "long.txt").code == "too_large"


def test_a_process_that_grew_large_is_replaced_after_its_answer() -> None:
    with Worker(memory=300_000_000) as worker:
        worker.start()
        pid = worker.pid
        large = b"words " * 17_000_000
        assert worker.ask({"ask": "unlock", "name": "large.txt", "password": ""}, large)[1] == large
        assert worker.pid == 0
        assert open_by(worker, Source(b"Next.", "next.txt")).text == "Next."
        assert worker.pid not in {0, pid}


def test_a_package_that_lost_its_beginning_is_damaged(worker: Worker, make_docx) -> None:
    whole = make_docx("<w:p><w:r><w:t>Words</w:t></w:r></w:p>")
    lost = whole.index(b"word/document.xml") + 100
    assert refusal(worker, whole[:4] + whole[lost:], "short.docx").code == "damaged"
