import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QApplication, QToolButton

from annotations.model import Severity
from ui.selection_bar import HEIGHT, WIDTH, SelectionBar, place_bar
from ui.theme import DARK, LIGHT

ROOM = QRect(0, 0, 728, 670)


def bar_at(first: QRect, last: QRect) -> QRect:
    return QRect(place_bar(first, last, ROOM), QSize(WIDTH, HEIGHT))


def test_the_bar_stands_8_above_a_selected_line() -> None:
    line = QRect(300, 300, 40, 24)
    assert bar_at(line, line).bottom() + 1 + 8 == line.top()


def test_it_stands_below_when_there_is_no_room_above() -> None:
    line = QRect(300, 10, 40, 24)
    assert bar_at(line, line).top() == line.bottom() + 1 + 8


def test_below_several_lines_so_that_it_covers_none_of_them() -> None:
    assert bar_at(QRect(60, 200, 1, 24), QRect(300, 300, 1, 24)).top() > 324


@given(st.integers(0, 640), st.integers(0, 640), st.integers(0, 700))
def test_it_is_never_over_the_words_and_never_outside(top: int, height: int, x: int) -> None:
    first, last = QRect(x, top, 1, 24), QRect(x, min(top + height, 646), 1, 24)
    bar = bar_at(first, last)
    assert ROOM.contains(bar)
    if first.top() >= HEIGHT + 8 or last.bottom() + 8 + HEIGHT < ROOM.bottom():
        assert not bar.intersects(QRect(0, first.top(), 728, last.bottom() - first.top() + 1))


@pytest.fixture
def bar(qtbot) -> SelectionBar:
    made = SelectionBar(LIGHT)
    qtbot.addWidget(made)
    made.ensurePolished()
    made.layout().activate()
    return made


def test_it_is_353_by_40_with_five_buttons_of_44_and_three_of_36(bar: SelectionBar) -> None:
    assert (bar.width(), bar.height()) == (353, 40)
    widths = [button.width() for button in bar.findChildren(QToolButton)]
    assert sorted(widths) == [36] * 3 + [44] * 5
    last = max(button.geometry().right() for button in bar.findChildren(QToolButton))
    assert last + 1 + 8 == 353


@pytest.mark.parametrize("severity", list(Severity))
def test_a_severitys_button_chooses_it(qtbot, bar: SelectionBar, severity: Severity) -> None:
    with qtbot.waitSignal(bar.severity_chosen) as chosen:
        bar._severities[severity].click()
    assert chosen.args == [severity]


def test_the_other_three_say_what_is_wanted(qtbot, bar: SelectionBar) -> None:
    wishes = ((bar._note, bar.note_wanted), (bar._redraft, bar.redraft_wanted), (bar._copy, bar.copy_wanted))
    for button, wanted in wishes:
        with qtbot.waitSignal(wanted):
            button.click()


def test_every_button_has_a_name_and_a_tooltip_with_its_key(bar: SelectionBar) -> None:
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    for button in bar.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip().endswith(")")
    assert bar._severities[Severity.CRITICAL].text() == "1"


def test_it_takes_no_focus_from_the_text(bar: SelectionBar) -> None:
    assert all(button.focusPolicy().value == 0 for button in bar.findChildren(QToolButton))


def test_its_shadow_is_stronger_in_the_dark(bar: SelectionBar) -> None:
    light = bar._shadow.color().alphaF()
    bar.set_theme(DARK)
    assert (round(light, 2), round(bar._shadow.color().alphaF(), 2)) == (0.16, 0.40)
