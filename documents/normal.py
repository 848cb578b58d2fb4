"""A folded copy of the text for searching and matching, with a way back to the real offsets.

Folded: width and compatibility forms (NFKC), case, quotes and dashes, runs of white space to one space; invisible
characters and white space beside Chinese characters are dropped. A policy copied from a web page is full of both.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left

from documents.model import Span

__all__ = ["Normal", "folded"]

_COMBINING = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
# Ideographs and plain ASCII fold letter by letter, so whole runs of them are taken at once.
_CLUSTER = re.compile(
    rf"(?P<wide>[\u4e00-\u9fff]+(?![{_COMBINING}]))|(?P<plain>[!-~]+(?![{_COMBINING}]))|\s+|.[{_COMBINING}]*", re.DOTALL
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_SAME = str.maketrans("“”„‟«»‘’‚‛‐‑‒–—―−∼〜", '""""""\'\'\'\'-------~~')
_WIDE = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


class Normal:
    """The folded copy of one text. Built in one pass; positions are looked up in constant time."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = array("L")
        self._ends = array("L")
        self.text = self._fold(text)

    def _fold(self, text: str) -> str:
        pieces: list[str] = []
        known: dict[str, str] = {}
        space: tuple[int, int] | None = None
        before_wide = True  # white space at the very beginning is dropped too
        for match in _CLUSTER.finditer(text):
            cluster, kind = match.group(), match.lastgroup
            piece = known.get(cluster)
            if piece is None:
                piece = known[cluster] = _folded(cluster, kind)
            if piece == " ":
                space = (space[0] if space else match.start(), match.end())
            elif piece:
                wide = kind == "wide" or (kind is None and _WIDE.match(piece) is not None)
                if space and not (wide or before_wide):
                    pieces.append(" ")
                    self._mark(*space, 1)
                pieces.append(piece)
                self._mark_each(match) if kind else self._mark(*match.span(), len(piece))
                space, before_wide = None, wide
        return "".join(pieces)

    def _mark_each(self, match: re.Match[str]) -> None:
        self._starts.extend(range(*match.span()))
        self._ends.extend(range(match.start() + 1, match.end() + 1))

    def _mark(self, start: int, end: int, times: int) -> None:
        self._starts.extend([start] * times)
        self._ends.extend([end] * times)

    def to_original(self, start: int, end: int) -> Span:
        """Return the stretch of the real text that the folded `start` to `end` came from."""
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else self._length
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def from_original(self, position: int) -> int:
        """Return the first folded position that comes from `position` or later."""
        return bisect_left(self._ends, position + 1)


def folded(words: str) -> str:
    """Return words to look for, folded as the text is."""
    return Normal(words).text


def _folded(cluster: str, kind: str | None) -> str:
    if kind:
        return cluster.lower() if kind == "plain" else cluster
    if cluster.isspace():
        return " "
    plain = _INVISIBLE.sub("", cluster).translate(_SAME)
    compatible = unicodedata.normalize("NFKC", plain).translate(_SAME)
    twice = unicodedata.normalize("NFKC", compatible.casefold())
    return " " if twice.isspace() else "".join(twice.split())
