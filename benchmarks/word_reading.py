"""Reading a Word file of 300 pages: text, numbers, changes and clauses, against python-docx's paragraphs alone."""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, fresh, median_of

PAGES = 300
TIMES = 5


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _measure(folder: Path) -> dict[str, float]:
    import docx

    from benchmarks.word_files import long_word_file
    from documents.reader import open_document
    from documents.word.package import Package
    from documents.word.walk import walk

    path = folder / "long.docx"
    path.write_bytes(long_word_file(PAGES))
    document = open_document(path)
    return {
        "ours": _median(lambda: open_document(path)),
        "walk": _median(lambda: walk(Package(path.read_bytes()))),
        "baseline": _median(lambda: [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]),
        "characters": len(document.text),
        "clauses": len(document.clauses),
    }


def figures() -> list[Figure]:
    """Measure both in one process, three processes in all."""
    runs = [fresh("word_reading") for _ in range(3)]
    ours, baseline, walk = (median_of(runs, name) for name in ("ours", "baseline", "walk"))
    remark = f"{runs[0]['characters']:.0f} characters, {runs[0]['clauses']:.0f} clauses; the walk alone {walk:.0f} ms"
    against = "docx.Document and every paragraph.text"
    return [Figure(f"reading a Word file of {PAGES} pages", ours, baseline, 1.0, against, remark)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(_measure(Path(place))), flush=True)
    os._exit(0)
