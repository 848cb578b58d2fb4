"""Web pages, Markdown, OpenDocument and PDFs as Word files: tables, lists, links, pictures, margins, directions."""

import io
import re
import struct
import zlib
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from lxml import etree

from documents.model import Block, BlockKind, Cell, Picture, PolicyDocument, Run, Span, Story
from documents.reader import open_document
from export.word.label_formats import patterns_of
from export.word.new_package import FileFacts
from export.word.policy_file import policy_file
from export.word.web_addresses import allowed_address
from tests.export.word_checks import audit, integrity
from tests.export.word_matters import annotated, matter_with, note_on
from tests.export.word_oracle import W, comments, parts, story

NOW = datetime(2026, 3, 2, tzinfo=UTC)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def filed(policy, bytes_of=None):
    """The Word file of a policy, as bytes."""
    more = [bytes_of] if bytes_of else []
    return policy_file(policy, FileFacts(policy.title, "A", NOW, policy.language), *more).package.to_bytes()


def page(words, name="acorn.html"):
    return open_document(words.encode(), name=name)


def body(data):
    return etree.fromstring(parts(data)["word/document.xml"])


def words_of(paragraph):
    return "".join(node.text or "" for node in paragraph.iter(W + "t"))


def png(width, height):
    def chunk(name, held):
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    rows = zlib.compress(b"".join(b"\x00" + b"\x80" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


LISTS = """<h1>Notice</h1><p>Read this.</p>
<ol><li>first<ol type=a><li>letter<ol type=i><li>roman</li><li>roman two</li></ol></li><li>letter b</li></ol></li>
<li>second<ol type=a><li>letter again</li></ol></li></ol>
<ol start=3><li>third</li><li value=7>seventh</li></ol>
<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>
<ul><li>dot<ul><li>ring<ul><li>square</li></ul></li></ul></li></ul>"""


def test_nested_lists_are_words_own_and_are_read_again_with_the_same_labels():
    policy = page(LISTS)
    again = open_document(filed(policy), name="out.docx")
    labels = ["1.", "a.", "i.", "ii.", "b.", "2.", "a.", "3.", "7.", "一、", "二、", "•", "○", "▪"]
    assert [block.label for block in policy.blocks if block.label] == labels
    found = [(block.label, block.level) for block in again.blocks if block.label]
    assert found == [(block.label, block.level) for block in policy.blocks if block.label]
    assert again.text.startswith(policy.text)


def test_a_label_never_gets_into_the_text_of_the_file():
    data = filed(page(LISTS))
    assert "roman two" in [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    assert b">1.<" not in parts(data)["word/document.xml"]


@pytest.mark.parametrize(
    "label",
    ["1", "(12)", "3.4.", "iv)", "AB", "aa.", "ab.", "第三条", "（五）", "⑤", "甲.", "100%", "§", "-", "o", "--", "1°"],
)
def test_whatever_a_label_looks_like_word_paints_it(label):
    block = Block(BlockKind.LIST_ITEM, Span(0, 4), label=label, list_id=1, ordered=label not in {"-", "o", "--", "§"})
    policy = PolicyDocument("t", "html", "en", "item\n", blocks=(block,))
    again = open_document(filed(policy), name="out.docx")
    assert [one.label for one in again.blocks][:1] == [label]


def test_numbers_within_numbers_are_one_list_of_many_levels():
    words = ("one", "one one", "one two", "two", "two one")
    labels = ("1.", "1.1.", "1.2.", "2.", "2.1.")
    blocks, at = [], 0
    for said, label in zip(words, labels, strict=True):
        level = label.count(".") - 1
        blocks.append(
            Block(BlockKind.LIST_ITEM, Span(at, at + len(said)), level=level, label=label, list_id=1, ordered=True)
        )
        at += len(said) + 1
    data = filed(PolicyDocument("t", "odt", "en", "\n".join(words) + "\n", blocks=tuple(blocks)))
    numbering = parts(data)["word/numbering.xml"].decode()
    assert numbering.count("<w:num ") == 1
    assert 'w:lvlText w:val="%1.%2."' in numbering
    assert [block.label for block in open_document(data, name="o.docx").blocks][:5] == list(labels)


def test_of_the_readings_of_a_label_the_one_that_begins_a_list_comes_first():
    assert patterns_of("i.", ordered=True)[0][0].format == "lowerRoman"
    assert patterns_of("b.", ordered=True)[0] == (patterns_of("c.", ordered=True)[-2][0], 2)


TABLE = """<h1>Notice</h1><p>Who gets it</p><table><thead>
<tr><th rowspan=2>Partner</th><th colspan=2>Why</th></tr><tr><th>Aim</th><th>Time</th></tr></thead>
<tr><td rowspan=2>Ads</td><td>shows<p>adverts</p></td><td>30 days</td></tr><tr><td>counts</td><td>a year</td></tr>
<tr><td colspan=3>No one else<table><tr><td>inner</td></tr></table></td></tr><tr><td>short</td></tr></table>
<p>After</p>"""


def test_cells_that_span_rows_and_columns_are_merged_cells_of_word():
    policy = page(TABLE)
    data = filed(policy)
    again = open_document(data, name="out.docx")
    assert again.text.startswith(policy.text)
    cells = [block.cell for block in policy.blocks if block.cell]
    assert [block.cell for block in again.blocks if block.cell][:2] == [
        Cell(0, 0, 0, 2, 1, header=True),
        Cell(0, 0, 1, 1, 2, header=True),
    ]
    spans = [(block.cell.row_span, block.cell.column_span) for block in again.blocks if block.cell]
    assert spans == [(cell.row_span, cell.column_span) for cell in cells]
    rows = list(body(data).iter(W + "tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, True, False, False, False, False]


def test_a_cell_of_several_lines_has_a_paragraph_for_each():
    table = docx.Document(io.BytesIO(filed(page(TABLE)))).tables[0]
    assert [p.text for p in table.rows[2].cells[1].paragraphs] == ["shows", "adverts"]


def test_columns_are_as_wide_as_their_words_ask_and_fill_the_page():
    long = "why they get it, told at such length that it takes a line or two of the page " * 3
    data = filed(
        page(f"<h1>N</h1><p>x</p><table><tr><th>Who</th><th>Why</th></tr><tr><td>Ads</td><td>{long}</td></tr>")
    )
    widths = [int(column.get(W + "w")) for column in body(data).iter(W + "gridCol")]
    assert sum(widths) == 11906 - 2 * 1440
    assert widths[1] > 4 * widths[0]


def test_a_table_wider_than_word_allows_loses_no_cell():
    row = "".join(f"<td>c{number}</td>" for number in range(150))
    policy = page(f"<h1>N</h1><p>x</p><table><tr>{row}</tr><tr>{row}</tr></table>")
    data = filed(policy)
    assert max(len(row.findall(W + "tc")) for row in body(data).iter(W + "tr")) == 63
    assert open_document(data, name="o.docx").text.startswith(policy.text)


def test_spans_that_overlap_lose_no_cell():
    cells = [Cell(0, 0, 0, 3, 2), Cell(0, 0, 1), Cell(0, 1, 1, 1, 1000), Cell(0, 2, 0), Cell(0, 9, 5, 40)]
    blocks = [Block(BlockKind.CELL, Span(2 * n, 2 * n + 1), cell=cell) for n, cell in enumerate(cells)]
    policy = PolicyDocument("t", "html", "en", "a\nb\nc\nd\ne\n", blocks=tuple(blocks))
    again = open_document(filed(policy), name="o.docx")
    assert [b.span.of(again.text) for b in again.blocks if b.cell and len(b.span)] == list("abcde")


def test_links_lead_out_and_to_the_headings_of_the_policy():
    policy = page(
        "<h1>Notice</h1><p><a href='#who-gets-it'>here</a> <a href='#x'>What we collect</a>"
        " <a href='https://acorn.example/a b?ü=1'>out</a></p>"
        "<h2>What we collect</h2><p>x</p><h2>Who gets it</h2><p>y</p>"
    )
    data = filed(policy)
    root = body(data)
    marks = {mark.get(W + "name"): words_of(mark.getparent()) for mark in root.iter(W + "bookmarkStart")}
    inner = {
        words_of(link): marks[link.get(W + "anchor")] for link in root.iter(W + "hyperlink") if link.get(W + "anchor")
    }
    assert inner == {"here": "Who gets it", "What we collect": "What we collect"}
    outer = [link.address for p in docx.Document(io.BytesIO(data)).paragraphs for link in p.hyperlinks if link.address]
    assert outer == ["https://acorn.example/a%20b?%C3%BC=1"]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "http://[bad", "http://", "https://a:b", "x" * 3000, "", "//a/b"],
)
def test_an_address_that_word_would_choke_on_or_that_leads_elsewhere_is_no_link(address):
    assert allowed_address(address) == ""


def test_pictures_stand_in_the_text_within_the_page_and_others_leave_a_frame():
    text = "a\ufffcb\ufffcc\ufffc\n"
    pictures = (
        Picture(1, "An acorn", source="big"),
        Picture(3, "A map", 200, 100, source="gone"),
        Picture(5, "", 0, 0, source="odd"),
    )
    policy = PolicyDocument(
        "t", "html", "en", text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, 6)),), pictures=pictures
    )
    data = filed(policy, {"big": png(4000, 1000), "odd": b"<svg/>"}.get)
    found = parts(data)
    assert found["word/media/image1.png"] == png(4000, 1000)
    sizes = [(int(e.get("cx")), int(e.get("cy"))) for e in body(data).iter("{*}extent")]
    assert sizes[0] == (9026 * 635, round(9026 * 635 / 4))
    assert sizes[1] == (200 * 12700, 100 * 12700)
    said = [e.get("descr") for e in body(data).iter("{*}docPr")]
    assert said == ["An acorn", "A map", ""]
    assert open_document(data, name="o.docx").text.startswith(text)


