"""A keyboard and a mouse at an X screen: true key and button events (XTEST), with no call into the program at it."""

from __future__ import annotations

import ctypes
import ctypes.util
import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Self

__all__ = ["Hands", "until"]

_NAMED = {
    "Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "BackSpace": 0xFF08, "Delete": 0xFFFF, "space": 0x20,
    "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "Home": 0xFF50, "End": 0xFF57,
    "shift": 0xFFE1, "ctrl": 0xFFE3, "alt": 0xFFE9, **{f"F{number}": 0xFFBD + number for number in range(1, 13)},
}  # fmt: skip
_UNICODE = 0x01000000
_LATIN = 0x100
_VIEWABLE = 2
_BETWEEN = 0.004
_SETTLING = 0.25
"""Seconds a program has to learn which letters stand on the keys."""


def until(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Wait for something to be so; whether it came to be."""
    end = time.monotonic() + seconds
    while not (so := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return so


class Hands:
    """Presses keys and clicks. Letters no key has are put on keys that have none, as a keyboard program would."""

    def __init__(self) -> None:
        """Sit down at the screen that DISPLAY names. Raises OSError where there is none."""
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XGetKeyboardMapping.restype = ctypes.POINTER(ctypes.c_ulong)
        self._x.XGetKeyboardMapping.argtypes = [ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_int, ctypes.c_void_p]
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        display = self._x.XOpenDisplay(None)
        if not display:
            raise OSError("no X screen")
        self._display = ctypes.c_void_p(display)
        self._keys: dict[int, tuple[int, bool]] = {}
        self._spare: list[int] = []
        self._width = 0
        self._learn()
        self._fixed = frozenset(self._keys)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._x.XCloseDisplay(self._display)

    def press(self, chord: str) -> None:
        """Press keys together: "ctrl+f", "Return", "ctrl+shift+n"."""
        *held, last = chord.split("+") if chord != "+" else ["+"]
        code, shifted = self._key(_NAMED.get(last) or _symbol(last))
        codes = [self._key(_NAMED[name])[0] for name in (*held, *(("shift",) if shifted else ()))]
        for one in (*codes, code):
            self._event(one, down=True)
        for one in (code, *reversed(codes)):
            self._event(one, down=False)

    def type(self, words: str) -> None:
        """Type words, letter by letter; a line end is Return."""
        for part, strange in self._parts(words):
            self._put_on_keys(strange)
            for letter in part:
                self.press("Return" if letter == "\n" else "space" if letter == " " else letter)

    def _parts(self, words: str) -> Iterator[tuple[str, list[int]]]:
        """Cut words where the letters that no key has are more than there are keys to spare."""
        start, strange = 0, dict[int, None]()
        for at, letter in enumerate(words):
            symbol = _symbol(letter)
            if letter in "\n " or symbol in self._fixed or symbol in strange:
                continue
            if len(strange) == len(self._spare):
                yield words[start:at], list(strange)
                start, strange = at, {}
            strange[symbol] = None
        yield words[start:], list(strange)

    def click(self, x: int, y: int) -> None:
        """Click with the left button at a place of the screen."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, 1, down, 0)
        self._pause()

    def look_at_top_window(self) -> None:
        """Give the keys to the window that lies on top, as a window manager would."""
        top = self.windows()
        if top:
            self._x.XSetInputFocus(self._display, ctypes.c_ulong(top[-1]), 2, 0)
            self._pause()

    def windows(self) -> list[int]:
        """Return the windows that are on the screen, the topmost last; menus and tips are none."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        window = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        arguments = (root, parent, children, count)
        self._x.XQueryTree(self._display, window, *(ctypes.byref(one) for one in arguments))
        found = [children[number] for number in range(count.value)]
        return [one for one in found if self._is_shown(one)]

    # -- inside ------------------------------------------------------------------------------------------------------

    def _is_shown(self, window: int) -> bool:
        facts = _Attributes()
        self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(facts))
        return facts.map_state == _VIEWABLE and not facts.override_redirect and facts.width > 1

    def _learn(self) -> None:
        """See which letter is on which key."""
        low, high = ctypes.c_int(), ctypes.c_int()
        self._x.XDisplayKeycodes(self._display, ctypes.byref(low), ctypes.byref(high))
        width = ctypes.c_int()
        count = high.value - low.value + 1
        table = self._x.XGetKeyboardMapping(self._display, low.value, count, ctypes.byref(width))
        self._width = width.value
        for number in range(count):
            symbols = table[number * self._width : number * self._width + 2]
            if not any(table[number * self._width : (number + 1) * self._width]) or symbols[0] >= _UNICODE:
                self._spare.append(low.value + number)  # also those that other hands have used
                continue
            for shifted, symbol in enumerate(symbols):
                if symbol:
                    self._keys.setdefault(symbol, (low.value + number, bool(shifted)))
        self._x.XFree(table)

    def _key(self, symbol: int) -> tuple[int, bool]:
        if symbol not in self._keys:
            self._put_on_keys([symbol])
        return self._keys[symbol]

    def _put_on_keys(self, symbols: Sequence[int]) -> None:
        if not symbols:
            return
        for code, symbol in zip(self._spare, symbols, strict=False):
            self._keys = {known: place for known, place in self._keys.items() if place[0] != code}
            row = (ctypes.c_ulong * self._width)(*([symbol] * min(self._width, 2)))
            self._x.XChangeKeyboardMapping(self._display, code, self._width, row, 1)
            self._keys[symbol] = (code, False)
        self._spare = self._spare[len(symbols) :] + self._spare[: len(symbols)]
        self._x.XSync(self._display, 0)
        time.sleep(_SETTLING)

    def _event(self, code: int, *, down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, code, int(down), 0)
        self._x.XFlush(self._display)
        time.sleep(_BETWEEN / 4)

    def _pause(self) -> None:
        self._x.XSync(self._display, 0)
        time.sleep(_SETTLING)


class _Attributes(ctypes.Structure):
    """XWindowAttributes, as Xlib.h has it."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    ]


def _symbol(letter: str) -> int:
    return ord(letter) if ord(letter) < _LATIN else _UNICODE | ord(letter)
