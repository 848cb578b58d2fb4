"""A scan says what can be done about it: its text is recognised when asked, or the window says how to add that."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from annotations.model import Severity
from documents.model import Span
from tests.ui.scans import SCANNED, mixed, scan
from ui import announcements, opening_wishes

OFFER = "Recognise the text…"


@pytest.fixture
def bring(open_window, tmp_path, qtbot):
    """Open a PDF in a fresh window and wait until it is in or refused."""

    def opening(data: bytes, **settings: object):
        program = open_window(reviewer="A. Okafor", initials="AO", **settings)
        path = tmp_path / "Scan.pdf"
        path.write_bytes(data)
        program.window.open_file(path)
        qtbot.waitUntil(lambda: not program.session.arrivals.busy, timeout=20_000)
        return program

    return opening


def able(monkeypatch, value: bool) -> None:
    for module in (announcements, opening_wishes):
        monkeypatch.setattr(module, "can_recognise", lambda: value)


def offers(program) -> list[QPushButton]:
    return [one for one in program.window.messages.findChildren(QPushButton) if one.text() == OFFER]


def test_a_scan_is_refused_with_an_offer_where_text_can_be_recognised(bring, monkeypatch):
    able(monkeypatch, value=True)
    program = bring(scan())
    (sentence,) = program.window.messages.sentences
    assert "is a scan" in sentence
    assert len(offers(program)) == 1


@pytest.mark.parametrize(("language", "words"), [("en", "extra “ocr”"), ("zh", "附加组件")])
def test_where_nothing_recognises_text_one_sentence_says_how_to_add_it(bring, monkeypatch, language, words):
    able(monkeypatch, value=False)
    program = bring(scan(), language=language)
    (sentence,) = program.window.messages.sentences
    assert words in sentence
    assert "dev.py setup --ocr" in sentence
    assert offers(program) == []


def test_scanned_pages_among_others_can_be_recognised_while_there_is_no_note(bring, monkeypatch):
    able(monkeypatch, value=True)
    program = bring(mixed())
    acts, asked = program.window.actions_of, []
    assert acts["recognise"].isEnabled()
    monkeypatch.setattr(program.session.arrivals, "add", lambda *found: asked.extend(found))
    offers(program)[0].click()
    assert [(one.recognise, one.replaces) for one in asked] == [(True, program.session.document.uid)]


def test_with_notes_the_recognised_text_stands_beside(bring, monkeypatch):
    able(monkeypatch, value=True)
    program = bring(mixed())
    program.session.add_note((Span(0, 5),), Severity.HIGH)
    asked = []
    monkeypatch.setattr(program.session.arrivals, "add", lambda *found: asked.extend(found))
    program.window.actions_of["recognise"].trigger()
    assert asked == []
    beside = [one for one in program.window.messages.findChildren(QPushButton) if one.text() == "Open it beside"]
    beside[0].click()
    assert [(one.recognise, one.beside, one.replaces) for one in asked] == [(True, True, "")]


def test_the_command_is_for_files_with_scanned_pages_only(opened):
    assert not opened.window.actions_of["recognise"].isEnabled()


def test_while_pages_are_recognised_the_bar_counts_them(opened):
    bar = opened.window.reception.bar
    bar.begin("Scan.pdf", recognising=True)
    assert bar.words.text() == "Getting ready to recognise its text"
    bar.show_progress(2, 5)
    assert bar.words.text() == "Recognising page 3 of 5"
    bar.begin("Other.pdf")
    assert bar.words.text() == "Being read"


@pytest.mark.ocr
@pytest.mark.timeout(240)
def test_the_offer_opens_the_scan_with_its_words(bring, qtbot):
    program = bring(scan())
    (offer,) = offers(program)
    with qtbot.waitSignal(program.session.document_changed, timeout=200_000):
        offer.click()
    assert SCANNED in program.session.policy.text
    assert "recognised" in [one.code for one in program.session.policy.warnings]


@pytest.mark.ocr
@pytest.mark.timeout(240)
def test_recognising_can_be_given_up(bring):
    program = bring(scan())
    (offer,) = offers(program)
    offer.click()
    assert program.session.arrivals.busy
    program.session.arrivals.cancel()
    assert not program.session.arrivals.busy
    assert program.session.document is None
