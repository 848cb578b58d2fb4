"""The words that only a gap report has, or has otherwise than a memo, English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from annotations.model import Severity

__all__ = ["GAP_WORDS", "SCALE"]

SCALE: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.CRITICAL: (
        "On its face contrary to mandatory law, with criminal, take-down or heavy-fine exposure",
        "文本本身与法律的强制性规定相抵触，可能面临刑事责任、下架或者高额罚款",
    ),
    Severity.HIGH: (
        "A requirement of statute or administrative regulation is missing or not met",
        "欠缺或者未满足法律、行政法规的要求",
    ),
    Severity.MEDIUM: (
        "Incomplete or unclear, or short of departmental rules or official guidance",
        "内容不完整或者不清楚，或者未达到部门规章、官方指引的要求",
    ),
    Severity.LOW: ("Drafting, form, recommended national standards", "文字、形式问题，或者与推荐性国家标准不一致"),
    Severity.INFO: ("Nothing to change; for information or to be confirmed", "无须修改，供了解或者待核实"),
}
"""What each rating means."""

GAP_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title_gap": ("PRIVACY POLICY GAP ANALYSIS", "隐私政策合规评估报告"),
    "title_gap_document": ("GAP ANALYSIS", "合规评估报告"),
    "running_gap_document": ("Gap analysis", "合规评估报告"),
    "running_gap": ("Privacy policy gap analysis", "隐私政策合规评估报告"),
    "subject_gap": ("{title}: gap analysis", "{title}合规评估"),
    "cover_client": ("Client", "委托人"),
    "cover_addressee": ("For the attention of", "收件人"),
    "cover_document": ("Document", "评估对象"),
    "cover_version": ("Version", "版本"),
    "cover_file": ("File", "文件名"),
    "cover_sha256": ("SHA-256", "SHA-256"),
    "cover_reviewer": ("Prepared by", "评估人"),
    "cover_partner": ("Reviewed by", "复核人"),
    "cover_firm": ("Firm", "律师事务所"),
    "cover_matter": ("Matter no.", "编号"),
    "cover_date": ("Date", "日期"),
    "cover_status": ("Status", "状态"),
    "cover_status_text": ("Draft until signed", "草稿，签署后生效"),
    "cover_confidentiality": ("Confidentiality", "保密提示"),
    "control": ("Document control", "文档控制"),
    "control_caption": ("Document control", "文档控制"),
    "control_version": ("Report", "报告版本"),
    "control_date": ("Date", "日期"),
    "control_author": ("Author", "编制"),
    "control_change": ("Change", "变更说明"),
    "control_first": ("First issue, on version {n} of the document", "首次出具，针对文件第{n}版"),
    "control_again": ("Second review, on version {n} of the document", "复核，针对文件第{n}版"),
    "contents": ("Contents", "目录"),
    "conclusion_gap": ("Executive summary", "概述"),
    "scope_gap": ("Scope, materials and law", "评估范围与依据"),
    "scope_text_gap": (
        "We compared the wording of the following with the law that applies to it; the sources are named below.",
        "就下列文件的文字内容，对照其适用的现行规定进行评估，主要依据列于下文。",
    ),
    "scope_caption_gap": ("Documents assessed", "评估对象"),
    "method_heading": ("Method and rating scale", "方法与风险判定准则"),
    "method_heading_gap": ("Method and rating scale", "评估方法与风险判定准则"),
    "method_steps_gap": (
        (
            "The text was read clause by clause against the sources named. Each gap was recorded with its place, its "
            "words, its legal basis, its rating and what to do; what the sources ask for and the text does not say was "
            "recorded as missing. Ratings are the reviewer's own."
        ),
        (
            "逐条阅读文本并与所列依据对照；对每一项差距记录条款位置、原文、依据、风险等级和整改建议；依据要求载明而"
            "文本未载明的，记为缺失。风险等级由审阅人评定。"
        ),
    ),
    "scale_caption": ("Rating scale", "风险等级判定准则"),
    "scale_means": ("What it means", "判定准则"),
    "table_gap": ("Issue table", "问题一览表"),
    "detail_gap": ("Detailed findings", "逐项评估"),
    "missing_caption": ("What the text should say and does not", "缺失内容核对表"),
    "requirement": ("Requirement", "应载明的内容"),
    "present": ("In the text", "现状"),
    "present_no": ("No", "未载明"),
    "place_for_it": ("Place for it", "建议位置"),
    "signature_gap": ("Signature", "签署"),
    "sign_reviewer_gap": ("Prepared by", "评估人（签字）"),
}
"""A key ending in _gap stands in a gap report for the key without it."""
