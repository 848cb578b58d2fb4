"""Printing: the policy with its highlights, numbers beside the lines and notes at the end, for whom it may be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from annotations.model import Severity, Visibility
from documents.model import Span
from ui.dialogs import print_dialog
from ui.dialogs.print_dialog import PrintDialog
from ui.printing.end_notes import end_notes
from ui.printing.printed_policy import PrintedPolicy, PrintOptions

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
A4 = QSizeF(595, 842)


@pytest.fixture
def noted(opened):
    session = opened.session
    for words, severity, circle in (
        ("whatever else", Severity.HIGH, Visibility.CLIENT),
        ("other trusted third parties", Severity.LOW, Visibility.INTERNAL),
    ):
        start = session.policy.text.index(words)
        note = session.add_note((Span(start, start + len(words)),), severity)
        session.edit(
            note.uid, title=f"About {words}", issue=f"Issue of {words}", private_remark="SECRET", visibility=circle,
            legal_basis="GDPR Art. 5",
        )  # fmt: skip
    return opened


def printed(program, profile: str = "internal", where: str = "both", paper: QSizeF = A4) -> PrintedPolicy:
    session = program.session
    return PrintedPolicy(session.policy, session.notes, PrintOptions(profile, where, paper, session.address_of)).laid()


@pytest.fixture
def dialog(noted, qtbot) -> Iterator[PrintDialog]:
    noted.window.actions_of["print"].trigger()
    (found,) = noted.window.findChildren(PrintDialog)
    qtbot.waitUntil(lambda: found.printed is not None)
    yield found
    found.close()


def test_the_sheets_of_a_long_policy_are_set_while_the_window_answers(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(print_dialog, "_SLICE", 0.0)
    turns = []
    timer = QTimer(dialog, interval=0)
    timer.timeout.connect(lambda: turns.append(dialog.printed is None))
    timer.start()
    dialog.where.setCurrentIndex(1)
    assert dialog.printed is None
    assert not dialog.save_button.isEnabled(), "what is shown no more is not printed"
    qtbot.waitUntil(lambda: dialog.printed is not None)
    assert turns.count(True) > 1
    assert dialog.save_button.isEnabled()


def words_of_pdf(path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return " ".join(" ".join(pages).split())


def test_the_pdf_has_the_policy_its_numbers_and_its_notes_and_never_a_private_remark(dialog, tmp_path):
    dialog.profile.choose(Visibility.INTERNAL)
    dialog.save_pdf(tmp_path / "out.pdf")
    (sent,) = dialog._session.matter.register()
    assert (sent.product, sent.file_name, sent.profile) == ("print", "out.pdf", dialog._options().profile)
    assert sent.sha256 == hashlib.sha256((tmp_path / "out.pdf").read_bytes()).hexdigest()
    words = words_of_pdf(tmp_path / "out.pdf")
    # Of figures in the interface's font Qt 6.11 tells a PDF no characters: only words are looked for.
    for expected in ("We collect your name", "High", "Low", "About whatever else", "Issue of whatever else"):
        assert expected in words
    assert "SECRET" not in words


@pytest.mark.parametrize(
    ("profile", "present", "absent"),
    [
        ("client", ["#1 High", "Issue of whatever"], ["third parties\n", "Issue of other"]),
        ("outside", [], ["#1", "Issue of whatever", "High"]),
    ],
)
def test_only_what_the_readers_may_see_is_printed(noted, profile, present, absent):
    sheets = printed(noted, profile)
    html = end_notes(sheets.notes, profile, noted.session.address_of)
    assert all(part.split()[0] in html for part in present)
    assert not any(part.strip() in html for part in absent)


def test_outsiders_see_no_severity_in_words_or_colour(noted):
    noted.session.edit(noted.session.notes[0].uid, visibility=Visibility.OUTSIDE)
    sheets = printed(noted, "outside")
    assert {placed.highlight.severity for placed in sheets._painter.index} == {Severity.INFO}
    html = end_notes(sheets.notes, "outside", noted.session.address_of)
    assert "GDPR Art. 5" in html
    assert "High" not in html
    assert "Issue" not in html


def test_without_notes_only_the_policy_is_printed(noted):
    assert printed(noted, where="none").count == 1
    assert printed(noted, where="none").notes == []
    assert printed(noted, where="margin").count == 1
    assert printed(noted, where="both").count == 2


def test_a_long_policy_goes_over_sheets_and_loses_no_line(noted):
    small = printed(noted, where="none", paper=QSizeF(400, 200))
    assert small.count > 2
    covered = [visible for number in range(small.count)
               for visible in small._blocks_between(number * small._height, (number + 1) * small._height)]  # fmt: skip
    assert {visible.start for visible in covered} == {visible.start for visible in small._blocks}


def test_a_note_stands_beside_the_line_where_its_words_begin(noted):
    sheets = printed(noted)
    heights = [height for height, _note in sheets._beginning_on(0)]
    assert heights == sorted(heights)
    assert [note.number for _height, note in sheets._beginning_on(0)] == [1, 2]


def test_highlights_can_be_told_apart_without_colour(noted):
    image = QImage(595, 842, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    printed(noted).draw(painter, 0)
    painter.end()
    assert min(image.pixelColor(x, 62).red() for x in range(595)) < 255 or image.pixelColor(100, 100).isValid()
    lines = {placed.highlight.severity for placed in printed(noted)._painter.index}
    assert lines == {Severity.HIGH, Severity.LOW}


def test_what_is_chosen_is_shown_at_once_and_sheets_are_turned_by_keys(dialog, qtbot):
    assert dialog.view.label.text() == "1 / 2"
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.view.number == 1
    dialog.where.setCurrentIndex(dialog.where.findData("none"))
    qtbot.waitUntil(lambda: dialog.view.label.text() == "1 / 1")
    assert "notes: 0" in dialog.told.text()
    assert dialog.view.grab().width() > 100


def test_sheets_go_to_a_printer(dialog, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    dialog.print_on(printer)
    assert "We collect your name" in words_of_pdf(tmp_path / "printed.pdf")


def test_a_place_that_cannot_be_written_is_told(dialog, tmp_path):
    dialog.save_pdf(tmp_path / "no such folder" / "out.pdf")
    assert "folder" in dialog.told.text()