def with_margins(header, footer, language="en"):
    blocks, text = [], ""
    for stream, words in (
        (Story.MAIN, "Notice"),
        *((Story.HEADER, h) for h in header),
        *((Story.FOOTER, f) for f in footer),
    ):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(words)), stream))
        text += words + "\n"
    return PolicyDocument("t", "pdf", language, text, blocks=tuple(blocks))


def test_what_stands_on_every_page_of_a_policy_is_the_header_and_footer_of_the_file():
    policy = with_margins(["Acorn Ltd"], ["Page 3 of 12"])
    data = filed(policy)
    again = open_document(data, name="o.docx")
    assert again.text == policy.text
    assert [block.story for block in again.blocks] == [Story.MAIN, Story.HEADER, Story.FOOTER]
    codes = re.findall(r"<w:instrText[^>]*>([^<]*)<", parts(data)["word/footer1.xml"].decode())
    assert codes == ["PAGE", "NUMPAGES"]


def test_margins_that_change_from_page_to_page_stand_at_the_end_where_they_can_be_commented_on():
    policy = with_margins(["One", "Two", "Three", "Four"], ["Draft of 2026"])
    data = filed(policy)
    assert [p.text for p in docx.Document(io.BytesIO(data)).paragraphs] == ["Notice", "One", "Two", "Three", "Four"]
    assert "word/header1.xml" not in parts(data)
    assert open_document(data, name="o.docx").text.startswith(policy.text)


