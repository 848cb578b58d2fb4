"""What a report says, before anybody lays it out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.model import Anchor, AnchorState, Matter, Reviewer, Severity, Status, Visibility
from export.report import ReportOptions, assemble
from export.told import to_tell
from tests.export.memo_case import CHINESE, ENGLISH, NOW, note, report, review, reviewed


def test_findings_come_worst_first_and_then_in_the_order_of_the_document() -> None:
    found = report(*review(), profile="internal").findings
    assert [item.number for item in found] == [2, 1, 4, 3]


def test_for_outsiders_the_order_says_nothing_about_severity() -> None:
    notes = [replace(item, visibility=Visibility.OUTSIDE) for item in review()]
    found = report(*notes, profile="outside").findings
    assert [item.number for item in found] == [1, 2, 3, 4]
    assert {item.severity for item in found} == {None}


def test_a_note_kept_inside_stays_inside_and_is_named() -> None:
    made = report(*review())
    assert [(item.id, item.why) for item in made.left_out] == [("00000000-0000-4000-8000-000000000003", "profile")]
    assert 3 not in [item.number for item in made.findings]


def test_a_note_left_out_is_named_by_the_id_it_was_imported_with() -> None:
    kept = note(1, source_id="X-7", visibility=Visibility.INTERNAL)
    assert report(kept).left_out[0].id == "X-7"


@pytest.mark.parametrize("profile", ["internal", "client", "outside"])
def test_the_private_remark_is_in_no_report(profile: str) -> None:
    notes = [replace(item, visibility=Visibility.OUTSIDE) for item in review()]
    assert "客户私下说不会改" not in repr(report(*notes, profile=profile))


def test_rules_are_named_to_colleagues_alone() -> None:
    assert "HOUSE-7" in repr(report(*review(), profile="internal"))
    assert "HOUSE-7" not in repr(report(*review(), profile="client"))


def test_outsiders_get_wording_law_and_question_and_not_what_we_think_of_it() -> None:
    notes = [replace(item, visibility=Visibility.OUTSIDE) for item in review()]
    told = repr(
        report(*notes, profile="outside", matter=Matter(conclusion="我们的结论", client="某某公司", partner="周行"))
    )
    for kept in ("问题之描述", "整改办法", "可能被责令改正", "我们的结论", "某某公司", "周行", "林若水"):
        assert kept not in told
    for sent in ("保存期限为一年", "《个人信息保护法》第六条", "通讯录上传到哪里", "标题2"):
        assert sent in told


def test_words_come_in_the_reports_language_where_the_note_has_them() -> None:
    both = note(1, "请到前台询问", translations={"en": {"title": "Ask at the desk", "issue": "No address."}})
    made = report(both, language="en").findings[0]
    assert (made.title, made.issue) == ("Ask at the desk", "No address.")
    assert made.recommendation == "整改办法1。"
    assert report(both, language="zh").findings[0].title == "标题1"


def test_the_category_is_in_the_reports_language() -> None:
    assert report(*review(), language="en").findings[0].category == "Use and automated decisions"


def test_the_language_is_the_one_asked_for_else_the_matters_else_the_policys() -> None:
    options = ReportOptions(now=NOW)
    english = reviewed(text=ENGLISH)
    assert assemble(Matter(), [english], options).language == "en"
    assert assemble(Matter(language="zh"), [english], options).language == "zh"
    assert assemble(Matter(language="zh"), [english], replace(options, language="en")).language == "en"


def test_a_quotation_stands_in_its_own_paragraph() -> None:
    quotation = report(*review()).findings[1].quotations[0]
    assert quotation.words == "我们也会读取您的通讯录"
    assert quotation.before.endswith("等信息。为了方便联系，")
    assert quotation.after == "。"
    assert quotation.clause == "一.1"


def test_words_that_are_gone_are_quoted_without_a_place() -> None:
    item = note(1, "请到前台询问")
    gone = replace(item, anchors=(replace(item.anchors[0], state=AnchorState.LOST, exact="旧的文字", prefix="从前"),))
    made = report(gone).findings[0]
    assert made.clause == "原文已删"
    assert made.quotations[0].words == "旧的文字"
    assert made.quotations[0].before == made.quotations[0].after == ""


def test_words_that_do_not_stand_where_they_should_get_no_context() -> None:
    item = note(1, "请到前台询问")
    shifted = replace(item, anchors=(replace(item.anchors[0], start=3, end=9),))
    assert report(shifted).findings[0].quotations[0].before == ""


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    text = "甲。" + "很长的一句话" * 30 + "。乙丙丁。要紧的话。戊己。" + "又一句很长的话" * 30 + "。"
    item = note(1, "要紧的话", text=text)
    quotation = assemble(Matter(), [reviewed((item,), text)], ReportOptions(now=NOW)).findings[0].quotations[0]
    assert quotation.before == "乙丙丁。"
    assert quotation.after == "。戊己。"


def test_a_sentence_without_end_is_cut_with_an_ellipsis() -> None:
    text = "word " * 100 + "the point " + "word " * 100
    item = note(1, "the point", text=text)
    quotation = assemble(Matter(), [reviewed((item,), text)], ReportOptions(now=NOW)).findings[0].quotations[0]
    assert quotation.before.startswith("…word ")
    assert quotation.after.endswith("word…")


def test_the_same_question_is_asked_once() -> None:
    made = report(note(1, question="何时？"), note(2, question="何时？ "), note(3, question="何地？"))
    assert [(item.text, [one.number for one in item.findings]) for item in made.questions] == [
        ("何时？", [1, 2]),
        ("何地？", [3]),
    ]


def test_the_matters_own_questions_follow_and_go_to_the_client_alone() -> None:
    matter = Matter(open_questions="谁签字？\n\n何时上线？")
    assert [item.text for item in report(matter=matter).questions] == ["谁签字？", "何时上线？"]
    assert report(matter=matter, profile="outside").questions == ()


def test_statutes_are_named_once_the_most_cited_first() -> None:
    made = report(
        note(1, legal_basis="《民法典》第五百零六条"),
        note(2, legal_basis="《个人信息保护法》第六条、《个人信息保护法》第七条"),
        note(3, legal_basis="《个人信息保护法》第十三条"),
    )
    assert made.statutes == ("《个人信息保护法》", "《民法典》")


def test_statutes_are_found_in_english_too() -> None:
    basis = "PIPL Arts. 6, 13; for a lender also the Interim Measures on Lending Art. 27 [checked]; Guide (2019) item 4"
    made = report(note(1, legal_basis=basis, language="en"), language="en")
    assert made.statutes == ("PIPL", "Interim Measures on Lending", "Guide (2019)")


def test_our_limits_give_way_to_the_reviewers_own() -> None:
    assert report(matter=Matter(assumptions="其一。\n其二。")).limits == ("其一。", "其二。")
    assert any("2026年11月22日" in line for line in report().limits)


def test_a_source_to_be_verified_is_pointed_out_in_the_limits() -> None:
    assert not any("须核实" in line for line in report(note(1)).limits)
    assert any("须核实" in line for line in report(note(1, legal_basis="某办法第一条〔须核实〕")).limits)


def test_outsiders_are_told_no_limits_of_ratings_they_do_not_get() -> None:
    assert not any("风险等级" in line or "备忘录仅供" in line for line in report(profile="outside").limits)
    assert report(profile="outside").limits


def test_the_law_is_stated_at_the_matters_day_in_words() -> None:
    assert report(matter=Matter(law_as_of="2026-10-01")).law_as_of == "2026年10月1日"
    assert report(matter=Matter(law_as_of="autumn 2026"), language="en").law_as_of == "autumn 2026"
    assert report(language="en").law_as_of == "22 November 2026"


def test_the_reviewer_overrules_the_rating() -> None:
    assert report(*review(), matter=Matter(overall="medium")).overall is Severity.MEDIUM
    assert report(*review()).overall is Severity.CRITICAL
    assert report().overall is None


def test_what_is_put_right_is_not_counted() -> None:
    made = report(note(1, severity=Severity.HIGH, status=Status.RESOLVED), note(2, severity=Severity.LOW))
    assert list(made.counts) == [Severity.LOW]
    assert len(made.findings) == 2


def test_the_day_is_the_writers_and_not_the_machines() -> None:
    assert report().heading.day.isoformat() == "2026-11-22"


def test_the_reviewer_at_the_keys_signs_unless_the_matter_names_another() -> None:
    assert report().heading.reviewer == "林若水"
    assert report(matter=Matter(reviewer="周行")).heading.reviewer == "周行"


def test_a_document_without_a_title_is_named_by_its_file() -> None:
    bare = reviewed(title="")
    untitled = replace(bare, policy=replace(bare.policy, title=""))
    assert assemble(Matter(), [untitled], ReportOptions(now=NOW, reviewer=Reviewer("x"))).documents[0].title == "d1.txt"


def test_a_place_to_insert_is_named_in_the_reports_language() -> None:
    item = note(1, insert_after="前言", assessment="missing")
    made = report(item, language="en").findings[0]
    assert made.insert_after == "Preamble"
    assert report(note(1, insert_after="somewhere"), language="en").findings[0].insert_after == "somewhere"


def test_notes_of_several_documents_are_told_apart() -> None:
    second = reviewed((note(9, "请到前台询问", document="d2", severity=Severity.CRITICAL),), CHINESE, "d2", "第二份")
    made = assemble(Matter(), [reviewed((note(1),)), second], ReportOptions(now=NOW))
    assert [(item.number, item.document) for item in made.findings] == [(9, "d2"), (1, "d1")]
    assert [text.title for text in made.documents] == ["会员隐私说明", "第二份"]


def test_who_reads_the_policy_itself_is_given_no_translation_into_another_language() -> None:
    item = note(
        1, "我们可以将您的信息用于任何我们认为合适的用途", quote_translation="We may use your data for anything"
    )
    assert report(item, language="zh").findings[0].quote_translation == ""
    assert report(item, language="en").findings[0].quote_translation == "We may use your data for anything"


def test_a_finding_whose_quote_has_no_place_is_told_with_the_report() -> None:
    lost = replace(
        note(1, "请到前台询问", visibility=Visibility.CLIENT),
        anchors=(Anchor("v", 0, 0, "这句话不在文件里", state=AnchorState.LOST),),
    )
    assert [one.why for one in to_tell(report(lost, note(2, "请到前台询问")))] == ["placeless"]
    assert not to_tell(report(replace(lost, status=Status.RESOLVED)))
