"""The pictures of a policy, brought onto its page as they come into view; read and decoded off the window's thread."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage, QTextCursor, QTextDocument

from ui.picture_box import PictureBox, PlacedPicture, blank, fitted, resource_of
from ui.picture_decoding import decoded

if TYPE_CHECKING:
    from documents.picture_bytes import PictureFile
    from ui.page_style import PageStyle
    from ui.policy_page import Page
    from ui.tasks import Tasks

__all__ = ["KEPT_BYTES", "PicturesInPlace"]

KEPT_BYTES = 96_000_000
_IMAGE = QTextDocument.ResourceType.ImageResource.value

OpenFile = Callable[[], "PictureFile"]


@dataclass(frozen=True, slots=True)
class _Wanted:
    place: int
    source: str
    width: int


class PicturesInPlace(QObject):
    """Knows the page that is shown. `seen` is told what is in view, and asks for what of it has not come."""

    came = Signal()
    """A picture stands on the page that was not there before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: Tasks | None = None
        self._open: OpenFile | None = None
        self._file: PictureFile | None = None
        self._page: Page | None = None
        self._style: PageStyle | None = None
        self._positions: list[int] = []
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._refused: set[int] = set()
        self._asked: set[int] = set()
        self._ratio = 1.0

    def set_file(self, tasks: Tasks, open_file: OpenFile | None) -> None:
        """Take pictures from another file, opened when the first of them is seen; None for none."""
        self._tasks, self._open, self._file = tasks, open_file, None
        self._images.clear()
        self._refused.clear()
        self._asked.clear()

    def set_page(self, page: Page, style: PageStyle, ratio: float) -> None:
        """Put what has come already onto another page of the same policy; `ratio` is the screen's."""
        if style is not self._style:
            self._images.clear()
            self._asked.clear()
        self._page, self._style, self._ratio = page, style, ratio
        self._positions = [placed.position for placed in page.pictures]
        for placed in page.pictures:
            place = placed.picture.place
            if place in self._images or place in self._refused:
                self._put(placed, self._images.get(place))

    def seen(self, first: int, last: int) -> None:
        """Hear that Qt's positions from `first` to `last` are in view."""
        if self._page is None or self._open is None or self._style is None or self._asked:
            return
        wanted = [
            _Wanted(placed.picture.place, placed.picture.source, round(placed.room * self._ratio))
            for placed in self._within(first, last)
            if placed.picture.place not in self._images and placed.picture.place not in self._refused
        ]
        if wanted:
            self._ask(wanted)

    def _within(self, first: int, last: int) -> Iterable[PlacedPicture]:
        pictures = self._page.pictures if self._page is not None else ()
        return pictures[bisect_left(self._positions, first) : bisect_left(self._positions, last + 1)]

    def _ask(self, wanted: list[_Wanted]) -> None:
        assert self._tasks is not None
        assert self._open is not None
        if self._file is None:
            self._file = self._open()
        file = self._file
        self._asked = {one.place for one in wanted}
        self._tasks.run(
            lambda _job: {one.place: _drawn(file, one) for one in wanted},
            lambda found: self._take(file, found),
            lambda _error: self._take(file, dict.fromkeys(one.place for one in wanted)),
            owner=self,
        )

    def _take(self, file: PictureFile, found: dict[int, QImage | None]) -> None:
        if file is not self._file:
            return
        self._asked.clear()
        for placed in self._page.pictures if self._page is not None else ():
            place = placed.picture.place
            if place in found:
                self._keep(place, found[place])
                self._put(placed, found[place])
        self._forget(found)
        self.came.emit()

    def _keep(self, place: int, image: QImage | None) -> None:
        if image is None:
            self._refused.add(place)
        else:
            self._images[place] = image

    def _put(self, placed: PlacedPicture, image: QImage | None) -> None:
        """Put a picture into its room; one of unknown size makes room now, one that is none gives its room back."""
        if self._page is None or self._style is None:
            return
        if image is not None:
            self._page.document.addResource(_IMAGE, QUrl(resource_of(placed.picture)), image)
        if image is not None and placed.measured:
            return
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(placed.position)
        cursor.setPosition(placed.position + 1, QTextCursor.MoveMode.KeepAnchor)
        box = cursor.charFormat().toImageFormat()
        if image is None:
            box = PictureBox(self._style, self._page.document).letters(box, placed.picture.name)
        else:
            size = fitted((image.width(), image.height()), placed.room, self._style)
            box.setWidth(size[0])
            box.setHeight(size[1])
        cursor.setCharFormat(box)

    def _forget(self, newest: Iterable[int]) -> None:
        """Let pictures seen long ago go, beyond a bound of bytes; they come again when they are seen again."""
        kept = sum(image.sizeInBytes() for image in self._images.values())
        in_view = set(newest)
        for place in list(self._images):
            if kept <= KEPT_BYTES or self._page is None or self._style is None:
                return
            if place not in in_view:
                kept -= self._images.pop(place).sizeInBytes()
                name = next(resource_of(p.picture) for p in self._page.pictures if p.picture.place == place)
                self._page.document.addResource(_IMAGE, QUrl(name), blank(self._style))


def _drawn(file: PictureFile, wanted: _Wanted) -> QImage | None:
    data = file.bytes_of(wanted.source)
    return decoded(data, wanted.width) if data else None
