"""The memo of changes in the export window: offered where there are two versions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from documents.reader import open_document
from tests.ui.test_export_products import opened_dialog
from ui.dialogs.export_choices import ProductRow
from ui.dialogs.export_dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _row(dialog: ExportDialog) -> ProductRow:
    return next(row for row in dialog.findChildren(ProductRow) if row.product.kind == "changes")


def test_without_a_second_version_there_is_nothing_to_choose_and_the_row_says_why(opened, qtbot) -> None:
    dialog = opened_dialog(opened, qtbot)
    row = _row(dialog)
    assert not row.radio.isEnabled()
    assert row.toolTip() == "No document here has two versions."
    dialog.form.choose("changes")
    assert dialog.form.product.kind != "changes"
    dialog.close()


def test_with_two_versions_the_memo_of_changes_is_shown_and_written(opened, qtbot) -> None:
    session = opened.session
    document = session.matter.documents()[0]
    data = session.policy.text.replace("whatever else", "nothing else").encode()
    session.matter.add_version(document.uid, open_document(data, name="next.txt"), data, "next.txt")
    opened.preferences.change(ask_unapproved=False)
    dialog = opened_dialog(opened, qtbot)
    assert _row(dialog).radio.isEnabled()
    dialog.form.choose("changes")
    qtbot.waitUntil(lambda: dialog.shown is not None and dialog.shown.kind == "changes", timeout=20_000)
    page = dialog.shown.page
    assert page.title == "MEMORANDUM OF CHANGES"
    assert "Changes" in [section.title for section in page.sections]
    assert dialog.form.look.isEnabled()
    assert "Changes" in dialog.form.place.name.text()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert open_document(dialog.written.read_bytes(), name="changes.docx").text.count("nothing")
    dialog.close()
