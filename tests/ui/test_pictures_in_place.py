"""Pictures stand on the page where the policy has them; the text and its places do not know of it."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage, QTextFormat

from documents.draft import Source
from documents.picture_bytes import PictureFile
from documents.reader import open_here
from ui import pictures_in_place
from ui.document_view import DocumentView
from ui.page_style import PageStyle
from ui.picture_box import fitted
from ui.picture_decoding import decoded
from ui.policy_page import set_page
from ui.tasks import Tasks
from ui.theme import LIGHT

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("qapp")]

RED, BLUE = "#c01020", "#1020c0"


def png(width: int, height: int, colour: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def img(data: bytes, more: str = "", name: str = "Seal") -> str:
    return f'<img alt="{name}" {more} src="data:image/png;base64,{base64.b64encode(data).decode()}">'


def page(*paragraphs: str) -> bytes:
    return ("<html><body>" + "".join(f"<p>{words}</p>" for words in paragraphs) + "</body></html>").encode()


@pytest.fixture
def tasks(qapp):  # noqa: ARG001 - it needs the application
    made = Tasks()
    yield made
    made.drain()


@pytest.fixture
def show(qtbot, tasks):
    def shown(data: bytes, opened: list[int] | None = None) -> DocumentView:
        policy = open_here(Source(data, "p.html"))
        view = DocumentView(None)
        qtbot.addWidget(view)
        view.resize(900, 500)

        def open_file() -> PictureFile:
            if opened is not None:
                opened.append(1)
            return PictureFile(data, policy.format)

        view.set_picture_file(tasks, open_file)
        view.set_document(policy)
        view.show()
        qtbot.waitExposed(view)
        return view

    return shown


def count(view: DocumentView, colour: str) -> int:
    image = view._text.viewport().grab().toImage()
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def text_is_exact(view: DocumentView) -> bool:
    raw = view._text.document().toRawText()
    return all(raw[qt : qt + size] == view._map.text[ours : ours + size] for ours, qt, size in view._map.pieces)


def test_a_picture_comes_at_its_size_and_the_text_stays_exact(show, qtbot):
    view = show(page("We keep", img(png(60, 40, RED), 'width="60" height="40"'), "and share it."))
    before = view._map.pieces
    qtbot.waitUntil(lambda: count(view, RED) > 0, timeout=10_000)
    assert count(view, RED) == 60 * 40
    assert view._map.pieces == before
    assert text_is_exact(view)


def test_room_is_kept_before_a_picture_comes_so_that_nothing_jumps(show, qtbot):
    view = show(page("We keep", img(png(60, 40, RED), 'width="60" height="40"'), "and share it."))
    height = view._height_of(view._policy.text.index("and"))
    qtbot.waitUntil(lambda: count(view, RED) > 0, timeout=10_000)
    assert view._height_of(view._policy.text.index("and")) == height


def test_a_picture_of_unknown_size_makes_room_when_it_comes(show, qtbot):
    view = show(page("We keep", img(png(80, 60, RED)), "and share it."))
    qtbot.waitUntil(lambda: count(view, RED) == 80 * 60, timeout=10_000)
    assert text_is_exact(view)


def test_a_picture_is_no_wider_than_the_column_nor_higher_than_a_screen_and_a_half():
    style = PageStyle(LIGHT, "en")
    width, height = fitted((4000, 100), style.measure, style)
    assert (width, height) == (style.measure, round(100 * style.measure / 4000))
    assert fitted((100, 100_000), style.measure, style)[1] < 100_000 / 10


def test_only_what_is_in_view_is_read_and_the_file_is_opened_for_the_first(show, qtbot):
    opened: list[int] = []
    far = [f"Words {number}" for number in range(80)]
    view = show(page("Top", *far, img(png(60, 40, BLUE), 'width="60" height="40"')), opened)
    qtbot.wait(100)
    assert opened == []
    view.restore(view._policy.pictures[0].place)
    qtbot.waitUntil(lambda: count(view, BLUE) > 0, timeout=10_000)
    assert opened == [1]


def test_what_cannot_be_decoded_keeps_the_small_box_with_its_name(show, qtbot):
    view = show(page("We keep", img(b"no picture at all", 'width="300" height="200"', "Flow of data"), "and share."))
    place = view._policy.pictures[0].place
    qtbot.waitUntil(lambda: view._in_place._refused == {place}, timeout=10_000)
    height = view._height_of(view._policy.text.index("and"))
    assert height < 200
    cursor = view._text.textCursor()
    cursor.setPosition(view._map.to_qt(place))
    corner = view._text.cursorRect(cursor)
    assert view._text.tip_at(QPoint(corner.right() + 4, corner.center().y())) == "Flow of data"
    cursor.movePosition(cursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().property(QTextFormat.Property.ImageAltText.value) == "Flow of data"


def test_a_picture_elsewhere_is_a_box_and_no_file_is_opened(show, qtbot):
    opened: list[int] = []
    view = show(page("We keep", '<img alt="x" width="300" height="200" src="https://a.example/x.png">', "it."), opened)
    qtbot.wait(100)
    assert opened == []
    assert view._height_of(view._policy.text.index("it.")) < 150


def test_pictures_come_again_after_the_letters_grow(show, qtbot):
    view = show(page("We keep", img(png(60, 40, RED), 'width="60" height="40"'), "it."))
    qtbot.waitUntil(lambda: count(view, RED) > 0, timeout=10_000)
    view.set_text_size(26)
    qtbot.waitUntil(lambda: count(view, RED) > 60 * 40, timeout=10_000)


def test_pictures_seen_long_ago_are_let_go_and_come_again(show, qtbot, monkeypatch):
    monkeypatch.setattr(pictures_in_place, "KEPT_BYTES", 4 * 60 * 40)
    far = [f"Words {number}" for number in range(60)]
    sized = 'width="60" height="40"'
    view = show(page(img(png(60, 40, RED), sized), *far, img(png(60, 40, BLUE), sized)))
    qtbot.waitUntil(lambda: count(view, RED) > 0, timeout=10_000)
    view.restore(view._policy.pictures[1].place)
    qtbot.waitUntil(lambda: count(view, BLUE) > 0, timeout=10_000)
    assert list(view._in_place._images) == [view._policy.pictures[1].place]
    view.restore(0)
    qtbot.waitUntil(lambda: count(view, RED) > 0, timeout=10_000)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"II*\0 tiff", b"\x89PNG\r\n\x1a\n"])
def test_only_five_formats_are_decoded(data):
    assert decoded(data) is None


def test_a_large_picture_is_decoded_at_the_size_it_is_shown():
    made = decoded(png(2000, 1000, RED), 500)
    assert (made.width(), made.height()) == (500, 250)


def test_a_policy_without_pictures_is_set_with_fixed_lines():
    made = set_page(open_here(Source(page("We keep", "it."), "p.html")), PageStyle(LIGHT, "en"))
    assert made.pictures == ()


def test_a_closed_matter_lets_the_file_go(open_window, tmp_path, qtbot):
    path = tmp_path / "p.html"
    path.write_bytes(page("We keep", img(png(60, 40, RED), 'width="60" height="40"'), "it."))
    program = open_window(reviewer="A. Okafor", initials="AO")
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        program.window.open_file(path)
    text = program.window.work.policy.views.text
    qtbot.waitUntil(lambda: bool(text._in_place._images), timeout=10_000)
    program.window.close_matter()
    assert (text._in_place._file, text._in_place._open, len(text._in_place._images)) == (None, None, 0)
    text._text.viewport().repaint()
