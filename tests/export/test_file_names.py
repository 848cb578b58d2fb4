"""What a file that goes out is called."""

from __future__ import annotations

from datetime import date

import pytest

from export.file_names import Product, suggested_name
from export.run import kinds

DAY = date(2026, 11, 22)
MEMO = Product("memo", "client", "zh", ".docx")


def test_the_name_says_what_it_is_for_whom_and_when() -> None:
    assert suggested_name("云杉记账", MEMO, DAY) == "云杉记账_合规审查备忘录_客户版_20261122.docx"
    english = Product("xlsx", "outside", "en", ".xlsx")
    assert suggested_name("Harbour Notes", english, DAY) == "Harbour Notes_Issue list_Outside_20261122.xlsx"


def test_no_file_is_ever_written_over() -> None:
    first = suggested_name("云杉", MEMO, DAY)
    second = suggested_name("云杉", MEMO, DAY, [first])
    assert second == "云杉_合规审查备忘录_客户版_20261122_v2.docx"
    assert suggested_name("云杉", MEMO, DAY, [first, second]).endswith("_v3.docx")


def test_a_name_that_differs_only_by_case_or_by_how_it_is_spelt_is_taken() -> None:
    assert suggested_name(
        "Acme", Product("memo", "client", "en", ".docx"), DAY, ["acme_review memo_client_20261122.DOCX"]
    ).endswith("_v2.docx")
    assert suggested_name("Cafe\u0301", Product("memo", "client", "en", ".docx"), DAY) == suggested_name(
        "Café", Product("memo", "client", "en", ".docx"), DAY
    )


@pytest.mark.parametrize(
    "matter",
    [
        'a/b\\c:d*e?f"g<h>i|j',
        "..",
        " . ",
        "CON",
        "nul.txt",
        "a\x00b\nc",
        "x" * 400,
        "案" * 400,
        "a\u202exslx.exe",
        "",
        "\ud800",
    ],
)
def test_every_file_system_takes_it(matter: str) -> None:
    name = suggested_name(matter, MEMO, DAY)
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\x00\n\u202e')
    assert not name.startswith((" ", "."))
    assert name.split(".")[0].split("_")[0].lower() not in ("con", "nul")
    assert name.endswith("合规审查备忘录_客户版_20261122.docx")


@pytest.mark.parametrize("kind", kinds())
def test_each_product_has_a_name_of_its_own_in_both_languages(kind: str) -> None:
    for language in ("en", "zh"):
        assert kind not in suggested_name("m", Product(kind, "internal", language, ".x"), DAY).split("_")[1:2]
