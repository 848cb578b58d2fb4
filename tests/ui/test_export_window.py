"""Sending out from the window: the same files as from the command line, without the keys freezing."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt

from annotations.model import Severity, Visibility
from documents.model import Span
from export.writers import WRITERS
from ui.dialogs.export_dialog import ExportDialog
from ui.exporting import file_name

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KINDS = [writer.kind for writer in WRITERS]


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
    assert "Client" in dialog.form.place.text()
    assert dialog.form.place.text().endswith(dialog.form.products.product.suffix)
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
    dialog.form.place.setText(str(tmp_path / "file" / "out.docx"))
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


def test_names_of_files_are_clean_everywhere(clock):
    assert file_name(['A/B: "terms"?', "Memo"], clock(), ".docx") == "A B terms_Memo_20260302.docx"


def test_the_date_stands_in_words_and_is_the_sessions_not_the_machines(dialog):
    assert dialog.form.date.text() == "2 March 2026"
    dialog.form.date.setText("2026年11月22日")
    assert f"{dialog.form.options().now:%Y-%m-%d}" == "2026-11-22"
    dialog.form.date.setText("1 Dec 2026")
    assert f"{dialog.form.options().now:%Y-%m-%d}" == "2026-12-01"


def test_a_long_name_shows_its_beginning(dialog):
    dialog.form.products.choose("memo")
    assert dialog.form.place.cursorPosition() == 0


def test_before_anything_is_written_the_file_was_looked_through(dialog, qtbot):
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.products.choose("memo")
    assert dialog.foot.note.text() == "Checked: no private remarks, no internal notes, no paths of this computer"
    assert dialog.foot.note.property("look") == "done"
    assert list(dialog.form.out.parent.glob("*.docx")) == []


def test_what_should_have_stayed_in_is_said_in_alert_and_shown(dialog, qtbot, monkeypatch):
    monkeypatch.setattr("annotations.rules_of_sending.goes_out", lambda _note, _profile: False)
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.signed.setText("Finding 1")
    monkeypatch.undo()
    assert dialog.foot.note.property("look") == "alert"
    assert "notes that should stay in" in dialog.foot.note.text()
    assert not dialog.foot.show_found.isHidden()


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
