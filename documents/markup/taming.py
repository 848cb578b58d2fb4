"""HTML that nests without end, made harmless before it is parsed: no word is lost, only boxes within boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import sub

__all__ = ["tamed", "with_closed_tags"]

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>")
_NAMES = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_EMPTY = re.compile(r"<([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)/>")
_LONG_TAG, _MOST_ATTRIBUTES = 8_000, 1_000
_LONG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONG_TAG},}}>")
_DEEPEST = 1_000  # browsers stop at 512; parsing takes the square of the depth
_MOST_MARKS = 64
_MOST_COPIES = 2_000_000
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# Tags that an open one of their kind closes by itself, or that hold no other tag.
_SHALLOW = frozenset(
    {
        "td",
        "th",
        "tr",
        "li",
        "dt",
        "dd",
        "p",
        "option",
        "html",
        "head",
        "body",
        "tbody",
        "thead",
        "tfoot",
        "script",
        "style",
        "textarea",
        "title",
    }
)
# The parser opens these again in every paragraph that follows until they are closed.
_MARKS = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_INLINE = _MARKS | {"span", "label", "abbr", "sub", "sup", "ins", "del", "bdi", "bdo", "cite", "dfn", "q"}


def tamed(html: str) -> str:
    """Return `html` without the opening tags that lie deeper than any page needs, and without their closing ones.

    Of a tag with thousands of attributes only the first are kept: looking each up takes the square of their number.
    """
    if "<" in html and max(map(len, html.split("<"))) > _LONG_TAG:
        html = _LONG.sub(_shortened, html)
    if html.count("<") < _MOST_MARKS or not _is_wild(html):
        return html
    return _Cutter().cut(html)


def with_closed_tags(xhtml: str) -> str:
    """Return XHTML with <a/> written <a></a>, as HTML needs it; HTML takes the first for an opening tag."""
    return _EMPTY.sub(lambda tag: tag[0] if tag[1].lower() in _VOID else f"<{tag[1]}{tag[2]}></{tag[1]}>", xhtml)


def _shortened(tag: re.Match[str]) -> str:
    attributes = tag[0].split(maxsplit=_MOST_ATTRIBUTES)
    return " ".join(attributes[:-1]) + ">" if len(attributes) > _MOST_ATTRIBUTES else tag[0]


def _is_wild(html: str) -> bool:
    """Whether tags pile up, by the crude count of those opened less those closed."""
    names = _NAMES.findall(html)
    if _most_open(filter(None, map(_Deeper().__getitem__, names))) > _DEEPEST:
        return True
    steps = list(map(_MoreMarks().__getitem__, names))
    if _most_open(filter(None, steps)) * len(steps) <= _MOST_COPIES:
        return False
    marks = list(_open(steps))
    if sum(marks) <= _MOST_COPIES:
        return False
    return sum(count for count, name in zip(marks, names, strict=True) if _holds_nothing(name)) > _MOST_COPIES


def _open(steps: Iterable[int]) -> Iterator[int]:
    """Yield how many are open after each step; there are never fewer than none."""
    sums = list(accumulate(steps))
    if not sums or min(sums) >= 0:  # as in nearly every page
        return iter(sums)
    return map(sub, sums, accumulate(sums, min, initial=0))


def _most_open(steps: Iterable[int]) -> int:
    return max(_open(steps), default=0)


def _holds_nothing(written: str) -> bool:
    return written.lstrip("/").lower() in _VOID | _SHALLOW


class _Deeper(dict[str, int]):
    """How much deeper a tag leads, worked out once a name."""

    def __missing__(self, written: str) -> int:
        self[written] = 0 if _holds_nothing(written) else -1 if written.startswith("/") else 1
        return self[written]


class _MoreMarks(dict[str, int]):
    """How many more marks are open after a tag, worked out once a name."""

    def __missing__(self, written: str) -> int:
        is_mark = written.lstrip("/").lower() in _MARKS
        self[written] = 0 if not is_mark else -1 if written.startswith("/") else 1
        return self[written]


class _Cutter:
    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._cut: Counter[str] = Counter()
        self._depth = 0
        self._marks = 0

    def cut(self, html: str) -> str:
        return _TAG.sub(self._kept, html)

    def _kept(self, match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _VOID or name in _SHALLOW:
            return match[0]
        return self._closing(match[0], name) if match[1] else self._opening(match[0], name)

    def _opening(self, tag: str, name: str) -> str:
        is_mark = name in _MARKS
        if self._depth >= _DEEPEST or (is_mark and self._marks >= _MOST_MARKS):
            self._cut[name] += 1
            return _instead(name)
        self._open[name] += 1
        self._depth += 1
        self._marks += is_mark
        return tag

    def _closing(self, tag: str, name: str) -> str:
        if self._cut[name]:
            self._cut[name] -= 1
            return _instead(name)
        if self._open[name]:
            self._open[name] -= 1
            self._depth -= 1
            self._marks -= name in _MARKS
        return tag


def _instead(name: str) -> str:
    """A box that is left out still ends the line."""
    return "" if name in _INLINE else "<p>"
