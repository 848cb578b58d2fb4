"""Numbers of every paragraph of a cell: the first one's is the block's own, those of later ones stand within it."""

from __future__ import annotations

import json

import pytest

from documents.cell_labels import labelled_parts
from documents.model import Block, BlockKind, Cell, InnerLabel, PolicyDocument, Span
from documents.reader import open_document
from documents.reading import from_json, pack, to_json, unpack
from documents.word.package import Package
from documents.word.walk import walk
from tests.documents.test_odt_reader import item as item_of
from tests.documents.test_odt_reader import listed, p
from tests.documents.test_odt_reader import read as read_odt
from tests.documents.test_word_numbering import item, level, numbering

NUMBERS = numbering(
    level(0, "%1.") + level(1, "(%2)", "lowerLetter"),
    more='<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl><w:p/>"


def plain(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" if words else "<w:p/>"


def numbered(document: PolicyDocument | object, cell: int = 0) -> list[tuple[str, str]]:
    """Each labelled line of a cell: its label and its words."""
    block = [one for one in document.blocks if one.cell][cell]
    lines = block.span.of(document.text)
    return [(one.label, lines[one.offset :].split("\n")[0]) for one in block.labels if one.label]


def test_every_numbered_paragraph_of_a_cell_keeps_its_number(make_docx) -> None:
    body = table((item("Name") + item("given", 1) + item("family", 1) + item("Post"), plain("why")))
    found = walk(Package(make_docx(body, numbering=NUMBERS)))
    assert found.text == "Name\ngiven\nfamily\nPost\nwhy\n\n"
    assert numbered(found) == [("1.", "Name"), ("(a)", "given"), ("(b)", "family"), ("2.", "Post")]
    assert [one.level for one in found.blocks[0].labels] == [0, 1, 1, 0]
    assert (found.blocks[0].label, [one.offset for one in found.blocks[0].inner_labels]) == ("1.", [5, 11, 18])


def test_a_number_stands_where_its_paragraph_begins_whatever_stands_around_it(make_docx) -> None:
    broken = item("x").replace("<w:t>x</w:t>", "<w:t>one</w:t><w:br/><w:t>more</w:t>")
    body = table((plain("Either") + broken + plain("") + plain("or") + item("two"),))
    found = walk(Package(make_docx(body, numbering=NUMBERS)))
    assert found.text == "Either\none\nmore\nor\ntwo\n\n"
    assert found.blocks[0].label == ""
    assert numbered(found) == [("1.", "one"), ("2.", "two")]


def test_cells_count_on_and_a_heading_in_a_cell_has_its_number(make_docx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>'
    body = table((heading + heading, heading), (heading, plain(""))) + heading
    found = walk(Package(make_docx(body, numbering=NUMBERS, styles=styles)))
    assert [label for cell in range(3) for label, _ in numbered(found, cell)] == ["1.", "2.", "3.", "4."]
    assert found.blocks[-1].label == "5."


def test_a_column_that_only_counts_the_rows_has_their_numbers(make_docx) -> None:
    rows = [(item("", num=2), plain(words)) for words in ("Name", "Post")]
    found = walk(Package(make_docx(table(*rows), numbering=NUMBERS)))
    assert [(block.label, block.span.of(found.text)) for block in found.blocks[::2]] == [("1", ""), ("2", "")]


def test_a_paragraph_hidden_whole_counts_no_number_in_a_cell(make_docx) -> None:
    hidden = item("").replace("</w:pPr><w:r><w:t></w:t></w:r>", "<w:rPr><w:vanish/></w:rPr></w:pPr>")
    found = walk(Package(make_docx(table((item("a") + hidden + item("b"),)), numbering=NUMBERS)))
    assert numbered(found) == [("1.", "a"), ("2.", "b")]


def test_a_paragraph_that_runs_on_into_the_next_has_that_ones_number(make_docx) -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    body = table((plain("First") + item("begun ").replace("</w:pPr>", mark) + item("ended") + item("last"),))
    found = walk(Package(make_docx(body, numbering=NUMBERS)))
    assert found.text.startswith("First\nbegun ended\nlast\n")
    assert numbered(found) == [("1.", "begun ended"), ("2.", "last")]


def sample(*labels: InnerLabel) -> PolicyDocument:
    words = "one\ntwo\n"
    blocks = (
        Block(BlockKind.CELL, Span(0, 7), label="1.", cell=Cell(0, 0, 0), list_id=3, ordered=True, inner_labels=labels),
        Block(BlockKind.PARAGRAPH, Span(8, 11)),
    )
    return PolicyDocument("T", "word", "en", words + "end\n", blocks)


def test_a_reading_keeps_the_labels_within_a_cell() -> None:
    document = sample(InnerLabel(4, "(b)", 1, 7, True))
    assert unpack(pack(document)) == document


def test_a_reading_made_before_they_were_kept_opens_without_them() -> None:
    document = sample()
    values = json.loads(to_json(document))
    assert {len(row) for row in values["blocks"]} == {11}  # as rows were then: nothing new where a policy has none
    assert from_json(json.dumps(values).encode()) == document
    with_labels = json.loads(to_json(sample(InnerLabel(4, "2."))))
    with_labels["blocks"] = [row[:11] for row in with_labels["blocks"]]
    assert from_json(json.dumps(with_labels).encode()) == document


def test_labels_within_cells_come_through_the_worker(make_docx) -> None:
    data = make_docx(table((item("Name") + item("given", 1), plain("why"))), numbering=NUMBERS)
    document = open_document(data, name="policy.docx")
    assert numbered(document) == [("1.", "Name"), ("(a)", "given")]
    assert unpack(pack(document)) == document


def odt_cell(*paragraphs: str) -> str:
    return f"<table:table-cell>{''.join(paragraphs)}</table:table-cell>"


def odt_table(*cells: str) -> str:
    return f"<table:table><table:table-row>{''.join(cells)}</table:table-row></table:table>{p('after')}"


def test_opendocument_keeps_the_number_of_each_paragraph_of_a_cell() -> None:
    lists = listed(item_of(p("Name") + listed(item_of(p("given")) + item_of(p("family")))) + item_of(p("Post")))
    document = read_odt(odt_table(odt_cell(p("Either"), lists, p("or none")), odt_cell(p("why"))))
    assert document.text == "Either\nName\ngiven\nfamily\nPost\nor none\nwhy\nafter\n"
    assert numbered(document) == [("1.", "Name"), ("(a)", "given"), ("(b)", "family"), ("2.", "Post")]
    assert [one.level for one in document.blocks[0].labels if one.label] == [0, 1, 1, 0]
    assert (document.blocks[0].label, numbered(document, 1)) == ("", [])


def test_opendocument_gives_an_empty_item_of_a_cell_no_words_that_are_not_its_own() -> None:
    empty_first = odt_cell(listed(item_of(p(""))), p("unnumbered"))
    document = read_odt(odt_table(empty_first, odt_cell(listed(item_of(p(""))))))
    assert (numbered(document), numbered(document, 1)) == ([], [("1.", "")])


def page(cell: str, head: str = "") -> PolicyDocument:
    html = f"<html><head>{head}</head><body><p>Before</p><table><tr><th>A<th>B<tr><td>{cell}<td>x</table></body></html>"
    return open_document(html.encode(), name="policy.html")


def test_a_web_page_keeps_the_number_of_each_item_of_a_cell() -> None:
    document = page("Either<ol><li>Name<ol type=a><li>given<li>family</ol><li>Post<br>and place</ol>or none")
    assert document.text == "Before\nA\nB\nEither\nName\ngiven\nfamily\nPost\nand place\nor none\nx\n"
    assert numbered(document, 2) == [("1.", "Name"), ("a.", "given"), ("b.", "family"), ("2.", "Post")]
    assert [one.level for one in document.blocks[3].labels if one.label] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("cell", "labels"),
    [
        ("<ol><li>a<li>b</ol>", [("1.", "a"), ("2.", "b")]),
        ("<ol start=4><li><p>a</p><p>more</p><li><p>b</ol>", [("4.", "a"), ("5.", "b")]),
        ("<ul><li>a<li> <li>b</ul>", [("•", "a"), ("•", "b")]),
        ("<ol><li>(a) typed<li>b</ol>", [("2.", "b")]),
        ("<ol><li><br>a</ol>b", [("1.", "a")]),
        ("<ol><li><table><tr><td>a<td>b</table><li>c</ol>", [("1.", "a"), ("2.", "c")]),
        ("<ol><li></ol>none", []),
    ],
)
def test_an_item_of_a_cell_has_its_number_where_its_words_begin(cell: str, labels: list[tuple[str, str]]) -> None:
    assert numbered(page(cell), 2) == labels


def test_a_number_that_a_style_sheet_paints_stands_before_each_paragraph_of_a_cell() -> None:
    head = "<style>p.n{counter-increment:n} p.n::before{content:counter(n) '. '}</style>"
    assert numbered(page("<p class=n>a<p>b<p class=n>c", head), 2) == [("1.", "a"), ("2.", "c")]


def test_words_hidden_in_a_cell_keep_their_place_behind_the_line_before() -> None:
    document = page("<p>one</p><p>two<span hidden>gone</span></p>")
    assert [(one.place, one.words) for one in document.hidden] == [(document.text.index("two") + 3, "gone")]


def test_lists_in_the_html_tables_of_markdown_keep_their_numbers() -> None:
    written = "1. First\n2. Second\n\n<table><tr><td>A<td>B<tr><td><ol><li>a<li>b</ol><td>x</table>\n"
    document = open_document(written.encode(), name="policy.md")
    assert numbered(document, 2) == [("1.", "a"), ("2.", "b")]
    assert {one.list_id for one in document.blocks[4].labels}.isdisjoint({document.blocks[0].list_id, None})


def test_words_behind_a_list_are_no_part_of_its_last_item() -> None:
    cell = page("We share:<ol><li><p>one</p><p>more of one</p><li>two</ol>and nothing<p>else").blocks[3]
    assert [label and label.label for _, label in labelled_parts(cell)] == [None, "1.", "2.", None]


def test_paragraphs_of_word_and_opendocument_behind_a_list_are_no_part_of_its_last_item(make_docx) -> None:
    body = table((item("one") + plain("between") + item("two") + plain("and") + plain("nothing else"),))
    word = walk(Package(make_docx(body, numbering=NUMBERS)))
    odt = read_odt(
        odt_table(odt_cell(listed(item_of(p("one") + p("more of one")) + item_of(p("two"))), p("and"), p("no")))
    )
    said = [
        [(label and label.label, span.of(one.text)) for span, label in labelled_parts(one.blocks[0])]
        for one in (word, odt)
    ]
    assert said[0] == [("1.", "one"), (None, "between"), ("2.", "two"), (None, "and\nnothing else")]
    assert said[1] == [("1.", "one\nmore of one"), ("2.", "two"), (None, "and\nno")]


@pytest.mark.parametrize(
    ("cell", "text", "labels"),
    [
        ("plain **bold** words", "plain bold words", []),
        ("We share: <ol><li>name</li><li>**post**</li></ol> no more", "We share:\nname\npost\nno more", ["1.", "2."]),
        ("<ul><li>a<ol type=a><li>b<li>c</ol></li><li>d</ul>", "a\nb\nc\nd", ["•", "a.", "b.", "•"]),
        ('<OL START="3"> <LI> a<br>more </LI> <LI value=7>b</LI></OL>', "a\nmore\nb", ["3.", "7."]),
        ("<ol><li></li><li>b", "b", ["2."]),
        ("</ol></li>a<li>b", "a\nb", []),
        ("![](a.png)", "\ufffc", []),
        ("<ul><li>![](a.png)</li><li><b></b></li><li>`c`</ul>", "\ufffc\nc", ["•", "•"]),
    ],
)
def test_a_list_in_a_cell_of_a_markdown_table_is_lines_with_numbers(cell: str, text: str, labels: list[str]) -> None:
    document = open_document(f"1. x\n\n| A | B |\n|---|---|\n| {cell} | y |\n".encode(), name="policy.md")
    block = document.blocks[3]
    assert block.span.of(document.text) == text
    assert [label for label, _ in numbered(document, 2)] == labels
    assert all(one.list_id != document.blocks[0].list_id for one in block.labels)
