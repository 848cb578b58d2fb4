"""Where the matter lies can be seen whole, opened, and a whole copy of it saved elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QDesktopServices

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Span
from ui.dialogs.about_document import AboutDocumentDialog
from ui.dialogs.details_dialog import DetailsDialog
from ui.matter_place import MatterPlace, PlaceLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize(("action", "kind"), [("details", DetailsDialog), ("about_document", AboutDocumentDialog)])
def test_the_path_stands_whole_where_one_looks_for_it(opened, action, kind):
    opened.window.actions_of[action].trigger()
    dialog = opened.window.findChild(kind)
    line = dialog.findChild(PlaceLine)
    assert line.path.text() == str(opened.session.path)
    assert line.path.isReadOnly()
    dialog.close()


def test_the_folder_is_opened_from_the_file_menu(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    monkeypatch.setattr("sys.platform", "linux")
    opened.window.actions_of["show_in_folder"].trigger()
    assert asked == [opened.session.path.parent.as_posix()]


def test_a_copy_is_a_whole_matter_and_the_open_one_goes_on(opened, tmp_path, qtbot):
    session = opened.session
    session.add_note((Span(0, 7),), Severity.HIGH)
    place = opened.window.findChild(MatterPlace)
    place.save_copy(tmp_path / "elsewhere")
    copy = tmp_path / "elsewhere.clausemark"
    qtbot.waitUntil(copy.exists, timeout=10_000)
    with OpenMatter.open(copy, Reviewer("B"), lambda: datetime.now(UTC)) as found:
        assert len(found.notes()) == 1
        assert found.check() == ()
    assert not session.read_only
    assert session.path.stem == "Harbour notice"


def test_a_copy_never_takes_the_place_of_the_matter(opened):
    path = opened.session.path
    before = path.read_bytes()
    opened.window.findChild(MatterPlace).save_copy(path)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_said(opened, tmp_path, qtbot):
    opened.window.findChild(MatterPlace).save_copy(tmp_path / "nowhere" / "copy.clausemark")
    qtbot.waitUntil(lambda: bool(opened.window.messages.sentences), timeout=10_000)


def test_without_a_matter_there_is_no_place(open_window):
    program = open_window()
    assert not program.window.actions_of["show_in_folder"].isEnabled()
    assert not program.window.actions_of["save_copy"].isEnabled()
