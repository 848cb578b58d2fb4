"""Every field a template may name: its English name, its Chinese one, and what it holds. The one table of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from typing import Final

__all__ = [
    "BLOCKS",
    "ITEMS",
    "LISTS",
    "LOOP",
    "SECTIONS",
    "TEXT",
    "Field",
    "Kind",
    "Shape",
    "block_names",
    "item_of",
    "names_after",
    "nearest",
    "plain_fields",
    "section_names",
    "shape_of",
    "top",
]


class Kind(StrEnum):
    """What a name in a template stands for."""

    TEXT = "text"
    SECTION = "section"
    LIST = "list"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Field:
    """One name: English and Chinese, and what it holds, in both."""

    name: str
    chinese: str
    about: str
    about_chinese: str


def _fields(rows: str) -> tuple[Field, ...]:
    return tuple(Field(*(cell.strip() for cell in row.split("|"))) for row in rows.strip().splitlines())


SECTIONS: Final[Mapping[str, tuple[Field, ...]]] = {
    "matter": _fields("""
        client         | 委托人     | the client                                    | 委托人名称
        addressee      | 收件人     | who the report is addressed to                | 报告的收件人
        number         | 项目编号   | your number for the matter                    | 项目（案件）编号
        firm           | 律所名称   | the firm that writes                          | 出具报告的律师事务所
        reviewer       | 经办律师   | who reviewed                                  | 经办人
        partner        | 复核律师   | who reviews before it is signed               | 复核人
        licence        | 执业证号   | bar or licence number                         | 经办律师的执业证号
        confidentiality| 保密提示   | the line on confidentiality                   | 保密提示语
    """),
    "report": _fields("""
        title          | 报告标题   | MEMORANDUM, or what the report is called      | 合规审查备忘录等
        subject        | 事由       | what it is about: document and version        | 所审文件及版本
        date           | 报告日期   | the day it is written, in words               | 出具日期
        overall        | 总体评级   | the overall rating                            | 总体风险等级
        scope          | 审查范围   | the scope agreed, if any was written down     | 约定的审查范围
        law_as_of      | 法律截至   | the day the law is stated at                  | 所引规定的截至日期
        sources        | 主要依据   | the statutes cited, the most cited first      | 所引法律、法规，引用多者在前
    """),
    "counts": _fields("""
        critical       | 严重风险数 | standing findings that are critical           | 未整改的严重风险项数
        high           | 高风险数   | standing findings of high risk                | 未整改的高风险项数
        medium         | 中风险数   | standing findings of medium risk              | 未整改的中风险项数
        low            | 低风险数   | standing findings of low risk                 | 未整改的低风险项数
        info           | 提示数     | notes for information                         | 提示项数
        total          | 问题总数   | all findings in the report                    | 报告所列问题总数
        missing        | 缺失数     | missing disclosures                           | 缺失条款项数
        questions      | 待确认数   | open questions                                | 待确认事项数
    """),
}
"""The sections whose names are written with a dot: matter.client; in Chinese 项目.委托人, or 委托人 alone."""

_SECTION_NAMES: Final = {"matter": "项目", "report": "报告", "counts": "统计"}

_ALONE: Final = _fields("""
    conclusion     | 审查结论   | the conclusion, a paragraph or more           | 审查结论，可有数段
