"""10,000 highlights in a long policy: the 95th percentile of a scroll frame against the same view with none."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, fresh, median_of, percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

CHARACTERS = 1_000_000
HIGHLIGHTS = 10_000
FRAMES = 200
STEP = 40
RUNS = 3


def _frames(count: int) -> dict[str, float]:
    from annotations.model import Severity
    from benchmarks.policies import long_policy, spans_of
    from benchmarks.screen import application, show_until_painted, text_of
    from ui.document_view import DocumentView, Highlight

    application()
    policy = long_policy(CHARACTERS)
    view = DocumentView()
    view.resize(728, 670)
    view.set_document(policy)
    severities = list(Severity)
    spans = spans_of(policy, count) if count else []
    marks = [Highlight(f"n{number}", span, severities[number % 5], number) for number, span in enumerate(spans)]
    text = text_of(view)
    show_until_painted(view, text.viewport())
    view.restore(len(policy.text) // 2)
    started = time.perf_counter()
    view.set_highlights(marks)
    indexed = (time.perf_counter() - started) * 1000
    for _ in range(200):  # until the layout has settled
        application().processEvents()
        time.sleep(0.005)
    times = [_frame(text) for _ in range(FRAMES)]
    return {"p95": percentile(times, 0.95), "median": percentile(times, 0.5), "indexed": indexed}


def _frame(text: QTextEdit) -> float:
    """Scroll one step, repaint everything, and say how long it took."""
    from benchmarks.screen import application

    started = time.perf_counter()
    text.verticalScrollBar().setValue(text.verticalScrollBar().value() + STEP)
    text.viewport().repaint()
    application().processEvents()
    return (time.perf_counter() - started) * 1000


def figures() -> list[Figure]:
    """Measure in fresh processes, taken in turns."""
    with_marks: list[dict[str, float]] = []
    without: list[dict[str, float]] = []
    for _ in range(RUNS):
        without.append(fresh("scrolling", "0"))
        with_marks.append(fresh("scrolling", str(HIGHLIGHTS)))
    p95 = median_of(with_marks, "p95")
    remark = f"median {median_of(with_marks, 'median'):.1f} ms, indexed in {median_of(with_marks, 'indexed'):.0f} ms"
    name = "scroll frame with 10,000 highlights, p95"
    return [Figure(name, p95, median_of(without, "p95"), 3.0, "the same view without highlights", remark)]


if __name__ == "__main__":
    print(json.dumps(_frames(int(sys.argv[1]))), flush=True)
    os._exit(0)
