"""An issue list that a client filled in comes back: fields, ratings, dates and answers, by the marks of its rows."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from annotations.answers import Kind
from annotations.errors import MatterError
from annotations.model import Severity, Status
from tests.export.answered_files import HEADS, asked, by_title, filled, planned, reviewed, sent, taken, told

LIST, MISSING, QUESTIONS = "问题清单", "缺失条款", "待确认事项"


@pytest.fixture
def matter(tmp_path, clock):
    with reviewed(tmp_path, clock) as made:
        yield made


def number(matter, title):
    return by_title(matter, title).number


def changed(data, change):
    book = load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_nobody_touched_asks_for_nothing_whoever_saved_it(matter):
    data = sent(matter, "xlsx")
    for one in (data, filled(data)):
        answers = planned(matter, one, name="list.xlsx")
        assert answers.asked == ()
        assert answers.told == ()


def test_what_the_client_filled_in_becomes_fields_and_replies(matter):
    n = number(matter, "默示同意")
    data = filled(
        sent(matter, "xlsx"),
        (LIST, n, "owner", "法务部"),
        (LIST, n, "due", date(2026, 12, 31)),
        (LIST, n, "status", "处理中"),
        (LIST, n, "severity", "高"),
        (LIST, n, "response", "部分同意"),
        (LIST, n, "response_note", "须与产品部商量"),
    )
    taken(matter, data, name="list.xlsx")
    note = by_title(matter, "默示同意")
    assert (note.owner, note.due) == ("法务部", "2026-12-31")
    assert (note.status, note.severity) == (Status.IN_PROGRESS, Severity.HIGH)
    (reply,) = note.replies
    assert (reply.author, reply.text) == ("松果科技", "客户反馈：部分同意\n须与产品部商量")
    assert planned(matter, data, name="list.xlsx").asked == ()
    matter.undo()
    note = by_title(matter, "默示同意")
    assert (note.owner, note.due, note.status, note.replies) == ("", "", Status.OPEN, ())


def test_an_answer_on_the_sheet_of_questions_goes_to_each_note_that_asks(matter):
    matter.edit(by_title(matter, "目的不明").uid, question="何时上线？")
    data = filled(sent(matter, "xlsx"), (QUESTIONS, 1, "answer", "下月十日"))
    taken(matter, data, name="list.xlsx")
    replies = {note.title: [reply.text for reply in note.replies] for note in matter.notes()}
    assert replies == {"默示同意": ["答复：下月十日"], "目的不明": ["答复：下月十日"], "保存期限": []}


def test_rows_may_be_sorted_and_columns_put_in(matter):
    n = number(matter, "目的不明")

    def change(book):
        sheet = book[LIST]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADS + 2)]
        for at, row in enumerate(reversed(rows), start=HEADS + 2):
            for column, value in enumerate(row, start=1):
                sheet.cell(at, column).value = value
        sheet.insert_cols(3)
        sheet.cell(HEADS + 2, 3).value = "客户自己的话"

    data = changed(filled(sent(matter, "xlsx"), (LIST, n, "issue", "改过的话")), change)
    assert asked(planned(matter, data, name="list.xlsx")) == [(n, "issue", "改过的话")]


def test_a_row_copied_with_other_words_is_told_and_not_taken(matter):
    n = number(matter, "目的不明")

    def change(book):
        sheet = book[LIST]
        row = next(row for row in sheet.iter_rows(min_row=HEADS + 2) if row[0].value == n)
        for column, cell in enumerate(row, start=1):
            sheet.cell(20, column).value = cell.value
        names = [cell.value for cell in sheet[HEADS]]
        sheet.cell(20, names.index("issue") + 1).value = "另一种说法"

    answers = planned(matter, changed(sent(matter, "xlsx"), change), name="list.xlsx")
    assert answers.asked == ()
    assert told(answers) == ["copied"]


def test_a_row_the_client_added_is_told(matter):
    def change(book):
        book[LIST].cell(20, 5).value = "我们还有一个问题"

    answers = planned(matter, changed(sent(matter, "xlsx"), change), name="list.xlsx")
    assert [came.sentence("zh") for came in answers.told] == ["工作表“问题清单”第 20 行没有批注标记，未采纳。"]


def test_a_cell_that_was_cut_never_overwrites_its_field(matter):
    note = by_title(matter, "目的不明")
    whole = "长" * 40_000
    matter.edit(note.uid, issue=whole)
    data = sent(matter, "xlsx")
    assert planned(matter, data, name="list.xlsx").asked == ()
    answers = planned(matter, filled(data, (LIST, note.number, "issue", "短了")), name="list.xlsx")
    assert answers.asked == ()
    assert told(answers) == ["cut"]
    assert by_title(matter, "目的不明").issue == whole


def test_a_field_changed_on_both_sides_is_a_conflict(matter):
    note = by_title(matter, "目的不明")
    data = filled(sent(matter, "xlsx"), (LIST, note.number, "status", "已整改"))
    matter.edit(note.uid, status=Status.DECLINED)
    (one,) = planned(matter, data, name="list.xlsx").asked
    assert (one.kind, one.old, one.words) == (Kind.CONFLICT, "不采纳", "已整改")


def test_an_emptied_cell_is_listed_and_not_taken(matter):
    data = filled(sent(matter, "xlsx"), (LIST, number(matter, "目的不明"), "recommendation", None))
    answers = planned(matter, data, name="list.xlsx")
    assert [one.kind for one in answers.asked] == [Kind.EMPTIED]
    assert answers.usual == ()


def test_what_looks_like_a_formula_comes_back_as_words(matter):
    note = by_title(matter, "目的不明")
    matter.edit(note.uid, issue="=1+1\n第二行 _x0041_")
    assert planned(matter, sent(matter, "xlsx"), name="list.xlsx").asked == ()
    matter.edit(note.uid, issue="=1+1\n第二行")
    data = sent(matter, "xlsx")
    assert planned(matter, filled(data), name="list.xlsx").asked == ()


def test_a_category_in_either_language_is_the_same(matter):
    note = by_title(matter, "目的不明")
    matter.edit(note.uid, category="Consent")
    data = sent(matter, "xlsx")
    assert planned(matter, data, name="list.xlsx").asked == ()
    assert asked(planned(matter, filled(data, (LIST, note.number, "category", "其他")), name="list.xlsx")) == [
        (note.number, "category", "其他")
    ]


def test_a_workbook_of_another_matter_and_one_without_marks_say_so(matter, tmp_path, clock):
    (tmp_path / "other").mkdir()
    with reviewed(tmp_path / "other", clock) as other, pytest.raises(MatterError) as fault:
        planned(matter, sent(other, "xlsx"), name="list.xlsx")
    assert fault.value.code == "strange_report"

    def bare(book):
        for sheet in book.worksheets:
            sheet.delete_rows(HEADS)

    with pytest.raises(MatterError) as fault:
        planned(matter, changed(sent(matter, "xlsx"), bare), name="list.xlsx")
    assert fault.value.code == "no_marks"


def test_the_hidden_cells_say_nothing_of_the_matter(matter):
    data = sent(matter, "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        said = b"".join(package.read(name) for name in package.namelist()).decode()
    uids = {note.uid for note in matter.notes()} | {change.id for change in matter.changes()}
    assert not [uid for uid in uids if uid in said or uid.replace("-", "").upper() in said]
