"""A policy that came as text or Markdown goes out as a faithful Word file with every note on its words."""

import re
from dataclasses import replace

import docx
import pytest
from lxml import etree

from annotations.model import AnchorState, Reviewer, Severity, Status, Visibility
from documents.reader import open_document
from tests.export.word_matters import CHINESE, ENGLISH, NOW, annotated, matter_with, note_on, spans_of
from tests.export.word_oracle import W, comments, parts, story, threads


@pytest.fixture
def chinese(tmp_path, clock):
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as matter:
        yield matter


@pytest.fixture
def english(tmp_path, clock):
    with matter_with(tmp_path, clock, "acorn.md", ENGLISH, Reviewer("A. Okafor", "AO")) as matter:
        yield matter


def read_back(data):
    """Each comment's first line and the words it stands on."""
    ranges = story(data).ranges
    return [(said.lines[0], ranges[said.id]) for said in comments(data)]


def test_every_line_of_a_text_is_a_paragraph_empty_ones_too(chinese, tmp_path):
    _, data = annotated(chinese, tmp_path / "out.docx")
    assert "\n".join(story(data).paragraphs) == CHINESE
    assert [p.text for p in docx.Document(tmp_path / "out.docx").paragraphs] == CHINESE.split("\n")


def test_comments_stand_on_just_their_words_nested_repeated_adjacent_and_identical(chinese, tmp_path):
    quotes = [
        ("我们可能向合作伙伴(包括广告伙伴、数据伙伴和其他伙伴)提供您的信息",),
        ("广告伙伴、数据伙伴",),
        ("将这些信息用于改善产品",),
        ("必要时", "将这些信息用于改善产品"),
        ("“𠮷野🐿️”",),
        ("𠮷野",),
        ("🐿️”",),
        ("广告伙伴、数据伙伴",),
        ("和其他伙伴",),
        ("一、我们收集什么\n\n1、您写下的内容\n\n•  日记",),
        ("自动收集的内容\t设备",),
    ]
    for words in quotes:
        note_on(chinese, *words, title="题")
    _, data = annotated(chinese, tmp_path / "out.docx")
    found = dict(enumerate(read_back(data)))
    by_number = {}
    for line, words in found.values():
        by_number.setdefault(int(re.search(r"\d+", line)[0]), []).append(words)
    assert by_number == {number: list(words) for number, words in enumerate(quotes, 1)}


def test_a_note_on_a_phrase_that_occurs_twice_stands_on_the_one_it_was_made_on(chinese, tmp_path):
    second = spans_of(chinese, "必要时", "用于改善产品")[1]
    chinese.add_note(chinese.documents()[0].uid, [second], title="二")
    _, data = annotated(chinese, tmp_path / "out.docx")
    root = etree.fromstring(parts(data)["word/document.xml"])
    start = next(root.iter(W + "commentRangeStart"))
    before = "".join(text.text for text in start.xpath("preceding::w:t", namespaces={"w": W[1:-1]}))
    assert before.endswith("必要时,我们将这些信息")


def test_a_comment_says_the_note_in_the_working_language_and_leaves_out_what_is_empty(chinese, tmp_path):
    note_on(
        chinese, "提供您的信息", severity=Severity.HIGH, title="接收方笼统", issue="没有写明接收方。\n也没有写明目的。",
        legal_basis="《个人信息保护法》第二十三条", proposed_wording="向附表所列接收方提供",
        question="有几个合作伙伴？", language="zh", private_remark="不能外传", insert_after="三.1",
        translations={"en": {"title": "Recipients not named", "issue": "No recipient is named."}},
    )  # fmt: skip
    _, data = annotated(chinese, tmp_path / "out.docx")
    assert comments(data)[0].lines == [
        "【高风险】1｜接收方笼统（三.1）",
        "问题：没有写明接收方。\n也没有写明目的。",
        "依据：《个人信息保护法》第二十三条",
        "插入位置：三.1之后",
        "建议表述：向附表所列接收方提供",
        "待客户确认：有几个合作伙伴？",
    ]
    _, data = annotated(chinese, tmp_path / "en.docx", language="en")
    assert comments(data)[0].lines[:3] == [
        "[High] 1 | Recipients not named (三.1)",
        "Issue: No recipient is named.",
        "Basis: 《个人信息保护法》第二十三条",
    ]
    assert "不能外传".encode() not in b"".join(parts(data).values())


