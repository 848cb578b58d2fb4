"""A PDF's own pages, 300 of them with 1,000 highlights: a scroll frame against painting the plain pictures alone."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, fresh, median_of, percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page_view import PageView

PAGES = 300
HIGHLIGHTS = 1_000
FRAMES = 300
STEP = 40
RUNS = 3
_WIDTH, _HEIGHT = 728, 670


def _frames(highlights: int) -> dict[str, float]:
    """Scroll page view frame by frame, each page's picture there already."""
    from benchmarks.screen import application, show_until_painted

    application()
    view = _view(highlights)
    area = view.focusProxy()
    assert area is not None
    viewport = area.viewport()  # type: ignore[attr-defined]
    show_until_painted(view, viewport)
    times = [_frame(view, viewport) for _ in range(FRAMES)]
    return {"p95": percentile(times, 0.95), "median": percentile(times, 0.5)}


def _view(highlights: int) -> PageView:
    from annotations.model import Severity
    from benchmarks.pdf_reading import policy_pdf
    from benchmarks.policies import spans_of
    from documents.draft import Source
    from documents.reader import open_here
    from ui.highlights import Highlight
    from ui.page_view import PageView
    from ui.tasks import Tasks

    policy = open_here(Source(policy_pdf(PAGES), "long.pdf"))
    view = PageView(Tasks())
    view.resize(_WIDTH, _HEIGHT)
    view.set_document(policy)
    view.set_pictures(_Grey())
    spans = spans_of(policy, highlights) if highlights else []
    severities = list(Severity)
    view.set_highlights(
        Highlight(f"n{number}", span, severities[number % 5], number) for number, span in enumerate(spans)
    )
    return view


class _Grey:
    """Pictures that cost nothing: what is measured is the painting, not PDFium."""

    def picture(self, _page: int, scale: float, clip: tuple[int, int, int, int] | None = None) -> _Picture:
        width, height = clip[2:] if clip else (round(595 * scale), round(842 * scale))
        return _Picture(width, height)

    def close(self) -> None:
        """Nothing is held."""


class _Picture:
    def __init__(self, width: int, height: int) -> None:
        self.width, self.height, self.stride = width, height, 4 * width
        self.pixels = b"\xf0" * (self.stride * height)


def _frame(view: PageView, viewport: QWidget) -> float:
    """Scroll one step, wait for the pictures outside the clock, repaint everything and say how long that took."""
    from benchmarks.screen import application

    strip = view._strip  # noqa: SLF001 - the scroll bar of the view
    strip.setValue(strip.value() + STEP)
    for _ in range(20):
        application().processEvents()
        time.sleep(0.001)
    started = time.perf_counter()
    viewport.repaint()
    return (time.perf_counter() - started) * 1000


def _plain() -> dict[str, float]:
    """Paint the same pictures at the same places and nothing else."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QImage, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from benchmarks.screen import application, show_until_painted

    application()
    scale = (_WIDTH - 14 - 24) / 595
    made = _Grey().picture(0, scale)
    image = QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32)

    class Plain(QWidget):
        top = 0

        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), Qt.GlobalColor.lightGray)
            first = self.top // (made.height + 12)
            for page in (first, first + 1):
                painter.drawImage(QPointF(12, page * (made.height + 12) - self.top), image)
            painter.end()

    widget = Plain()
    widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    widget.resize(_WIDTH - 14, _HEIGHT)
    show_until_painted(widget, widget)
    times = []
    for _ in range(FRAMES):
        widget.top += STEP
        application().processEvents()
        started = time.perf_counter()
        widget.repaint()
        times.append((time.perf_counter() - started) * 1000)
    return {"p95": percentile(times, 0.95), "median": percentile(times, 0.5)}


def figures() -> list[Figure]:
    """Measure in fresh processes, taken in turns."""
    marked, plain = [], []
    for _ in range(RUNS):
        plain.append(fresh("page_scrolling", "plain"))
        marked.append(fresh("page_scrolling", str(HIGHLIGHTS)))
    remark = f"median {median_of(marked, 'median'):.1f} against {median_of(plain, 'median'):.1f} ms"
    name = "page view, 300 pages, 1,000 highlights, p95"
    return [Figure(name, median_of(marked, "p95"), median_of(plain, "p95"), 12.0, "the plain pictures alone", remark)]


if __name__ == "__main__":
    asked = sys.argv[1]
    print(json.dumps(_plain() if asked == "plain" else _frames(int(asked))), flush=True)
    os._exit(0)
