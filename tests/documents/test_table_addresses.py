"""A place in a table is cited by its table, row and column."""

from __future__ import annotations

import pytest

from documents.citing import address_of
from documents.draft import Source
from documents.model import ClausePart, PolicyDocument, Span
from documents.reader import open_here

PAGE = """<h1>Circle</h1><h2>3. What we keep</h2><p>We keep what this table tells.</p>
<table><thead><tr><th>Data</th><th>Purpose</th></tr></thead>
<tr><td>Name</td><td>to write to you</td></tr><tr><td>Books</td><td>to count them</td></tr>
<tr><td>Phone</td><td>to call you</td></tr></table>
<p>Between the tables.</p><table><tr><td>March</td><td>fees</td></tr><tr><td>June</td><td>feast</td></tr></table>
<h2>4. Law</h2><p>The law of the place governs.</p>"""

CHINESE = (
    PAGE.replace("3. What we keep", "三、我们保存什么").replace("4. Law", "四、法律").replace("Purpose", "处理目的")
)
CHINESE = CHINESE.replace("We keep what this table tells", "我们按照下表所列的目的保存这些个人信息并且妥善保管")


def read(page: str) -> PolicyDocument:
    return open_here(Source(page.encode(), "page.html"))


def at(document: PolicyDocument, *words: str) -> list[Span]:
    starts = [document.text.index(one) for one in words]
    return [Span(start, start + len(one)) for start, one in zip(starts, words, strict=True)]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (["to count"], "3, table 1, row 3, column “Purpose”"),
        (["Books"], "3, table 1, row 3, column “Data”"),
        (["Purpose"], "3, table 1, row 1"),
        (["Books", "to count"], "3, table 1, row 3"),
        (["Name", "Books"], "3, table 1, row 2, column “Data”; 3, table 1, row 3, column “Data”"),
        (["June"], "3, table 2, row 2"),
        (["Between"], "3, para 2"),
    ],
)
def test_a_cell_is_cited_by_row_and_head(words: list[str], address: str) -> None:
    document = read(PAGE)
    assert address_of(document, at(document, *words)) == address


def test_a_selection_over_rows_names_them_and_one_over_all_the_table() -> None:
    document = read(PAGE)
    start, end = document.text.index("Name"), document.text.index("to count") + 3
    assert address_of(document, [Span(start, end)]) == "3, table 1, rows 2 to 3"
    table = next(clause for clause in document.clauses if clause.part is ClausePart.TABLE)
    assert address_of(document, [table.span]) == table.address == "3, table 1"


def test_a_chinese_table_is_cited_as_chinese_lawyers_do() -> None:
    document = read(CHINESE)
    place = at(document, "to count")
    assert document.language == "zh"
    assert address_of(document, place) == "三 表1 第3行“处理目的”栏"
    assert address_of(document, place, "en") == "三, table 1, row 3, column “处理目的”"
    assert address_of(document, at(document, "Books", "to count")) == "三 表1 第3行"
    start, end = document.text.index("Name"), document.text.index("to count") + 3
    assert address_of(document, [Span(start, end)]) == "三 表1 第2至3行"


def test_a_table_inside_a_table_is_part_of_it() -> None:
    inner = "<table><tr><td>inner one</td><td>two</td></tr><tr><td>inner three</td><td>four</td></tr></table>"
    document = read(PAGE.replace("to call you", f"to call you {inner}"))
    addresses = [clause.address for clause in document.clauses]
    assert addresses.count("3, table 1") == 1
    assert len(addresses) == len(set(addresses))


def test_a_page_of_tables_alone_counts_them() -> None:
    rows = "".join(f"<tr><td>Row {row} says something longer</td><td>and more of it</td></tr>" for row in range(3))
    document = read(
        f"<p>Some words come before this table here.</p><table>{rows}</table><p>And some words after it.</p>"
    )
    assert [clause.address for clause in document.clauses] == ["para 1", "table 1", "para 2"]
    assert address_of(document, at(document, "Row 1")) == "table 1, row 2"


@pytest.mark.parametrize(("page", "other"), [(PAGE, "zh"), (CHINESE, "en")])
def test_every_address_can_be_said_in_the_other_language(page: str, other: str) -> None:
    document = read(page)
    said = [address_of(document, [clause.own], other) for clause in document.clauses]
    assert len(set(said)) == len(said)


LISTED = PAGE.replace(
    "to write to you",
    "We may:<ol><li>write;<ol type=a><li>by post;<li>by mail;</ol><li>call<br>by day.</ol>No more.<ul><li>free</ul>",
)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (["write;"], "row 2, column “Purpose”, item 1"),
        (["by mail"], "row 2, column “Purpose”, item 1.b"),
        (["by day"], "row 2, column “Purpose”, item 2"),
        (["by post;\nby mail"], "row 2, column “Purpose”, item 1"),
        (["by mail;\ncall"], "row 2, column “Purpose”"),
        (["We may"], "row 2, column “Purpose”"),
        (["No more"], "row 2, column “Purpose”"),
        (["free"], "row 2, column “Purpose”"),
        (["Name", "by mail"], "row 2"),
        (["by post", "by mail"], "row 2, column “Purpose”"),
        (["to count"], "row 3, column “Purpose”"),
    ],
)
def test_an_item_of_the_list_in_a_cell_is_cited_by_its_number(words: list[str], address: str) -> None:
    document = read(LISTED)
    assert address_of(document, at(document, *words)) == f"3, table 1, {address}"


def test_an_item_of_a_cell_is_cited_as_chinese_lawyers_do() -> None:
    listed = "<ol style='list-style-type:cjk-ideographic'><li>写信；<ol><li>邮寄；</ol></ol>"
    document = read(CHINESE.replace("to count them", listed))
    assert address_of(document, at(document, "写信")) == "三 表1 第3行“处理目的”栏 第一项"
    assert address_of(document, at(document, "邮寄")) == "三 表1 第3行“处理目的”栏 第一.1项"
    assert address_of(document, at(document, "邮寄"), "en") == "三, table 1, row 3, column “处理目的”, item 一.1"
