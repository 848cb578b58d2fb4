"""What a report says in its own words, Chinese and English side by side: conclusions, limits, dates."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.day_words import MONTHS, date_text, due_text
from annotations.model import Severity

__all__ = [
    "BANNERS",
    "CONCLUSION",
    "LIMITS",
    "MONTHS",
    "Phrases",
    "banner",
    "date_text",
    "due_text",
    "handling",
    "in_language",
    "paper",
    "phrase",
    "report_language",
]

Phrases = Mapping[str, tuple[str, str]]
"""A key, its English words, its Chinese ones."""

HANDLING: Mapping[Severity, tuple[str, str]] = {
    Severity.CRITICAL: (
        "Do not publish. Remove or rewrite; if already live, take down.",
        "不得发布，须删除或改写；已发布的，建议立即下架。",
    ),
    Severity.HIGH: ("Put right before publication.", "发布前整改。"),
    Severity.MEDIUM: ("Put right by an agreed date.", "限期整改。"),
    Severity.LOW: ("Put right at the next update.", "下次更新时完善。"),
    Severity.INFO: ("Nothing to change; for information or to be confirmed.", "无须修改，供了解或待核实。"),
}

HANDLING_DOCUMENT: Mapping[Severity, tuple[str, str]] = {
    **HANDLING,
    Severity.CRITICAL: ("Remove or rewrite before it is signed or published.", "签署或者发布前须删除或改写。"),
    Severity.HIGH: ("Put right before it is signed or published.", "签署或者发布前整改。"),
}
"""What each rating asks for of a document that is no policy."""

CONCLUSION: Phrases = {
    "critical_1": (
        (
            "{subject} {has} 1 critical issue. {It} should not be published; if {it_is} live, {it} should be "
            "taken down and rewritten."
        ),
        "{subject}存在1项严重风险，不宜发布；已发布的，建议立即下架并整体改写。",
    ),
    "critical": (
        (
            "{subject} {has} {n} critical issues. {It} should not be published; if {it_is} live, {it} should be "
            "taken down and rewritten."
        ),
        "{subject}存在{n}项严重风险，不宜发布；已发布的，建议立即下架并整体改写。",
    ),
    "high_1": (
        "{subject} {has} 1 high-risk issue, which should be put right before publication.",
        "{subject}存在1项高风险问题，建议整改完成后再行发布。",
    ),
    "high": (
        "{subject} {has} {n} high-risk issues, which should be put right before publication.",
        "{subject}存在{n}项高风险问题，建议整改完成后再行发布。",
    ),
    "medium_1": (
        "{subject} can be used as a whole; 1 change is advised at the next update.",
        "{subject}总体可用，建议在下次更新中完成1项修改。",
    ),
    "medium": (
        "{subject} can be used as a whole; {n} changes are advised at the next update.",
        "{subject}总体可用，建议在下次更新中完成{n}项修改。",
    ),
    "low_1": (
        "We found nothing that stands in the way of publication, and make 1 drafting suggestion.",
        "未发现影响发布的问题，另有1项文字性建议。",
    ),
    "low": (
        "We found nothing that stands in the way of publication, and make {n} drafting suggestions.",
        "未发现影响发布的问题，另有{n}项文字性建议。",
    ),
    "none": (
        "We found nothing that stands in the way of publication.",
        "未发现影响发布的问题。",
    ),
    "critical_1_document": (
        "{subject} {has} 1 critical issue, which should be put right before {it_is} signed or published.",
        "{subject}存在1项严重风险，整改完成前不宜签署或者发布。",
    ),
    "critical_document": (
        "{subject} {has} {n} critical issues, which should be put right before {it_is} signed or published.",
        "{subject}存在{n}项严重风险，整改完成前不宜签署或者发布。",
    ),
    "high_1_document": (
        "{subject} {has} 1 high-risk issue, which should be put right before {it_is} signed or published.",
        "{subject}存在1项高风险问题，建议整改完成后再行签署或者发布。",
    ),
    "high_document": (
        "{subject} {has} {n} high-risk issues, which should be put right before {it_is} signed or published.",
        "{subject}存在{n}项高风险问题，建议整改完成后再行签署或者发布。",
    ),
    "medium_1_document": (
        "{subject} can be used as a whole; 1 change is advised.",
        "{subject}总体可用，建议完成1项修改。",
    ),
    "medium_document": (
        "{subject} can be used as a whole; {n} changes are advised.",
        "{subject}总体可用，建议完成{n}项修改。",
    ),
    "low_1_document": (
        "We found nothing that stands in the way of signing or publication, and make 1 drafting suggestion.",
        "未发现影响签署或者发布的问题，另有1项文字性建议。",
    ),
    "low_document": (
        "We found nothing that stands in the way of signing or publication, and make {n} drafting suggestions.",
        "未发现影响签署或者发布的问题，另有{n}项文字性建议。",
    ),
    "none_document": (
        "We found nothing that stands in the way of signing or publication.",
        "未发现影响签署或者发布的问题。",
    ),
    "others_1": ("There is also {list}; see the table below.", "另有{list}，详见下表。"),
    "others": ("There are also {list}; see the table below.", "另有{list}，详见下表。"),
    "closed": (
        "Not counted: {list}; they are listed all the same.",
        "{list}，不计入上述统计，仍列于下文备查。",
    ),
}

LIMITS: Phrases = {
    "reliance": (
        (
            "This {paper} is for its addressee only and for the subject stated above. It may not be shown to "
            "or relied on by anyone else without our written consent."
        ),
        "{own_paper}仅供收件人就上述事由使用。未经我方书面同意，不得提供给第三方，第三方亦不得据此主张权利。",
    ),
    "text_only": (
        (
            "It is based solely on the text of the documents listed above. We have not tested the app, its SDKs or "
            "back-end systems, nor examined how data are in fact processed."
        ),
        "审查仅以上列文件的文本为依据，未对应用程序、第三方SDK、后台系统或者实际的数据处理活动作技术检测或现场核查。",
    ),
    "law": (
        (
            "The law is stated as of {date}. Later changes are not taken into account, and we give no opinion on the "
            "law of any place other than that of the sources cited."
        ),
        "所引法律、法规、规章和标准以{date}有效的文本为准，此后的变化未予考虑；对所引规定以外的其他法域的法律不发表意见。",
    ),
    "facts": (
        (
            "Facts and documents given to us are assumed to be true, accurate and complete. If they are not, our view "
            "may change."
        ),
        "提供给我方的事实和材料均假定为真实、准确、完整；实际情况与此不符的，有关意见可能需要相应调整。",
    ),
    "regulator": (
        (
            "Ratings and conclusions are our professional judgement and no guarantee of the view that a regulator or "
            "a court may take."
        ),
        "风险等级和结论系根据现有材料作出的专业判断，不构成对监管机关或者人民法院认定结果的保证。",
    ),
    "machine": (
        "Points that a rule set brought up by machine count as findings only once a lawyer has confirmed them.",
        "由规则库自动提示的事项，须经律师确认后方可作为审查意见。",
    ),
    "verify": (
        "Sources marked [to be verified] must be checked before they are relied on.",
        "标注〔须核实〕的依据，使用前须经核对。",
    ),
    "translation": (
        (
            "The documents are quoted in their own language. Translations of them, and of Chinese law, are ours and "
            "for convenience only; the original prevails."
        ),
        "所审文件以原文引述；译文由我方翻译，仅供参考，以原文为准。",
    ),
    "privilege": (
        "Delivery of this document waives no privilege and no duty of confidence.",
        "出具或者交付本文件，不构成对任何保密义务或者保密特权的放弃。",
    ),
    "version": (
        "It concerns only the version named above and supersedes our earlier views on that version.",
        "{own_paper}仅针对上列版本；此前就同一版本所作的意见，以{own_paper}为准。",
    ),
}


BANNERS: Phrases = {
    "us": (
        "Privileged & Confidential – Attorney-Client Communication – Attorney Work Product",
        "保密，受律师与客户通信特权及律师工作成果规则保护",
    ),
    "uk": ("Confidential and legally privileged", "保密，受法律职业特权保护"),
    "hk": ("Confidential and legally privileged", "保密，受法律专业保密权保护"),
    "cn": ("Confidential", "保密文件，仅供委托人内部使用"),
}
"""The line on confidentiality by the law that the addressee lives under: privilege is not the same everywhere."""


def banner(own: str, language: str) -> str:
    """Return the matter's line on confidentiality; where it only names a law ("us", "uk", "hk", "cn"), that law's."""
    return phrase(BANNERS, own.lower(), language) if own.lower() in BANNERS else own


def handling(severity: Severity, language: str, *, of_policy: bool) -> str:
    """Return what a rating asks for, of a policy that is published or of another document."""
    return in_language((HANDLING if of_policy else HANDLING_DOCUMENT)[severity], language)


def report_language(language: str) -> str:
    """Return "zh" or "en": the two languages a report can be written in."""
    return "zh" if language.lower().startswith("zh") else "en"


def in_language(pair: tuple[str, str], language: str) -> str:
    """Return the English or the Chinese half of `pair`."""
    return pair[report_language(language) == "zh"]


def paper(product: str) -> dict[str, str]:
    """Return what a product calls itself, for LIMITS."""
    english, chinese = {"gap": ("report", "本报告")}.get(product, ("memorandum", "本备忘录"))
    return {"paper": english, "own_paper": chinese}


def phrase(table: Phrases, key: str, language: str, **arguments: object) -> str:
    """Return the words for `key`; raises KeyError for one the table does not hold (our own fault)."""
    return in_language(table[key], language).format(**arguments)
