"""Writing 1,000 notes onto a 300-page PDF, proof and all, against PDFium's bare loading and saving of the same file."""

from __future__ import annotations

import ctypes
import json
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure, fresh, median_of
from benchmarks.pdf_reading import PAGES, policy_pdf

_NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_MANY, _MORE = 1_000, 5_000


def _ours(data: bytes, folder: Path, count: int) -> float:
    """Return the seconds that the export of so many notes takes, with a worker that was started before."""
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer
    from documents.model import Span
    from documents.reader import open_document
    from export.run import ExportOptions, export

    reviewer = Reviewer("A. Okafor", "AO")
    policy = open_document(data, name="terms.pdf")
    chance = random.Random(count)
    with OpenMatter.create(folder / f"{count}.clausemark", reviewer, lambda: _NOW) as matter:
        document = matter.add_document(policy, data, "terms.pdf")
        for number in range(count):
            start = chance.randrange(len(policy.text) - 200)
            span = Span(start, start + chance.choice((10, 40, 150)))
            matter.add_note(document.uid, [span], title=f"Finding {number}", issue="Too wide, and nobody is named.")
        started = time.perf_counter()
        export(matter, folder / f"{count}.pdf", "pdf", ExportOptions(reviewer=reviewer, now=_NOW))
        return time.perf_counter() - started


def _bare(data: bytes) -> float:
    """Return the seconds that PDFium takes to load a file, each of its pages, and to save it."""
    import pypdfium2_raw as raw  # type: ignore[import-untyped]

    raw.FPDF_InitLibrary()
    started = time.perf_counter()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    for index in range(raw.FPDF_GetPageCount(document)):
        raw.FPDF_ClosePage(raw.FPDF_LoadPage(document, index))
    pieces: list[bytes] = []

    def write(_file: object, piece: int, size: int) -> int:
        pieces.append(ctypes.string_at(piece, size))
        return 1

    kind = dict(raw.FPDF_FILEWRITE._fields_)["WriteBlock"]
    raw.FPDF_SaveAsCopy(document, ctypes.byref(raw.FPDF_FILEWRITE(version=1, WriteBlock=kind(write))), 0)
    raw.FPDF_CloseDocument(document)
    return time.perf_counter() - started


def figures() -> list[Figure]:
    """Measure on one file, a process each, three times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "terms.pdf"
        file.write_bytes(policy_pdf(PAGES))
        many = median_of([fresh("pdf_out", str(_MANY), str(file)) for _ in range(3)], "ms")
        more = fresh("pdf_out", str(_MORE), str(file))["ms"]
        bare = median_of([fresh("pdf_out", "bare", str(file)) for _ in range(3)], "ms")
    name, baseline = f"{_MANY:,} notes onto a PDF of {PAGES} pages", "PDFium loading all pages and saving"
    return [
        Figure(name, many, bare, 20.0, baseline, "written, read back, looked through and proved"),
        Figure(f"{_MORE:,} notes onto it", more, many, 5.5, f"{_MANY:,} notes", "linear in notes"),
    ]


def _measured(what: str, file: Path) -> float:
    data = file.read_bytes()
    if what == "bare":
        return _bare(data)
    with tempfile.TemporaryDirectory() as folder:
        return _ours(data, Path(folder), int(what))


if __name__ == "__main__":
    print(json.dumps({"ms": _measured(sys.argv[1], Path(sys.argv[2])) * 1000}), flush=True)
