"""The words of a review in both languages: choices, states and categories."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from annotations.model import AnchorState, Assessment, Level, Review, Severity, Status, Visibility

__all__ = ["CATEGORIES", "LABELS", "SHORT", "category_in", "label", "short"]

_LABELS: tuple[tuple[StrEnum, str, str], ...] = (
    (Severity.CRITICAL, "Critical", "严重风险"),
    (Severity.HIGH, "High", "高风险"),
    (Severity.MEDIUM, "Medium", "中风险"),
    (Severity.LOW, "Low", "低风险"),
    (Severity.INFO, "Info", "提示"),
    (Level.LOW, "Low", "低"),
    (Level.MEDIUM, "Medium", "中"),
    (Level.HIGH, "High", "高"),
    (Level.VERY_HIGH, "Very high", "很高"),
    (Assessment.RISK, "Risk", "风险"),
    (Assessment.MISSING, "Missing", "缺失"),
    (Assessment.QUESTION, "Question", "待核实"),
    (Assessment.FINE, "No objection", "无异议"),
    (Status.OPEN, "Open", "待处理"),
    (Status.IN_PROGRESS, "In progress", "处理中"),
    (Status.ACCEPTED, "Risk accepted by client", "客户接受风险"),
    (Status.RESOLVED, "Resolved", "已整改"),
    (Status.DECLINED, "Declined", "不采纳"),
    (Review.DRAFT, "Draft", "草稿"),
    (Review.FOR_REVIEW, "For review", "待复核"),
    (Review.APPROVED, "Approved", "已复核"),
    (Visibility.INTERNAL, "Internal", "内部"),
    (Visibility.CLIENT, "Client", "客户"),
    (Visibility.OUTSIDE, "Outside", "对外"),
    (AnchorState.PLACED, "Placed", "已标注"),
    (AnchorState.UNCHANGED, "Unchanged", "原文未变"),
    (AnchorState.EDITED, "Edited", "原文有改动"),
    (AnchorState.MOVED, "Moved", "原文已移动"),
    (AnchorState.AMBIGUOUS, "Ambiguous", "待指定位置"),
    (AnchorState.LOST, "Lost", "原文已删"),
)

LABELS: Mapping[tuple[type[StrEnum], str], tuple[str, str]] = {
    (type(choice), choice.value): (english, chinese) for choice, english, chinese in _LABELS
}
"""English and Chinese of every choice, by its class too: LOW of Severity equals LOW of Level, being the same text."""

SHORT: Mapping[Severity, tuple[str, str]] = {
    Severity.CRITICAL: ("Critical", "严重"),
    Severity.HIGH: ("High", "高"),
    Severity.MEDIUM: ("Medium", "中"),
    Severity.LOW: ("Low", "低"),
    Severity.INFO: ("Info", "提示"),
}
"""Severity where there is little room."""

CATEGORIES: tuple[tuple[str, str], ...] = (
    ("Identity and transparency", "身份与透明"),
    ("Collection and necessity", "收集与最小必要"),
    ("Consent", "同意"),
    ("Sensitive data and minors", "敏感个人信息与未成年人"),
    ("Use and automated decisions", "使用与自动化决策"),
    ("Sharing, processors and disclosure", "共享、委托与公开"),
    ("Publication and provision to others", "公开与对外提供"),
    ("Transfers abroad", "出境"),
    ("Storage and security", "保存与安全"),
    ("Individual rights and account deletion", "个人权利与注销"),
    ("Changes and standard terms", "变更与格式条款"),
    ("Sector: collection and contacts", "行业：催收与联系人"),
    ("Sector: credit reporting and lending", "行业：征信与信贷"),
    ("Purposes and legal bases", "处理目的与法律依据"),
    ("Recipients", "接收方"),
    ("Retention", "保存期限"),
    ("Complaints and supervisory authority", "投诉与监管机关"),
    ("Selling, sharing and opting out", "出售、共享与选择退出"),
    ("Security breach", "安全事件"),
    ("Cookies and tracking", "Cookie 与追踪"),
    ("User choice and control", "用户选择与控制"),
    ("Liability and disputes", "责任与争议"),
    ("Other", "其他"),
)
"""The categories offered, in English and Chinese; a reviewer may write others."""

_CATEGORY: dict[str, tuple[str, str]] = {name.casefold(): pair for pair in CATEGORIES for name in pair}
_CATEGORY |= {
    "共享委托公开": ("Sharing, processors and disclosure", "共享、委托与公开"),
    "敏感与未成年": ("Sensitive data and minors", "敏感个人信息与未成年人"),
    "first party collection/use": ("Collection and necessity", "收集与最小必要"),
    "third party sharing/collection": ("Sharing, processors and disclosure", "共享、委托与公开"),
    "user choice/control": ("User choice and control", "用户选择与控制"),
    "user access, edit & deletion": ("Individual rights and account deletion", "个人权利与注销"),
    "data retention": ("Retention", "保存期限"),
    "data security": ("Storage and security", "保存与安全"),
    "policy change": ("Changes and standard terms", "变更与格式条款"),
    "do not track": ("Cookies and tracking", "Cookie 与追踪"),
}


def label(choice: StrEnum, language: str) -> str:
    """Return the word for a choice in `language` ("zh…" is Chinese, anything else English)."""
    return _pick(LABELS[type(choice), choice.value], language)


def short(severity: Severity, language: str) -> str:
    """Return the short word for a severity."""
    return _pick(SHORT[severity], language)


def category_in(category: str, language: str) -> str:
    """Return a category's name in `language`; one we do not know stays as the reviewer wrote it."""
    pair = _CATEGORY.get(category.strip().casefold())
    return _pick(pair, language) if pair else category


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[1] if language.startswith("zh") else pair[0]
