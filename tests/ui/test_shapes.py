import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from annotations.model import Severity
from ui.shapes import SeverityShape, paint_shape, shape_icon, shape_pixmap
from ui.theme import DARK, LIGHT, high_contrast_theme

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(severity: Severity, size: int = 48, theme=LIGHT) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_shape(painter, QRectF(0, 0, size, size), severity, theme)
    painter.end()
    return image


def covered(image: QImage) -> set[tuple[int, int]]:
    places = itertools.product(range(image.width()), range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 127}


def test_no_two_shapes_share_an_outline() -> None:
    outlines = [covered(drawn(severity)) for severity in Severity]
    for one, other in itertools.combinations(outlines, 2):
        assert len(one ^ other) > 0.15 * len(one | other)


@pytest.mark.parametrize("severity", list(Severity))
def test_a_shape_nearly_fills_its_box(severity: Severity) -> None:
    points = covered(drawn(severity, 64))
    xs = [x for x, _ in points]
    assert max(xs) - min(xs) >= 44


def test_a_shape_is_drawn_in_the_marks_colour() -> None:
    assert drawn(Severity.LOW).pixelColor(24, 24).name().upper() == LIGHT.severity(Severity.LOW).mark
    assert drawn(Severity.LOW, theme=DARK).pixelColor(24, 24).name().upper() == DARK.severity(Severity.LOW).mark


def test_in_high_contrast_the_sign_in_the_octagon_is_still_there() -> None:
    image = drawn(Severity.CRITICAL, theme=high_contrast_theme(QGuiApplication.palette()))
    assert len({image.pixelColor(24, y).name() for y in range(8, 40)}) > 1


def test_a_pixmap_has_the_pixels_of_the_screen() -> None:
    picture = shape_pixmap(Severity.HIGH, LIGHT, 14, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (28, 2.0)
    assert not shape_icon(Severity.HIGH, LIGHT).isNull()


def test_the_widget_shows_another_severity_when_told(qtbot) -> None:
    shape = SeverityShape(Severity.HIGH, LIGHT, 14)
    qtbot.addWidget(shape)
    before = shape.grab().toImage()
    shape.set_severity(Severity.LOW)
    assert shape.grab().toImage() != before
    shape.set_theme(DARK)
    assert shape.size().width() == 14