""")

LISTS: Final[Mapping[str, tuple[Field, str]]] = {
    field.name: (field, item)
    for field, item in zip(
        _fields("""
        documents      | 文件清单   | the documents reviewed                        | 所审文件
        findings       | 问题清单   | all findings, the worst first                 | 全部问题，风险高者在前
        on_the_text    | 条款问题   | findings on what the documents say            | 就已有条款提出的问题
        missing        | 缺失清单   | findings on what the documents should say     | 应有而未有的内容
        no_objection   | 无异议清单 | clauses reviewed without objection            | 经审查无异议的条款
        questions      | 待确认清单 | what the client must answer                   | 须由委托人确认的事项
        limits         | 限制清单   | assumptions and limits, each a text           | 假设与限制，每项为一段文字
        """),
        ("document", "finding", "finding", "finding", "finding", "question", ""),
        strict=True,
    )
}
"""What a loop may walk over, and what each item is; "" for plain text."""

ITEMS: Final[Mapping[str, tuple[Field, ...]]] = {
    "document": _fields("""
        title          | 文件标题   | the document's title                          | 文件标题
        file           | 文件名     | its file name                                 | 文件名
        version        | 版本       | its version, with its label                   | 版本及说明
        received       | 收到日期   | when it was received                          | 收到日期
        origin         | 自述来源   | where it says that it comes from              | 文件自述的来源
        characters     | 字符数     | how long it is                                | 篇幅
        sha256         | 校验值     | its SHA-256                                   | SHA-256
        reading        | 读取说明   | what of the file was not read, if anything    | 未能读取或者未列入审查的内容
    """),
    "finding": _fields("""
        number         | 编号       | its number, the same as in the comments       | 编号，与批注编号一致
        title          | 标题       | its title                                     | 标题
        severity       | 风险等级   | Critical, High, Medium, Low, Info             | 严重风险、高风险等
        severity_code  | 等级代码   | critical, high, medium, low, info; for if     | critical 等英文代码，供条件判断
        colour         | 等级颜色   | the severity's colour, for {% cellbg %}       | 等级颜色，供 {% cellbg %} 使用
        handling       | 处置要求   | what the severity asks for                    | 该等级的处置要求
        kind           | 类型       | risk, missing, question                       | 风险、缺失、待核实
        category       | 类别       | its category                                  | 类别
        document       | 所属文件   | the document it is about                      | 所涉文件
        clause         | 条款       | where it stands                               | 所在条款
        quote          | 原文       | the words in question                         | 所涉原文
        translation    | 原文译文   | their translation                             | 原文的译文
        issue          | 问题描述   | what is wrong                                 | 问题描述
        consequence    | 法律后果   | what may follow                               | 法律后果
        basis          | 法律依据   | the legal basis                               | 法律依据
        recommendation | 整改建议   | what to do                                    | 整改建议
        proposed_wording | 建议表述 | the words we propose                          | 建议表述
        insert_after   | 插入位置   | after which clause missing words go           | 缺失内容的插入位置
        question       | 待确认事项 | what the client must answer                   | 须由委托人确认的事项
        likelihood     | 可能性     | likelihood, where it was rated                | 可能性（如已评定）
        impact         | 影响       | impact, where it was rated                    | 影响（如已评定）
        status         | 状态       | open, in progress, resolved ...               | 待处理、处理中、已整改等
        owner          | 负责人     | who puts it right                             | 整改负责人
        due            | 期限       | by when                                       | 整改期限
    """),
    "question": _fields("""
        number         | 序号       | 1, 2, 3 ...                                   | 序号
        text           | 内容       | the question                                  | 问题内容
        findings       | 相关问题   | the numbers of the findings it came from      | 相关问题的编号
    """),
}

BLOCKS: Final = _fields("""
    conclusion_block | 结论及评级 | the rating, the conclusion and what to decide first | 评级、结论和须优先决定的事项
    counts_block     | 风险统计   | the counts by severity                        | 按风险等级统计
    matrix_block     | 风险矩阵   | the matrix of likelihood by impact            | 可能性与影响的矩阵
    heat_block       | 类别分布   | the table of category by severity             | 类别与风险等级的分布表
    scope_block      | 审查范围表 | what was reviewed, and the documents' facts   | 所审文件及其情况
    method_block     | 评估方法   | the method and the rating scale               | 评估方法与风险判定准则
    changes_block    | 版本变化   | what changed since the last version           | 较上一版本的变化
    table_block      | 问题一览表 | the table of findings                         | 问题一览表
    findings_block   | 逐条意见   | each finding in full                          | 逐条列出全部意见
    missing_block    | 缺失条款   | what is missing, with wording for it          | 缺失内容及建议表述
    plan_block       | 整改计划   | who puts what right by when                   | 整改事项、负责人和期限
    wording_block    | 修改对照   | the text beside the wording proposed          | 原文与建议表述的对照
    questions_block  | 待确认事项表 | the open questions, with room for answers   | 待确认事项，留有答复栏
    limits_block     | 假设与限制 | assumptions and limits                        | 假设与限制
    signature_block  | 签署栏     | the lines to sign on                          | 签字栏
