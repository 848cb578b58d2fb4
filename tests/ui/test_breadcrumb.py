"""The line that says where one is leads there: parts go, signs show what stands beside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")


@pytest.fixture
def line(opened, qtbot):
    """The line above the policy, in clause 1.2: matter, document, 1, 1.2."""
    opened.window.work.go_to_clause("1.2")
    qtbot.waitUntil(lambda: opened.window.work.top.breadcrumb.parts[-1].startswith("1.2"))
    return opened.window.work.top.breadcrumb


def clause_of(program) -> str:
    return program.window.work.outline.current.label


def press(line, box) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=box.center())


def test_a_click_on_a_clause_goes_there(line, opened):
    assert [part.split()[0] for part in line.parts[2:]] == ["1", "1.2"]
    press(line, line.box(2))
    assert clause_of(opened) == "1"


def test_a_click_on_the_document_goes_to_its_beginning(line, opened):
    press(line, line.box(0))
    assert clause_of(opened) == ""
    assert opened.window.work.policy.view.reading_position() == 0


@pytest.mark.usefixtures("line")
def test_the_sign_before_a_clause_shows_the_clauses_of_its_level(opened):
    menu = opened.window.work.trail.menu_of(3)
    assert [action.text().split()[0] for action in menu.actions()] == ["1.1", "1.2"]
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    menu.actions()[0].trigger()
    assert clause_of(opened) == "1.1"


def test_a_click_on_the_sign_asks_for_what_stands_beside(line, qtbot):
    with qtbot.waitSignal(line.siblings_wanted) as asked:
        press(line, line.sign_box(3))
    assert asked.args[0] == 3


@pytest.mark.usefixtures("line")
def test_the_first_part_shows_the_documents_of_the_matter(opened, tmp_path, qtbot):
    other = tmp_path / "Terms & rules.txt"
    other.write_text("Terms\n\n1. One\nWords.\n", encoding="utf-8")
    with qtbot.waitSignal(opened.session.documents_changed, timeout=10_000):
        opened.window.open_file(other)
    qtbot.waitUntil(lambda: opened.session.document.title == "Terms")
    menu = opened.window.work.trail.menu_of(0)
    assert len(menu.actions()) == 2
    next(action for action in menu.actions() if not action.isChecked()).trigger()
    assert opened.session.document.title != "Terms"


def test_keys_choose_a_part_go_there_and_look_around(line, opened, qtbot):
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Left)
    with qtbot.waitSignal(line.siblings_wanted) as asked:
        QTest.keyClick(line, Qt.Key.Key_Down)
    assert asked.args[0] == 2
    for menu in line.findChildren(type(opened.window.work.trail.menu_of(0))):
        menu.close()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert clause_of(opened) == "1"


def test_what_is_pointed_at_can_be_seen(line):
    before = line.grab().toImage()
    QTest.mouseMove(line, line.box(1).center())
    assert line.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert line.grab().toImage() != before
    QTest.mouseMove(line, QPoint(line.width() - 2, 2))
    assert line.cursor().shape() is Qt.CursorShape.ArrowCursor
