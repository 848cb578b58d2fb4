"""Scanned pages whose words are recognised: only when asked, and said so."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument, Span
from documents.pdf import policy as policy_module
from documents.pdf.boxes import rectangles
from documents.pdf.library import Pdf
from documents.pdf.ocr import can_recognise
from documents.pdf.pictures import draw
from documents.pdf.policy import read_pdf
from tests.documents.pdf_files import SCAN, Sheet, line, paragraph, pdf_of

LINES = [
    "We keep the data for as long as the account stands open, and",
    "delete it within thirty days after that.",
]


def with_recogniser(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that needs the extra: `dev.py test --all` lays it beside .venv."""
    return pytest.mark.ocr(pytest.mark.skipif(not can_recognise(), reason="the extra ocr is not installed")(test))


def scan_of(content: bytes, *, extra: str = "") -> Sheet:
    """Return a page that is a picture of what the operators show."""
    with Pdf(pdf_of([Sheet(content)]), name="page") as pdf:
        width, height, stride, pixels = draw(pdf, 0, 150 / 72)
    grey = b"".join(pixels[row * stride : row * stride + 4 * width : 4] for row in range(height))
    head = b"q 612 0 0 792 0 0 cm BI /W %d /H %d /CS /G /BPC 8 /F /Fl ID " % (width, height)
    return Sheet(head + zlib.compress(grey) + b" EI Q\n", extra=extra)


def draft(*sheets: Sheet) -> Draft:
    return read_pdf(Source(pdf_of(list(sheets)), "scan.pdf", recognise=True))


@with_recogniser
def test_a_scan_is_read_when_asked_and_its_pages_are_named() -> None:
    found = draft(scan_of(paragraph(LINES, 72, 700, size=12)))
    assert " ".join(LINES) in found.text
    assert [(one.code, one.arguments["pages"]) for one in found.warnings] == [("recognised", "1")]


@with_recogniser
@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_letters_have_their_places_on_a_page_however_it_is_turned(rotation: int) -> None:
    matrix = {90: "0 1 -1 0 612 90", 180: "-1 0 0 -1 612 792", 270: "0 -1 1 0 0 702"}[rotation]
    content = f"q {matrix} cm\n".encode() + paragraph(LINES, 72, 500, size=12) + b"Q\n"
    found = draft(scan_of(content, extra=f"/Rotate {rotation}"))
    assert " ".join(LINES) in found.text
    document = PolicyDocument("t", "pdf", "en", found.text, found.blocks, pages=found.pages, boxes=found.boxes)
    start = found.text.index("data")
    ((_, x0, y0, x1, y1),) = rectangles(document, Span(start, start + 4))
    upright = rotation == 180
    assert (x1 - x0 > y1 - y0) is upright
    read = read_pdf(Source(pdf_of([Sheet(content)]), "told.pdf"))
    told = PolicyDocument("t", "pdf", "en", read.text, read.blocks, pages=read.pages, boxes=read.boxes)
    start = read.text.index("data")
    ((_, *expected),) = rectangles(told, Span(start, start + 4))
    assert (x0, y0, x1, y1) == pytest.approx(expected, abs=6)


@with_recogniser
def test_a_page_that_was_scanned_sideways_is_turned_to_read_it() -> None:
    content = b"q 0 1 -1 0 612 90 cm\n" + paragraph(LINES * 3, 72, 500, size=12) + b"Q\n"
    assert " ".join(LINES) in draft(scan_of(content)).text


@with_recogniser
def test_pages_with_text_are_left_as_they_are() -> None:
    found = draft(
        Sheet(line("Words that the file tells.", 72, 700)), scan_of(line("This page was scanned.", 72, 700, size=14))
    )
    assert "Words that the file tells." in found.text
    assert "This page was scanned." in found.text
    assert [one.arguments["pages"] for one in found.warnings] == ["2"]


def test_where_nothing_recognises_text_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_module, "can_recognise", lambda: False)
    with pytest.raises(UnreadableDocument) as caught:
        draft(Sheet(SCAN))
    assert caught.value.code == "no_recogniser"


@with_recogniser
def test_the_worker_recognises_a_scan_and_numpy_stays_out_of_the_process_that_asks(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf_of([scan_of(paragraph(LINES, 72, 700, size=12))]))
    program = (
        "import sys; from pathlib import Path; from documents.reader import open_document;"
        "print(open_document(Path(sys.argv[1]), recognise=True).text); assert 'numpy' not in sys.modules"
    )
    told = subprocess.run([sys.executable, "-c", program, str(scan)], capture_output=True, text=True, check=True)
    assert " ".join(LINES) in told.stdout
