"""The characters of a page as PDFium has them: letter, box, and how each is set. Bulk calls: a loop costs six times."""

from __future__ import annotations

import ctypes
import re
import sys
from array import array
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import atan2, hypot, pi
from operator import le
from typing import Any

from documents.pdf.bullets import with_bullets
from documents.pdf.library import Pdf, pdfium
from documents.pdf.pairs import with_pairs
from documents.pdf.radicals import as_characters
from documents.pdf.style import Style
from documents.pdf.vertical import downward_styles

__all__ = ["Characters", "characters_of"]

_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi", "simhei", "黑体")
_OTHER_NAMES = ("italic", "oblique", "regular", "light", "roman", "book")
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6
_FILL_AND_STROKE = 2
_ASKEW = 0.12
_NAME_BYTES = 256
_SPACES = " \u00a0"
_LINES = re.compile(r"\S(?:[^\r\n]*[^\s])?")
_BEGINS = re.compile("(?<!\\S)\\S|[\\d*†‡§\u2e80-\uffef]|(?<=[\\d*†‡§\"'“‘«(\\[])\\S")
_CJK = re.compile("[\u2e80-\u9fff]")
_FARTHEST = 131_072.0  # no page is wider in points
_HIGH_BYTE = 3 if sys.byteorder == "little" else 0
# The byte of a number that holds its sign and most of its exponent, of all numbers nearer to 0 than 2 to the 17th.
_NEAR = bytes(sign + exponent for sign in (0, 0x80) for exponent in range(0x48))
_LARGEST = 5_000.0

Asked = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Characters:
    """One page's characters in PDFium's order. Boxes are in points of the page's own space, before any rotation.

    `single` are the beginnings of PDFium's lines that one object of the file shows: one style, and one height.
    """

    letters: str
    left: array[float]
    bottom: array[float]
    right: array[float]
    top: array[float]
    styles: list[Style]
    turns: Counter[int]
    single: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.letters)


EMPTY = Characters("", array("f"), array("f"), array("f"), array("f"), [], Counter())


def characters_of(pdf: Pdf, page: object) -> Characters:
    """Return the characters of an open page."""
    with pdf.text(page) as text:
        count = pdf.raw.FPDFText_CountChars(text) if text else 0
        if count <= 0:
            return EMPTY
        letters = with_bullets(as_characters(_letters(pdf.raw, text, count)))
        boxes = _boxes(pdf.raw, text, count)
        asked, single = _asked(text, letters)
        styles, turns = _styles(pdf.raw, text, asked, count)
    left, top = boxes[0::4], boxes[1::4]
    down = downward_styles(letters, left, top, styles) if turns[0] and _CJK.search(letters) else None
    if down is not None:
        styles, turns = down, Counter(style.turn for style in down)
    found = with_pairs(Characters(letters, left, boxes[3::4], boxes[2::4], top, styles, turns, single))
    _place_spaces(found)
    return found


def _place_spaces(page: Characters) -> None:
    """Put spaces that PDFium made up, which have a point for a box, right after the letter before them."""
    points = bytes(map(le, page.right, page.left))
    at = points.find(1, 1)
    while at > 0:
        if page.letters[at] in _SPACES:
            page.left[at] = page.right[at] = page.right[at - 1]
            page.bottom[at], page.top[at] = page.bottom[at - 1], page.top[at - 1]
        at = points.find(1, at + 1)


