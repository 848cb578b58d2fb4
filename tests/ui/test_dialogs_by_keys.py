"""Dialogs by the keyboard alone: where the keys are when one opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from annotations.model import Severity
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.search_dialog import SearchDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(opened, kind):
    (dialog,) = opened.window.findChildren(kind)
    return dialog


def test_the_export_window_opens_with_the_keys_on_what_to_make(opened, qtbot):
    opened.session.add_note((), Severity.LOW)
    opened.window.actions_of["export"].trigger()
    dialog = shown(opened, ExportDialog)
    first = dialog.focusWidget()
    assert isinstance(first, QRadioButton)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert dialog.form.products.product.kind == "memo"
    qtbot.waitUntil(lambda: dialog.shown is not None)
    dialog.close()


def test_words_taken_from_the_find_field_are_replaced_by_what_is_typed(opened):
    opened.window.work.top.find_field.setText("partners")
    opened.window.actions_of["search"].trigger()
    dialog = shown(opened, SearchDialog)
    QTest.keyClicks(dialog.field, "address")
    assert dialog.field.text() == "address"
    dialog.close()


def test_return_on_cancel_exports_nothing(opened, qtbot):
    opened.window.actions_of["export"].trigger()
    dialog = shown(opened, ExportDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    dialog.foot.cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.foot.cancel, Qt.Key.Key_Return)
    assert dialog.written is None


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_D])
def test_keys_of_commands_are_the_windows_own_in_its_fields(opened, key):
    opened.window.actions_of["filter"].trigger()
    panel = opened.window.work.notes
    for field in (opened.window.work.top.find_field, panel.filter.words, panel.list.editor.fields["legal_basis"].field):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        QCoreApplication.sendEvent(field, event)
        assert not event.isAccepted()
