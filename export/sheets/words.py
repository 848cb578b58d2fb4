"""What the tables of a report say in their own words, English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from annotations.answer_words import CUT
from export.wording import in_language, phrase

__all__ = ["RESPONSES", "responses", "tell"]

RESPONSES: Final[Mapping[str, tuple[str, str]]] = {
    "agreed": ("Agreed", "同意"),
    "agreed in part": ("Agreed in part", "部分同意"),
    "not agreed": ("Not agreed", "不同意"),
    "to discuss": ("To discuss", "待讨论"),
}
"""What a client may answer to a finding; the words of the list in the workbook."""

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "summary": ("Summary", "概览"),
    "findings": ("Findings", "问题清单"),
    "findings_outside": ("Comments", "意见清单"),
    "missing": ("Missing disclosures", "缺失条款"),
    "questions": ("Open questions", "待确认事项"),
    "no_objection": ("No objection", "无异议条款"),
    "title": ("Issue list", "问题清单"),
    "title_outside": ("Comments", "意见清单"),
    "fill_in": (
        "Please fill in the columns with blue headings; the lists offer the answers.",
        "请填写蓝色表头各列，下拉列表中有可选答复。",
    ),
    "empty": ("Nothing to list.", "无。"),
    "number": ("No.", "序号"),
    "document": ("Document", "文件"),
    "kind": ("Kind", "类型"),
    "clause": ("Clause", "条款"),
    "severity": ("Rating", "风险等级"),
    "title_of": ("Title", "标题"),
    "absent": ("What is missing", "缺失内容"),
    "quote": ("Wording", "原文"),
    "quote_translation": ("Translation", "译文"),
    "category": ("Category", "类别"),
    "issue": ("Issue", "问题描述"),
    "consequence": ("Consequence", "法律后果"),
    "legal_basis": ("Legal basis", "法律依据"),
    "recommendation": ("Recommendation", "整改建议"),
    "proposed_wording": ("Proposed wording", "建议表述"),
    "insert_after": ("Insert after", "插入位置"),
    "question": ("To be confirmed", "待确认事项"),
    "likelihood": ("Likelihood", "可能性"),
    "impact": ("Impact", "影响"),
    "status": ("Status", "状态"),
    "owner": ("Owner", "负责人"),
    "due": ("Due", "期限"),
    "rules": ("Rules", "规则"),
    "response": ("Client's response", "客户反馈"),
    "response_outside": ("Response", "反馈"),
    "response_note": ("Comment", "反馈说明"),
    "related": ("Findings", "相关问题"),
    "changes": ("Changes", "变更"),
    "what_changed": ("What happened", "变更类型"),
    "was": ("Was", "原文"),
    "is": ("Is now", "现文"),
    "look_at": ("What to look at", "关注事项"),
    "answer": ("Answer", "答复"),
    "count": ("Count", "项数"),
    "handling": ("What to do", "处置要求"),
    "which": ("Findings", "问题编号"),
    "in_all": ("In all", "合计"),
    "chart": ("Findings by rating", "各风险等级的问题数量"),
    "chart_told": ("Bars of the number of findings for each rating: {list}.", "各风险等级的问题数量条形图：{list}。"),
    "closed": (
        "Only what still has to be done is counted.",
        "仅统计尚待处理的问题。",
    ),
    "page": ("Page &P of &N", "第 &P 页　共 &N 页"),
    "cut": CUT,
}


def tell(key: str, language: str, **arguments: object) -> str:
    """Return the tables' words for `key`."""
    return phrase(_WORDS, key, language, **arguments)


def responses(language: str) -> tuple[str, ...]:
    """Return what a client may answer, in the order of the list."""
    return tuple(in_language(pair, language) for pair in RESPONSES.values())
