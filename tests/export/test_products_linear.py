"""Twice the findings are twice the work, counted in calls and not in seconds."""

from __future__ import annotations

import sys

import pytest

from annotations.model import Assessment, Level, Severity
from export.memo.sections import SECTIONS
from export.pages.html_page import html_page
from export.pages.markdown_page import markdown_page
from export.pages.page import page_of
from export.sheets.plain_table import plain_table
from export.sheets.workbook import workbook
from export.told import unwritable
from tests.export.memo_case import note, report

EVERYTHING = [section.name for section in SECTIONS]
PRODUCTS = {
    "xlsx": workbook,
    "csv": plain_table,
    "html": lambda value: html_page(page_of(value, EVERYTHING)),
    "md": lambda value: markdown_page(page_of(value, EVERYTHING)),
    "told": unwritable,
}


def many(number: int):
    kinds = (Assessment.RISK, Assessment.MISSING)
    return report(
        *(
            note(
                order, severity=list(Severity)[order % 5], likelihood=Level.HIGH, impact=Level.LOW,
                assessment=kinds[order % 2], question=f"第{order}问？", proposed_wording="改为此句。",
            )
            for order in range(1, number + 1)
        )
    )  # fmt: skip


def calls(work, value) -> int:
    """How many functions are called, and generators gone on with."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    work(value)  # what is made once, is
    sys.setprofile(count)
    try:
        work(value)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("product", PRODUCTS)
def test_it_grows_with_the_findings_and_no_faster(product: str) -> None:
    few, twice = (calls(PRODUCTS[product], many(number)) for number in (150, 300))
    assert twice < 2.2 * few
