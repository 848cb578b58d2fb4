"""A memo and an issue list that were typed into and saved in LibreOffice keep what they are known by."""

import shutil

import pytest

from annotations.answers import Kind
from annotations.model import Status
from documents.marked import marked_file
from tests.export.answered_files import asked, by_title, planned, reviewed, sent, taken, told
from tests.export.office_client import typed_in_office

pytestmark = [
    pytest.mark.office,
    pytest.mark.timeout(300),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

FULL = ("findings", "missing", "questions")
"""The sections whose words are fields: the table of findings tells the same words once more."""


@pytest.fixture
def matter(tmp_path, clock):
    with reviewed(tmp_path, clock) as made:
        yield made


@pytest.mark.parametrize("kind", ["memo", "gap"])
def test_a_report_that_was_only_saved_asks_for_nothing(matter, tmp_path, kind):
    data = sent(matter, kind)
    saved = typed_in_office(data, tmp_path, ['Bold(doc, "未列明其他用途")'])
    assert marked_file(saved).state == marked_file(data).state != ""
    answers = planned(matter, saved)
    assert asked(answers) == []
    assert told(answers) == []


def test_fields_that_were_retyped_come_in(matter, tmp_path):
    saved = typed_in_office(
        sent(matter, sections=FULL),
        tmp_path,
        [
            'Retype(doc, "未列明其他用途。", "其他用途一项也没有列明。")',
            'Append(doc, "第二行", "，并补充一句。" & Chr(13) & "新的一段。")',
            'Retype(doc, "〔待填〕", "下月十日")',
        ],
    )
    taken(matter, saved)
    assert by_title(matter, "目的不明").issue == "其他用途一项也没有列明。"
    note = by_title(matter, "默示同意")
    assert note.issue.split() == ["第一行", "第二行，并补充一句。", "新的一段。"]
    assert [reply.text for reply in note.replies] == ["答复：下月十日"]


def test_recorded_changes_can_be_accepted_or_rejected(matter, tmp_path):
    steps = ["doc.RecordChanges = True", 'Retype(doc, "其他用途。", "任何用途。")', "doc.RecordChanges = False"]
    saved = typed_in_office(sent(matter, sections=FULL), tmp_path, steps)
    n = by_title(matter, "目的不明").number
    assert asked(planned(matter, saved)) == [(n, "issue", "未列明任何用途。")]
    assert planned(matter, saved, changes="reject").asked == ()


def test_a_field_that_was_deleted_with_its_bookmark_is_told(matter, tmp_path):
    saved = typed_in_office(sent(matter, sections=FULL), tmp_path, ['Retype(doc, "未列明其他用途。", "")'])
    answers = planned(matter, saved)
    assert [one.kind for one in answers.asked if one.kind is not Kind.EMPTIED] == []
    assert told(answers) == ["gone"] or [one.kind for one in answers.asked] == [Kind.EMPTIED]


def test_an_issue_list_that_was_filled_in_comes_in(matter, tmp_path):
    n = by_title(matter, "默示同意").number
    cell = 'CellAt(sheets.getByName("问题清单"), {}, "{}")'.format
    data = sent(matter, "xlsx")
    untouched = planned(matter, typed_in_office(data, tmp_path, [], what="List"), name="list.xlsx")
    assert (asked(untouched), told(untouched)) == ([], [])
    saved = typed_in_office(
        data,
        tmp_path,
        [
            f'{cell(n, "response")}.String = "部分同意"',
            f'{cell(n, "response_note")}.String = "先与产品部商量" & Chr(10) & "=1+1"',
            f'{cell(n, "owner")}.String = "法务部"',
            f'{cell(n, "due")}.FormulaLocal = "2026-12-31"',
            f'{cell(n, "status")}.String = "处理中"',
            'sheets.getByName("待确认事项").getCellByPosition(3, 4).String = "下月十日"',
        ],
        what="List",
    )
    taken(matter, saved, name="list.xlsx")
    note = by_title(matter, "默示同意")
    assert (note.owner, note.due, note.status) == ("法务部", "2026-12-31", Status.IN_PROGRESS)
    assert sorted(reply.text for reply in note.replies) == [
        "客户反馈：部分同意\n先与产品部商量\n=1+1",
        "答复：下月十日",
    ]
