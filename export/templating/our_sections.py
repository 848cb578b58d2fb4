"""Our own sections as blocks for a template. The one place here that knows how the memo lays them out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from export.report import Report
from export.templating.blocks import Blocks
from export.word.names import w

__all__ = ["blocks_of"]


def blocks_of(report: Report, product: str) -> Blocks:
    """Return the blocks of a report, in the words of a product ("memo" or "gap")."""

    from export.memo.looks import look_for
    from export.memo.styles import styles_part

    def build(name: str, width: int) -> Sequence[etree._Element]:
        from export.memo.closing import limits, questions, signatures
        from export.memo.detail import details, missing
        from export.memo.findings_table import findings_table
        from export.memo.summary import summary

        made = {
            "conclusion_block": summary,
            "table_block": findings_table,
            "findings_block": details,
            "missing_block": missing,
            "questions_block": questions,
            "limits_block": limits,
            "signature_block": signatures,
        }.get(name)
        return _without_heading(made(report)) if made else ()

    return Blocks(build, lambda width: styles_part(look_for(report.language)), "1F2A44")


def _without_heading(block: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """Return a section without its own heading: a template has headings of its own."""
    if not block:
        return block
    style = block[0].find(f"{w('pPr')}/{w('pStyle')}")
    return block[1:] if style is not None and style.get(w("val")) == "Heading1" else block
