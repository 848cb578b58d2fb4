"""A memo that others wrote in comes back: changed fields and answers become changes of the notes, one group."""

from copy import deepcopy

import pytest
from lxml import etree

from annotations.answers import Kind, returned_of
from annotations.errors import MatterError
from annotations.model import Status
from tests.export import memo_case
from tests.export.answered_files import (
    W,
    asked,
    by_title,
    controls,
    mark_of,
    planned,
    retyped,
    reviewed,
    run,
    sent,
    taken,
    told,
    tracked,
    with_part,
)
from tests.export.template_files import saved


def words_of(data):
    root = etree.fromstring(memo_case.parts(data)["word/document.xml"])
    return memo_case.words(root).replace("\u00a0", " ")


@pytest.fixture
def matter(tmp_path, clock):
    with reviewed(tmp_path, clock) as made:
        yield made


@pytest.mark.parametrize("kind", ["memo", "gap"])
def test_a_report_nobody_touched_asks_for_nothing(matter, kind):
    answers = planned(matter, sent(matter, kind))
    assert answers.asked == ()
    assert answers.told == ()


def test_a_field_retyped_in_the_memo_is_a_change_that_one_undo_takes_back(matter):
    note, before = by_title(matter, "目的不明"), matter.notes()
    data = retyped(sent(matter), mark_of(matter, note, "issue"), "未列明任何用途。")
    answers = planned(matter, data)
    assert asked(answers) == [(note.number, "issue", "未列明任何用途。")]
    assert [one.kind for one in answers.asked] == [Kind.CHANGED]
    assert matter.notes() == before, "nothing is written before it is chosen"
    assert matter.write_answers(answers, answers.usual)
    assert by_title(matter, "目的不明").issue == "未列明任何用途。"
    assert by_title(matter, "目的不明").translations == note.translations
    assert matter.undo().label == "take_back"
    assert [n.issue for n in matter.notes()] == [n.issue for n in before]


def test_a_second_time_it_changes_nothing_and_after_an_undo_it_comes_in_again(matter):
    note = by_title(matter, "目的不明")
    data = retyped(sent(matter), mark_of(matter, note, "issue"), "未列明任何用途。")
    taken(matter, data)
    written = len(matter.changes())
    assert taken(matter, data).asked == ()
    assert len(matter.changes()) == written
    matter.edit(note.uid, issue="我们自己又改了。")
    assert planned(matter, data).asked == (), "what was taken in once is no news"
    matter.undo()
    matter.undo()
    assert asked(planned(matter, data)) == [(note.number, "issue", "未列明任何用途。")]


def test_lines_keep_the_empty_ones_between_them(matter):
    note = by_title(matter, "默示同意")
    data = retyped(sent(matter), mark_of(matter, note, "issue"), "第一行", "第二行，已改")
    taken(matter, data)
    assert by_title(matter, "默示同意").issue == "第一行\n\n第二行，已改"


def test_paragraphs_put_into_a_field_are_lines_of_it(matter):
    note = by_title(matter, "默示同意")
    mark = mark_of(matter, note, "proposed_wording")

    def change(root):
        first = controls(root, mark)[0]
        paragraph = first.getparent()
        other = deepcopy(paragraph)
        for child in list(other):
            if child.tag != f"{W}pPr":
                other.remove(child)
        other.append(run("中间一行。"))
        paragraph.addnext(other)

    taken(matter, with_part(sent(matter), change))
    assert by_title(matter, "默示同意").proposed_wording == "请勾选同意。\n中间一行。\n未勾选的不视为同意。"


def test_recorded_changes_are_accepted_rejected_or_asked_about(matter):
    note = by_title(matter, "目的不明")
    data = tracked(sent(matter), mark_of(matter, note, "issue"), "合伙人的改法。")
    assert asked(planned(matter, data)) == [(note.number, "issue", "合伙人的改法。")]
    assert planned(matter, data, changes="reject").asked == ()
    (one,) = planned(matter, data, changes="ask").asked
    assert one.tracked
    assert one.old == "未列明其他用途。"


