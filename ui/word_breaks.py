"""Words of Chinese by ICU's dictionary: Qt brings ICU on Linux, Windows and macOS have it. Without it there is none."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from documents.model import Span

__all__ = ["chinese_word"]

_AROUND = 40  # characters either side that are looked at: what is far away changes no word
_WORDS = 1  # UBRK_WORD
_DONE = -1  # UBRK_DONE


def chinese_word(text: str, point: int, run: Span) -> Span | None:
    """Return the word at a code point of a run of Chinese; None where the system has no dictionary for that."""
    open_, next_, close = _functions() or (None, None, None)
    if open_ is None or next_ is None or close is None:
        return None
    start, end = max(run.start, point - _AROUND), min(run.end, point + _AROUND)
    part = text[start:end]
    units, fault = part.encode("utf-16-le", "surrogatepass"), ctypes.c_int(0)
    words = open_(_WORDS, b"zh", units, len(units) // 2, ctypes.byref(fault))
    if not words or fault.value > 0:
        return None
    try:
        return _holding(units, lambda: int(next_(words)), start, point)
    finally:
        close(words)


def _holding(units: bytes, step: Callable[[], int], start: int, point: int) -> Span:
    begin = end = start
    for unit in iter(step, _DONE):
        begin, end = end, start + len(units[: 2 * unit].decode("utf-16-le", "surrogatepass"))
        if end > point:
            break
    return Span(begin, end)


def _libraries() -> Iterator[tuple[str, str]]:
    """Give where ICU may be, with what its functions' names end in."""
    import PySide6

    beside = Path(next(iter(PySide6.__path__)))
    for folder in (beside / "Qt" / "lib", beside, Path(sys.executable).parent, beside.parent):
        for found in sorted(folder.glob("libicuuc.so.*")):
            yield str(found), f"_{found.name.rpartition('.so.')[2].partition('.')[0]}"
    yield "icu", ""  # Windows 10 and later
    yield "/usr/lib/libicucore.dylib", ""


@cache
def _functions() -> tuple[ctypes._NamedFuncPointer, ...] | None:
    for name, suffix in _libraries():
        try:
            library = ctypes.CDLL(name)
            open_, next_, close = (getattr(library, f"ubrk_{act}{suffix}") for act in ("open", "next", "close"))
        except (OSError, AttributeError):
            continue
        open_.restype = ctypes.c_void_p
        number = ctypes.POINTER(ctypes.c_int)
        open_.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int32, number]
        next_.argtypes = close.argtypes = [ctypes.c_void_p]
        close.restype = None
        return open_, next_, close
    return None
