"""The memo's own headings and labels, English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Mapping

from export.report import Report, ReviewedText
from export.wording import date_text, in_language, phrase

__all__ = ["say", "subject", "titled"]

WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("MEMORANDUM", "合规审查备忘录"),
    "title_outside": ("PROPOSED AMENDMENTS", "条款修改意见"),
    "running": ("Compliance review", "合规审查备忘录"),
    "running_outside": ("Proposed amendments", "条款修改意见"),
    "to": ("TO", "致"),
    "from": ("FROM", "自"),
    "date": ("DATE", "日期"),
    "re": ("RE", "事由"),
    "matter": ("MATTER NO.", "编号"),
    "reviewed_by": ("REVIEWED BY", "复核"),
    "confidentiality": ("STATUS", "保密"),
    "blank": ("[to be completed]", "〔待填〕"),
    "confidential": ("Confidential", "保密文件，仅供委托人内部使用"),
    "confidential_internal": (
        "Internal version: with internal notes, not to be sent out",
        "内部版：含内部批注，请勿外发",
    ),
    "confidential_outside": ("Confidential", "保密文件"),
    "subject": ("{title}: compliance review", "{title}合规审查"),
    "subject_outside": ("{title}: proposed amendments", "{title}条款修改意见"),
    "received": ("received {date}", "{date}收到版"),
    "received_labelled": ("{label}, received {date}", "{label}，{date}收到"),
    "several": ("{first} and {n} other documents", "{first}等{n}份文件"),
    "and": (" and ", "和"),
    "question": ("Question presented", "审查事项"),
    "question_text": (
        (
            "Does {title} meet the requirements of the law that applies to it, and what must be changed before it is "
            "published or kept in use?"
        ),
        "{title}是否符合其适用的法律规定，在发布或者继续使用之前须作哪些修改？",
    ),
    "conclusion": ("Brief answer", "审查结论"),
    "overall": ("Overall rating", "总体评级"),
    "decisions": ("To be decided first", "须优先决定的事项"),
    "count": ("Count", "项数"),
    "handling": ("What to do", "处置要求"),
    "which": ("Findings", "问题编号"),
    "total": ("In all", "合计"),
    "decisions_rest": ("Likewise: ", "其余同级问题："),
    "scope": ("Scope and documents reviewed", "审查范围与依据"),
    "scope_text": (
        "We reviewed the wording of the following against the law that applies to it; the sources are named below.",
        "就下列文件的文字内容，对照其适用的现行规定进行审查，主要依据列于下文。",
    ),
    "scope_text_outside": ("Our comments concern the following text.", "以下意见针对下列文本。"),
    "document": ("Document", "文件"),
    "file": ("File", "文件名"),
    "version": ("Version", "版本"),
    "version_text": ("No. {n}", "第{n}版"),
    "received_on": ("Received", "收到"),
    "received_source": ("{date}, from {source}", "{date}，由{source}提供"),
    "origin": ("Source it states", "自述来源"),
    "length": ("Length", "篇幅"),
    "characters": ("{n:,} characters", "{n:,}个字符"),
    "sha256": ("SHA-256", "SHA-256"),
    "law": ("Law as of", "法律截至"),
    "sources": ("Main sources", "主要依据"),
    "method": ("Method", "方法"),
    "method_text": (
        (
            "Each finding names its place and words, its legal basis, its rating and what to do; ratings are the "
            "reviewer's own."
        ),
        "每一问题均标明条款位置和原文、说明依据、评定风险等级并提出建议。风险等级由审阅人评定。",
    ),
    "table": ("Table of findings", "主要风险及建议"),
    "table_outside": ("Summary of comments", "意见一览"),
    "table_caption": (
        (
            "Table of findings, the worst first. Numbers are those of the comments in the annotated policy and need "
            "not be consecutive."
        ),
        "问题一览表，按风险等级排列。编号与批注稿中的批注编号一致，可能不连续。",
    ),
    "table_caption_outside": (
        (
            "Table of comments, in the order of the text. Numbers are those of the comments in the annotated text and "
            "need not be consecutive."
        ),
        "意见一览表，按条款顺序排列。编号与批注稿中的批注编号一致，可能不连续。",
    ),
    "nothing": ("The review raised no findings.", "本次审查未提出问题。"),
    "number": ("No.", "序号"),
    "clause": ("Clause", "条款"),
    "quote": ("Wording", "原文"),
    "issue": ("Issue", "问题"),
    "basis": ("Legal basis", "法律依据"),
    "severity": ("Rating", "等级"),
    "recommendation": ("Recommendation", "建议"),
    "wording": ("Proposed wording", "建议表述"),
    "absent": ("(not in the text)", "（文本未载明）"),
    "shortened": ("… (see finding {number})", "……（详见问题{number}）"),
    "detail": ("Findings in detail", "逐条意见"),
    "detail_outside": ("Comments in detail", "逐条意见"),
    "finding": ("Finding {number}", "问题{number}"),
    "finding_outside": ("Comment {number}", "意见{number}"),
    "untitled": ("(untitled)", "（未加标题）"),
    "meta_clause": ("Clause: {value}", "条款：{value}"),
    "meta_category": ("Category: {value}", "类别：{value}"),
    "meta_likelihood": ("Likelihood: {value}", "可能性：{value}"),
    "meta_impact": ("Impact: {value}", "影响：{value}"),
    "meta_status": ("Status: {value}", "状态：{value}"),
    "meta_owner": ("Owner: {value}", "负责人：{value}"),
    "meta_due": ("Due: {value}", "期限：{value}"),
    "meta_rules": ("Rules: {value}", "规则：{value}"),
    "omitted": ("[… {n:,} characters left out …]", "〔……此处略去{n:,}字……〕"),
    "translation": ("Translation: {text}", "译文：{text}"),
    "field_issue": ("Issue", "问题描述"),
    "field_consequence": ("Consequence", "法律后果"),
    "field_legal_basis": ("Legal basis", "法律依据"),
    "field_recommendation": ("Recommendation", "整改建议"),
    "field_proposed_wording": ("Proposed wording", "建议表述"),
    "field_question": ("To be confirmed", "待客户确认"),
    "field_question_outside": ("To be confirmed", "待确认"),
    "field_insert_after": ("Place", "插入位置"),
    "insert_after": ("After {place}", "置于“{place}”之后"),
    "insert_after_number": ("After clause {place}", "置于“{place}”之后"),
    "missing": ("Missing disclosures", "缺失条款"),
    "missing_lead": (
        "The following should be in the text and are not. Each comes with wording and the place for it.",
        "以下内容应予载明而未载明，逐项给出建议表述和建议插入位置。",
    ),
    "no_objection": ("Clauses reviewed without objection", "经审查无异议的条款"),
    "questions": ("Open questions", "待确认事项"),
    "questions_lead": (
        "Our view on the findings named depends on the answers.",
        "下列事项请予确认；有关意见可能随答复调整。",
    ),
    "asked": ("To be confirmed", "事项"),
    "related": ("Finding", "相关问题"),
    "answer": ("Answer", "答复"),
    "limits": ("Assumptions and limits", "假设与限制"),
    "sign_reviewer": ("Signed", "经办律师（签字）"),
    "sign_name": ("Name", "姓名"),
    "sign_licence": ("Bar or licence no.", "执业证号"),
    "sign_partner": ("Reviewed by", "复核（签字）"),
    "sign_firm": ("Firm", "律师事务所（盖章）"),
    "sign_date": ("Date", "日期"),
    "page": ("Page ", "第 "),
    "of": (" of ", " 页　共 "),
    "page_end": ("", " 页"),
    "separator": ("; ", "；"),
    "comma": (", ", "、"),
    "number_comma": (", ", ", "),
    "colon": (": ", "："),
}


def say(key: str, language: str, **arguments: object) -> str:
    """Return the memo's words for `key`."""
    return phrase(WORDS, key, language, **arguments)


def titled(text: ReviewedText, language: str) -> str:
    """Return a document's title as it is cited: 《用户隐私协议》, “Privacy Policy”."""
    title = " ".join(text.title.split()).removeprefix("《").removesuffix("》")
    return in_language((f"“{title}”", f"《{title}》"), language)


def subject(report: Report, kind: str = "subject") -> str:
    """Return what the memo is about, naming document and version; never a vague subject."""
    language = report.language
    if not report.documents:
        return say(kind, language, title=say("blank", language))
    first = report.documents[0]
    alone = f"{titled(first, language)}{_version(first, language)}"
    title = alone if len(report.documents) == 1 else _several(report)
    return say(kind, language, title=title)


def _several(report: Report) -> str:
    cited = [titled(text, report.language) for text in report.documents]
    if len(cited) == 2:  # noqa: PLR2004 - a pair is named whole
        return say("and", report.language).join(cited)
    others = len(cited) - (report.language == "en")
    return say("several", report.language, first=cited[0], n=others)


def _version(text: ReviewedText, language: str) -> str:
    day = date_text(text.received, language)
    key = "received_labelled" if text.version_label else "received"
    return in_language((" ({})", "（{}）"), language).format(say(key, language, label=text.version_label, date=day))