def test_with_one_by_one_what_was_typed_without_recording_can_be_taken_alone(matter):
    note = by_title(matter, "目的不明")
    mark = mark_of(matter, note, "issue")
    data = tracked(retyped(sent(matter), mark, "直接改的。"), mark, "又改。", old=False)

    def before(root):
        controls(root, mark)[0].find(f"{W}sdtContent").insert(0, run("直接改的。"))

    answers = planned(matter, with_part(data, before), changes="ask")
    assert [(one.words, one.tracked) for one in answers.asked] == [("直接改的。", False), ("直接改的。又改。", True)]
    assert matter.write_answers(answers, answers.asked[:1])
    assert by_title(matter, "目的不明").issue == "直接改的。"


def test_a_paragraph_whose_end_is_struck_is_one_with_the_next_when_that_is_accepted(matter):
    note = by_title(matter, "默示同意")
    mark = mark_of(matter, note, "issue")

    def change(root):
        properties = controls(root, mark)[0].getparent().find(f"{W}pPr")
        marks = properties.makeelement(f"{W}rPr")
        marks.append(marks.makeelement(f"{W}del", {f"{W}id": "9", f"{W}author": "P"}))
        properties.append(marks)

    data = with_part(sent(matter), change)
    assert planned(matter, data).asked == (), "only white space differs, and that is nobody's change"


def test_what_both_sides_changed_is_a_conflict_and_ours_stays_unless_it_is_chosen(matter):
    note = by_title(matter, "目的不明")
    data = retyped(sent(matter), mark_of(matter, note, "issue"), "对方改的。")
    matter.edit(note.uid, issue="我方后来改的。")
    answers = planned(matter, data)
    assert [(one.kind, one.old, one.words) for one in answers.asked] == [
        (Kind.CONFLICT, "我方后来改的。", "对方改的。")
    ]
    assert answers.usual == ()
    (came,) = returned_of(answers, ()).came
    assert "双方均有改动" in came.sentence("zh")
    assert matter.write_answers(answers, answers.asked)
    assert by_title(matter, "目的不明").issue == "对方改的。"


def test_a_field_only_we_changed_since_stays_as_we_have_it(matter):
    note = by_title(matter, "目的不明")
    data = sent(matter)
    matter.edit(note.uid, issue="我方后来改的。")
    assert planned(matter, data).asked == ()


def test_a_field_set_back_to_what_it_said_long_ago_is_a_change(matter):
    note = by_title(matter, "目的不明")
    matter.edit(note.uid, issue="第二稿。")
    data = retyped(sent(matter), mark_of(matter, note, "issue"), "未列明其他用途。")
    assert asked(planned(matter, data)) == [(note.number, "issue", "未列明其他用途。")]


def test_an_answer_of_the_client_is_a_reply_to_the_note(matter):
    note = by_title(matter, "默示同意")
    data = retyped(sent(matter), mark_of(matter, note, "response"), "下月十日。")
    answers = taken(matter, data)
    assert [one.kind for one in answers.asked] == [Kind.ANSWER]
    (reply,) = by_title(matter, "默示同意").replies
    assert (reply.author, reply.text) == ("松果科技", "答复：下月十日。")
    assert taken(matter, data).asked == ()
    matter.delete_reply(note.uid, reply.uid)
    assert planned(matter, data).asked == (), "a reply that was deleted here does not come back"


def test_who_answered_can_be_said_and_outsiders_are_not_called_the_client(matter):
    note = by_title(matter, "默示同意")
    matter.edit(note.uid, visibility="outside")
    data = retyped(sent(matter, profile="outside"), mark_of(matter, note, "response"), "不同意。")
    assert [one.author for one in planned(matter, data).asked] == ["对方"]
    assert [one.author for one in planned(matter, data, sender="张经理").asked] == ["张经理"]


def test_owner_date_and_state_are_filled_in_the_plan_of_a_gap_report(matter):
    note = by_title(matter, "默示同意")
    data = sent(matter, "gap")
    for field, words in (("owner", "法务部 张三"), ("due", "2026-12-31"), ("status", "处理中")):
        data = retyped(data, mark_of(matter, note, field), words)
    taken(matter, data)
    note = by_title(matter, "默示同意")
    assert (note.owner, note.due, note.status) == ("法务部 张三", "2026-12-31", Status.IN_PROGRESS)


