"""A PDF's own pages on screen: what is marked, selected, pressed and typed there means what it means in the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import PolicyDocument, Span
from documents.pdf.boxes import rectangles
from tests.documents.pdf_files import SCAN, Sheet, hanzi, line, paragraph, pdf_of
from tests.ui.paper_files import COLUMNS, DrawnHere, many_pages, numbered_file, read, span_of
from ui.highlights import Highlight
from ui.page_view import PageView
from ui.tasks import Tasks
from ui.theme import DARK, LIGHT, SEPIA, high_contrast_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def tasks() -> Tasks:
    made = Tasks()
    yield made
    made.drain(5_000)


@pytest.fixture
def show(qtbot, tasks: Tasks):
    """Show a PDF and wait until the pages in view are drawn."""
    sources = []

    def shown(data: bytes, damaged: frozenset[int] = frozenset()) -> PageView:
        view = PageView(tasks)
        qtbot.addWidget(view)
        view.resize(728, 670)
        view.set_document(read(data))
        source = DrawnHere(data, damaged)
        sources.append(source)
        view.source = source
        view.set_pictures(source)
        view.show()
        qtbot.waitExposed(view)
        settle(qtbot, view)
        return view

    yield shown
    QApplication.processEvents()


def settle(qtbot, view: PageView) -> None:
    """Wait until the view rests and everything in it has been drawn, or will not be."""
    area, pictures = view._area, view._pictures

    def there(number: int) -> bool:
        return pictures.fault(number) is not None or all(map(pictures.exact, area._tiles(number, 0)))

    def drawn() -> bool:
        resting = not area._asking.isActive() and pictures._job is None and not pictures._wanted
        return resting and not moving(view) and all(there(sheet.number) for sheet in area.sheets())

    qtbot.waitUntil(drawn)


def moving(view: PageView) -> bool:
    return view._jump._scrolling.state() is QAbstractAnimation.State.Running


def box_of(view: PageView, point: int):
    """Where a letter stands in the viewport."""
    ((page, *box),) = rectangles(view._policy, Span(point, point + 1))
    x0, y0, x1, y1 = view._area.layout_of_pages.shown(page, tuple(box))
    corner = view._area.sheet(page).corner
    return x0 + corner.x(), y0 + corner.y(), x1 + corner.x(), y1 + corner.y()


def place_of(view: PageView, point: int, part: float = 0.5) -> QPoint:
    """A point on a letter, its middle unless told."""
    x0, y0, x1, y1 = box_of(view, point)
    return QPointF(x0 + (x1 - x0) * part, (y0 + y1) / 2).toPoint()


def image_of(view: PageView) -> QImage:
    return view._area.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def share_of(view: PageView, span: Span, colour: str) -> float:
    """The share of pixels of a colour within the boxes of a span."""
    image, wanted, hits, pixels = image_of(view), QColor(colour), 0, 0
    for part in view._area.boxes_of(span):
        inner = part.adjusted(1, 1, -1, -1).intersected(image.rect())
        for x in range(inner.left(), inner.right() + 1):
            for y in range(inner.top(), inner.bottom() + 1):
                pixels += 1
                hits += image.pixelColor(x, y) == wanted
    return hits / max(pixels, 1)


def click(qtbot, view: PageView, place: QPoint, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mouseClick(view._area.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def drag(qtbot, view: PageView, start: QPoint, end: QPoint) -> None:
    viewport = view._area.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(15, 2), end):
        event_pos = QPointF(place)
        from PySide6.QtGui import QMouseEvent

        moved = QMouseEvent(
            QEvent.Type.MouseMove, event_pos, viewport.mapToGlobal(event_pos), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, moved)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


# -- selecting ----------------------------------------------------------------------------------------------------


def test_letters_are_selected_across_lines_in_the_order_of_the_text(qtbot, show) -> None:
    view = show(COLUMNS)
    first, last = (
        span_of(view._policy, "that we collect 1").start,
        span_of(view._policy, "open an account. 1").start + 3,
    )
    drag(qtbot, view, place_of(view, first, 0.1), place_of(view, last, 0.9))
    assert view.selection() == (Span(first, last + 1),)


def test_a_selection_across_columns_takes_the_rest_of_the_first_column(qtbot, show) -> None:
    view = show(COLUMNS)
    text = view._policy.text
    start, end = text.index("that we collect 1"), text.index("who receives the data 1")
    drag(qtbot, view, place_of(view, start, 0.1), place_of(view, end, 0.1))
    assert view.selection() == (Span(start, end),)
    assert "speaks 1" in text[start:end]


def test_a_selection_across_pages_is_one_span_of_the_text(qtbot, show) -> None:
    view = show(many_pages(2, 45))
    view._strip.setValue(view._area.layout_of_pages.top(1) - 400)
    settle(qtbot, view)
    text = view._policy.text
    start, end = text.index(" 40") + 1, text.index(" 47") + 1
    drag(qtbot, view, place_of(view, start, 0.1), place_of(view, end, 0.1))
    assert view.selection() == (Span(start, end),)
    assert len({part.page for part in view._marks.places.stretches(view.selection()[0])}) == 2


def test_a_double_click_takes_the_word_and_a_third_the_sentence(qtbot, show) -> None:
    view = show(numbered_file())
    place = place_of(view, span_of(view._policy, "account").start + 2)
    qtbot.mouseDClick(view._area.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.copied().text() == "account"
    click(qtbot, view, place)
    assert view.copied().text() == "We collect the data that you give us when you open an account."


def test_shift_and_a_click_extend_the_selection(qtbot, show) -> None:
    view = show(numbered_file())
    start, end = span_of(view._policy, "data").start, span_of(view._policy, "account").start
    click(qtbot, view, place_of(view, start, 0.1))
    click(qtbot, view, place_of(view, end, 0.1), Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (Span(start, end),)


def test_a_click_on_a_number_takes_the_clause_and_a_second_one_its_parts(qtbot, show) -> None:
    view = show(numbered_file())
    clause = next(clause for clause in view._policy.clauses if clause.address == "1")
    place = place_of(view, view._policy.text.index("1. What"))
    with qtbot.waitSignal(view.clause_clicked) as clicked:
        click(qtbot, view, place)
    assert (clicked.args, view.selection()) == (["1"], (clause.own,))
    click(qtbot, view, place)
    assert view.selection() == (clause.span,)
    assert clause.span != clause.own


def test_a_click_left_of_a_clauses_first_line_takes_it_too(qtbot, show) -> None:
    view = show(numbered_file())
    x0, y0, _, y1 = box_of(view, view._policy.text.index("2. Who"))
    click(qtbot, view, QPointF(x0 - 20, (y0 + y1) / 2).toPoint())
    assert view.copied().text().startswith("2. Who receives it")


def test_a_click_on_paper_selects_nothing_any_more(qtbot, show) -> None:
    view = show(numbered_file())
    view.select(span_of(view._policy, "account"))
    with qtbot.waitSignal(view.selection_changed):
        click(qtbot, view, QPoint(600, 600))
    assert view.selection() == ()


def test_keys_extend_select_and_copy(qtbot, show) -> None:
    view = show(numbered_file())
    area, start = view._area, span_of(view._policy, "give us").start
    click(qtbot, view, place_of(view, start, 0.1))
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    for _ in range(4):
        qtbot.keyClick(area, Qt.Key.Key_Right, shift)
    assert view.copied().text() == "give"
    qtbot.keyClick(area, Qt.Key.Key_Right, shift | control)
    assert view.copied().text() == "give us"
    qtbot.keyClick(area, Qt.Key.Key_Left, shift)
    assert view.copied().text() == "give u"
    qtbot.keyClick(area, Qt.Key.Key_End, shift)
    assert view.copied().text() == "give us when you open an account."
    qtbot.keyClick(area, Qt.Key.Key_Down, shift)
    assert view.copied().text().startswith("give us when you open an account.\n1.1 From")
    qtbot.keyClick(area, Qt.Key.Key_Up, shift)
    qtbot.keyClick(area, Qt.Key.Key_Home, shift)
    assert view.copied().text() == "We collect the data that you "
    qtbot.keyClick(area, Qt.Key.Key_A, control)
    qtbot.keyClick(area, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == view._policy.text.strip("\n")


def test_digits_judge_selected_words_and_nothing_else(qtbot, show) -> None:
    view = show(numbered_file())
    with qtbot.assertNotEmitted(view.severity_chosen):
        qtbot.keyClicks(view._area, "1")
    view.select(span_of(view._policy, "account"))
    for key, severity in (("3", Severity.MEDIUM), ("５", Severity.INFO)):
        with qtbot.waitSignal(view.severity_chosen) as chosen:
            qtbot.keyClicks(view._area, key) if key.isascii() else _type(view, key)
        assert chosen.args == [severity]
    assert not view._area.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _type(view: PageView, words: str) -> None:
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, words)
    QApplication.sendEvent(view._area, event)


def test_the_bar_comes_beside_the_words_and_never_over_them(qtbot, show) -> None:
    view = show(numbered_file())
    place = place_of(view, span_of(view._policy, "account").start)
    qtbot.mouseDClick(view._area.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(view._area.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(view._beside.bar.isVisible)
    (words,) = view._area.boxes_of(view.selection()[0])
    words.translate(view._area.viewport().mapTo(view, QPoint(0, 0)))
    assert not view._beside.bar.geometry().intersects(words)
    view.clear_selection()
    assert not view._beside.bar.isVisible()


def test_the_bar_is_over_no_selected_words_across_columns_either(show) -> None:
    view = show(COLUMNS)
    text = view._policy.text
    view.select(Span(text.index("that we collect 1"), text.index("who receives the data 1")))
    view._show_bar()
    origin = view._area.viewport().mapTo(view, QPoint(0, 0))
    boxes = [box.translated(origin) for box in view._area.boxes_of(view.selection()[0])]
    assert len(boxes) > 10
    assert not any(view._beside.bar.geometry().intersects(box) for box in boxes)


def test_words_beyond_the_end_are_selected_as_far_as_there_are_any(show) -> None:
    view = show(numbered_file())
    view.select(Span(10, 100_000))
    assert view.selection()[0].end <= len(view._policy.text)


# -- what is marked -----------------------------------------------------------------------------------------------


def marks(view: PageView, *entries: tuple[str, str, Severity]) -> list[Highlight]:
    return [
        Highlight(uid, span_of(view._policy, words), severity, number)
        for number, (uid, words, severity) in enumerate(entries, start=1)
    ]


@pytest.mark.parametrize("extra", ["", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox[40 400 500 760]"])
def test_fills_are_where_the_letters_are_however_the_page_is_turned_or_cut(show, extra: str) -> None:
    rows = ["Personal data is shared with", "partners who are not named"]
    view = show(pdf_of([Sheet(paragraph(rows, 72, 700, size=9), extra)]))
    marked = Highlight("a", span_of(view._policy, "is shared with partners"), Severity.CRITICAL, 1)
    fill = LIGHT.severity(Severity.CRITICAL).fill
    before = share_of(view, marked.span, "#FFFFFF")
    view.set_highlights([marked])
    assert share_of(view, marked.span, fill) == pytest.approx(before, abs=0.08)
    assert share_of(view, span_of(view._policy, "Personal"), fill) == 0.0


def test_letters_stay_readable_on_their_fill(show) -> None:
    view = show(pdf_of([Sheet(line("WWWWWWWW", 72, 700, size=40, font="F2"))]))
    black = share_of(view, Span(0, 8), "#000000")
    view.set_highlights([Highlight("a", Span(0, 8), Severity.HIGH, 1)])
    assert share_of(view, Span(0, 8), "#000000") == pytest.approx(black, abs=0.02)
    assert black > 0.1


def test_on_dark_print_light_letters_stay_readable_and_the_fill_is_seen(show) -> None:
    dark = b"0.1 0.15 0.2 rg 0 0 612 792 re f 1 g\n"
    view = show(pdf_of([Sheet(dark + line("WWWWWWWW", 72, 700, size=40, font="F2"))]))
    ground = image_of(view).pixelColor(400, 600)
    white = share_of(view, Span(0, 8), "#FFFFFF")
    view.set_highlights([Highlight("a", Span(0, 8), Severity.CRITICAL, 1)])
    assert share_of(view, Span(0, 8), "#FFFFFF") == pytest.approx(white, abs=0.02)
    assert white > 0.1
    (box,) = view._area.boxes_of(Span(0, 8))
    assert image_of(view).pixelColor(box.left() + 4, box.top() + 2).red() > ground.red() + 40


def test_overlapping_notes_show_the_worst_fill_alone(show) -> None:
    view = show(numbered_file())
    view.set_highlights(
        marks(view, ("wide", "data that you give us", Severity.LOW), ("in", "give us", Severity.CRITICAL))
    )
    fills = {severity: LIGHT.severity(severity).fill for severity in Severity}
    assert share_of(view, span_of(view._policy, "give us"), fills[Severity.CRITICAL]) > 0.4
    assert share_of(view, span_of(view._policy, "give us"), fills[Severity.LOW]) == 0.0
    assert share_of(view, span_of(view._policy, "data that"), fills[Severity.LOW]) > 0.4


def test_each_severity_has_its_line_under_the_letters(show) -> None:
    view = show(numbered_file())
    view.set_highlights(marks(view, ("a", "We collect the data", Severity.CRITICAL)))
    (box,) = view._area.boxes_of(span_of(view._policy, "We collect the data"))
    image, mark = image_of(view), QColor(LIGHT.severity(Severity.CRITICAL).mark)
    under = [image.pixelColor(box.center().x(), y) == mark for y in range(box.bottom() - 2, box.bottom() + 6)]
    assert under.count(True) == 3


def test_another_note_under_the_pointer_lets_fills_fade_and_the_current_one_is_outlined(show) -> None:
    view = show(numbered_file())
    view.set_highlights(marks(view, ("a", "We collect the data", Severity.CRITICAL), ("b", "your name", Severity.LOW)))
    fill, words = LIGHT.severity(Severity.CRITICAL).fill, span_of(view._policy, "We collect the data")
    assert share_of(view, words, fill) > 0.4
    view.set_hover_note("b")
    assert share_of(view, words, fill) == 0.0
    view.set_hover_note(None)
    assert share_of(view, words, fill) > 0.4
    image = image_of(view)
    view.set_current_note("a")
    assert image_of(view) != image
    assert view._area.outlined().contains(view._area.boxes_of(words)[0])


def test_hits_of_a_search_are_shown_and_the_current_one_apart(show) -> None:
    view = show(numbered_file())
    hits = [span_of(view._policy, words) for words in ("account", "Partners")]
    view.set_search_hits(hits, 1)
    assert share_of(view, hits[0], LIGHT.hit) > 0.3
    assert share_of(view, hits[1], LIGHT.current_hit) > 0.3
    view.set_search_hits([])
    assert share_of(view, hits[0], LIGHT.hit) == 0.0


def test_a_click_on_marked_words_chooses_the_innermost_note_and_then_the_next(qtbot, show) -> None:
    view = show(numbered_file())
    entries = ("wide", "data that you give us", Severity.LOW), ("in", "give us", Severity.HIGH)
    view.set_highlights(marks(view, *entries))
    place, chosen = place_of(view, span_of(view._policy, "give us").start), []
    view.note_clicked.connect(chosen.append)
    for _ in range(3):
        click(qtbot, view, place)
        view.set_current_note(chosen[-1])
        qtbot.wait(QApplication.doubleClickInterval() + 10)
    assert chosen == ["in", "wide", "in"]
    click(qtbot, view, QPoint(600, 600))
    assert len(chosen) == 3


# -- themes -------------------------------------------------------------------------------------------------------


def test_paper_stays_white_and_is_dimmed_by_8_per_cent_on_a_dark_page(show) -> None:
    view = show(numbered_file())
    assert image_of(view).pixelColor(400, 600).name() == "#ffffff"
    view.set_theme(DARK)
    assert image_of(view).pixelColor(400, 600).red() == pytest.approx(255 * 0.92, abs=1)
    assert image_of(view).pixelColor(4, 4).name().upper() == DARK.window
    view.set_theme(SEPIA)
    assert image_of(view).pixelColor(400, 600).name().upper() == SEPIA.page


def test_in_high_contrast_nothing_is_filled_but_lines_are_there(qapp, show) -> None:
    view = show(numbered_file())
    view.set_theme(high_contrast_theme(qapp.palette()))
    view.set_highlights(marks(view, ("a", "We collect the data", Severity.CRITICAL)))
    words = span_of(view._policy, "We collect the data")
    assert share_of(view, words, LIGHT.severity(Severity.CRITICAL).fill) == 0.0
    (box,) = view._area.boxes_of(words)
    image, mark = image_of(view), QColor(LIGHT.severity(Severity.CRITICAL).mark)
    assert any(image.pixelColor(box.center().x(), y) == mark for y in range(box.bottom() - 2, box.bottom() + 6))


# -- pages --------------------------------------------------------------------------------------------------------


def test_of_300_pages_only_those_in_view_and_their_neighbours_are_drawn(qtbot, show) -> None:
    view = show(many_pages(300))
    assert {page for page, *_ in view.source.asked} <= {0, 1, 2}
    view.source.asked.clear()
    view.restore(view._policy.text.index(" 3000"))
    settle(qtbot, view)
    assert {page for page, *_ in view.source.asked} <= set(range(147, 154))
    assert len(view.source.asked) <= 4
    assert view.page_label() in ("150", "151")


def test_at_any_zoom_what_is_in_view_is_drawn_at_the_screens_own_pixels_and_no_more(qtbot, show) -> None:
    view = show(many_pages(2))
    view._area.set_zoom(400)
    settle(qtbot, view)
    view.source.asked.clear()
    view._area.set_zoom(500)
    settle(qtbot, view)
    scale = 500 / 100 * 96 / 72 * view.devicePixelRatioF()
    assert all(asked == pytest.approx(scale) for _, asked, _ in view.source.asked)
    assert 1 <= len(view.source.asked) <= 12
    pixels = sum(clip[2] * clip[3] for _, _, clip in view.source.asked)
    assert pixels <= 12 * 1024 * 1024
    assert view._area.horizontalScrollBar().maximum() > 0


def test_zooming_keeps_the_words_under_the_pointer(show) -> None:
    view = show(many_pages(2))
    point = span_of(view._policy, " 7").start + 1
    place = place_of(view, point)
    for delta, count in ((120, 3), (-120, 2)):
        for _ in range(count):
            wheel = QWheelEvent(
                QPointF(place), view._area.viewport().mapToGlobal(QPointF(place)), QPoint(0, 0), QPoint(0, delta),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(view._area.viewport(), wheel)
    assert (place_of(view, point) - place).manhattanLength() < 12
    assert view.percent() > 88
    view.zoom(0)
    assert view._area.horizontalScrollBar().maximum() == 0


def test_where_one_reads_is_told_gone_back_to_and_kept_in_another_width(qtbot, show) -> None:
    view = show(many_pages(20))
    target = view._policy.text.index(" 205")
    start = view._policy.text.rindex("\n", 0, target) + 1
    with qtbot.waitSignal(view.position_changed) as moved:
        view.restore(start)
    assert (moved.args, view.reading_position()) == ([start], start)
    view._strip.setValue(view._strip.value() + 12)
    assert view.reading_position() > start
    view._strip.setValue(view._strip.value() - 12)
    view.resize(600, 670)
    QApplication.processEvents()
    assert abs(view.reading_position() - start) < 120


def test_revealed_words_come_into_view_and_those_in_view_do_not_move(qtbot, show) -> None:
    view = show(many_pages(20))
    view.reveal(Span(20, 24))
    assert view._strip.value() == 0
    words = span_of(view._policy, " 300")
    view.reveal(words, select=True)
    qtbot.waitUntil(lambda: view.shows(words))
    assert view.selection() == (words,)


def test_keys_scroll(qtbot, show) -> None:
    view = show(many_pages(20))
    strip, seen = view._strip, []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Space,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(view._area, key)
        seen.append(strip.value())
    assert seen[0] == 40
    assert seen[0] < seen[3] == seen[1] < seen[2] < seen[4] == strip.maximum()
    assert seen[5] == 0


def test_the_strip_shows_risks_at_the_heights_of_the_pages(qtbot, show) -> None:
    view = show(many_pages(10))
    words = span_of(view._policy, " 100")
    view.set_highlights([Highlight("a", words, Severity.HIGH, 1)])
    qtbot.waitUntil(lambda: len(view._strip._marks) == 1)
    layout = view._area.layout_of_pages
    assert view._strip._marks[0][0] == pytest.approx(layout.top(5) / layout.height, abs=0.02)


def test_a_page_without_text_shows_its_picture_and_says_so(qtbot, show) -> None:
    view = show(pdf_of([Sheet(line("Words of the first page.", 72, 700)), Sheet(SCAN)]))
    assert view._marks.places.has_letters(0)
    assert not view._marks.places.has_letters(1)
    view.go_to_page(1)
    settle(qtbot, view)
    image = image_of(view)
    assert "#eeeeee" in {image.pixelColor(x, 300).name() for x in range(0, 700, 50)}
    area = view._area
    sheet = next(sheet for sheet in area.sheets() if sheet.number == 1)
    paper = area.paper(sheet)
    corner = [image.pixelColor(x, int(paper.bottom()) - 16).name() for x in range(560, 690) if paper.bottom() < 650]
    assert not corner or "#ffffff" in corner


def test_a_page_that_cannot_be_drawn_costs_a_sentence_on_its_sheet_and_no_more(qtbot, show) -> None:
    view = show(many_pages(3), damaged=frozenset({1}))
    view.go_to_page(1)
    settle(qtbot, view)
    assert view._pictures.fault(1) is not None
    assert view._pictures.fault(0) is None
    image_of(view)
    view.select(span_of(view._policy, " 25"))
    assert view.selection()


def heard(view: PageView) -> str:
    return QAccessible.queryAccessibleInterface(view.focusProxy()).text(QAccessible.Text.Description)


def test_the_pages_announce_their_highlights_as_the_text_does(show) -> None:
    view = show(many_pages(2))
    line_one, line_two = span_of(view._policy, " 25"), span_of(view._policy, " 26")
    around = Span(line_one.start - 3, line_one.end)
    view.set_highlights([Highlight("a", line_one, Severity.HIGH, 4), Highlight("b", around, Severity.LOW, 7)])
    view.select(line_two)
    assert "note" not in heard(view)
    view.select(line_one)
    assert heard(view) == "High, note 4; Low, note 7; Page 1 of 2"
    view.select(around)
    assert heard(view).startswith("Low, note 7; ")
    view.set_highlights([])
    assert heard(view) == "Page 1 of 2"


def test_a_click_on_a_page_lets_the_notes_there_be_heard(qtbot, show) -> None:
    view = show(many_pages(2))
    words = span_of(view._policy, " 25")
    view.set_highlights([Highlight("a", words, Severity.HIGH, 4)])
    qtbot.mouseClick(view._area.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, words.start + 1))
    assert heard(view).startswith("High, note 4; ")


def test_the_page_in_view_is_named_by_its_label_and_read_aloud(qtbot, show) -> None:
    labels = "/PageLabels<</Nums[0<</S/r>>2<</S/D>>]>>"
    sheets = [Sheet(paragraph([f"Words of sheet {number}"], 72, 700)) for number in range(4)]
    view = show(pdf_of(sheets, catalog=labels))
    assert view.page_label() == "i"
    assert "i" in view._area.accessibleDescription()
    with qtbot.waitSignal(view.page_changed):
        view.go_to_page(2)
        qtbot.waitUntil(lambda: view.page_label() == "1")
    assert view._area.accessibleName()
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))


def test_pointers_say_what_a_click_would_do(qtbot, show) -> None:
    view = show(numbered_file())
    viewport = view._area.viewport()
    for place, shape in (
        (place_of(view, span_of(view._policy, "account").start), Qt.CursorShape.IBeamCursor),
        (place_of(view, view._policy.text.index("2. Who")), Qt.CursorShape.PointingHandCursor),
        (QPoint(600, 600), Qt.CursorShape.ArrowCursor),
    ):
        qtbot.mouseMove(viewport, QPoint(2, 2))  # a pointer left at the very place by another test does not move
        qtbot.mouseMove(viewport, place)
        assert viewport.cursor().shape() is shape


def test_a_policy_without_pages_and_one_without_letters_can_be_shown(qtbot, tasks: Tasks) -> None:
    view = PageView(tasks)
    qtbot.addWidget(view)
    view.set_document(PolicyDocument("", "text", "en", "words"))
    view.show()
    view.reveal(Span(0, 3))
    view.restore(3)
    view.zoom(1)
    click(qtbot, view, QPoint(50, 50))
    qtbot.keyClick(view._area, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.reading_position() in (0, 3)
    image_of(view)


def test_a_double_click_on_hanzi_takes_a_word(qtbot, show) -> None:
    view = show(pdf_of([Sheet(hanzi("我们收集个人信息，并与合作伙伴共享。", 72, 700, size=14))]))
    place = place_of(view, view._policy.text.index("合作"))
    qtbot.mouseDClick(view._area.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.copied().text() in ("合作", "合作伙伴共享")  # the second where the system has no dictionary
