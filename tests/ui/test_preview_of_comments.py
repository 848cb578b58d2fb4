"""The preview of an annotated policy says what the comments of the file say, and begins where the first one is."""

from __future__ import annotations

from io import BytesIO

import pytest

from annotations.model import Severity, Visibility
from documents.model import Span
from documents.reader import open_document
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.ui.conftest import show
from ui.dialogs.export_dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = "Harbour privacy notice\n\n" + "".join(
    f"{n}. Clause\nWe keep what is written here, part {n}.\n\n" for n in range(1, 60)
)


@pytest.fixture
def dialog(open_window, tmp_path, qtbot):
    """The export of a long policy with one note near its end, in Chinese."""
    path = tmp_path / "Long notice.txt"
    path.write_text(LONG, encoding="utf-8")
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, path, qtbot)
    session = program.session
    start = session.policy.text.index("part 50")
    note = session.add_note((Span(start, start + 7),), Severity.HIGH)
    session.edit(
        note.uid, title="保存期限", issue="未写明期限", recommendation="写明期限", visibility=Visibility.CLIENT
    )
    session.set_details("visit", language="zh")
    program.window.actions_of["export"].trigger()
    found = program.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: found.shown is not None, timeout=20_000)
    yield found
    found.close()
    found.deleteLater()


def test_what_is_shown_beside_the_policy_is_what_the_file_says(dialog):
    said = open_document(BytesIO(dialog.shown.data).getvalue(), name="out.docx").foreign_notes
    lines = [line for comment in said for line in comment.text.splitlines()]
    (remark,) = dialog.shown.remarks
    assert list(remark.lines) == lines
    assert remark.lines[0].startswith("【高风险】1｜保存期限（")
    assert "建议：写明期限" in remark.lines


def test_it_begins_at_the_first_note_and_stays_where_it_was_turned_to(dialog, qtbot):
    assert not dialog.preview.place.text().startswith("1 / ")
    dialog.preview.turn(-dialog.preview.pages)
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.profile.choose(Visibility.INTERNAL)
        dialog._changed()
    assert dialog.preview.place.text().startswith("1 / ")


def test_a_comment_of_somebody_else_is_shown_too(open_window, tmp_path, qtbot):
    import docx

    theirs = docx.Document()
    paragraph = theirs.add_paragraph("We keep your data for ever.")
    theirs.add_comment(paragraph.runs, text="Is that so?", author="Client Lawyer", initials="CL")
    path = tmp_path / "theirs.docx"
    theirs.save(path)
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, path, qtbot)
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=20_000)
    assert [remark.lines for remark in dialog.shown.remarks] == [("Is that so?",)]
    dialog.close()


def test_of_a_pdf_its_own_pages_are_shown_from_the_one_with_the_first_note(open_window, tmp_path, qtbot):
    path = tmp_path / "Notice.pdf"
    words = (["We keep what you give us"], ["for as long as we like."], ["That is all."])
    path.write_bytes(pdf_of([Sheet(paragraph(lines, 72, 700)) for lines in words]))
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, path, qtbot)
    start = program.session.policy.text.index("as long as")
    program.session.add_note((Span(start, start + 10),), Severity.HIGH)
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    with qtbot.waitSignal(dialog.laid_out, timeout=20_000):
        dialog.form.choose("pdf")
    assert dialog.preview.what.text() == "Real pages"
    assert dialog.preview.place.text() == "2 / 3"
    dialog.close()
    dialog.deleteLater()