@pytest.mark.parametrize("kind", ["memo", "gap"])
@pytest.mark.parametrize(("language", "printed"), [("zh", "2026年12月31日"), ("en", "31 December 2026")])
@pytest.mark.parametrize("due", ["2026-12-31", "printed", "发布前"])
def test_a_date_is_printed_as_the_report_prints_dates_and_comes_back_as_it_was(matter, kind, language, printed, due):
    note = by_title(matter, "默示同意")
    matter.edit(note.uid, due=printed if due == "printed" else due)
    data = sent(matter, kind, language=language)
    assert (printed if due != "发布前" else due) in words_of(data)
    assert "2026-12-31" not in words_of(data)
    assert planned(matter, data).asked == ()
    taken(matter, retyped(data, mark_of(matter, note, "due"), "5 January 2027"))
    assert by_title(matter, "默示同意").due == "2027-01-05"


def test_a_word_that_is_no_state_is_told_and_not_taken(matter):
    data = retyped(sent(matter, "gap"), mark_of(matter, by_title(matter, "默示同意"), "status"), "差不多了")
    answers = planned(matter, data)
    assert answers.asked == ()
    assert told(answers) == ["no_choice"]


def test_a_control_that_was_deleted_leaves_its_field_alone_and_is_told(matter):
    note = by_title(matter, "目的不明")
    mark = mark_of(matter, note, "issue")

    def change(root):
        (control,) = controls(root, mark)
        control.getparent().remove(control)

    answers = planned(matter, with_part(sent(matter), change))
    assert answers.asked == ()
    assert [(came.code, came.arguments["field"]) for came in answers.told] == [("gone", "issue")]


def test_a_control_that_stands_twice_with_other_words_is_told_and_not_taken(matter):
    note = by_title(matter, "目的不明")
    mark = mark_of(matter, note, "issue")

    def change(root):
        (control,) = controls(root, mark)
        paragraph = root.find(f".//{W}body")[-2]
        paragraph.append(deepcopy(control))
        controls(root, mark)[1].find(f".//{W}t").text = "另一处的话"

    answers = planned(matter, with_part(sent(matter), change))
    assert answers.asked == ()
    assert told(answers) == ["copied"]


def test_recorded_changes_outside_the_fields_are_told(matter):
    def change(root):
        cell = next(one for one in root.iter(f"{W}t") if one.text == "未列明其他用途。").getparent().getparent()
        for tag, words, text in (("del", "旧", "delText"), ("ins", "新", "t")):
            made = cell.makeelement(f"{W}{tag}", {f"{W}id": "7", f"{W}author": "P"})
            made.append(run(words, text))
            cell.append(made)

    answers = planned(matter, with_part(sent(matter), change))
    assert answers.asked == ()
    assert [(came.code, came.arguments["count"]) for came in answers.told] == [("changes_left", 2)]


def test_an_emptied_field_is_listed_and_only_taken_when_it_is_chosen(matter):
    note = by_title(matter, "目的不明")
    data = retyped(sent(matter), mark_of(matter, note, "recommendation"), "")
    answers = planned(matter, data)
    assert [one.kind for one in answers.asked] == [Kind.EMPTIED]
    assert answers.usual == ()
    assert matter.write_answers(answers, answers.asked)
    assert by_title(matter, "目的不明").recommendation == ""


def test_formatting_is_no_change(matter):
    note = by_title(matter, "目的不明")

    def change(root):
        (control,) = controls(root, mark_of(matter, note, "issue"))
        inside = control.find(f"{W}sdtContent")
        del inside[:]
        for piece in ("未列明", "其他", "用途。"):
            made = run(piece)
            made.insert(0, made.makeelement(f"{W}rPr"))
            made[0].append(made.makeelement(f"{W}b"))
            inside.append(made)

    assert planned(matter, with_part(sent(matter), change)).asked == ()


def test_words_in_the_reports_other_language_change_the_translation(matter):
    note = by_title(matter, "目的不明")
    data = retyped(sent(matter, language="en"), mark_of(matter, note, "issue"), "No purpose is named.")
    taken(matter, data)
    note = by_title(matter, "目的不明")
    assert note.issue == "未列明其他用途。"
    assert note.translations["en"]["issue"] == "No purpose is named."


