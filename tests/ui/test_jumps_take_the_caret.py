"""Wherever one goes, the caret goes too: select, mark and read act on the place that was gone to."""

from __future__ import annotations

import pytest

from annotations.model import Severity
from documents.model import Span
from tests.ui.conftest import show
from tests.ui.paper_files import numbered_file

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture(params=[False, True], ids=["text", "pages"])
def at_work(open_window, policy_file, tmp_path, qtbot, request):
    """The window with a policy open: its text, or a PDF's own pages."""
    program = open_window(reviewer="A. Okafor", initials="AO")
    path = policy_file
    if request.param:
        path = tmp_path / "policy.pdf"
        path.write_bytes(numbered_file())
    show(program, path, qtbot)
    if request.param:
        program.window.actions_of["pages"].trigger()
        assert program.window.work.policy.views.pages_shown
    return program


def rows(program):
    return program.window.work.outline.model.rows


def press(program, name):
    program.window.actions_of[name].trigger()


def selected(program):
    return "".join(span.of(program.session.policy.text) for span in program.window.work.policy.view.selection())


def own_words(program, row):
    policy = program.session.policy
    clause = next(one for one in policy.clauses if one.address == rows(program)[row].address)
    return Span(clause.span.start, clause.own.end).of(policy.text)


def is_at(program, row):
    """Whether C and R act on a clause."""
    press(program, "select_clause")
    taken = selected(program).strip()
    press(program, "read")
    read = program.session.read_clauses() == {rows(program)[row].address}
    press(program, "read")
    return bool(taken) and taken == own_words(program, row).strip() and read


def test_the_next_clause_is_the_one_that_is_selected_and_read(at_work):
    at_work.window.work.go_to_clause(rows(at_work)[0].address)
    press(at_work, "next_clause")
    assert is_at(at_work, 1)
    press(at_work, "next_clause")
    assert is_at(at_work, 2)


def test_a_clause_gone_to_by_name_by_a_click_or_as_the_next_unread_is_where_commands_act(at_work):
    work, last = at_work.window.work, len(rows(at_work)) - 1
    work.go_to_clause(rows(at_work)[last].address)
    assert is_at(at_work, last)
    work.outline.list.clicked.emit(work.outline.model.index(1))
    assert is_at(at_work, 1)
    for row in rows(at_work)[:2]:
        at_work.session.mark_read(row.address, read=True)
    press(at_work, "next_unread")
    press(at_work, "select_clause")
    assert selected(at_work).strip() == own_words(at_work, 2).strip()


def test_words_selected_before_a_jump_are_not_marked_after_it(at_work):
    work = at_work.window.work
    work.go_to_clause(rows(at_work)[0].address)
    work.policy.view.select(Span(0, 7))
    press(at_work, "next_clause")
    assert work.policy.view.selection() == ()
    assert is_at(at_work, 1)


def test_going_to_a_note_takes_the_caret_there_and_leaves_selected_words_selected(at_work):
    work, view = at_work.window.work, at_work.window.work.policy.view
    clause = rows(at_work)[-1].span
    note = at_work.session.add_note([Span(clause.start + 3, clause.start + 9)], Severity.HIGH)
    work.back_to_text()
    press(at_work, "previous_clause")
    view.restore(0)
    work.go_to_note(note.uid)
    assert view.place() == clause.start + 3
    view.select(Span(0, 5))
    work.go_to_note(note.uid)
    assert view.selection() == (Span(0, 5),)


def test_the_caret_stays_when_text_and_pages_are_exchanged_and_when_letters_grow(at_work):
    work = at_work.window.work
    work.go_to_clause(rows(at_work)[2].address)
    place = work.policy.view.place()
    press(at_work, "larger")
    assert work.policy.view.place() == place
    if work.policy.views.pages_shown:
        press(at_work, "pages")
        assert work.policy.view.place() == place


def test_the_outline_names_the_clause_the_caret_is_in(at_work):
    work = at_work.window.work
    work._jump.stop()
    work.policy.view.put_caret(rows(at_work)[1].span.start + 2)
    assert work.outline.current.address == rows(at_work)[1].address
