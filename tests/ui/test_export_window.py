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
def dialog(opened):
    session = opened.session
    start = session.policy.text.index("whatever else")
    for number, visibility in enumerate(Visibility):
        note = session.add_note((Span(start, start + 8 + number),), list(Severity)[number])
        session.edit(note.uid, title=f"Finding {number}", visibility=visibility, private_remark="Quicksilver")
    opened.window.actions_of["export"].trigger()
    found = opened.window.findChild(ExportDialog)
    yield found
    found.close()
    found.deleteLater()


def test_the_line_below_the_switch_counts_what_goes_out(dialog):
    assert dialog.counts.text() == "2 go out · 1 stay in · private remarks never go out"
    dialog.profile.choose(Visibility.INTERNAL)
    assert dialog.counts.text().startswith("3 go out · 0 stay in")
    dialog.profile.choose(Visibility.OUTSIDE)
    assert dialog.counts.text().startswith("1 go out · 2 stay in")


def test_it_is_as_large_as_the_design_says_and_proposes_a_name_beside_the_matter(dialog, opened):
    assert (dialog.width(), dialog.height()) == (1040, 680)
    assert "Client" in dialog.place.text()
    assert dialog.place.text().endswith(dialog.products.product.suffix)
    assert dialog._out(dialog.products.product).parent == opened.session.path.parent


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_off_the_windows_thread_and_says_where(dialog, qtbot, kind):
    dialog.products.choose(kind)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.written is not None
    assert dialog.written.exists()
    assert dialog.note.text().startswith("Saved")
    assert [button.text() for button in dialog._after if button.isVisible()] == ["Open", "Show in folder"]
    data = dialog.written.read_bytes()
    if zipfile.is_zipfile(dialog.written):
        with zipfile.ZipFile(dialog.written) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    assert b"Quicksilver" not in data


def test_a_place_that_cannot_be_written_gives_one_sentence(dialog, tmp_path, qtbot):
    (tmp_path / "file").write_text("", encoding="utf-8")
    dialog.place.setText(str(tmp_path / "file" / "out.docx"))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=10_000)
    assert dialog.written is None
    assert dialog.note.property("look") == "alert"
    assert dialog.note.text()


def test_a_date_that_is_none_is_today(dialog):
    dialog.day.setText("soon")
    assert dialog._options().now.year == 2026
    dialog.day.setText("2027-01-31")
    assert f"{dialog._options().now:%Y-%m-%d}" == "2027-01-31"


def test_names_of_files_are_clean_everywhere(clock):
    assert file_name(['A/B: "terms"?', "Memo"], clock(), ".docx") == "A B terms_Memo_20260302.docx"