def test_a_note_in_several_places_is_said_in_full_once_and_pointed_to_from_the_rest(chinese, tmp_path):
    note_on(chinese, "请逐条阅读", "随时联系我们", title="文字", severity=Severity.LOW, issue="残留文字。")
    _, data = annotated(chinese, tmp_path / "out.docx")
    said = comments(data)
    assert [line for c in said for line in c.lines[:1]] == ["【低风险】1｜文字（前言；文末）", "见批注1"]
    assert [words for _, words in read_back(data)] == ["请逐条阅读", "随时联系我们"]


def test_notes_about_the_whole_policy_stand_on_its_title(english, tmp_path):
    note_on(english, title="No retention period", issue="None is given.")
    _, data = annotated(english, tmp_path / "out.docx")
    assert read_back(data) == [("[Medium] 1 | No retention period (Whole document)", "Acorn Journal privacy notice")]


def test_words_that_are_gone_are_quoted_on_the_title_and_listed(chinese, tmp_path, monkeypatch):
    note = note_on(chinese, "请逐条阅读", "随时联系我们", title="甲")
    never = replace(note.anchors[0], state=AnchorState.LOST)
    before = replace(note.anchors[0], version="an older one")
    lost = replace(before, version=never.version, state=AnchorState.LOST)
    several = replace(note.anchors[0], exact="信息", state=AnchorState.AMBIGUOUS)
    other = replace(note.anchors[1], exact="别的文字")
    moved_on = replace(note.anchors[1], version="an older one")
    notes = (
        replace(note, anchors=(lost, note.anchors[1], before)),
        replace(note, uid="u2", number=2, source_id="G02", anchors=(other,)),
        replace(note, uid="u3", number=3, anchors=(moved_on,)),
        replace(note, uid="u4", number=4, anchors=(never,)),
        replace(note, uid="u5", number=5, anchors=(several,)),
    )
    monkeypatch.setattr(type(chinese), "notes", lambda *_: notes)
    report, data = annotated(chinese, tmp_path / "out.docx")
    whys = ((note.uid, "lost"), ("G02", "differs"), ("u3", "other_version"), ("u4", "lost"), ("u5", "ambiguous"))
    assert report.moved == whys
    assert all(listed.sentence("zh") and listed.sentence("en") for listed in report.moved)
    on_title = [said.lines for said in comments(data) if story(data).ranges[said.id] == "松果日记隐私政策"]
    assert [lines[:2] for lines in on_title] == [
        ["所涉原文：“请逐条阅读”（现文本中已找不到）", "见批注1"],
        ["所涉原文：“别的文字”（现文本中已找不到）", "【中风险】2｜甲（文末）"],
        ["所涉原文：“随时联系我们”（现文本中已找不到）", "【中风险】3｜甲（全文）"],
        ["所涉原文：“请逐条阅读”（文本中未找到）", "【中风险】4｜甲（前言）"],
        ["所涉原文：“信息”（文本中出现多次）", "【中风险】5｜甲（前言）"],
    ]
    assert ("【中风险】1｜甲（前言；文末）", "随时联系我们") in read_back(data)


