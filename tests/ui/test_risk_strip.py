import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette

from annotations.model import Severity
from ui.risk_strip import MARK_LENGTHS, RiskStrip
from ui.theme import DARK, LIGHT, high_contrast_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def strip(qtbot) -> RiskStrip:
    shown = RiskStrip(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(14, 600)
    shown.setRange(0, 5400)
    shown.setPageStep(600)
    shown.show()
    return shown


def image_of(strip: RiskStrip) -> QImage:
    return strip.grab().toImage()


def inked(strip: RiskStrip, colour: str) -> tuple[int, int]:
    """How wide and how high the pixels of a colour reach."""
    image = image_of(strip)
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name().upper() == colour
    ]
    xs, ys = {x for x, _ in places}, {y for _, y in places}
    return len(xs), len(ys)


@pytest.mark.parametrize(("severity", "length"), list(zip(Severity, (14, 11, 8, 5, 3), strict=True)))
def test_a_mark_is_3_high_and_as_long_as_the_risk_is_bad(strip: RiskStrip, severity: Severity, length: int) -> None:
    strip.set_marks([(0.5, severity)])
    assert MARK_LENGTHS[severity] == length
    assert inked(strip, LIGHT.severity(severity).mark) == (length, 3)


def test_where_marks_meet_the_worst_is_seen(strip: RiskStrip) -> None:
    strip.set_marks([(0.5, Severity.CRITICAL), (0.5, Severity.INFO)])
    assert inked(strip, LIGHT.severity(Severity.CRITICAL).mark) == (14, 3)


def test_search_hits_stand_on_the_left_edge_in_accent(strip: RiskStrip) -> None:
    strip.set_hits([0.4])
    assert inked(strip, LIGHT.accent)[0] == 4
    assert image_of(strip).pixelColor(0, round(0.4 * 597)).name().upper() == LIGHT.accent


def test_unread_parts_are_in_the_panels_colour(strip: RiskStrip) -> None:
    strip.set_unread([(0.5, 1.0)])
    image = image_of(strip)
    assert image.pixelColor(7, 500).name().upper() == LIGHT.panel
    assert image.pixelColor(7, 250).name().upper() == LIGHT.window


def test_the_handle_covers_what_is_in_view(strip: RiskStrip) -> None:
    strip.setValue(0)
    assert (strip.handle().top(), strip.handle().height()) == (0, 60)
    strip.setValue(5400)
    assert strip.handle().bottom() == pytest.approx(600)


def test_a_page_that_fits_has_no_handle(strip: RiskStrip) -> None:
    strip.setRange(0, 0)
    assert strip.handle().isEmpty()


def test_dragging_the_handle_scrolls_and_a_click_beside_it_goes_there(qtbot, strip: RiskStrip) -> None:
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 10))
    qtbot.mouseMove(strip, QPoint(7, 280))
    assert strip.value() == pytest.approx(2700, abs=12)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 280))
    qtbot.mouseMove(strip, QPoint(7, 400))
    assert strip.value() == pytest.approx(2700, abs=12)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 599))
    assert strip.value() == 5400


def test_the_strip_is_14_wide_has_a_name_and_follows_the_theme(strip: RiskStrip) -> None:
    assert strip.width() == 14
    assert strip.accessibleName()
    strip.set_theme(DARK)
    assert image_of(strip).pixelColor(7, 400).name().upper() == DARK.window


def test_in_high_contrast_unread_parts_are_a_line_down_the_edge(qtbot) -> None:
    theme = high_contrast_theme(QPalette(QColor("white")))
    strip = RiskStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(14, 200)
    strip.setRange(0, 0)
    strip.set_unread([(0.25, 0.75)])
    image = strip.grab().toImage()
    dark = [(x, y) for x in range(14) for y in (20, 100, 180) if image.pixelColor(x, y).lightness() < 128]
    assert dark == [(0, 100)]
