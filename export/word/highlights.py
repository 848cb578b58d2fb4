"""Colour the words that notes stand on, by severity: Word's highlighter, or a shade of our own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lxml import etree

from annotations.model import Severity
from documents.model import Span
from export.word.base import Base
from export.word.names import element, w
from export.word.runs import Letters

__all__ = ["NATIVE", "SHADES", "Stroke", "highlight"]

NATIVE: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "red",
    Severity.HIGH: "magenta",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "green",
    Severity.INFO: "cyan",
}
"""The highlighter's colour of each severity: the nearest of Word's sixteen to the memo's, none used twice."""

SHADES: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "F8C9D0",
    Severity.HIGH: "FFDDBF",
    Severity.MEDIUM: "FFF2B8",
    Severity.LOW: "DDF3EF",
    Severity.INFO: "E1E6FB",
}
"""The window's own fills by day: black letters stand out on each at 11 to 1 and more, those of tracked changes too."""

# The order of a run's properties in the schema; what is not listed (Word's own additions) stands behind all of it.
_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
_RANK: Final = {w(name): place for place, name in enumerate(_ORDER)}
_RUN, _PROPERTIES, _HIGHLIGHT, _SHADING, _STYLE = w("r"), w("rPr"), w("highlight"), w("shd"), w("rStyle")


class Stroke(NamedTuple):
    """Words to be coloured. None where the readers may not know how bad it is: then all have one colour."""

    span: Span
    severity: Severity | None


def highlight(base: Base, strokes: Sequence[Stroke], kind: str) -> None:
    """Colour the runs of a base that is cut at the ends of every stroke; `kind` is "native" or "shading".

    Where strokes overlap the worst severity is seen. A run that its author has coloured, itself or by its style,
    stays as it is, and so do deleted words, which are no letters. Linear in letters and strokes.
    """
    letters = [letter for letter in base.letters if letter.end > letter.start]
    coloured_styles = _coloured_styles(base)
    free = _Free(len(letters))
    for stroke in sorted(strokes, key=lambda one: -_rank(one.severity)):
        first = bisect_right(letters, stroke.span.start, key=lambda letter: letter.end)
        last = bisect_left(letters, stroke.span.end, key=lambda letter: letter.start)
        for index in free.take(first, last):
            if _may_be_coloured(letters[index], base, stroke.span, coloured_styles):
                _colour(letters[index].run, _made(stroke.severity, kind))


class _Free:
    """Which letters nothing was decided of yet; each is asked about once, however many strokes lie on it."""

    def __init__(self, size: int) -> None:
        self._next = list(range(size + 1))

    def take(self, first: int, last: int) -> list[int]:
        """Return those from `first` up to `last` that are free, and take them."""
        taken = []
        at = self._find(first)
        while at < last:
            taken.append(at)
            self._next[at] = at + 1
            at = self._find(at)
        return taken

    def _find(self, at: int) -> int:
        root = at
        while self._next[root] != root:
            root = self._next[root]
        while self._next[at] != root:
            self._next[at], at = root, self._next[at]
        return root


def _rank(severity: Severity | None) -> int:
    return 0 if severity is None else severity.rank


def _may_be_coloured(letter: Letters, base: Base, span: Span, coloured_styles: frozenset[str]) -> bool:
    if letter.run.tag != _RUN or letter.part not in base.trees:
        return False
    if letter.start < span.start or letter.end > span.end:
        return False  # what could not be cut there
    properties = letter.run.find(_PROPERTIES)
    return properties is None or not _is_coloured(properties, coloured_styles)


def _is_coloured(properties: etree._Element, coloured_styles: frozenset[str]) -> bool:
    marker, shade, style = (properties.find(tag) for tag in (_HIGHLIGHT, _SHADING, _STYLE))
    if marker is not None and marker.get(w("val")) != "none":
        return True
    if style is not None and style.get(w("val"), "") in coloured_styles:
        return True
    return shade is not None and not _is_clear(shade)


def _is_clear(shade: etree._Element) -> bool:
    pattern = shade.get(w("val"), "clear")
    filled = shade.get(w("fill"), "auto") != "auto" or shade.get(w("themeFill")) is not None
    return pattern == "nil" or (pattern == "clear" and not filled)


def _coloured_styles(base: Base) -> frozenset[str]:
    """The character styles that shade or highlight."""
    name = base.package.related(base.package.main, "styles")
    if name is None:
        return frozenset()
    styles = base.package.tree(name).iterchildren(w("style"))
    return frozenset(
        style.get(w("styleId"), "")
        for style in styles
        if (properties := style.find(_PROPERTIES)) is not None and _is_coloured(properties, frozenset())
    )


def _made(severity: Severity | None, kind: str) -> etree._Element:
    shown = severity or Severity.MEDIUM
    if kind == "native":
        return element("highlight", {"val": NATIVE[shown]})
    return element("shd", {"val": "clear", "color": "auto", "fill": SHADES[shown]})


def _colour(run: etree._Element, made: etree._Element) -> None:
    """Put a property into a run where the schema has it, instead of one that says "none"."""
    properties = run.find(_PROPERTIES)
    if properties is None:
        properties = element("rPr")
        run.insert(0, properties)
    for empty in list(properties.iterchildren(made.tag)):
        properties.remove(empty)
    rank = _RANK[str(made.tag)]
    behind = next((one for one in properties if _RANK.get(str(one.tag), len(_ORDER)) > rank), None)
    if behind is None:
        properties.append(made)
    else:
        behind.addprevious(made)