def test_a_profile_leaves_out_notes_and_fields_and_says_which(chinese, tmp_path):
    chinese.set_matter(firm="松柏律师事务所")
    inside = note_on(chinese, "请逐条阅读", title="内", visibility=Visibility.INTERNAL)
    note_on(chinese, "提供您的信息", title="客", issue="客户可见", visibility=Visibility.CLIENT)
    out = note_on(
        chinese, "法律要求", title="外", issue="不给对方看", legal_basis="第十三条", visibility=Visibility.OUTSIDE
    )
    chinese.reply(out.uid, "内部讨论")
    report, data = annotated(chinese, tmp_path / "outside.docx", profile="outside")
    assert [(c.author, c.initials, c.lines) for c in comments(data)] == [
        ("松柏律师事务所", "松柏", ["3｜外（三.2）", "依据：第十三条"])
    ]
    assert {why for _, why in report.left_out} == {"profile"}
    assert len(report.left_out) == 2
    everything = b"".join(parts(data).values()).decode("utf-8", "replace")
    assert not any(words in everything for words in ("王丽", "不给对方看", "客户可见", "内部讨论"))
    report, data = annotated(chinese, tmp_path / "client.docx", profile="client")
    assert [said.author for said in comments(data)] == ["王丽", "王丽"]
    assert [listed.id for listed in report.left_out] == [inside.uid]
    _, data = annotated(chinese, tmp_path / "firm.docx", profile="client", author="firm")
    assert {said.author for said in comments(data)} == {"松柏律师事务所"}


def test_replies_are_threads_and_what_is_resolved_is_done(chinese, tmp_path):
    note = note_on(chinese, "提供您的信息", title="甲", status=Status.RESOLVED)
    chinese.reply(note.uid, "已改。\n请复核。")
    note_on(chinese, "法律要求", title="乙")
    _, data = annotated(chinese, tmp_path / "out.docx")
    first, answer, other = comments(data)
    assert answer.lines == ["已改。", "请复核。"]
    assert threads(data) == {first.mark: ("", True), answer.mark: (first.mark, True), other.mark: ("", False)}
    assert story(data).ranges[answer.id] == story(data).ranges[first.id] == "提供您的信息"
    assert sorted(story(data).references) == [first.id, answer.id, other.id]


def test_marks_are_valid_paragraph_ids_and_listed_wherever_word_looks(chinese, tmp_path):
    for words in ("请逐条阅读", "提供您的信息", "法律要求"):
        note_on(chinese, words, title=words)
    _, data = annotated(chinese, tmp_path / "out.docx")
    marks = [said.mark for said in comments(data)]
    assert len(set(marks)) == 3
    assert all(0 < int(mark, 16) < 0x80000000 for mark in marks)
    for part, attribute in (("commentsIds", b"paraId"), ("commentsExtensible", b"durableId")):
        listed = re.findall(rb":%s=\"([0-9A-F]{8})\"" % attribute, parts(data)[f"word/{part}.xml"])
        assert [mark.decode() for mark in listed] == marks
    assert 'w15:author="王丽"' in parts(data)["word/people.xml"].decode()


def test_a_comment_shows_the_writers_wall_clock_and_keeps_true_utc_beside_it(chinese, tmp_path):
    note = note_on(chinese, "请逐条阅读", title="甲")
    _, data = annotated(chinese, tmp_path / "out.docx")
    assert comments(data)[0].date == note.created.strftime("2026-03-02T09:30:%S")
    assert (
        note.created.strftime('dateUtc="2026-03-02T01:30:%SZ"').encode() in parts(data)["word/commentsExtensible.xml"]
    )


def test_the_same_matter_at_the_same_moment_gives_the_same_bytes(chinese, tmp_path):
    note = note_on(chinese, "请逐条阅读", title="甲")
    chinese.reply(note.uid, "好")
    _, once = annotated(chinese, tmp_path / "one.docx")
    _, twice = annotated(chinese, tmp_path / "two.docx")
    _, over = annotated(chinese, tmp_path / "one.docx")
    assert once == twice == over