NOTES = """# N

Read *this*.[^1] And [that](https://a.example/)[^2] too.

[^1]: First note.
[^2]: Second note.

    More.
"""


def test_notes_whose_marks_are_known_are_footnotes_of_word_at_their_marks():
    policy = page(NOTES, "n.md")
    data = filed(policy)
    again = open_document(data, name="o.docx")
    assert again.text.startswith(policy.text)
    assert [block.story for block in again.blocks][:5] == [block.story for block in policy.blocks]
    said = body(data).findall(f"{W}body/{W}p")[1]
    found = [
        node.text if node.tag == W + "t" else f"[{node.get(W + 'id')}]"
        for node in said.iter(W + "t", W + "footnoteReference")
    ]
    assert "".join(found) == "Read this.[1] And that[2] too."
    assert b"footnotePr" in parts(data)["word/settings.xml"]
    assert b"numPr" not in parts(data)["word/footnotes.xml"]  # the mark is the number


def test_a_comment_on_a_footnote_hangs_on_its_mark_and_quotes_the_words(tmp_path, clock):
    with matter_with(tmp_path, clock, "n.md", NOTES) as matter:
        note_on(matter, "Second note", title="x")
        note_on(matter, "that too", title="y")
        report, data = annotated(matter, tmp_path / "out.docx")
    assert [listed.why for listed in report.moved] == ["footnote"]
    by_words = {words: said.lines for said in comments(data) for words in [story(data).ranges[said.id]]}
    assert set(by_words) == {"that too", ""}
    assert "Second note" in by_words[""][0]
    assert audit(tmp_path / "out.docx") == {}
    assert integrity(tmp_path / "out.docx") == []


