"""The memo's own headings and labels, English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.answer_words import FILL_IN, UNTITLED
from export.change_memo.words import CHANGE_WORDS
from export.memo.gap_words import GAP_WORDS
from export.report import Report, ReviewedText
from export.wording import date_text, in_language, phrase

__all__ = ["has_words", "say", "subject", "titled"]

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
    "question_text_document": (
        (
            "Does {title} meet the requirements of the law that applies to it, and what must be changed before it is "
            "signed, published or kept in use?"
        ),
        "{title}是否符合其适用的法律规定，在签署、发布或者继续使用之前须作哪些修改？",
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
    "reading": ("How read", "读取说明"),
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
    "untitled": UNTITLED,
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
        "The following should be in the text and are not.",
        "以下内容应予载明而未载明。",
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
    "title_again": ("RE-REVIEW MEMORANDUM", "复核意见"),
    "running_again": ("Compliance re-review", "复核意见"),
    "subject_again": ("{title}: second review", "{title}复核"),
    "heading_block": ("Who writes to whom, when and about what", "致、自、日期和事由"),
    "caption": ("Table {n}. ", "表 {n}　"),
    "caption_bar": ("Findings by severity: {legend}", "各风险等级的项数：{legend}"),
    "caption_counts": ("What each rating asks for", "各风险等级的处置要求"),
    "overview": ("How the risks are spread", "风险分布"),
    "counts_heading": ("Counts by severity", "风险统计"),
    "matrix": ("Risk matrix", "风险矩阵"),
    "matrix_caption": (
        "Risk matrix: impact by likelihood, with the numbers of the findings",
        "风险矩阵：影响程度与可能性，格内为问题编号",
    ),
    "matrix_note": (
        (
            "The word and shade of a cell are the level that GB/T 39335 gives to its impact and likelihood; the rating "
            "of each finding is the reviewer's own and may differ."
        ),
        "格内等级及底色系参照 GB/T 39335 由影响程度和可能性得出；各问题的风险等级由审阅人评定，二者可能不同。",
    ),
    "matrix_note_en": (
        (
            "The word and shade of a cell are the level that the four-by-four scale of GB/T 39335 gives to its impact "
            "and likelihood; the rating of each finding is the reviewer's own and may differ."
        ),
        "",
    ),
    "matrix_unrated": (
        "Not shown, for want of an impact or a likelihood: ",
        "未记录影响程度或者可能性、未列入矩阵的问题：",
    ),
    "impact_axis": ("Impact", "影响程度"),
    "likelihood_axis": ("Likelihood", "可能性"),
    "heat": ("Findings by category", "类别分布"),
    "heat_caption": ("Findings by category and severity", "各类别、各风险等级的项数"),
    "category": ("Category", "类别"),
    "uncategorised": ("(no category)", "（未分类）"),
    "changes": ("Since the last version", "复核结果"),
    "changes_lead": (
        (
            "Our last comments were made on {before}. This second review is of {after}. Of the findings then made and "
            "those made now: {list}."
        ),
        "前次意见针对{before}，本次复核针对{after}。前次和本次提出的问题中：{list}。",
    ),
    "changes_caption": ("What became of each finding", "各问题的复核结果"),
    "changes_item": ("{n} {word}", "{word}{n}项"),
    "version_named": ("{title}, version {n}, received {date}", "{title}第{n}版（{date}收到）"),
    "version_short": ("version {n}, received {date}", "第{n}版（{date}收到）"),
    "verdict": ("Result", "复核结果"),
    "text_now": ("Words now", "原文变化"),
    "see_wording": ("See “{heading}”", "见“{heading}”部分"),
    "wording_heading": ("Proposed wording", "建议表述"),
    "wording_lead": (
        "The text as it stands beside the text we propose; take it over as it fits the facts.",
        "下表左栏为现行表述，右栏为建议表述，请结合实际情况采用。",
    ),
    "wording_lead_redline": (
        "What we propose to take out is struck through, what we propose to put in is underlined.",
        "建议删除的文字加删除线，建议增加的文字加下划线。",
    ),
    "wording_caption": ("Proposed wording", "建议表述对照表"),
    "wording_now": ("Text as it stands", "现行表述"),
    "wording_redline": ("Redline", "修订对照"),
    "wording_new": ("(new text)", "（新增内容）"),
    "plan": ("Remediation plan", "整改计划"),
    "plan_lead": (
        "Owners and dates are for the client to fill in where they are open.",
        "负责人和期限空缺处请委托人填写。",
    ),
    "plan_caption": ("Remediation plan", "整改计划表"),
    "action": ("What to do", "整改措施"),
    "owner": ("Owner", "负责人"),
    "due": ("Due", "期限"),
    "status": ("Status", "状态"),
    "questions_caption": ("Open questions", "待确认事项"),
    "response": ("Client's answer", "客户反馈"),
    "response_outside": ("Answer", "答复"),
    "field_response_outside": ("Answer", "答复"),
    "no_objection_caption": ("Clauses without objection", "无异议的条款"),
    "scope_caption": ("Documents reviewed", "审查的文件"),
    "earlier": ("Last round", "前次审查"),
    "annotated": ("Appendix: the text with the findings", "附件　文本全文及问题位置"),
    "annotated_lead": (
        "The words that a finding is about are marked; the number after them is that of the finding.",
        "问题所涉文字已作标记，其后方括号内为问题编号。",
    ),
    "annotated_elsewhere": ("Not tied to particular words: ", "不对应具体文字的问题："),
    "fill_in": FILL_IN,
    "signature_table": ("Lines to sign on", "签署栏"),
    "field_of": ("Finding {number}: {field}", "问题{number}：{field}"),
    "field_title": ("Title", "标题"),
    "field_owner": ("Owner", "负责人"),
    "field_due": ("Due", "期限"),
    "field_status": ("Status", "状态"),
    "field_quote_translation": ("Translation", "译文"),
    "field_response": ("Client's answer", "客户反馈"),
    "page": ("Page ", "第 "),
    "of": (" of ", " 页　共 "),
    "page_end": ("", " 页"),
    "separator": ("; ", "；"),
    "comma": (", ", "、"),
    "number_comma": (", ", ", "),
    "colon": (": ", "："),
    **CHANGE_WORDS,
    **GAP_WORDS,
}


def has_words(key: str) -> bool:
    """Whether there are words for `key`."""
    return key in WORDS


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
