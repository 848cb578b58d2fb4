"""A report on a document that is no policy speaks of it as a document, and of signing it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.model import Matter, Severity
from export.memo.layout import Plan
from export.pages.html_page import html_page
from export.pages.page import page_of
from export.report import ReportOptions, assemble
from tests.export.memo_case import NOW, body, note, reviewed, words

LEASE = "Lease Agreement\n\n1. Rent\n\nThe tenant pays the rent. Personal data is handled as the privacy policy says.\n"


def _report(title: str, text: str, language: str, *severities: Severity):
    notes = tuple(note(at, severity=severity) for at, severity in enumerate(severities, start=1))
    item = reviewed(notes, text, title=title)
    policy = replace(item.policy, title=title)
    return assemble(Matter(), [replace(item, policy=policy)], ReportOptions(now=NOW, language=language))


def test_a_contract_gets_a_gap_analysis_and_is_not_to_be_signed() -> None:
    made = _report("Lease Agreement", LEASE, "en", Severity.CRITICAL)
    told = words(body(made, Plan("gap")))
    assert told.startswith("GAP ANALYSIS\n")
    assert "privacy policy gap analysis" not in told.lower()
    assert "The document contains 1 critical issue, which should be put right before it is signed or published." in told
    assert "Do not publish" not in told
    assert "taken down" not in told
    assert "taken down" not in words(body(made)) + html_page(page_of(made)).decode()


def test_in_chinese_too() -> None:
    made = _report("房屋租赁合同", "房屋租赁合同\n\n一、租金\n\n按月支付。\n", "zh", Severity.HIGH, Severity.HIGH)
    told = words(body(made, Plan("gap")))
    assert told.startswith("合规评估报告\n")
    assert "所审文件存在2项高风险问题，建议整改完成后再行签署或者发布。" in told
    assert "本政策" not in told
    assert "下架" not in words(body(made))


@pytest.mark.parametrize("title", ["Privacy Notice", "Terms of Service", "个人信息保护政策", "用户协议", "隐私说明"])
def test_policies_and_terms_keep_their_words(title: str) -> None:
    made = _report(title, LEASE, "zh", Severity.CRITICAL)
    assert made.conclusion[0] == "本政策存在1项严重风险，不宜发布；已发布的，建议立即下架并整体改写。"
    assert words(body(made, Plan("gap"))).startswith("隐私政策合规评估报告")
