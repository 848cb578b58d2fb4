"""Categories and dates are said as the window says everything else; a note on the whole document is of what lacks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from annotations.model import Assessment, Severity
from documents.model import Span
from ui.dialogs.details_dialog import DetailsDialog
from ui.labels import category_label, window_language
from ui.models.vocabulary import Vocabulary
from ui.panels.filter_menu import value_label

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_category_is_named_in_the_windows_language_wherever_it_stands(open_window):
    program = open_window(language="zh")
    assert window_language() == "zh"
    assert category_label("Retention") == "保存期限"
    assert value_label("category", "data retention") == "保存期限"
    offered = Vocabulary(lambda _field: ("Retention", "data retention", "Our own")).words("category")
    assert offered == ("保存期限", "Our own")
    program.preferences.change(language="en")
    assert value_label("category", "保存期限") == "Retention"


def test_a_note_on_the_whole_document_begins_as_something_missing(opened):
    opened.window.actions_of["whole_document"].trigger()
    (note,) = opened.session.notes
    assert note.assessment is Assessment.MISSING
    opened.session.add_note((Span(0, 7),), Severity.HIGH)
    assert {note.assessment for note in opened.session.notes} == {Assessment.MISSING, Assessment.RISK}


def test_the_day_of_the_law_is_written_out_and_kept_as_a_day(opened):
    opened.session.set_details("visit", law_as_of="2026-03-01")
    opened.window.actions_of["details"].trigger()
    dialog = opened.window.findChild(DetailsDialog)
    assert dialog.lines["law_as_of"].text() == "1 March 2026"
    dialog.lines["law_as_of"].setText("2 April 2026")
    dialog.keep()
    assert opened.session.matter.matter().law_as_of == "2026-04-02"
    dialog.lines["law_as_of"].setText("before the reform")
    dialog.keep()
    assert opened.session.matter.matter().law_as_of == "before the reform"
    dialog.close()


def test_a_name_too_long_for_its_field_stands_whole_below_it(opened, qtbot):
    from ui.dialogs.export_dialog import ExportDialog

    opened.window.actions_of["export"].trigger()
    dialog = opened.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=20_000)
    place = dialog.form.place
    place.name.setText("Short")
    place.name.textEdited.emit("Short")
    assert isinstance(place.place, QLabel)
    assert "Short" not in place.place.text()
    long = "A very long name of a policy with everything in it_Annotated policy_Client_second draft"
    place.name.setText(long)
    place.name.textEdited.emit(long)
    assert place.place.text().replace("\u200b", "").startswith(f"{long}.docx")
    dialog.close()
    dialog.deleteLater()
