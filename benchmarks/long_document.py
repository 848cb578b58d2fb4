"""A policy of 1,000,000 characters, from memory to first paint, against QTextEdit.setPlainText of the same text."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, fresh, median_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

CHARACTERS = 1_000_000
RUNS = 5


def _baseline(text: str) -> dict[str, float]:
    from PySide6.QtWidgets import QTextEdit

    from benchmarks.screen import application, show_until_painted

    application()
    warm = QTextEdit("您好 Hello 123")
    show_until_painted(warm, warm.viewport())
    started = time.perf_counter()
    view = QTextEdit()
    view.resize(728, 670)
    view.setPlainText(text)
    show_until_painted(view, view.viewport())
    return {"painted": (time.perf_counter() - started) * 1000}


def _ours(characters: int) -> dict[str, float]:
    from benchmarks.policies import long_policy
    from benchmarks.screen import application, show_until_painted, text_of
    from ui.document_view import DocumentView

    application()
    small = DocumentView()
    small.set_document(long_policy(2000))
    show_until_painted(small, text_of(small).viewport())
    policy = long_policy(characters)
    started = time.perf_counter()
    view = DocumentView()
    view.resize(728, 670)
    view.set_document(policy)
    filled = time.perf_counter()
    show_until_painted(view, text_of(view).viewport())
    painted = time.perf_counter()
    longest = _until_whole(text_of(view), len(policy.blocks))
    return {
        "filled": (filled - started) * 1000,
        "painted": (painted - started) * 1000,
        "whole": (time.perf_counter() - started) * 1000,
        "longest": longest * 1000,
    }


def _until_whole(text: QTextEdit, blocks: int) -> float:
    """Turn the event loop until every paragraph is there; return the longest turn."""
    from benchmarks.screen import application

    longest = 0.0
    while text.document().blockCount() < blocks:
        began = time.perf_counter()
        application().processEvents()
        longest = max(longest, time.perf_counter() - began)
        time.sleep(0.001)
    return longest


def _from_file(characters: int) -> dict[str, float]:
    from benchmarks.policies import long_policy
    from documents.reader import open_document

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(long_policy(characters).text, encoding="utf-8")
        started = time.perf_counter()
        open_document(path)
        return {"read": (time.perf_counter() - started) * 1000}


def figures() -> list[Figure]:
    """Measure in fresh processes, taken in turns."""
    ours: list[dict[str, float]] = []
    bare: list[dict[str, float]] = []
    for _ in range(RUNS):
        bare.append(fresh("long_document", "baseline"))
        ours.append(fresh("long_document", "ours"))
    read = median_of([fresh("long_document", "file") for _ in range(3)], "read")
    filled, painted, whole, longest = (median_of(ours, key) for key in ("filled", "painted", "whole", "longest"))
    remark = (
        f"fill {filled:.0f} + paint {painted - filled:.0f} ms; from file: read {read:.0f} + {painted:.0f} ms;\n"
        f"    the rest stands after {whole:.0f} ms, and blocks the window {longest:.0f} ms at most"
    )
    name = "1,000,000 characters to first paint"
    return [Figure(name, painted, median_of(bare, "painted"), 2.5, "QTextEdit.setPlainText", remark)]


def main(which: str) -> None:
    """Measure one side in this process and print it as JSON."""
    from benchmarks.policies import long_policy

    sides = {
        "baseline": lambda: _baseline(long_policy(CHARACTERS).text),
        "ours": lambda: _ours(CHARACTERS),
        "file": lambda: _from_file(CHARACTERS),
    }
    print(json.dumps(sides[which]()), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
