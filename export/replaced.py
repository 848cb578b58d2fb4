"""Which words of the policy a proposed wording replaces: those of one place; others are only like it. Pure."""

from __future__ import annotations

from typing import NamedTuple

from export.findings import Finding, Quotation
from export.wording import in_language

__all__ = ["Replaced", "replaced"]

LIKEWISE = ("Likewise, to be adapted: {places}", "其余各处相应调整：{places}")
NOT_FOUND = ("(not found in the text)", "（原文中未找到）")


class Replaced(NamedTuple):
    """The words that a wording is put for, "" for a new one, with a remark before and after them, "" for none."""

    words: str = ""
    before: str = ""
    after: str = ""


def replaced(finding: Finding, language: str) -> Replaced:
    """Return what the finding's wording stands for: the first quote that has a place, the others by their clauses."""
    quoted = sorted(finding.quotations, key=lambda quotation: quotation.at is None)
    if not quoted:
        return Replaced()
    first, *others = quoted
    before = "" if first.at else in_language(NOT_FOUND, language)
    return Replaced(first.words, before, _likewise(others, language))


def _likewise(others: list[Quotation], language: str) -> str:
    places = dict.fromkeys(other.clause or other.words for other in others if other.at)
    return (
        in_language(LIKEWISE, language).format(places=in_language((", ", "、"), language).join(places))
        if places
        else ""
    )
