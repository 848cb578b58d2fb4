"""Reading a Word file of 300 pages: text, numbers, runs, changes, comments and clauses.

Against python-docx's paragraphs alone, and against LibreOffice's conversion to text, where the machine has it. Ours is
measured as the program does it: in the worker process, which runs already, with the way there and back.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, fresh, median_of, median_time
from documents.office import office_program

PAGES = 300
OFFICE_TIMES = 2


def _measure(folder: Path) -> dict[str, float]:
    import docx

    from benchmarks.word_files import long_word_file
    from documents.collecting import uncollected
    from documents.reader import open_document
    from documents.word.package import Package
    from documents.word.walk import walk

    path = folder / "long.docx"
    path.write_bytes(long_word_file(PAGES))

    def walked() -> None:
        with uncollected():
            walk(Package(path.read_bytes()), atoms=False)

    open_document(long_word_file(1))  # the worker runs
    document = open_document(path)
    return {
        "ours": median_time(lambda: open_document(path)),
        "walk": median_time(walked),
        "baseline": median_time(lambda: [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]),
        "characters": len(document.text),
        "clauses": len(document.clauses),
        "comments": len(document.foreign_notes),
        "changes": len(document.revisions),
    }


def _office() -> float:
    """Return how many milliseconds LibreOffice takes to write the same file as text, a program that starts included."""
    from benchmarks.word_files import long_word_file

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / "long.docx"
        path.write_bytes(long_word_file(PAGES))
        command = [office_program(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", place, str(path)]
        times = []
        for _ in range(OFFICE_TIMES):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, timeout=300)
            times.append((time.perf_counter() - started) * 1000)
        if not path.with_suffix(".txt").exists():
            raise RuntimeError("LibreOffice did not take the file.")
    return min(times)  # the first one makes a profile as well


def figures() -> list[Figure]:
    """Measure ours and python-docx in one process, three processes in all; LibreOffice beside them, if it is there."""
    runs = [fresh("word_reading") for _ in range(3)]
    ours, baseline, walk = (median_of(runs, name) for name in ("ours", "baseline", "walk"))
    held = ", ".join(f"{runs[0][name]:.0f} {name}" for name in ("characters", "clauses", "comments", "changes"))
    against = "docx.Document and every paragraph.text"
    remark = f"{held}; the walk alone {walk:.0f} ms"
    found = [Figure(f"reading a Word file of {PAGES} pages", ours, baseline, 1.0, against, remark)]
    if not office_program():
        print("no LibreOffice on this machine: reading a Word file is not held against it", flush=True)
        return found
    against = "LibreOffice's conversion of the same file to text"
    return [*found, Figure("the same", ours, _office(), 0.1, against)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(_measure(Path(place))), flush=True)
    os._exit(0)
