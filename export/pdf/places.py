"""Where each note stands on the pages of a PDF, and why one stands elsewhere than on its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotations.model import Anchor, AnchorState, Note
from documents.model import Page, PolicyDocument, Span
from documents.pdf.boxes import own_point, stretches
from documents.pdf.marks import Quad

__all__ = ["OnPage", "PdfPlaces", "Place"]

_UNPLACED = {AnchorState.LOST: "lost", AnchorState.AMBIGUOUS: "ambiguous"}
_GONE = frozenset({"lost", "other_version", "ambiguous", "differs"})
_SIZE, _STEP, _MARGIN = 20.0, 26.0, 12.0

OnPage = tuple[int, tuple[Quad, ...]]
"""A page, counted from 0, and the lines on it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one anchor of a note stands: lines on pages; none for a note that gets a sheet on the first page.

    `why` says why it stands elsewhere than on its `words`; `span` is where they are in the text, if they are.
    """

    pages: tuple[OnPage, ...] = ()
    why: str = ""
    words: str = ""
    span: Span = Span(0, 0)

    @property
    def gone(self) -> bool:
        """Whether the words it is about are not in the text."""
        return self.why in _GONE


class PdfPlaces:
    """Finds places in one file for the notes of one version; `moved` leads from the text read to that of the file."""

    def __init__(self, standing: PolicyDocument, version: str, moved: Callable[[Span], Span | None]) -> None:
        self._standing = standing
        self._version = version
        self._moved = moved
        self._sheets = 0

    def of(self, note: Note) -> tuple[Place, ...]:
        """Return a place for each anchor of a note, those on their words first; one sheet for a note without."""
        if not note.anchors:
            return (Place(),)
        anchors = [anchor for anchor in note.anchors if anchor.version == self._version]
        if anchors:
            return tuple(sorted(map(self._of_anchor, anchors), key=lambda place: place.gone))
        return tuple(Place((), "other_version", anchor.exact) for anchor in _latest(note))

    def sheet(self) -> OnPage:
        """Return the place of the next sheet: from the first page's upper left downwards, then a column further."""
        page = self._standing.pages[0]
        fit = max(int((page.height - 2 * _MARGIN) / _STEP), 1)
        column, row = divmod(self._sheets, fit)
        self._sheets += 1
        across = min(_MARGIN + column * _STEP, max(page.width - _MARGIN - _SIZE, 0.0))
        return 0, ((0, *_box(page, across, _MARGIN + row * _STEP)),)

    def edge(self, page: int) -> float:
        """Return the right edge of what is seen of a page, in its own space."""
        shown = self._standing.pages[page]
        return shown.left + (shown.height if shown.rotation % 180 else shown.width)

    def _of_anchor(self, anchor: Anchor) -> Place:
        if anchor.state in _UNPLACED:
            return Place((), _UNPLACED[anchor.state], anchor.exact)
        span = self._moved(anchor.span)
        if span is None or span.of(self._standing.text) != anchor.exact:
            return Place((), "differs", anchor.exact)
        by_page: dict[int, list[Quad]] = defaultdict(list)
        for page, turn, x0, y0, x1, y1 in stretches(self._standing, span):
            by_page[page].append((turn, x0, y0, x1, y1))
        pages = tuple((page, tuple(quads)) for page, quads in by_page.items())
        return Place(pages, "" if pages else "no_box", anchor.exact, span)


def _box(page: Page, across: float, down: float) -> tuple[float, float, float, float]:
    one, other = own_point(page, across, down), own_point(page, across + _SIZE, down + _SIZE)
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _latest(note: Note) -> Sequence[Anchor]:
    """The anchors of the last version that a note has any on."""
    version = note.anchors[-1].version
    return [anchor for anchor in note.anchors if anchor.version == version]
