"""Every product is made from the export window, as a person makes it, and opened again."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotations.model import Severity, Visibility
from documents.model import Span
from documents.reader import open_document
from export.templating.starting import starting_template
from tests.ui.conftest import show
from ui.dialogs.export_choices import ProductRow
from ui.dialogs.export_dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def opened_dialog(program, qtbot):
    program.window.actions_of["export"].trigger()
    dialog = next(one for one in program.window.findChildren(ExportDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=20_000)
    return dialog


def noted(program):
    session = program.session
    start = session.policy.text.index("whatever else")
    note = session.add_note((Span(start, start + 28),), Severity.HIGH)
    told = {
        "title": "Open list",
        "issue": "Whatever else is no category.",
        "recommendation": "Name what is collected.",
        "proposed_wording": "your telephone number",
        "private_remark": "Quicksilver",
    }
    session.edit(note.uid, visibility=Visibility.OUTSIDE, **told)
    return note


@pytest.fixture
def dialog(opened, qtbot):
    noted(opened)
    opened.preferences.change(ask_unapproved=False)
    found = opened_dialog(opened, qtbot)
    yield found
    found.writing.call_off()
    found.close()
    found.deleteLater()


def chosen(dialog, qtbot, kind):
    """Choose a product by a click on its row, behind `More formats` if need be."""
    row = next(one for one in dialog.form.products.findChildren(ProductRow) if one.product.kind == kind)
    if not row.isVisible():
        qtbot.mouseClick(dialog.form.products._more, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def exported(dialog, qtbot):
    """Press Export, and return the file."""
    with qtbot.waitSignal(dialog.exported, timeout=60_000):
        qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert dialog.foot.note.text().startswith("Saved")
    return dialog.written


def text_of(path):
    return open_document(path.read_bytes(), name=path.name).text


@pytest.mark.parametrize(
    ("kind", "suffix", "words"),
    [
        ("memo", ".docx", "MEMORANDUM"),
        ("gap", ".docx", "GAP ANALYSIS"),
        ("html", ".html", "MEMORANDUM"),
        ("md", ".md", "MEMORANDUM"),
    ],
)
def test_a_report_is_written_and_reads_again(dialog, qtbot, kind, suffix, words):
    chosen(dialog, qtbot, kind)
    path = exported(dialog, qtbot)
    assert path.suffix == suffix
    text = text_of(path)
    assert words in text
    assert "Open list" in text
    assert "Quicksilver" not in text


def test_the_annotated_policy_reads_again_with_its_comment(dialog, qtbot):
    read = open_document(exported(dialog, qtbot).read_bytes(), name="back.docx")
    assert "whatever else" in read.text
    assert any("Open list" in note.text for note in read.foreign_notes)


def test_the_issue_list_the_table_and_the_data_read_again(dialog, qtbot):
    chosen(dialog, qtbot, "xlsx")
    with zipfile.ZipFile(exported(dialog, qtbot)) as book:
        assert any(b"Open list" in book.read(name) for name in book.namelist())
    chosen(dialog, qtbot, "csv")
    table = exported(dialog, qtbot).read_bytes().decode("utf-8-sig")
    assert any("Open list" in " ".join(row) for row in csv.reader(io.StringIO(table)))
    chosen(dialog, qtbot, "jsonld")
    assert "Open list" in json.dumps(json.loads(exported(dialog, qtbot).read_text(encoding="utf-8")))


def test_a_second_export_writes_over_nothing_and_the_next_name_is_proposed(dialog, qtbot):
    first = exported(dialog, qtbot)
    before = first.read_bytes()
    assert dialog.form.place.name.text() == f"{first.stem}_v2.docx"
    second = exported(dialog, qtbot)
    assert second.name == f"{first.stem}_v2.docx"
    assert first.read_bytes() == before


def test_a_name_that_is_taken_is_not_written_over_and_the_form_says_so(dialog, qtbot):
    there = dialog.form.place.folder / "ours.docx"
    there.write_bytes(b"somebody's")
    dialog.form.place.name.selectAll()
    qtbot.keyClicks(dialog.form.place.name, "ours")
    assert dialog.form.place.place.text() == "ours is there already: this one will be ours_v2.docx."
    assert exported(dialog, qtbot).name == "ours_v2.docx"
    assert there.read_bytes() == b"somebody's"


def test_sections_are_left_out_and_moved_by_keys_and_the_report_follows(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    qtbot.mouseClick(dialog.form.report_looks.sections, Qt.MouseButton.LeftButton)
    pane = dialog.form.sections
    assert pane.isVisible()
    assert pane.list.item(0).text() == "Conclusion"
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        qtbot.keyClick(pane.list, Qt.Key.Key_Space)
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
        qtbot.keyClick(pane.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.asked[0] == "changes"
    assert pane.asked[1] == "counts"
    assert "conclusion" not in dialog.form.options().sections
    assert dialog.shown.page.sections[0].name != "conclusion"
    qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    assert dialog.form.report_looks.sections.text() == "Sections: 13 of 18"
    assert "Brief answer" not in text_of(exported(dialog, qtbot))


def test_sections_as_usual_and_by_the_buttons(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    dialog.form.show_sections()
    pane = dialog.form.sections
    usual = pane.asked
    qtbot.mouseClick(pane.down, Qt.MouseButton.LeftButton)
    assert pane.asked[:2] == ("counts", "conclusion")
    qtbot.mouseClick(pane.up, Qt.MouseButton.LeftButton)
    assert pane.asked == usual == ()
    qtbot.mouseClick(pane.down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.usual, Qt.MouseButton.LeftButton)
    assert pane.asked == ()
    qtbot.keyClick(pane.list, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert dialog.isVisible()


def test_the_look_follows_the_language(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    assert [dialog.form.look.itemData(at) for at in range(dialog.form.look.count())] == ["classic", "modern"]
    dialog.form.language.setFocus()
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        qtbot.keyClick(dialog.form.language, Qt.Key.Key_Up)
    assert [dialog.form.look.itemData(at) for at in range(dialog.form.look.count())] == ["firm", "official"]
    assert "合规审查备忘录" in dialog.form.place.name.text()
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        qtbot.keyClick(dialog.form.look, Qt.Key.Key_Down)
    assert dialog.form.options().look == "official"
    assert "合规审查备忘录" in text_of(exported(dialog, qtbot))


def test_wording_is_a_redline_if_asked_for(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        qtbot.keyClick(dialog.form.report_looks.wording, Qt.Key.Key_Down)
    assert dialog.form.options().redline == "redline"
    read = open_document(exported(dialog, qtbot).read_bytes(), name="memo.docx")
    assert any("whatever else" in one.words for one in read.revisions) or "whatever else" in read.text


def test_what_was_chosen_is_remembered_for_the_matter_without_naming_it(dialog, opened, qtbot):
    chosen(dialog, qtbot, "gap")
    dialog.form.profile.choose(Visibility.INTERNAL)
    dialog.form.look.setCurrentIndex(1)
    dialog.form.report_looks.choose("redline")
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        pass
    exported(dialog, qtbot)
    dialog.close()
    again = opened_dialog(opened, qtbot)
    assert again.form.product.kind == "gap"
    assert again.form.audience is Visibility.INTERNAL
    assert again.form.options().look == "modern"
    assert again.form.options().redline == "redline"
    again.close()
    kept = (opened.preferences.folder / "exports.json").read_text(encoding="utf-8")
    assert "Harbour" not in kept
    assert opened.session.documents()[0].uid not in kept


def test_a_template_is_checked_at_once_and_filled(dialog, qtbot, tmp_path, clock):
    path = tmp_path / "ours.docx"
    path.write_bytes(starting_template("en", clock()))
    dialog.form.products._show_all()
    dialog.form.products.choose("template")
    assert dialog.foot.note.text() == "Choose the template first."
    qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert dialog.foot.note.property("look") == "alert"
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.template.take(path)
    qtbot.waitUntil(lambda: dialog.form.template.told.property("look") == "done", timeout=10_000)
    assert dialog.form.template.told.text().startswith("Checked: ")
    assert "Open list" in text_of(exported(dialog, qtbot))


def test_a_template_with_a_broken_tag_says_which_and_nothing_is_written(dialog, qtbot, tmp_path, clock):
    whole = zipfile.ZipFile(io.BytesIO(starting_template("en", clock())))
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(path, "w") as out:
        for name in whole.namelist():
            out.writestr(name, whole.read(name).replace(b"{{ report.date }}", b"{{ report.dote }}"))
    dialog.form.products.choose("template")
    dialog.form.template.take(path)
    qtbot.waitUntil(lambda: dialog.form.template.told.property("look") == "alert", timeout=10_000)
    assert "dote" in dialog.form.template.told.text()
    before = set(dialog.form.place.folder.iterdir())
    qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.foot.note.property("look") == "alert", timeout=20_000)
    assert "dote" in dialog.foot.note.text()
    assert set(dialog.form.place.folder.iterdir()) == before


def test_pages_are_printed_by_the_window_where_there_is_no_libreoffice(dialog, qtbot, monkeypatch):
    monkeypatch.setattr("documents.office.office_program", lambda: "")
    chosen(dialog, qtbot, "memo")
    assert not dialog.preview.real.isVisible()
    qtbot.keyClick(dialog.form.place.form, Qt.Key.Key_Down)
    path = exported(dialog, qtbot)
    assert path.suffix == ".pdf"
    text = " ".join(text_of(path).split())
    assert "MEMORANDUM" in text
    assert "Open list" in text
    assert "Quicksilver" not in text


def test_printed_pages_that_would_leak_are_not_written(dialog, qtbot, monkeypatch):
    from dataclasses import replace

    from export.pages.blocks import Paragraph, Section, line
    from ui import foreseeing

    made = foreseeing.page_of_job

    def with_a_slip(job, kind):
        page = made(job, kind)
        slip = Section("slip", "Slip", (Paragraph(line("As we said: Quicksilver.")),))
        return replace(page, sections=(*page.sections, slip))

    monkeypatch.setattr("documents.office.office_program", lambda: "")
    monkeypatch.setattr("ui.foreseeing.page_of_job", with_a_slip)
    chosen(dialog, qtbot, "memo")
    qtbot.keyClick(dialog.form.place.form, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.writing.under_way, timeout=20_000)
    assert dialog.foot.note.property("look") == "alert"
    assert dialog.written is None
    assert list(dialog.form.place.folder.glob("*.pdf")) == []


def test_an_export_that_is_called_off_writes_nothing(dialog, qtbot, monkeypatch):
    import threading

    from export import run

    at_work, go_on = threading.Event(), threading.Event()
    writer_for = run._writer

    def slow(kind, template, out):
        at_work.set()
        go_on.wait(20)
        return writer_for(kind, template, out)

    monkeypatch.setattr("export.run._writer", slow)
    before = set(dialog.form.place.folder.iterdir())
    qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    assert at_work.wait(20)
    assert dialog.foot.bar.isVisible()
    assert not dialog.foot.go.isEnabled()
    with qtbot.waitSignal(dialog.writing.called_off, timeout=20_000):
        qtbot.mouseClick(dialog.foot.cancel, Qt.MouseButton.LeftButton)
        go_on.set()
    assert dialog.foot.note.text() == "Called off. Nothing was written."
    assert dialog.foot.go.isEnabled()
    assert dialog.isVisible()
    assert set(dialog.form.place.folder.iterdir()) == before


def test_a_file_that_another_program_holds_open_gives_one_sentence_and_stays_as_it_was(dialog, qtbot, monkeypatch):
    def held(*_words):
        raise PermissionError(13, "held", "x.docx")

    monkeypatch.setattr("pathlib.Path.replace", held)
    before = set(dialog.form.place.folder.iterdir())
    qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.foot.note.property("look") == "alert", timeout=20_000)
    assert dialog.foot.note.text().count(".") >= 1
    assert set(dialog.form.place.folder.iterdir()) == before
    monkeypatch.undo()
    exported(dialog, qtbot)


def test_what_went_out_stands_in_the_register_and_so_does_whom_it_went_to(dialog, opened, qtbot):
    path = exported(dialog, qtbot)
    (line,) = opened.session.matter.register()
    assert line.file_name == path.name
    qtbot.mouseClick(dialog.foot.sent, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.foot.whom, "Ms Rivers")
    qtbot.keyClick(dialog.foot.whom, Qt.Key.Key_Tab)
    assert opened.session.matter.register()[0].sent_to == "Ms Rivers"
    assert dialog.foot.sent.text() == "Sent to Ms Rivers"
    assert len(opened.session.matter.register()) == 1


def test_the_pages_are_turned_by_keys_wherever_the_keys_are(dialog, qtbot):
    chosen(dialog, qtbot, "gap")
    qtbot.waitUntil(lambda: dialog.preview.whole, timeout=10_000)
    total = dialog.preview.pages
    assert total > 1
    assert dialog.preview.place.text() == f"1 / {total}"
    dialog.form.language.setFocus()
    qtbot.keyClick(dialog.form.language, Qt.Key.Key_PageDown)
    assert dialog.preview.place.text() == f"2 / {total}"
    assert dialog.form.language.currentData() == "en"
    qtbot.keyClick(dialog.form.signed, Qt.Key.Key_PageUp)
    assert dialog.preview.place.text() == f"1 / {total}"


@pytest.mark.office
def test_real_pages_are_those_of_the_word_file_and_are_given_up_when_the_answers_change(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    with qtbot.waitSignal(dialog.laid_out, timeout=60_000):
        qtbot.mouseClick(dialog.preview.real, Qt.MouseButton.LeftButton)
    assert dialog.preview.what.text() == "Real pages"
    assert dialog.preview.pages > 1
    qtbot.mouseClick(dialog.preview.real, Qt.MouseButton.LeftButton)
    assert dialog.preview.what.text() == "Preview"
    qtbot.mouseClick(dialog.preview.real, Qt.MouseButton.LeftButton)
    job = dialog._laying_out
    dialog.form.profile.choose(Visibility.INTERNAL)
    qtbot.waitUntil(lambda: job.cancelled, timeout=10_000)
    with qtbot.waitSignal(dialog.laid_out, timeout=60_000):
        pass


@pytest.mark.office
def test_a_memo_goes_out_as_the_pages_of_libreoffice(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    qtbot.keyClick(dialog.form.place.form, Qt.Key.Key_Down)
    path = exported(dialog, qtbot)
    assert path.read_bytes().startswith(b"%PDF")
    assert "Open list" in text_of(path)


def test_comments_by_the_firm_are_a_choice_for_the_client_alone(dialog, opened):
    opened.session.matter.set_matter(firm="Rivers & Co")
    assert dialog.form.author.isEnabled()
    dialog.form.author.setCurrentIndex(1)
    assert dialog.form.options().author == "firm"
    dialog.form.profile.choose(Visibility.INTERNAL)
    assert not dialog.form.author.isEnabled()
    assert "each person's name" in dialog.form.author.toolTip()
    dialog.form.profile.choose(Visibility.OUTSIDE)
    assert "never a person's" in dialog.form.author.toolTip()


def test_all_documents_of_a_matter_go_into_one_report(opened, qtbot, tmp_path):
    noted(opened)
    other = tmp_path / "Second notice.txt"
    other.write_text("Second notice\n\n1. Other\nWe may do anything we like.", encoding="utf-8")
    show(opened, other, qtbot)
    assert len(opened.session.documents()) == 2
    opened.preferences.change(ask_unapproved=False)
    dialog = opened_dialog(opened, qtbot)
    chosen(dialog, qtbot, "memo")
    assert dialog.form.document.isVisible()
    assert dialog.form.document.itemText(0) == "All documents"
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.document.setFocus()
        qtbot.keyClick(dialog.form.document, Qt.Key.Key_Home)
    assert dialog.form.options().document == ""
    assert dialog.form.counts.text().startswith("1 go out")
    text = text_of(exported(dialog, qtbot))
    assert "Second notice" in text
    assert "Open list" in text
    dialog.close()
    dialog.deleteLater()


def test_what_the_form_asks_has_words_for_who_does_not_see_it(dialog):
    labels = {label.text() for label in dialog.form.findChildren(QLabel)}
    assert {"What", "For whom", "Language and look", "Signed by and date", "Name and place"} <= labels


def test_who_signs_is_the_matters_reviewer_unless_another_name_is_written(opened, qtbot):
    noted(opened)
    opened.preferences.change(ask_unapproved=False)
    opened.session.matter.set_matter(reviewer="B. Lindqvist")
    dialog = opened_dialog(opened, qtbot)
    chosen(dialog, qtbot, "memo")
    assert dialog.form.signed.text() == "B. Lindqvist"
    assert "B. Lindqvist" in text_of(exported(dialog, qtbot))
    dialog.form.signed.setFocus()
    dialog.form.signed.selectAll()
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        qtbot.keyClicks(dialog.form.signed, "C. Moreau")
    text = text_of(exported(dialog, qtbot))
    assert "C. Moreau" in text
    assert "B. Lindqvist" not in text
    dialog.close()
    dialog.deleteLater()


def test_memo_and_gap_report_keep_sections_of_their_own(dialog, qtbot):
    chosen(dialog, qtbot, "memo")
    dialog.form.show_sections()
    qtbot.keyClick(dialog.form.sections.list, Qt.Key.Key_Space)
    assert "conclusion" not in dialog.form.options().sections
    chosen(dialog, qtbot, "gap") if dialog.form.products.isVisible() else dialog.form.choose("gap")
    assert dialog.form.options().sections == ()
    dialog.form.choose("memo")
    assert "conclusion" not in dialog.form.options().sections
    assert dialog.form.options().sections
