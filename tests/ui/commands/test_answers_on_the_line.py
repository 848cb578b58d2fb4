"""`import` takes a memo or an issue list back: looked at first, then written; what cannot be taken is said."""

import io
import json

import pytest

from main import main
from tests.export.answered_files import by_title, filled, mark_of, retyped, reviewed, sent, tracked


@pytest.fixture
def case(tmp_path, clock, monkeypatch):
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    with reviewed(tmp_path, clock) as matter:
        note = by_title(matter, "目的不明")
        mark = mark_of(matter, note, "issue")
        memo, book, number = sent(matter), sent(matter, "xlsx"), note.number
        path = matter.path

    class Case:
        memo_bytes, book_bytes = memo, book
        issue, matter_path, note_number = mark, path, number

        @staticmethod
        def run(name, data, *flags):
            (tmp_path / name).write_bytes(data)
            return main(["import", str(path), str(tmp_path / name), "--language", "en", *flags])

    return Case


def test_a_check_tells_and_writes_nothing_then_the_import_writes(case, capsys):
    data = retyped(case.memo_bytes, case.issue, "改过。")
    before = case.matter_path.read_bytes()
    assert case.run("back.docx", data, "--check") == 0
    said = capsys.readouterr().out
    assert said.startswith("Only looked at; nothing was written.")
    assert f"Note {case.note_number}, issue: “未列明其他用途。” was changed to “改过。”." in said
    assert case.matter_path.read_bytes() == before
    assert case.run("back.docx", data, "--json") == 0
    values = json.loads(capsys.readouterr().out)
    assert (values["changed"], values["replies"], values["written"]) == (1, 0, True)
    assert [(one["field"], one["words"], one["taken"]) for one in values["fields"]] == [("issue", "改过。", True)]
    assert case.run("back.docx", data) == 0
    assert capsys.readouterr().out == "Nothing new.\n"


def test_recorded_changes_can_be_rejected_or_asked_about(case, capsys, monkeypatch):
    data = tracked(case.memo_bytes, case.issue, "合伙人改的。")
    assert case.run("back.docx", data, "--changes", "reject", "--json") == 0
    assert json.loads(capsys.readouterr().out)["fields"] == []
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert case.run("back.docx", data, "--changes", "ask", "--json") == 0
    assert not json.loads(capsys.readouterr().out)["fields"][0]["taken"]
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert case.run("back.docx", data, "--changes", "ask", "--json") == 0
    assert json.loads(capsys.readouterr().out)["fields"][0]["taken"]


def test_an_emptied_field_is_taken_only_with_theirs(case, capsys):
    data = retyped(case.memo_bytes, case.issue, "")
    assert case.run("back.docx", data) == 0
    assert "empty there. It stays here" in capsys.readouterr().out
    assert case.run("back.docx", data, "--theirs") == 0
    assert "was taken out" in capsys.readouterr().out


def test_who_filled_in_the_issue_list_can_be_said(case, capsys):
    data = filled(case.book_bytes, ("问题清单", case.note_number, "response", "同意"))
    assert case.run("list.xlsx", data, "--from", "Ms Zhang") == 0
    assert capsys.readouterr().out == f"Ms Zhang answered note {case.note_number}: “同意”\n"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.csv", b"number,clause\n1,2\n", "is a table without marks"),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .xlsx"),
        ("memo.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
        ("memo.docx", b"PK\x03\x04 not a zip", "damaged"),
    ],
)
def test_what_bears_no_marks_is_refused_with_what_to_do(case, capsys, name, data, sentence):
    assert case.run(name, data) == 1
    assert sentence in capsys.readouterr().err


def test_a_memo_whose_words_were_copied_is_refused_with_what_to_do(case, capsys):
    from docx import Document

    copied, out = Document(), io.BytesIO()
    copied.add_paragraph("合规审查备忘录\n未列明其他用途。")
    copied.save(out)
    assert case.run("copied.docx", out.getvalue()) == 1
    assert "bears no marks of a report" in capsys.readouterr().err
