"""The words of a scanned page, recognised: characters with their places, as if the page had told them.

Only where the optional extra `ocr` is installed, only when asked, only in the worker process: what it brings is large.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from typing import Any

from documents.pages import Page
from documents.pdf.boxes import own_point
from documents.pdf.characters import EMPTY, Characters
from documents.pdf.library import Pdf
from documents.pdf.pictures import draw
from documents.pdf.style import Style

__all__ = ["can_recognise", "recognised"]

_PIXELS = 200 / 72  # to a point: more tells no more
_LONGEST_SIDE = 2_200
_LETTER_HEIGHT = 0.8  # of the height of a line's box
_SAME = 0.25
_SIDEWAYS = 1.5
_SURE = 0.75
_LEAST = 0.5
_QUARTER = 90
_SETTINGS = {
    "Global.log_level": "critical",
    # It takes whole lines for upside down and drops them: 4 to 25% of the characters of clean pages.
    "Global.use_cls": False,
    "EngineConfig.onnxruntime.intra_op_num_threads": 2,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
}


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter and its box in points of the page as shown, from its upper left."""

    letter: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that was recognised, and how sure that is from 0 to 1."""

    letters: tuple[_Letter, ...]
    sure: float
    sideways: bool

    @property
    def height(self) -> float:
        return float(median(one.bottom - one.top for one in self.letters))


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognised(pdf: Pdf, index: int, page: Page) -> Characters:
    """Return the characters of a page of pictures, line by line, in its own space. Seconds for each page."""
    scale = min(_PIXELS, _LONGEST_SIDE / max(page.width, page.height, 1.0))
    picture = _array(*draw(pdf, index, scale))
    quarters, lines = _best(picture, scale)
    shown = page
    for _ in range(quarters):
        shown = replace(
            shown, width=shown.height, height=shown.width, rotation=(shown.rotation + _QUARTER) % (4 * _QUARTER)
        )
    return _characters(lines, shown) if lines else EMPTY


def _array(width: int, height: int, stride: int, pixels: bytes) -> Any:  # noqa: ANN401 - numpy is not always there
    numpy = import_module("numpy")
    rows = numpy.frombuffer(pixels, dtype=numpy.uint8).reshape(height, stride // 4, 4)
    return rows[:, :width, :3]


@cache
def _engine() -> Any:  # noqa: ANN401 - a library without types that is not always there
    return import_module("rapidocr").RapidOCR(params=_SETTINGS)


def _best(picture: Any, scale: float) -> tuple[int, list[_Line]]:  # noqa: ANN401
    """Return how many quarter turns with the clock make the page upright, and its lines then."""
    found = _lines(picture, scale)
    tall = sum(len(line.letters) for line in found if line.sideways)
    letters = sum(len(line.letters) for line in found)
    sure = sum(line.sure * len(line.letters) for line in found)
    if not letters or (tall * 2 <= letters and sure >= _SURE * letters):
        return 0, found
    numpy = import_module("numpy")
    best = (sure if tall * 2 <= letters else 0.0, 0, found)
    for quarters in (1, 3, 2):
        lines = _lines(numpy.ascontiguousarray(numpy.rot90(picture, -quarters)), scale)
        worth = sum(line.sure * len(line.letters) for line in lines if not line.sideways)
        best = max(best, (worth, quarters, lines), key=lambda one: one[0])
    return best[1], best[2]


def _lines(picture: Any, scale: float) -> list[_Line]:  # noqa: ANN401
    answer = _engine()(picture, return_word_box=True, return_single_char_box=True)
    if answer.txts is None:
        return []
    told = zip(answer.txts, answer.scores, answer.boxes.tolist(), answer.word_results, strict=True)
    return [
        _Line(tuple(letters), float(score), _is_sideways(box))
        for words, score, box, single in told
        if score >= _LEAST and (letters := list(_letters(words.strip(), box, single, scale)))
    ]


def _is_sideways(box: Sequence[Sequence[float]]) -> bool:
    across, down = [x for x, _ in box], [y for _, y in box]
    return max(down) - min(down) > _SIDEWAYS * (max(across) - min(across))


def _letters(words: str, box: Sequence[Sequence[float]], single: Sequence[Any], scale: float) -> Iterator[_Letter]:
    """Yield each letter with its box; where the boxes are not those of the letters, the line is shared out evenly."""
    seen = [letter for letter in words if not letter.isspace()]
    corners = [corners for _, _, corners in single]
    if [letter for letter, _, _ in single] == seen:
        boxes = [(min(x for x, _ in one), max(x for x, _ in one)) for one in corners]
        heights = [(min(y for _, y in one), max(y for _, y in one)) for one in corners]
    else:
        left, right = min(x for x, _ in box), max(x for x, _ in box)
        step = (right - left) / max(len(seen), 1)
        boxes = [(left + step * at, left + step * (at + 1)) for at in range(len(seen))]
        heights = [(min(y for _, y in box), max(y for _, y in box))] * len(seen)
    places = iter(zip(boxes, heights, strict=True))
    edge = (0.0, 0.0, 0.0)
    for letter in words:
        if letter.isspace():
            yield _Letter(" ", edge[0], edge[1], edge[0], edge[2])
            continue
        (x0, x1), (y0, y1) = next(places)
        edge = (x1 / scale, y0 / scale, y1 / scale)
        yield _Letter(letter, x0 / scale, edge[1], edge[0], edge[2])


def _characters(lines: Sequence[_Line], page: Page) -> Characters:
    """Return lines as PDFium tells characters: in the page's own space, a line end between each and the next."""
    common = median(line.height for line in lines)
    letters: list[str] = []
    edges: tuple[array[float], ...] = (array("f"), array("f"), array("f"), array("f"))
    styles: list[Style] = []
    turn = page.rotation // _QUARTER
    for line in lines:
        height = common if abs(line.height - common) < _SAME * common else round(line.height)
        style = Style(round(height * _LETTER_HEIGHT, 1), turn=turn)
        last = line.letters[-1]
        ended = [_Letter(end, last.right, last.top, last.right, last.bottom) for end in "\r\n"]
        for one in (*line.letters, *ended):
            letters.append(one.letter)
            styles.append(style)
            for edge, value in zip(edges, _own(one, page), strict=True):
                edge.append(value)
    left, bottom, right, top = edges
    return Characters("".join(letters), left, bottom, right, top, styles, Counter({turn: len(letters)}))


def _own(one: _Letter, page: Page) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top in the page's own space of a box on the page as shown."""
    corners = [own_point(page, one.left, one.top), own_point(page, one.right, one.bottom)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)
