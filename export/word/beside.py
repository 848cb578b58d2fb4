"""Markers of answers in the text: each beside those of the comment that it answers, as Word puts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from export.word.names import element, sub, to_bytes, w
from export.word.out_package import OutPackage

__all__ = ["Beside"]

_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_ID = w("id")
_SMALL = "16"  # half points, as in Word's own style


@dataclass(slots=True)
class _Markers:
    """Where the markers of one comment stand."""

    part: str
    start: etree._Element | None = None
    end: etree._Element | None = None
    run: etree._Element | None = None


class Beside:
    """Knows the markers of the comments that stand in some parts."""

    def __init__(self, trees: Mapping[str, etree._Element], style: str) -> None:
        self._trees = trees
        self._style = style
        self._found: dict[str, _Markers] = {}
        self._touched: set[str] = set()
        for part, tree in trees.items():
            for marker in tree.iter(_START, _END, _REFERENCE):
                self._know(marker, self._found.setdefault(marker.get(_ID, ""), _Markers(part)))

    def put(self, comment: str, numbers: Sequence[int]) -> bool:
        """Put markers of answers beside those of a comment, in order; False where it has no sign in the text."""
        markers = self._found.get(comment)
        if markers is None or markers.run is None:
            return False
        start, end, run = markers.start, markers.end, markers.run
        for number in numbers:
            known = {_ID: str(number)}
            opened, closed, sign = (
                element("commentRangeStart", known),
                element("commentRangeEnd", known),
                self._sign(number),
            )
            if start is None or end is None:
                run.addprevious(opened)
                run.addprevious(closed)
            else:
                start.addnext(opened)
                (run if end.getnext() is run else end).addnext(closed)
                start, end = opened, closed
            (closed if closed.getprevious() is run else run).addnext(sign)
            run = sign
        self._touched.add(markers.part)
        return True

    def write(self, package: OutPackage) -> None:
        """Write the parts that got any."""
        for part in sorted(self._touched):
            package.set(part, to_bytes(self._trees[part]))

    @staticmethod
    def _know(marker: etree._Element, markers: _Markers) -> None:
        if marker.tag == _START:
            markers.start = marker
        elif marker.tag == _END:
            markers.end = marker
        else:
            markers.run = marker.getparent()

    def _sign(self, number: int) -> etree._Element:
        run = element("r")
        properties = sub(run, "rPr")
        if self._style:
            sub(properties, "rStyle", {"val": self._style})
        else:
            sub(properties, "sz", {"val": _SMALL})
        sub(run, "commentReference", {"id": str(number)})
        return run
