"""What a reviewer may want to put otherwise before a report goes out: words too strong, or not in its language."""

from __future__ import annotations

import re
from typing import Final

from export.findings import CJK, Finding
from export.report import Report
from export.told import listed
from export.writer import Listed

__all__ = ["to_reconsider"]

_ACCUSES: Final = "违反"
_NAMED: Final = re.compile(r"《([^《》]+)》")
_BINDING: Final = re.compile(r"(?:(?<!方)法|法典|条例|规定|办法|细则|决定|解释)(?:[（(][^（）()]*[）)])?$")
"""How statutes, administrative regulations, departmental rules and judicial interpretations are called; 认定方法,
规范, 指南 and standards are none."""
_FOREIGN: Final = 0.3
"""The share of hanzi from which words are not English."""


def to_reconsider(report: Report) -> tuple[Listed, ...]:
    """Return the findings that say 违反 without binding law behind it, then those not in the report's language."""
    accusing = {item.uid for item in report.findings if _is_too_strong(item)}
    foreign = {item.uid for item in report.findings if _is_foreign(item.issue or item.title, report.language)}
    return (*listed(report, accusing, "contrary"), *listed(report, foreign, "untranslated"))


def _is_too_strong(item: Finding) -> bool:
    said = (item.title, item.issue, item.consequence)
    if not any(_ACCUSES in text for text in said):
        return False
    return not any(_BINDING.search(name.strip()) for name in _NAMED.findall(item.legal_basis))


def _is_foreign(text: str, language: str) -> bool:
    if not text.strip():
        return False
    hanzi = len(CJK.findall(text))
    return hanzi == 0 if language == "zh" else hanzi > _FOREIGN * len(text)
