"""Reading a 300-page PDF, against PDFium's text plus the box of every character by its raw calls."""

from __future__ import annotations

import ctypes
import json
import sys
import tempfile
import time
import zlib
from pathlib import Path
from types import ModuleType

from benchmarks.figures import Figure, fresh, median_of

PAGES = 300
_SENTENCES = (
    "We keep the data for as long as the account stands open and delete it within thirty days after that. ",
    "You may ask at any time what we hold about you, have it put right, or have it taken out of our books. ",
    "Neither party is liable for a delay that it could not foresee and could not have helped by due care. ",
)
_WIDTH = 92


def policy_pdf(pages: int) -> bytes:
    """Return a PDF of our own words: headings, numbered clauses, a header and a page number on each page."""
    contents = [_page(number, pages) for number in range(pages)]
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(pages))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold>>",
    }
    for number, content in enumerate(contents):
        page, packed = 10 + 2 * number, zlib.compress(content)
        fonts = "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
        objects[page] = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{fonts}/Contents {page + 1} 0 R>>".encode()
        objects[page + 1] = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    data, places = bytearray(b"%PDF-1.7\n"), {}
    for number in sorted(objects):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = len(data)
    entries = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, table)
    return bytes(data + b"xref\n0 1\n0000000000 65535 f \n" + entries + end)


def _page(number: int, pages: int) -> bytes:
    shown = [_line("Terms of use", 250, 810, "F2"), _line(f"Page {number + 1} of {pages}", 270, 30)]
    height = 780
    for clause in range(6):
        shown.append(_line(f"{number + 1}.{clause + 1} What we promise", 72, height, "F2"))
        height -= 14
        words = "".join(_SENTENCES[(clause + at) % 3] for at in range(5))
        while words:
            cut = len(words) if len(words) <= _WIDTH else words.rfind(" ", 0, _WIDTH)
            shown.append(_line(words[:cut], 72, height))
            words, height = words[cut:].lstrip(), height - 13
        height -= 8
    return b"".join(shown)


def _line(words: str, x: int, y: int, font: str = "F1") -> bytes:
    return f"BT /{font} 10.5 Tf 1 0 0 1 {x} {y} Tm ({words.rstrip()}) Tj ET\n".encode()


def _bare(data: bytes) -> float:
    """Return the seconds that the text and every box take by PDFium's own calls, and nothing else."""
    import pypdfium2_raw as raw  # type: ignore[import-untyped]

    raw.FPDF_InitLibrary()
    started = time.perf_counter()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    for index in range(raw.FPDF_GetPageCount(document)):
        _bare_page(raw, document, index)
    raw.FPDF_CloseDocument(document)
    return time.perf_counter() - started


def _bare_page(raw: ModuleType, document: object, index: int) -> list[tuple[float, float, float, float]]:
    page = raw.FPDF_LoadPage(document, index)
    text = raw.FPDFText_LoadPage(page)
    count = raw.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text, 0, count, buffer)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    boxes = []
    for at in range(count):
        raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        boxes.append((left.value, bottom.value, right.value, top.value))
    raw.FPDFText_ClosePage(text)
    raw.FPDF_ClosePage(page)
    return boxes


def _ours(data: bytes) -> dict[str, float]:
    """Return the milliseconds for the whole policy, and for its first screen, through a worker that was started before.

    Nobody waits for the first screen where the whole is timed: it costs a little, and the bare calls make none.
    """
    from documents.draft import Source
    from documents.reader import open_by
    from documents.watch import Watch
    from documents.worker import Worker

    shown: list[float] = []
    with Worker() as worker:
        worker.start()
        open_by(worker, Source(b"Words to start it with.\n", "warm.txt"))
        started = time.perf_counter()
        open_by(worker, Source(data, "terms.pdf"))
        whole = time.perf_counter() - started
        started = time.perf_counter()
        watch = Watch(first=lambda _: shown.append(time.perf_counter() - started))
        open_by(worker, Source(data, "terms.pdf"), watch)
    return {"ms": whole * 1000, "first": shown[0] * 1000}


def figures() -> list[Figure]:
    """Measure both on one file, a process each, three times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "terms.pdf"
        file.write_bytes(policy_pdf(PAGES))
        ours = [fresh("pdf_reading", "ours", str(file)) for _ in range(3)]
        bare = [fresh("pdf_reading", "bare", str(file)) for _ in range(3)]
    remark = f"text, clauses and boxes of {PAGES} pages, through the worker"
    name, baseline = f"reading a PDF of {PAGES} pages", "PDFium's text and every character's box, raw calls"
    whole = median_of(ours, "ms")
    return [
        Figure(name, whole, median_of(bare, "ms"), 2.5, baseline, remark),
        Figure("its first screen", median_of(ours, "first"), whole, 0.1, "the whole of it", "until it can be drawn"),
    ]


if __name__ == "__main__":
    measured = Path(sys.argv[2]).read_bytes()
    told = _ours(measured) if sys.argv[1] == "ours" else {"ms": _bare(measured) * 1000}
    print(json.dumps(told), flush=True)