def test_notes_whose_marks_are_not_known_stand_under_a_line_at_the_end_and_add_no_word():
    policy = replace(page(NOTES, "n.md"), note_marks=())
    data = filed(policy)
    said = docx.Document(io.BytesIO(data)).paragraphs
    assert [(p.text, p.style.name) for p in said[2:]] == [
        ("First note.", "Policy Note First"),
        ("Second note.", "Policy Note"),
        ("More.", "Policy Note"),
    ]


def test_words_that_run_to_the_left_are_set_so():
    policy = page("<h1>سياسة الخصوصية</h1><p>نحن في Acorn Ltd نحترم خصوصيتك.</p><ul><li>الاسم</li></ul>")
    root = body(filed(policy))
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in root.iter(W + "p"))
    turned = {words_of(run): run.find(f"{W}rPr/{W}rtl") is not None for run in root.iter(W + "r")}
    assert turned["Acorn Ltd"] is False
    assert turned["سياسة الخصوصية"] is True


def test_breaks_and_tabs_are_elements_and_code_and_quotes_have_styles():
    policy = page("<h1>N</h1><p>one<br>two</p><blockquote>said</blockquote><pre><code>a\n\tb</code></pre>")
    data = filed(policy)
    assert [(p.text, p.style.name) for p in docx.Document(io.BytesIO(data)).paragraphs[1:]] == [
        ("one\ntwo", "Body Text"),
        ("said", "Quote"),
        ("a\n\tb", "Code Block"),
    ]


def test_the_file_says_its_title_and_language():
    data = filed(page("<h1>Datenschutzerklärung</h1><p>Wir verarbeiten die Daten der Nutzer und nicht mehr.</p>"))
    found = parts(data)
    assert "<dc:title>Datenschutzerklärung</dc:title>" in found["docProps/core.xml"].decode()
    assert 'w:lang w:val="de-DE"' in found["word/styles.xml"].decode()


def test_words_within_a_link_keep_their_look():
    text = "see the list\n"
    runs = (Run(Span(4, 7), link="https://a.example/"), Run(Span(7, 12), bold=True, link="https://a.example/"))
    policy = PolicyDocument("t", "html", "en", text, (Block(BlockKind.PARAGRAPH, Span(0, 12)),), runs)
    root = body(filed(policy))
    assert len(list(root.iter(W + "hyperlink"))) == 1
    assert [words_of(run) for run in root.iter(W + "r") if run.find(f"{W}rPr/{W}b") is not None] == [" list"]


def test_page_numbers_of_several_kinds_are_not_set_on_every_page():
    data = filed(with_margins(["Acorn Ltd"], ["iv", "A-2"]))
    assert [p.text for p in docx.Document(io.BytesIO(data)).paragraphs] == ["Notice", "Acorn Ltd", "iv", "A-2"]


def test_a_column_of_names_leaves_most_of_the_page_to_one_of_sentences():
    name = "Data about purchases and about those who make them in your name"
    rows = "".join(
        f"<tr><td>{name}</td><td>{'We keep what you bought, and when, and for how much. ' * 9}</td></tr>" * 3
    )
    data = filed(page(f"<h1>N</h1><p>x</p><table><tr><th>Kind</th><th>What it is</th></tr>{rows}</table>"))
    widths = [int(column.get(W + "w")) for column in body(data).iter(W + "gridCol")]
    assert widths[1] > 2 * widths[0]


def test_a_table_without_a_header_row_is_not_set_as_if_it_had_one():
    root = body(
        filed(page("<h1>N</h1><p>x</p><table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>"))
    )
    look = next(root.iter(W + "tblLook"))
    assert int(look.get(W + "val"), 16) & 0x20 == 0
    assert look.get(W + "firstRow") == "0"