""")
"""Whole parts of our own, put in for a paragraph that holds {{p name }} alone."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a name leads to: its kind, its English name, and for a list what its items are."""

    kind: Kind
    name: str
    item: str = ""


TEXT: Final = Shape(Kind.TEXT, "")
LOOP: Final = "loop"
_LIKE: Final = 0.55
_LOOP: Final = ("index", "index0", "first", "last", "length", "revindex")


@cache
def top() -> Mapping[str, Shape]:
    """Return every name that a template may begin with, English and Chinese."""
    found: dict[str, Shape] = {}
    for name, fields in SECTIONS.items():
        found[name] = found[_SECTION_NAMES[name]] = Shape(Kind.SECTION, name)
        found |= {field.chinese: Shape(Kind.TEXT, f"{name}.{field.name}") for field in fields}
    for field, item in LISTS.values():
        found[field.name] = found[field.chinese] = Shape(Kind.LIST, field.name, item)
    for field in _ALONE:
        found[field.name] = found[field.chinese] = Shape(Kind.TEXT, field.name)
    for field in BLOCKS:
        found[field.name] = found[field.chinese] = Shape(Kind.BLOCK, field.name)
    return found


@cache
def _inner(name: str) -> Mapping[str, Shape]:
    """Return what may follow the dot after a section or an item."""
    if name == LOOP:
        return dict.fromkeys(_LOOP, TEXT)
    fields = SECTIONS.get(name) or ITEMS.get(name, ())
    return {spelt: Shape(Kind.TEXT, field.name) for field in fields for spelt in (field.name, field.chinese)}


def shape_of(shape: Shape, name: str) -> Shape | None:
    """Return what `name` after a dot leads to, None where there is no such field."""
    return _inner(shape.name).get(name) if shape.kind is Kind.SECTION else None


def names_after(shape: Shape) -> tuple[str, ...]:
    """Return what may stand after the dot: the English names and the Chinese ones."""
    return tuple(_inner(shape.name)) if shape.kind is Kind.SECTION else ()


def item_of(shape: Shape) -> Shape:
    """Return what each item of a list is."""
    return Shape(Kind.SECTION, shape.item) if shape.item else TEXT


@cache
def block_names() -> Mapping[str, str]:
    """Return the English name of each whole part by every name it may be written with."""
    return {name: shape.name for name, shape in top().items() if shape.kind is Kind.BLOCK}


def section_names(name: str) -> tuple[str, str]:
    """Return a section's English name and its Chinese one."""
    return name, _SECTION_NAMES[name]


def plain_fields() -> Iterator[tuple[str, str, Field]]:
    """Yield each field outside lists: how it is written in English, in Chinese, and the field."""
    for name, fields in SECTIONS.items():
        for field in fields:
            yield f"{name}.{field.name}", field.chinese, field
    for field in _ALONE:
        yield field.name, field.chinese, field


def nearest(written: str, names: Iterable[str]) -> str:
    """Return the name most like the one written, "" where none is like it. What follows the dot counts most."""
    wanted = written.lower()
    last = wanted.rpartition(".")[2]
    alike = [
        (max(_alike(wanted, name), 0.95 * _alike(last, name.rpartition(".")[2])), name) for name in sorted(set(names))
    ]
    score, name = max(alike, default=(0.0, ""), key=lambda one: one[0])
    return name if score >= _LIKE else ""


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