def test_fields_of_a_firms_own_template_come_back(matter, tmp_path):
    body = ("{%p for f in findings %}", "A {{ f.title }} B {{ f.issue }}", "{{ f.owner }}", "{%p endfor %}")
    data = sent(matter, template=saved(tmp_path, "{{ report.title }}", *body, *body, language="zh"))
    assert planned(matter, data).asked == ()
    note = by_title(matter, "目的不明")
    taken(matter, retyped(data, mark_of(matter, note, "issue"), "改过。"))
    assert by_title(matter, "目的不明").issue == "改过。"
    matter.edit(note.uid, issue="我方又改。")
    assert planned(matter, data).asked == ()


def test_a_report_without_the_mark_of_its_state_is_still_understood(matter):
    note = by_title(matter, "目的不明")

    def change(root):
        for one in list(root.iter(f"{W}bookmarkStart")):
            if one.get(f"{W}name").startswith("_s"):
                one.getparent().remove(one)

    data = with_part(retyped(sent(matter), mark_of(matter, note, "issue"), "改过。"), change)
    assert asked(planned(matter, data)) == [(note.number, "issue", "改过。")]
    matter.edit(note.uid, title="标题也改了")
    assert asked(planned(matter, data)) == [(note.number, "issue", "改过。")]


def test_a_report_of_another_matter_says_so(matter, tmp_path, clock):
    (tmp_path / "other").mkdir()
    with reviewed(tmp_path / "other", clock) as other, pytest.raises(MatterError) as fault:
        planned(matter, sent(other))
    assert fault.value.code == "strange_report"


def test_a_file_without_marks_says_what_to_ask_for(matter):
    def change(root):
        for one in [*root.iter(f"{W}tag"), *root.iter(f"{W}bookmarkStart")]:
            one.getparent().remove(one)

    with pytest.raises(MatterError) as fault:
        planned(matter, with_part(sent(matter), change))
    assert fault.value.code == "no_marks"


def test_a_note_that_was_deleted_here_stays_deleted_and_is_told(matter):
    note = by_title(matter, "目的不明")
    data = retyped(sent(matter), mark_of(matter, note, "issue"), "改过。")
    matter.delete_note(note.uid)
    answers = planned(matter, data)
    assert answers.asked == ()
    assert told(answers) == ["deleted_here"]


def test_what_was_planned_before_another_change_is_void(matter):
    note = by_title(matter, "目的不明")
    answers = planned(matter, retyped(sent(matter), mark_of(matter, note, "issue"), "改过。"))
    matter.edit(note.uid, owner="别人")
    assert not matter.write_answers(answers, answers.usual)
    assert by_title(matter, "目的不明").issue == "未列明其他用途。"


def test_the_state_of_a_report_tells_of_no_change_its_readers_cannot_see(matter):
    note = by_title(matter, "目的不明")
    matter.edit(note.uid, visibility="outside")
    before = [sent(matter, kind, profile=profile) for kind in ("memo", "xlsx") for profile in ("client", "outside")]
    matter.edit(note.uid, private_remark="客户私下说不会改")
    matter.edit(by_title(matter, "默示同意").uid, review="approved")
    after = [sent(matter, kind, profile=profile) for kind in ("memo", "xlsx") for profile in ("client", "outside")]
    assert before == after
    matter.edit(note.uid, title="目的不清")
    assert sent(matter, "xlsx", profile="outside") != after[3]


def test_every_field_that_comes_back_has_a_name_in_both_languages():
    from annotations.answer_words import ANSWER, FIELDS_IN_A_ROW, FIELDS_IN_WORDS
    from annotations.returned_sentences import FIELDS_OF_REPORTS

    assert set(FIELDS_OF_REPORTS) == {*FIELDS_IN_WORDS, *FIELDS_IN_A_ROW, ANSWER}


def test_neither_marks_nor_the_state_name_anyone(matter):
    data = sent(matter)
    from documents.marked import marked_file

    file = marked_file(data)
    names = {one.mark for one in file.words} | {file.state}
    uids = {note.uid.replace("-", "").upper() for note in matter.notes()} | {c.id.upper() for c in matter.changes()}
    assert file.state
    assert not [name for name in names for uid in uids if name in uid]
