"""Sending out from the window: the same files as from the command line, without the keys freezing."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotations.model import Severity, Visibility
from documents.model import Span
from export.after_check import Secret, SecretKind
from export.writers import WRITERS
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.ui.conftest import show
from tests.ui.revised_file import revised_docx
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.redline_block import redlined, sorted_changes

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KINDS = [writer.kind for writer in WRITERS if writer.kind not in ("pdf", "changes")]  # changes want two versions


def said(dialog):
    """Return what the unfolded list says."""
    return [label.text() for label in dialog.sheet.findChildren(QLabel) if label.text()]


@pytest.fixture
def dialog(opened, qtbot):
    session = opened.session
    start = session.policy.text.index("whatever else")
    for number, visibility in enumerate(Visibility):
        note = session.add_note((Span(start, start + 8 + number),), list(Severity)[number])
        session.edit(note.uid, title=f"Finding {number}", visibility=visibility, private_remark="Quicksilver")
    opened.window.actions_of["export"].trigger()
    found = opened.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: found.foot.note.text().startswith("Checked"), timeout=20_000)
    yield found
    found.close()
    found.deleteLater()


def test_the_line_below_the_switch_counts_what_goes_out(dialog):
    assert dialog.form.counts.text() == "2 go out · 1 stay in · private remarks never go out"
    dialog.form.profile.choose(Visibility.INTERNAL)
    assert dialog.form.counts.text().startswith("3 go out · 0 stay in")
    dialog.form.profile.choose(Visibility.OUTSIDE)
    assert dialog.form.counts.text().startswith("1 go out · 2 stay in")


def test_it_is_as_large_as_the_design_says_and_proposes_a_name_beside_the_matter(dialog, opened):
    assert (dialog.width(), dialog.height()) == (1040, 680)
    assert "Client" in dialog.form.place.name.text()
    assert dialog.form.place.name.text().endswith(dialog.form.form.suffix)
    assert dialog.form.out.parent == opened.session.path.parent


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_off_the_windows_thread_and_says_where(dialog, qtbot, kind):
    dialog.form.products.choose(kind)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert dialog.written is not None
    assert dialog.written.exists()
    assert dialog.foot.note.text().startswith("Saved")
    assert [button.text() for button in (dialog.foot.open, dialog.foot.folder) if button.isVisible()] == [
        "Open",
        "Show in folder",
    ]
    data = dialog.written.read_bytes()
    if zipfile.is_zipfile(dialog.written):
        with zipfile.ZipFile(dialog.written) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    assert b"Quicksilver" not in data


def test_a_place_that_cannot_be_written_gives_one_sentence(dialog, tmp_path, qtbot):
    (tmp_path / "file").write_text("", encoding="utf-8")
    dialog.form.place.name.setText(str(tmp_path / "file" / "out.docx"))
    qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.foot.go.isEnabled, timeout=10_000)
    assert dialog.written is None
    assert dialog.foot.note.property("look") == "alert"
    assert dialog.foot.note.text()


def test_a_date_that_is_none_is_today(dialog):
    dialog.form.date.setText("soon")
    assert dialog.form.options().now.year == 2026
    dialog.form.date.setText("2027-01-31")
    assert f"{dialog.form.options().now:%Y-%m-%d}" == "2027-01-31"


def test_the_date_stands_in_words_and_is_the_sessions_not_the_machines(dialog):
    assert dialog.form.date.text() == "2 March 2026"
    dialog.form.date.setText("2026年11月22日")
    assert f"{dialog.form.options().now:%Y-%m-%d}" == "2026-11-22"
    dialog.form.date.setText("1 Dec 2026")
    assert f"{dialog.form.options().now:%Y-%m-%d}" == "2026-12-01"


def test_a_long_name_shows_its_beginning(dialog):
    dialog.form.products.choose("memo")
    assert dialog.form.place.name.cursorPosition() == 0


def test_before_anything_is_written_the_file_was_looked_through(dialog, qtbot):
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.products.choose("memo")
    assert dialog.foot.note.text().startswith(
        "Checked: no private remarks, no internal notes, no paths of this computer"
    )
    assert dialog.foot.note.property("look") == "hint"  # the conclusion is a proposal still
    assert list(dialog.form.out.parent.glob("*.docx")) == []


def test_what_should_have_stayed_in_is_said_in_alert_and_unfolds(dialog, qtbot, monkeypatch):
    leaked = Secret(SecretKind.REMARK, "Quicksilver", 2)
    monkeypatch.setattr("export.after_check.leaks_of", lambda *_words: (leaked,))
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.signed.setText("Somebody")
    assert dialog.foot.note.property("look") == "alert"
    assert "private remarks" in dialog.foot.note.text()
    qtbot.mouseClick(dialog.foot.show_found, Qt.MouseButton.LeftButton)
    assert dialog.sheet.isVisible()
    assert "#2  Quicksilver" in said(dialog)


def test_what_is_left_out_and_what_was_checked_unfolds_before_anything_is_written(dialog, qtbot):
    assert dialog.foot.show_found.text() == "Show"
    qtbot.mouseClick(dialog.foot.show_found, Qt.MouseButton.LeftButton)
    words = said(dialog)
    assert "Notes that stay in" in words
    assert any(line.startswith("#1  Finding 0: ") for line in words)
    assert any("rivate remark" in line for line in words)
    assert "Checked" in words
    assert dialog.sheet.geometry().bottom() < dialog.foot.geometry().top() + 1
    qtbot.mouseClick(dialog.foot.show_found, Qt.MouseButton.LeftButton)
    assert dialog.sheet.isHidden()
    assert list(dialog.form.out.parent.glob("*.docx")) == []


def test_what_was_found_in_a_received_file_is_listed_with_what_becomes_of_it(open_window, tmp_path, qtbot):
    path = tmp_path / "Notice.docx"
    path.write_bytes(revised_docx())
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, path, qtbot)
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    # the client knows his own file
    qtbot.waitUntil(lambda: dialog.foot.note.property("look") == "done", timeout=20_000)
    assert "Came with the client's own file, and stays" in said(dialog)
    dialog.form.profile.choose(Visibility.OUTSIDE)
    qtbot.waitUntil(lambda: dialog.foot.note.property("look") == "alert", timeout=20_000)
    assert any("Tracked changes" in line for line in said(dialog))
    dialog.close()
    dialog.deleteLater()


def test_after_writing_the_foot_says_that_it_was_checked(dialog, qtbot):
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert dialog.foot.note.text().startswith("Saved and checked")
    qtbot.mouseClick(dialog.foot.show_found, Qt.MouseButton.LeftButton)
    assert any("Every part of the file was searched" in line for line in said(dialog))


def test_colours_and_redrafts_are_asked_and_remembered(dialog, opened, qtbot):
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.looks.choose("shading", "tracked")
    options = dialog.form.options()
    assert (options.highlight, options.redrafts) == ("shading", "tracked")
    settings = opened.preferences.settings
    assert (settings.highlight, settings.redrafts) == ("shading", "tracked")
    dialog.close()
    opened.window.actions_of["export"].trigger()
    again = next(one for one in opened.window.findChildren(ExportDialog) if one is not dialog)
    assert again.form.looks.values == ("shading", "tracked")
    again.close()


def test_choices_that_cannot_be_made_say_why(dialog):
    looks = dialog.form.looks
    assert looks.highlight.isEnabled()
    dialog.form.products.choose("memo")
    assert not looks.highlight.isEnabled()
    assert not looks.redrafts.isEnabled()
    assert looks.redrafts.toolTip() == "Only for the annotated policy in Word."
    assert dialog.form.options().redrafts == "comment"
    dialog.form.products.choose("word")
    assert not dialog.form.place.form.isEnabled()
    assert "did not come as a PDF" in dialog.form.place.form.toolTip()


def test_a_policy_that_came_as_a_pdf_can_go_out_as_one(open_window, tmp_path, qtbot):
    path = tmp_path / "Notice.pdf"
    path.write_bytes(pdf_of([Sheet(paragraph(["We keep what you give us", "for as long as we like."], 72, 700))]))
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, path, qtbot)
    start = program.session.policy.text.index("as long as")
    program.session.add_note((Span(start, start + 10),), Severity.HIGH)
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    assert dialog.form.place.form.isVisibleTo(dialog)
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.place.form.setFocus()
        qtbot.keyClick(dialog.form.place.form, Qt.Key.Key_Down)
    assert dialog.form.out.suffix == ".pdf"
    assert "highlight" in dialog.form.looks.redrafts.toolTip()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert dialog.written.read_bytes().startswith(path.read_bytes())
    dialog.close()
    dialog.deleteLater()


def colours_of(dialog):
    image = dialog.preview.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_the_likeness_shows_the_colours_that_will_be_written(dialog, qtbot):
    assert "#ff00ff" not in colours_of(dialog)
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.looks.choose("native", "comment")
    assert "#ff00ff" in colours_of(dialog)
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.looks.choose("shading", "comment")
    assert "#ffddbf" in colours_of(dialog)


def test_the_likeness_strikes_and_inserts_what_will_be_tracked(opened, qtbot):
    session = opened.session
    start = session.policy.text.index("whatever else we find useful")
    note = session.add_note((Span(start, start + 28),), Severity.HIGH)
    session.edit(note.uid, title="Open list", proposed_wording="what you give us", visibility=Visibility.CLIENT)
    opened.window.actions_of["export"].trigger()
    dialog = opened.window.findChild(ExportDialog)
    dialog.form.looks.choose("none", "tracked")
    qtbot.waitUntil(lambda: dialog.shown is not None and dialog.shown.options.redrafts == "tracked", timeout=20_000)
    shown = dialog.shown
    assert {change.words for change in shown.policy.revisions} >= {"whatever else we find useful"}
    assert "what you give us" in shown.policy.text
    assert [note.title for note in shown.notes if note.anchors] == ["Open list"]
    assert any(name.startswith("#c") and name[3:] == "0000" for name in colours_of(dialog))
    dialog.close()
    dialog.deleteLater()


def test_words_that_are_only_struck_keep_their_comment_and_colour_to_themselves(opened, qtbot):
    session = opened.session
    start = session.policy.text.index("without telling you.\n\n2.")
    note = session.add_note((Span(start, start + 19),), Severity.HIGH)
    session.edit(note.uid, title="Silent", proposed_wording="(This phrase is deleted.)", visibility=Visibility.CLIENT)
    opened.window.actions_of["export"].trigger()
    dialog = opened.window.findChild(ExportDialog)
    dialog.form.looks.choose("native", "tracked")
    qtbot.waitUntil(lambda: dialog.shown is not None and dialog.shown.options.redrafts == "tracked", timeout=20_000)
    (shown,) = dialog.shown.notes
    assert [len(anchor.span) for anchor in shown.anchors] == [0]
    block = redlined(dialog.shown.policy.text, Span(0, 400), sorted_changes(dialog.shown.policy.revisions))
    place = shown.anchors[0].start
    assert block.text[block.at(place) : block.at(place, behind=True)] == "without telling you"
    dialog.close()
    dialog.deleteLater()


def test_the_preview_is_the_policy_with_its_comments_or_the_memo_and_turns(dialog, qtbot):
    policy = dialog.preview.grab().toImage()
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.products.choose("memo")
    assert dialog.preview.pages >= 1
    assert dialog.preview.grab().toImage() != policy
    place = dialog.preview.place.text()
    dialog.preview.turn(1)
    assert (dialog.preview.place.text() != place) == (dialog.preview.pages > 1)


def test_nobody_signs_whose_name_is_not_known(open_window, policy_file, qtbot):
    program = open_window()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(policy_file)
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    assert dialog.form.signed.text() == ""
    assert dialog.form.signed.placeholderText() == "Your name"
    dialog.close()
    dialog.deleteLater()
