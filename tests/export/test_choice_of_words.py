"""Before a report goes out: words that are too strong for their source, and notes not in its language."""

from __future__ import annotations

import pytest

from export.choice_of_words import to_reconsider
from tests.export.memo_case import note, report


def told(item, **more):
    return [one.why for one in to_reconsider(report(item, **more))]


@pytest.mark.parametrize("basis", [
    "《个人信息保护法》第六条", "《征信业管理条例》第十八条",
    "《常见类型移动互联网应用程序必要个人信息范围规定》第五条",
    "《网络安全审查办法》第二条", "《民法典》第一千零三十五条；GB/T 35273", "《网络数据安全管理条例（2024年）》第九条",
])  # fmt: skip
def test_what_is_contrary_to_binding_law_may_be_called_so(basis):
    assert told(note(1, issue="该条违反法定要求。", legal_basis=basis)) == []


@pytest.mark.parametrize("basis", [
    "GB/T 35273—2020 第5.6条", "《App违法违规收集使用个人信息行为认定方法》第二条",
    "《信息安全技术 个人信息安全规范》第5条", "",
])  # fmt: skip
def test_what_falls_short_of_a_standard_is_not_contrary_to_law(basis):
    item = note(1, issue="该条违反要求。", legal_basis=basis)
    assert told(item) == ["contrary"]
    for language, word in (("en", "statute"), ("zh", "不符合")):
        assert word in to_reconsider(report(item))[0].sentence(language)


def test_what_does_not_say_so_is_left_alone():
    assert told(note(1, issue="该条不符合推荐性国家标准。", legal_basis="GB/T 35273")) == []


def test_a_note_without_words_in_the_reports_language_is_named():
    assert told(note(1), language="en") == ["untranslated"]
    assert told(note(1, language="en", issue="No purpose is named."), language="zh") == ["untranslated"]


def test_a_note_with_words_in_both_is_not():
    english = {"en": {"issue": "The clause says “任何用途”, which names no purpose at all."}}
    assert told(note(1, translations=english), language="en") == []
    assert told(note(1, title="", issue=""), language="en") == []