def test_markdown_becomes_headings_real_numbering_tables_and_links(english, tmp_path):
    for words in ("every picture", "its model", "Count Inc", "our list", "at all times", "keep a journal 🐿️ with"):
        note_on(english, words, title=words)
    _, data = annotated(english, tmp_path / "out.docx")
    assert [words for _, words in read_back(data)] == [
        "keep a journal 🐿️ with", "every picture", "its model", "at all times", "Count Inc", "our list",
    ]  # fmt: skip
    text = english.policy(english.documents()[0].latest.uid).text
    assert story(data).text == text.removesuffix("\n")
    document = docx.Document(tmp_path / "out.docx")
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["Acorn Journal privacy notice"] == "Title"
    assert styles["1. What we collect"] == "Heading 1"
    assert len(document.tables) == 1
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Ads Ltd", "to show adverts"]
    numbered = [p.text for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert numbered == [
        "What you write, with every picture.", "What your phone tells us:", "its model;", "its place, at all times.",
    ]  # fmt: skip
    assert {link.address for p in document.paragraphs for link in p.hyperlinks} == {"https://acorn.example/partners"}
    bold = {run.text for p in document.paragraphs for run in p.runs if run.bold}
    assert "at all times" in bold


def test_what_goes_out_is_read_again_as_the_same_words(english, tmp_path):
    text = english.policy(english.documents()[0].latest.uid).text
    _, data = annotated(english, tmp_path / "out.docx")
    again = open_document(data, name="out.docx")
    assert again.text.startswith(text.removesuffix("\n"))


def test_fonts_and_languages_are_named_for_chinese_and_nothing_of_a_template_is_left(chinese, tmp_path):
    note_on(chinese, "请逐条阅读", title="甲")
    _, data = annotated(chinese, tmp_path / "out.docx")
    found = parts(data)
    styles = found["word/styles.xml"].decode()
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="黑体"' in styles
    assert 'w:lang w:val="en-US" w:eastAsia="zh-CN"' in styles
    assert b"asciiTheme" not in b"".join(found.values())
    assert b"eastAsiaTheme" not in b"".join(found.values())
    assert 'w:eastAsia="宋体"' in found["word/comments.xml"].decode()
    assert "stylesWithEffects" not in " ".join(found)
    core = found["docProps/core.xml"].decode()
    assert "<dc:title>松果日记隐私政策</dc:title><dc:creator>王丽</dc:creator>" in core
    assert core.count(NOW.strftime("2026-03-02T09:05:09Z")) == 2
    assert "python-docx" not in core


def test_the_foot_of_each_page_counts_pages_in_fields_with_a_result(chinese, tmp_path):
    _, data = annotated(chinese, tmp_path / "zh.docx")
    assert re.sub(r"\s", "", "".join(story(data, "word/footer1.xml").paragraphs)) == "第1页共1页"
    assert b" PAGE " in parts(data)["word/footer1.xml"]


def test_a_policy_without_a_word_still_takes_a_comment(tmp_path, clock, monkeypatch):
    with matter_with(tmp_path, clock, "x.txt", "一") as matter:
        note_on(matter, title="空")
        empty = replace(matter.policy(matter.documents()[0].latest.uid), text="", blocks=(), clauses=())
        monkeypatch.setattr(type(matter), "policy", lambda *_: empty)
        report, data = annotated(matter, tmp_path / "out.docx")
    assert read_back(data) == [("【中风险】1｜空（全文）", "")] or len(comments(data)) == 1
    assert report.moved == ()


def test_characters_that_xml_cannot_hold_keep_their_place(tmp_path, clock, monkeypatch):
    with matter_with(tmp_path, clock, "x.txt", "甲乙丙丁") as matter:
        note_on(matter, "丙", title="丙")
        policy = matter.policy(matter.documents()[0].latest.uid)
        monkeypatch.setattr(type(matter), "policy", lambda *_: replace(policy, text="甲\x01丙丁"))
        _, data = annotated(matter, tmp_path / "out.docx")
    assert story(data).text == "甲\ufffd丙丁"
    assert read_back(data)[0][1] == "丙"


def test_the_footer_is_the_element_that_word_knows(chinese, tmp_path):
    _, data = annotated(chinese, tmp_path / "zh.docx")
    assert etree.fromstring(parts(data)["word/footer1.xml"]).tag == W + "ftr"
