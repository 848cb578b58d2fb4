"""The windows about a matter, in the language that nobody speaks: no bare string, no control without a name."""

from __future__ import annotations

from calendar import month_name

import pytest

from tests.ui.test_pseudo_language import dressed, own_words, problems, pseudo, tips  # noqa: F401 - fixtures
from ui.dialogs.details_dialog import DetailsDialog
from ui.dialogs.documents_dialog import DocumentsDialog
from ui.dialogs.register_dialog import RegisterDialog
from ui.dialogs.remove_dialog import RemoveDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LINE = {"product": "memo", "file_name": "§.docx", "sha256": "12" * 32, "profile": "client", "language": "en"}


def test_the_windows_about_a_matter_have_no_bare_string(dressed, qtbot):  # noqa: F811 - the fixture
    window, session = dressed.window, dressed.session
    session.record_sent(LINE)
    months = set(month_name[1:])  # dates are written out in the language of the window, which here is English
    known = own_words(dressed) | months | {"Okafor", "SHA", "Review", "memo", "Client", "High"}
    documents = DocumentsDialog(session, dressed.tasks, window.look, window)
    qtbot.waitUntil(lambda: documents.model.rowCount() > 0, timeout=5_000)
    for dialog in (
        documents,
        RegisterDialog(session, window),
        DetailsDialog(session, window.look, window),
        RemoveDialog("§", 3, sent=True, parent=window),
    ):
        dialog.show()
        assert problems(dialog, known) == [], type(dialog).__name__
        assert tips(dialog, known) == [], type(dialog).__name__
        dialog.close()


def test_the_recent_list_and_the_view_beside_have_none_either(dressed, qtbot):  # noqa: F811 - the fixture
    window = dressed.window
    known = own_words(dressed) | {"Okafor"}
    window.actions_of["side_by_side"].trigger()
    assert problems(window.side_by_side._panel, known) == []
    assert tips(window.side_by_side._panel, known) == []
    window.actions_of["side_by_side"].trigger()
    window.close_matter()
    window.recents.show()
    row = window.start.recent.rows()[0]
    qtbot.waitUntil(lambda: row._read.text() != "", timeout=10_000)
    known |= set("".join(letter if letter.isalpha() else " " for letter in row.toolTip() + row._where.text()).split())
    assert problems(window.start.recent, known) == []
