"""The pages of a PDF in a scroll area: paints those in view, asks for their pictures, tells what was pressed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from documents.model import PolicyDocument, Span
from documents.pages import Page
from ui.paper_layout import FIT, PaperLayout
from ui.paper_marks import PaperMarks, Sheet, paper_theme
from ui.paper_pictures import PaperPictures, Tile, tiles_of
from ui.paper_places import Hit

__all__ = ["PaperArea"]

_STEP = 40
_DIMMED = 0.08
_ASK_DELAY = 15
_WORDS = 12
_WHOLES = 6
_DARK = 110  # of 255: letters on such a ground are light


class PaperArea(QAbstractScrollArea):
    """Lays pages out below one another. Places in its methods are those of the viewport unless they say otherwise."""

    resized = Signal()

    def __init__(self, marks: PaperMarks, pictures: PaperPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = marks
        self.pictures = pictures
        self.layout_of_pages = PaperLayout()
        self.language = "en"
        self._wholes: dict[tuple[Tile, int, float], QImage] = {}
        self._asking = QTimer(self, singleShot=True, interval=_ASK_DELAY)
        self._asking.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        pictures.arrived.connect(self._picture_came)
        pictures.refused.connect(self._picture_came)

    # -- pages and their places -------------------------------------------------------------------------------------

    def show_policy(self, policy: PolicyDocument) -> None:
        """Lay out another file's pages, from the first."""
        self.marks.set_policy(policy)
        self._wholes.clear()
        self._lay_out(policy.pages, self.layout_of_pages.zoom)
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def set_zoom(self, zoom: int, at: QPoint | None = None) -> None:
        """Show the pages at some percent or as wide as the room (FIT); what lies at `at`, or in the middle, stays."""
        held = at if at is not None else self.viewport().rect().center()
        number, x, y = self._fraction_at(held)
        self._lay_out(tuple(self.layout_of_pages.pages), zoom)
        self._scroll_to(held, number, x, y)

    def _lay_out(self, pages: tuple[Page, ...], zoom: int) -> None:
        self.layout_of_pages = PaperLayout(pages, self.viewport().width(), zoom)
        self._set_ranges()
        self.viewport().update()

    def _set_ranges(self) -> None:
        layout, room = self.layout_of_pages, self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(room.height())
        down.setSingleStep(_STEP)
        across.setPageStep(room.width())
        across.setSingleStep(_STEP)
        down.setRange(0, max(layout.height - room.height(), 0))
        across.setRange(0, max(layout.width - room.width(), 0) if layout.zoom != FIT else 0)

    def _fraction_at(self, place: QPoint) -> tuple[int, float, float]:
        """Return the page at a place and how far across and down it, 0 to 1 on the page."""
        layout = self.layout_of_pages
        height = place.y() + self.verticalScrollBar().value()
        number = layout.page_at(height)
        if not layout.pages:
            return 0, 0.0, 0.0
        width, tall = layout.size(number)
        across = place.x() + self.horizontalScrollBar().value() - layout.left(number)
        return number, across / max(width, 1), (height - layout.top(number)) / max(tall, 1)

    def _scroll_to(self, place: QPoint, number: int, x: float, y: float) -> None:
        layout = self.layout_of_pages
        if layout.pages:
            width, tall = layout.size(number)
            self.verticalScrollBar().setValue(round(layout.top(number) + y * tall) - place.y())
            self.horizontalScrollBar().setValue(round(layout.left(number) + x * width) - place.x())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room; what is at the top stays there."""
        super().resizeEvent(event)
        top = QPoint(self.viewport().width() // 2, 0)
        held = self._fraction_at(top) if self.verticalScrollBar().value() else None
        self._lay_out(tuple(self.layout_of_pages.pages), self.layout_of_pages.zoom)
        if held is not None:
            self._scroll_to(top, *held)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()

    def sheet(self, number: int) -> Sheet:
        """Return where a page lies now, on whole pixels of the screen."""
        ratio, layout = self.devicePixelRatioF(), self.layout_of_pages
        x = layout.left(number) - self.horizontalScrollBar().value()
        y = layout.top(number) - self.verticalScrollBar().value()
        return Sheet(number, QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio))

    def sheets(self) -> Iterator[Sheet]:
        """Give the pages in view."""
        top = self.verticalScrollBar().value()
        return map(self.sheet, self.layout_of_pages.visible(top, top + self.viewport().height()))

    def page_in_view(self) -> int:
        """Return the page that the middle of the view is on, from 0."""
        return self.layout_of_pages.page_at(self.verticalScrollBar().value() + self.viewport().height() / 2)

    # -- letters ----------------------------------------------------------------------------------------------------

    def hit(self, place: QPoint) -> Hit | None:
        """Return the letter nearest to a place; where the page there has none, the nearest on a page that has."""
        layout = self.layout_of_pages
        if not layout.pages:
            return None
        number = layout.page_at(place.y() + self.verticalScrollBar().value())
        found = self._hit_on(number, place)
        if found is not None:
            return found
        last = len(layout.pages)
        for other in (*range(number - 1, -1, -1), *range(number + 1, last)):
            if self.marks.places.has_letters(other):
                return self._hit_on(other, place)
        return None

    def _hit_on(self, number: int, place: QPoint) -> Hit | None:
        corner = self.sheet(number).corner
        x, y = self.layout_of_pages.own(number, place.x() - corner.x(), place.y() - corner.y())
        return self.marks.places.hit(number, x, y)

    def height_of(self, point: int) -> int:
        """Return the height of a letter's line, from the top of all pages."""
        place = self.marks.places.line_box(point)
        if place is None or place[0] >= len(self.layout_of_pages.pages):
            return 0
        page, box = place
        return round(self.layout_of_pages.top(page) + self.layout_of_pages.shown(page, box)[1])

    def first_point(self) -> int:
        """Return the first letter of the first line that is wholly below the view's top."""
        layout, top = self.layout_of_pages, self.verticalScrollBar().value()
        for number in range(layout.page_at(top), len(layout.pages)):
            for line in self.marks.places.lines_on(number):
                if layout.top(number) + layout.shown(number, line.box)[1] >= top - 2:
                    return line.span.start
        return 0

    def boxes_of(self, span: Span) -> list[QRect]:
        """Return where the letters of a span stand, line by line, as far as they are on pages in view."""
        found: list[QRect] = []
        for sheet in self.sheets():
            for part in self.marks.places.stretches_on(sheet.number, span):
                x0, y0, x1, y1 = self.layout_of_pages.shown(sheet.number, part.box)
                found.append(QRectF(x0, y0, x1 - x0, y1 - y0).translated(sheet.corner).toAlignedRect())
        return found

    def outlined(self) -> QRect:
        """Return the part of the viewport that the current note's outline takes."""
        return self.marks.outline_around(self.layout_of_pages, self.sheets()).toAlignedRect()

    def make_room(self, value: int) -> None:
        """Let the scroll bar reach a height: it always does."""

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view, then what is marked on them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.marks.theme.window))
        for sheet in self.sheets():
            self._paint_page(painter, sheet)
        painter.end()
        if not self._asking.isActive():
            self._asking.start()

    def _paint_page(self, painter: QPainter, sheet: Sheet) -> None:
        paper = self.paper(sheet)
        painter.save()
        painter.setClipRect(paper)
        sheet = self._with_ground(sheet)
        whole = self._composed(sheet.number)
        if whole is not None:
            painter.drawImage(sheet.corner, whole)
        else:
            self._paint_still(painter, sheet)
        self.marks.paint_moving(painter, self.layout_of_pages, sheet)
        painter.restore()
        painter.setPen(QPen(QColor(self.marks.theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._say_what_is_missing(painter, sheet, paper)

    def _paint_still(self, painter: QPainter, sheet: Sheet) -> None:
        """Paint the print and what is marked on it, in as many parts as there are."""
        paper = self.paper(sheet)
        painter.fillRect(paper, Qt.GlobalColor.white)
        self._paint_print(painter, sheet)
        self._tint(painter, paper)
        self.marks.paint_still(painter, self.layout_of_pages, sheet)

    def _with_ground(self, sheet: Sheet) -> Sheet:
        """Let a sheet tell where its print is dark, once all of it is there."""
        tiles, ratio = self._tiles(sheet.number, 0), self.devicePixelRatioF()
        image = self.pictures.exact(tiles[0]) if len(tiles) == 1 and tiles[0].clip is None else None
        if image is None:
            return sheet

        def is_dark(box: QRectF) -> bool:
            inside = box.translated(-sheet.corner)
            left, right = int(inside.left() * ratio), int(inside.right() * ratio)
            places = [(x, int(y * ratio) + 1) for x in (left, right) for y in (inside.top(), inside.bottom())]
            seen = [image.pixelColor(x, y).lightness() for x, y in places if image.valid(x, y)]
            return bool(seen) and sum(seen) < _DARK * len(seen)

        return Sheet(sheet.number, sheet.corner, is_dark)

    def _composed(self, number: int) -> QImage | None:
        """Return a page with its marks as one picture, made once: a frame of scrolling then only copies it."""
        tiles = self._tiles(number, 0)
        print_of_it = self.pictures.exact(tiles[0]) if len(tiles) == 1 and tiles[0].clip is None else None
        if print_of_it is None:
            return None
        key = (tiles[0], self.marks.version, self.devicePixelRatioF())
        found = self._wholes.get(key)
        if found is None:
            found = QImage(print_of_it.size(), QImage.Format.Format_RGB32)
            found.setDevicePixelRatio(self.devicePixelRatioF())
            painter = QPainter(found)
            self._paint_still(painter, self._with_ground(Sheet(number, QPointF(0, 0))))
            painter.end()
            self._wholes[key] = found
            while len(self._wholes) > _WHOLES:
                self._wholes.pop(next(iter(self._wholes)))
        return found

    def paper(self, sheet: Sheet) -> QRectF:
        """Return the sheet of paper itself."""
        width, height = self.layout_of_pages.size(sheet.number)
        return QRectF(sheet.corner.x(), sheet.corner.y(), width, height)

    def _paint_print(self, painter: QPainter, sheet: Sheet) -> None:
        ratio = self.devicePixelRatioF()
        tiles = self._tiles(sheet.number, 0)
        exact = [(tile, self.pictures.exact(tile)) for tile in tiles]
        if any(image is None for _, image in exact):
            self._paint_others(painter, sheet)
        for tile, image in exact:
            if image is not None:
                x, y = (tile.clip or (0, 0, 0, 0))[:2]
                image.setDevicePixelRatio(ratio)
                painter.drawImage(sheet.corner + QPointF(x / ratio, y / ratio), image)

    def _paint_others(self, painter: QPainter, sheet: Sheet) -> None:
        """Paint what is known of the page at other scales until the crisp picture comes."""
        scale = self.layout_of_pages.scale(sheet.number)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, image in self.pictures.others(sheet.number, scale * self.devicePixelRatioF()):
            box = QRectF(place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale)
            painter.drawImage(box.translated(sheet.corner), image, QRectF(image.rect()))

    def _tint(self, painter: QPainter, paper: QRectF) -> None:
        """Dim the paper on a dark page; give it the page's colour where that is nearly white."""
        theme = self.marks.theme
        if theme.dark:
            shade = QColor(Qt.GlobalColor.black)
            shade.setAlphaF(_DIMMED)
            painter.fillRect(paper, shade)
        elif not theme.high_contrast and QColor(theme.page) != QColor(Qt.GlobalColor.white):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(paper, QColor(theme.page))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _say_what_is_missing(self, painter: QPainter, sheet: Sheet, paper: QRectF) -> None:
        fault = self.pictures.fault(sheet.number)
        if fault is None and self.marks.places.has_letters(sheet.number):
            return
        font = QFont(self.font())
        font.setPixelSize(_WORDS)
        painter.setFont(font)
        painter.setPen(QColor(paper_theme(self.marks.theme).third))
        inside = paper.adjusted(12, 8, -12, -8)
        if fault is not None:
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, int(flags), fault.sentence(self.language))
            return
        words = QCoreApplication.translate("PageView", "No text on this page")
        box = painter.boundingRect(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)
        painter.fillRect(box.adjusted(-6, -2, 6, 2), QColor(paper_theme(self.marks.theme).card))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    # -- pictures ---------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask for the pages in view, the one in the middle first, then for what is next to them."""
        height = self.viewport().height()
        top = self.verticalScrollBar().value()
        seen = self.layout_of_pages.visible(top, top + height)
        middle = self.page_in_view()
        near = sorted(seen, key=lambda number: abs(number - middle))
        around = [number for number in (seen.stop, seen.start - 1) if 0 <= number < len(self.layout_of_pages.pages)]
        wanted = [tile for number in near for tile in self._tiles(number, 0)]
        wanted += [tile for number in (*near, *around) for tile in self._tiles(number, height // 2)]
        self.pictures.want(list(dict.fromkeys(wanted)))
        for number in around:
            self._composed(number)

    def _tiles(self, number: int, more: int) -> list[Tile]:
        """Return the parts of a page that the view takes in, with `more` pixels above and below."""
        ratio, page = self.devicePixelRatioF(), self.layout_of_pages.pages[number]
        scale = self.layout_of_pages.scale(number) * ratio
        corner, room = self.sheet(number).corner, self.viewport().size()
        left, top = -corner.x() * ratio, (-corner.y() - more) * ratio
        right, bottom = (room.width() - corner.x()) * ratio, (room.height() + more - corner.y()) * ratio
        size = max(round(page.width * scale), 1), max(round(page.height * scale), 1)
        return tiles_of(number, size, scale, (int(left), int(top), int(right), int(bottom)))

    def _picture_came(self, number: int) -> None:
        if any(sheet.number == number for sheet in self.sheets()):
            self.viewport().update()
        elif not self._asking.isActive():
            self._asking.start()
