"""The pure parts behind the window: where matters go, what is found, how a redline reads, what the outline counts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Anchor, Note, Severity, Status
from documents.reader import open_document
from ui.finder import Finder
from ui.models.citations import join, shortened, split
from ui.models.note_filter import NoteFilter
from ui.models.outline_model import OutlineModel, rows_of
from ui.models.redline import redline
from ui.panels.card_text import lines_of
from ui.panels.status_line import language_name
from ui.places import free_name, matter_name, place_for, shown_path
from ui.reviewers import reviewer_named

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def a_note(**fields):
    return Note(uid="n", number=7, document="d", created=NOW, modified=NOW, **fields)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Privacy notice.docx", "Privacy notice"),
        ("a<b>:c.txt", "a b c"),
        ("CON.txt", "CON_"),
        ("...", "policy"),
        ("隐私政策（2026）.md", "隐私政策（2026）"),
        ("no suffix", "no suffix"),
    ],
)
def test_a_matter_is_named_after_its_policy_as_every_system_allows(file, name):
    assert matter_name(file) == name


def test_a_taken_name_gets_a_number_unless_it_holds_the_document(tmp_path):
    first = tmp_path / "Notice.clausemark"
    assert place_for("Notice.txt", tmp_path, lambda _path: False) == first
    first.write_bytes(b"")
    assert place_for("Notice.txt", tmp_path, lambda _path: False).name == "Notice (2).clausemark"
    assert place_for("Notice.txt", tmp_path, lambda path: path == first) == first


def test_a_file_to_be_written_never_takes_the_place_of_another(tmp_path):
    (tmp_path / "memo.docx").write_bytes(b"")
    assert free_name(tmp_path / "memo.docx").name == "memo (2).docx"


def test_the_home_folder_is_shown_as_people_know_it(tmp_path, monkeypatch):
    monkeypatch.setattr("ui.places.Path.home", lambda: tmp_path)
    assert shown_path(tmp_path / "Documents") == "~/Documents"
    assert shown_path(tmp_path) == "~"


def test_initials_follow_the_name():
    assert reviewer_named("  Anna  Okafor ").initials == "AO"
    assert reviewer_named("王晓岚").initials == "王晓岚"
    assert reviewer_named("A B C D E F G H I J K").initials == "ABCDEFGHI"


@pytest.fixture(scope="module")
def policy():
    lines = (
        "Terms",
        "",
        "1. What we use",
        "We use ｄａｔａ and Data for whatever purpose we find useful, now or at any later time.",
        "",
        "1.1 Sharing",
        "We share data \U0001f469\u200d with 甲方 data.",
        "",
        "2. End",
        "Bye.",
        "",
    )
    text = "\n".join(lines)
    return open_document(text.encode(), name="terms.txt")


def test_words_are_found_whatever_their_case_and_width_at_their_own_places(policy):
    found = Finder(policy).find("DATA")
    assert [span.of(policy.text) for span in found.spans] == ["ｄａｔａ", "Data", "data", "data"]
    assert Finder(policy).find("甲方").spans[0].of(policy.text) == "甲方"


def test_the_first_hit_is_the_one_after_where_one_reads_and_the_ends_meet(policy):
    near = policy.text.index("We share")
    found = Finder(policy).find("data", near)
    assert found.current == 2
    assert found.moved(1).current == 3
    assert found.moved(2).current == 0
    assert found.moved(-3).current == 3


def test_nothing_is_found_for_nothing(policy):
    assert Finder(policy).find("  ").spans == ()
    assert Finder(None).find("data").spans == ()
    assert Finder(policy).find("zebra").moved(1).current == -1


def test_a_clause_is_found_by_its_number(policy):
    assert Finder(policy).clause(" 1.1 ").title == "Sharing"
    assert Finder(policy).clause("9") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_redline_leads_from_the_one_wording_to_the_other(before, after):
    pieces = redline(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "deleted") == after


def test_a_redline_of_unlike_wordings_strikes_the_old_one_out_whole():
    assert [piece.kind for piece in redline("甲方应当付款", "We never sell data")] == ["deleted", "inserted"]


def test_a_legal_basis_is_cut_into_citations_and_put_together_again():
    chinese = "《个人信息保护法》第十三条；《民法典》第一千零三十五条"
    assert join(split(chinese)) == chinese
    assert join(split("GDPR Art. 6 ; Art. 7")) == "GDPR Art. 6; Art. 7"
    assert split("  ") == ()
    assert shortened(("PIPL Art. 25", "a", "b")) == "PIPL Art. 25 +2"


def test_a_filter_takes_what_fits_all_of_it():
    note = a_note(severity=Severity.LOW, status=Status.OPEN, title="Ｃookies", legal_basis="GDPR Art. 7")
    low = NoteFilter().toggled("severity", Severity.LOW)
    assert NoteFilter("cookies", low.toggled("status", Status.OPEN).facets).takes(note)
    assert not NoteFilter().toggled("severity", Severity.HIGH).takes(note)
    assert not low.toggled("status", Status.DECLINED).takes(note)
    assert low.toggled("severity", Severity.LOW) == NoteFilter()
    assert NoteFilter(words="#7").takes(note)
    assert not NoteFilter(words="zebra").takes(note)
    assert not NoteFilter().active


def test_the_outline_lists_numbered_clauses_and_counts_notes_in_all_around_them(policy):
    model = OutlineModel()
    model.set_policy(policy)
    labels = [row.label for row in model.rows]
    assert labels[-3:] == ["1", "1.1", "2"]
    start = policy.text.index("甲方")
    anchor = Anchor(version="v", start=start, end=start + 2, exact="甲方")
    model.set_notes([a_note(anchors=(anchor,), severity=Severity.HIGH)])
    counts = {model._full(number).label: model._full(number).count for number in range(model.rowCount())}
    assert (counts["1"], counts["1.1"], counts["2"]) == (1, 1, 0)
    assert [row.label for row in model.trail(model.row_at(start))] == ["1", "1.1"]


def test_a_text_without_numbers_lists_its_paragraphs():
    plain = open_document(b"We use data.\n\nWe sell data.\n\nBye.\n", name="plain.txt")
    assert len(rows_of(plain)) >= 1


def test_lines_are_cut_where_they_no_longer_fit(qapp):
    font = qapp.font()
    long = "one two three " * 40 + "👩‍⚖️"
    assert len(lines_of(long, font, 200, 2)) == 2
    assert lines_of(long, font, 200, 2)[-1].endswith("…")
    assert "".join("".join(lines_of(long, font, 200, 0)).split()) == "".join(long.split())
    assert lines_of("", font, 200, 3) == ()


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("en-US", "English"), ("zh", "简体中文"), ("zh_CN", "简体中文"), ("zh-Hant-HK", "繁體中文"),
     ("zh-TW", "繁體中文"), ("fr", "français")],
)  # fmt: skip
def test_a_language_is_called_by_its_own_name_without_a_country(code, name):
    assert language_name(code) == name