def _letters(raw: Any, text: Any, count: int) -> str:  # noqa: ANN401
    """Return one letter a character; where the bulk call counts otherwise than PDFium, ask for each."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    letters = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(letters) == count:
        return letters
    return "".join(_letter(raw.FPDFText_GetUnicode(text, index)) for index in range(count))


def _letter(code: int) -> str:
    return "\ufffd" if code > 0x10FFFF else chr(code or 0xFFFD)  # noqa: PLR2004


def _boxes(raw: Any, text: Any, count: int) -> array[float]:  # noqa: ANN401
    """Return left, top, right and bottom of each character."""
    width = ctypes.sizeof(raw.FS_RECTF)
    boxes = array("f", bytes(width * count))
    base, _ = boxes.buffer_info()
    ask = _direct("FPDFText_GetLooseCharBox", None, ctypes.c_size_t)
    calls = map(ask, repeat(_address(text)), range(count), range(base, base + width * count, width))
    deque(calls, maxlen=0)
    if boxes.tobytes()[_HIGH_BYTE::4].translate(None, _NEAR):
        return array("f", [box if -_FARTHEST < box < _FARTHEST else 0.0 for box in boxes])
    return boxes


def _styles(raw: Any, text: Any, asked: Asked, count: int) -> tuple[list[Style], Counter[int]]:  # noqa: ANN401
    """Return each character's style, and how many run in each direction."""
    known: dict[int, Style] = {}
    faces: dict[int, tuple[bool, bool]] = {}
    styles: list[Style] = []
    turns: Counter[int] = Counter()
    style = Style()
    ends = [*(start for start, _ in asked[1:]), count]
    for (index, thing), end in zip(asked, ends, strict=True):
        if thing:
            style = known.get(thing) or known.setdefault(thing, _style(raw, text, index, faces))
        length = end - (index if styles else 0)
        styles += [style] * length
        turns[style.turn] += length
    return styles or [style] * count, turns


def _asked(text: Any, letters: str) -> tuple[Asked, frozenset[int]]:  # noqa: ANN401
    """Return where the style may change, and the object of the file that shows what stands there; and single lines.

    Each call costs. So a line whose first and last letter one object shows is asked no further; in others a word or
    a hanzi at a time, as within a word the style hardly ever changes but where the mark of a note is set to it.
    """
    ask = _direct("FPDFText_GetTextObject", ctypes.c_void_p)
    handle = repeat(_address(text))
    lines = [match.span() for match in _LINES.finditer(letters)]
    firsts = map(ask, handle, [start for start, _ in lines])
    lasts = map(ask, handle, [end - 1 for _, end in lines])
    found: list[tuple[int, int]] = []
    single: list[int] = []
    for (start, end), first, last in zip(lines, firsts, lasts, strict=True):
        if first == last:
            found.append((start, first))
            single.append(start)
        else:
            words = [match.start() for match in _BEGINS.finditer(letters, start, end)]
            found.extend(zip(words, map(ask, handle, words), strict=True))
    return found, frozenset(single)


def _style(raw: Any, text: Any, index: int, faces: dict[int, tuple[bool, bool]]) -> Style:  # noqa: ANN401
    matrix = raw.FS_MATRIX()
    size = raw.FPDFText_GetFontSize(text, index)
    turn = 0
    if raw.FPDFText_GetMatrix(text, index, matrix):
        size *= hypot(matrix.c, matrix.d)
        turns = atan2(matrix.b, matrix.a) / (pi / 2)
        turn = round(turns) % 4 if abs(turns - round(turns)) < _ASKEW else -1
    thing = raw.FPDFText_GetTextObject(text, index)
    font = raw.FPDFTextObj_GetFont(thing)
    address = _address(font)
    if address not in faces:
        faces[address] = _face(raw, font)
    bold, italic = faces[address]
    stroked = raw.FPDFTextObj_GetTextRenderMode(thing) == _FILL_AND_STROKE
    size = round(abs(size), 1) if abs(size) < _LARGEST else 0.0
    return Style(size, bold or stroked, italic, turn)


def _face(raw: Any, font: Any) -> tuple[bool, bool]:  # noqa: ANN401
    """Return whether a font is bold, and whether it is italic."""
    if not font:
        return False, False
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    raw.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
    name = buffer.value.decode("utf-8", "replace").lower()
    flags = raw.FPDFFont_GetFlags(font)
    # The weight is reckoned from the width of stems: where the name tells another face, the name is right.
    heavy = raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT and not any(other in name for other in _OTHER_NAMES)
    bold = flags & _FORCE_BOLD or heavy or any(b in name for b in _BOLD_NAMES)
    return bool(bold), bool(flags & _ITALIC) or "italic" in name or "oblique" in name


@cache
def _direct(name: str, answer: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    """Return a call that takes addresses as plain numbers: no object is made for a character."""
    address = ctypes.cast(getattr(pdfium(), name), ctypes.c_void_p).value
    if answer is ctypes.c_void_p:
        return ctypes.CFUNCTYPE(answer, ctypes.c_void_p, ctypes.c_int)(address)  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(answer, ctypes.c_void_p, ctypes.c_int, *arguments)(address)  # type: ignore[arg-type]


def _address(handle: Any) -> int:  # noqa: ANN401
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
