"""Comments into a Word file of 300 pages, by the whole export: threads, marks, people, styles, the proof, the file.

Against python-docx opening and saving the same file without a comment; five times as many comments against the first;
and against python-docx's own `add_comment` on as many whole runs, saved, which writes no threads and no times.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, fresh, median_of

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

PAGES = 300
FEW, MANY = 1_000, 5_000
TIMES = 3
SHORTEST = 20  # characters of a paragraph that bears a note
_ISSUE = "约定向第三方共享个人信息，未列明接收方名称、处理目的与方式，亦未取得单独同意。"


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _matter(folder: Path, data: bytes, notes: int) -> OpenMatter:
    """A matter with so many notes spread over the file, every tenth of them answered and resolved."""
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer, Severity, Status
    from documents.model import Span
    from documents.reader import open_document

    reviewer = Reviewer("A. Okafor", "AO")
    matter = OpenMatter.create(folder / f"{notes}.clausemark", reviewer, lambda: datetime.now(UTC))
    policy = open_document(data, name="long.docx")
    document = matter.add_document(policy, data, "long.docx")
    blocks = [block.span for block in policy.blocks if block.story == "main" and len(block.span) >= SHORTEST]
    for number in range(notes):
        block = blocks[number * len(blocks) // notes]
        start = block.start + number % 7
        span = Span(start, min(start + 15 + number % 60, block.end))
        note = matter.add_note(document.uid, [span], severity=Severity.HIGH, title=f"第{number}条", issue=_ISSUE)
        if number % 10 == 0:
            matter.reply(note.uid, "同意，请按建议修改。")
            matter.edit(note.uid, status=Status.RESOLVED)
    return matter


def _export(matter: OpenMatter, out: Path) -> None:
    from annotations.model import Reviewer
    from export.run import ExportOptions, export

    export(matter, out, "word", ExportOptions(reviewer=Reviewer("A. Okafor", "AO"), now=datetime.now(UTC)))


def _with_python_docx(path: Path, out: Path) -> None:
    """Put a comment on each of the first runs of python-docx's own."""
    import docx

    document = docx.Document(str(path))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]
    for number in range(FEW):
        run = runs[number * len(runs) // FEW]
        document.add_comment(runs=[run], text=f"第{number}条\n问题：{_ISSUE}", author="A. Okafor", initials="AO")
    document.save(str(out))


def _measure(folder: Path) -> dict[str, float]:
    import docx

    from benchmarks.word_files import long_word_file

    data = long_word_file(PAGES)
    path, out = folder / "long.docx", folder / "out.docx"
    path.write_bytes(data)
    found: dict[str, float] = {}
    for name, count in (("few", FEW), ("many", MANY)):
        with _matter(folder, data, count) as matter:
            _export(matter, out)  # once, so that what is imported late is there
            found[name] = _median(lambda: _export(matter, out))
    found["saved"] = _median(lambda: docx.Document(str(path)).save(str(out)))
    found["python-docx"] = _median(lambda: _with_python_docx(path, out))
    return found


def figures() -> list[Figure]:
    """Measure all in one process, three processes in all."""
    runs = [fresh("word_out") for _ in range(3)]
    few, many, saved, theirs = (median_of(runs, name) for name in ("few", "many", "saved", "python-docx"))
    return [
        Figure(f"{FEW:,} comments into {PAGES} pages of Word", few, saved, 4.0, "docx.Document(path).save()"),
        Figure(f"{MANY:,} comments into the same", many, few, 5.5, f"{FEW:,} comments"),
        Figure(f"{FEW:,} comments into the same", few, theirs, 1.0, f"python-docx's add_comment on {FEW:,} whole runs"),
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(_measure(Path(place))), flush=True)
    os._exit(0)
