"""The sections of memo and reports: their names, what they are called, and in which order each product has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from export.errors import ExportError

__all__ = ["ORDERS", "SECTIONS", "Section", "sections_of"]


class Section(NamedTuple):
    """A part of a report that can be left out or moved."""

    name: str
    english: str
    chinese: str


SECTIONS: Final = (
    Section("contents", "Contents", "目录"),
    Section("conclusion", "Conclusion", "审查结论"),
    Section("counts", "Counts by severity", "风险统计"),
    Section("matrix", "Risk matrix", "风险矩阵"),
    Section("heat", "Heat table by category", "类别分布"),
    Section("scope", "Scope and documents reviewed", "审查范围与依据"),
    Section("method", "Method and rating scale", "评估方法与风险判定准则"),
    Section("changes", "Since the last version", "复核意见"),
    Section("table", "Table of findings", "问题一览表"),
    Section("findings", "Findings in detail", "逐条意见"),
    Section("missing", "Missing disclosures", "缺失条款"),
    Section("fine", "Clauses reviewed without objection", "经审查无异议的条款"),
    Section("plan", "Remediation plan", "整改计划"),
    Section("wording", "Proposed wording", "建议表述"),
    Section("questions", "Open questions", "待确认事项"),
    Section("limits", "Assumptions and limits", "假设与限制"),
    Section("signature", "Signature", "签署"),
    Section("annotated", "The policy with the findings at their words", "附件：政策全文及问题位置"),
)

ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "memo": (
        "conclusion", "counts", "changes", "scope", "matrix", "heat", "table", "findings", "missing", "fine",
        "wording", "questions", "limits", "signature",
    ),
    "gap": (
        "contents", "conclusion", "counts", "changes", "scope", "method", "matrix", "heat", "table", "findings",
        "missing", "fine", "plan", "wording", "questions", "limits", "signature", "annotated",
    ),
}  # fmt: skip
"""The sections that a product has of itself, in its own order; any other may be asked for."""


def sections_of(product: str, asked: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the sections of `product` in the order asked for, each once; raises ExportError for an unknown name."""
    known = {section.name for section in SECTIONS}
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise ExportError(
            "unknown_section", section=unknown[0], sections=", ".join(section.name for section in SECTIONS)
        )
    return tuple(dict.fromkeys(asked)) or ORDERS[product]
