"""Web pages: what a browser shows, as blocks."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableDocument
from documents.model import BlockKind, Cell, PolicyDocument
from documents.reader import open_document


def read(body: str, head: str = "") -> PolicyDocument:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return open_document(page.encode(), name="policy.html")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p> one\n two  three </p>", "one two three\n"),
        ("<p>a <b> b </b> c</p>", "a b c\n"),
        ("<p>a<b> b</b></p><p> </p><p>&nbsp;</p>c", "a b\nc\n"),
        ("<p>a&nbsp;&nbsp;b &amp; c &#8217; &hearts;</p>", "a\u00a0\u00a0b & c ’ ♥\n"),
        ("<p>第一\n  行，\n第二</p>", "第一行，第二\n"),
        ("<p>第一<span>\n</span>行</p>", "第一行\n"),
        ("<p>中文 空格</p>", "中文 空格\n"),
        ("<p>a 😀\n 𠀀 b</p>", "a 😀 𠀀 b\n"),
        ("<p>soft\u00adhyphen&shy;ated<wbr>word</p>", "softhyphenatedword\n"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc\n"),
        ("a<div>b<div>c</div>d</div>e", "a\nb\nc\nd\ne\n"),
        ("<p>a<p>b<div>c", "a\nb\nc\n"),
        ("<p style='white-space: pre-wrap'>a\n  b</p>", "a\n  b\n"),
        ("<p style='white-space:pre-line'> a  b\n c</p>", "a b\nc\n"),
        ("<pre>\na  b\n</pre>", "a  b\n"),
        ("<span style='display:block'>a</span><span>b</span>", "a\nb\n"),
        ("<ul><li style='display:inline'>a</li><li>b</li></ul>", "a\nb\n"),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", "漢字\n"),
        ("<p>He said <q>yes</q>.</p>", "He said “yes”.\n"),
        ("<p>x<sup>2</sup> H<sub>2</sub>O</p>", "x2 H2O\n"),
        ("<p>a<script>b</script><style>c</style><template>d</template><noscript>e</noscript>f</p>", "af\n"),
        ("<iframe>a</iframe><svg><text>b</text></svg><select><option>c</select><p>d", "b\nc\nd\n"),
        ("<details><summary>More</summary><p>Inside.</p></details>", "More\nInside.\n"),
        ("<form><label>Name <input value='x'></label><button>Section 1</button></form>", "Name xSection 1\n"),
        ("<textarea>\na  b\nc</textarea>", "a  b\nc\n"),
        ("<dl><dt>Data</dt><dd>What we hold.</dd></dl>", "Data\nWhat we hold.\n"),
        ("<!-- no --><p>a<!-- no -->b</p>", "ab\n"),
        ("<p>a<img src='x.png'>b<img src='x.png' alt=''><img src='y.gif' width=1 height=1></p>", "a\ufffcb\n"),
        ("<b><p>a</b> b</p><i>c", "a b\nc\n"),
        ("<p>a\0b</p>", "ab\n"),
        ("<p>a&#8232;b&#xfdd0;</p>", "a b\n"),
        ("<p>&lt;b&gt; not bold", "<b> not bold\n"),
    ],
)
def test_the_words_are_those_a_browser_shows(body: str, text: str) -> None:
    assert read(body + "<p>The end.</p>").text == text + "The end.\n"


def test_headings_keep_their_levels_and_the_top_one_is_the_title() -> None:
    document = read(
        "<h1>Terms</h1><h2>A</h2><div role=heading aria-level=4>B</div><p>words</p>", "<title>T | Acme</title>"
    )
    assert document.title == "Terms"
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.TITLE, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 4),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Privacy Policy | Acme</title>", "<h1>Acme</h1><h2>Privacy Policy</h2><p>w", "Acme"),
        ("<title>Privacy Policy | Acme</title>", "<h1>Sale!</h1><h1>Privacy Policy</h1><p>w", "Privacy Policy"),
        ("<title>隐私政策_某网</title>", "<p>我们收集信息。", "隐私政策"),
        ("<title> Home - Acme Terms </title>", "<p>We sell.", "Acme Terms"),
        ("", "<h1><img src=logo.png alt=logo></h1><h1>Terms</h1><p>We sell.", "Terms"),
        ("", "<svg><title>icon</title></svg><p>We sell things to people, and they pay us for it.", "policy"),
    ],
)
def test_the_title_comes_from_the_top_heading_or_the_page_title(head: str, body: str, title: str) -> None:
    assert read(body, head).title == title


def test_runs_know_tags_and_inline_styles() -> None:
    document = read(
        "<p>a<b>b<i>c</i></b><span style='font-weight:700'>d</span><a href='http://x.example'>e</a>"
        "<b><span style='font-weight: normal'>f</span></b><s>g</s><u>h</u><code>i</code></p>"
    )
    assert [
        (run.span.of(document.text), run.bold, run.italic, run.underline, run.strike, run.code, run.link)
        for run in document.runs
    ] == [
        ("b", True, False, False, False, False, ""),
        ("c", True, True, False, False, False, ""),
        ("d", True, False, False, False, False, ""),
        ("e", False, False, False, False, False, "http://x.example"),
        ("g", False, False, False, True, False, ""),
        ("h", False, False, True, False, False, ""),
        ("i", False, False, False, False, True, ""),
    ]


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=3 type=a><li>a<li value=27>b<li>c</ol>", ["c.", "aa.", "ab."]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."]),
        ("<ol type=I><li>a<li>b</ol>", ["I.", "II."]),
        ("<ol style='list-style-type: cjk-ideographic'><li>a<li>b</ol>", ["一、", "二、"]),
        ("<ol style='list-style: lower-roman inside'><li>a<li>b</ol>", ["i.", "ii."]),
        ("<ul style='list-style:none'><li>a</ul>", [""]),
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", ["•", "○", "▪"]),
        ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", ["1.", "a.", "b.", "2."]),
        ("<ol><li><p>a</p><p>b</p></li><li><div><b>c</b></div></li></ol>", ["1.", "", "2."]),
        ("<ol start=-1><li>a<li>b</ol>", ["-1.", "0."]),
        ("<li>a", ["•"]),
        ("<ol><li><h2>Scope</h2><p>words</ol>", ["1.", ""]),
    ],
)
def test_labels_of_lists_are_computed_and_not_in_the_text(markup: str, labels: list[str]) -> None:
    document = read(f"<h1>Terms</h1>{markup}")
    assert [block.label for block in document.blocks[1:]] == labels
    assert all(block.label_span is None for block in document.blocks)


def test_a_typed_number_in_a_list_hides_the_computed_one() -> None:
    document = read("<h1>Terms</h1><ol><li>1. Scope of it.<li>2. Fees of it.</ol>")
    assert [(block.label, block.label_span is not None) for block in document.blocks[1:]] == [("1", True), ("2", True)]


def test_nested_lists_are_clauses_of_clauses() -> None:
    document = read("<ol><li>Fees<ol><li>due;<li>paid;</ol><li>Law<ol><li>ours;</ol></ol>")
    assert [clause.address for clause in document.clauses] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_table_keeps_its_spans_and_its_header() -> None:
    document = read(
        "<table><caption>Data</caption><thead><tr><th>A<th colspan=2>B</thead>"
        "<tr><td rowspan=2>1<td><p>2<p>3<td>4<tr><td>5<td></table>"
    )
    assert document.text == "Data\nA\nB\n1\n2\n3\n4\n5\n\n"
    assert [block.cell for block in document.blocks[1:]] == [
        Cell(0, 0, 0, header=True),
        Cell(0, 0, 1, column_span=2, header=True),
        Cell(0, 1, 0, row_span=2),
        Cell(0, 1, 1),
        Cell(0, 1, 2),
        Cell(0, 2, 1),
        Cell(0, 2, 2),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Menu<td><h2>1. Scope</h2><p>Words.</table>",
        "<table role=presentation><tr><td>1. Scope<td>Words.</table>",
        "<table><tr><td><table><tr><td>1. Scope</table><tr><td>Words.<td></table>",
        "<table><tr><td>1. Scope<tr><td>Words.</table>",
        f"<table><tr><td>Menu<tr><td>1. Scope<td>{'Words. ' * 1_000}</table>",
    ],
)
def test_a_table_that_only_holds_the_page_is_read_as_blocks(table: str) -> None:
    assert all(block.cell is None for block in read(table).blocks)


def test_lines_parted_by_br_are_paragraphs_where_sentences_end_and_numbers_begin() -> None:
    document = read("<div>一、范围<br>适用于我们。<br>二、义务<br><br>（一）甲<br>乙\n丙</div>")
    assert document.text == "一、范围\n适用于我们。\n二、义务\n（一）甲\n乙丙\n"
    assert [block.span.of(document.text) for block in document.blocks] == [
        "一、范围\n适用于我们。",
        "二、义务",
        "（一）甲\n乙丙",
    ]


def test_code_quotes_and_preformatted_policies_are_told_apart() -> None:
    document = read(
        "<h1>Terms</h1><blockquote>said</blockquote><pre><code>x\n\ny</code></pre><pre>1. One\n2. Two</pre>"
    )
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks[1:]] == [
        ("quote", "said"),
        ("code", "x\n\ny"),
        ("paragraph", "1. One"),
        ("paragraph", "2. Two"),
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<html><meta charset=gb2312><p>第一条 服务</p>".encode("gb18030"), "gb18030"),
        ("<html><meta charset=gb2312><p>第一条 服务</p>".encode(), "utf-8"),
        ("<html><p>第一条 服务</p>".encode("utf-16"), "utf-16"),
        ("\ufeff<html><meta charset=big5><p>第一条 服务</p>".encode(), "utf-8"),
        ("<html><meta http-equiv=x content='text/html; charset=Big5'><p>第一條 服務</p>".encode("big5"), "big5"),
        (("<html><meta charset=iso-8859-1><p>" + "我们收集您的个人信息。" * 9).encode("gb18030"), "gb18030"),
    ],
)
def test_the_encoding_is_found_as_it_is_and_not_as_it_is_stated(data: bytes, encoding: str) -> None:
    document = open_document(data, name="a.html")
    assert document.encoding == encoding
    assert document.text.startswith(("第一", "我们收集"))
    assert not [warning for warning in document.warnings if warning.code.startswith(("encoding", "characters"))]


def test_xhtml_closes_its_empty_tags() -> None:
    page = b'<?xml version="1.0"?><html><head><title/></head><body><p><a id="x"/><b/>plain</p></body></html>'
    document = open_document(page, name="a.xhtml")
    assert document.text == "plain\n"
    assert not document.runs


def test_a_page_whose_words_come_by_script_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read("<div id=app></div><script>render()</script>")
    assert caught.value.code == "made_by_script"


def test_a_page_is_known_by_its_first_tag_whatever_its_name() -> None:
    document = open_document(b"<!doctype html><p>Words of a page.", name="policy.txt")
    assert document.format == "html"
    assert next(warning.code for warning in document.warnings) == "other_content"
    assert open_document(b"a <b> and no page", name="policy.txt").format == "text"


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "span", "font", "nav", "blockquote"])
def test_tags_nested_without_end_lose_no_word(tag: str) -> None:
    document = open_document(f"<!doctype html>{f'<{tag}>' * 100_000}the words".encode(), name="a.html")
    assert document.text == "the words\n"


def test_marks_left_open_are_not_copied_into_every_paragraph_without_end() -> None:
    marks = "".join(f"<b id={number}>" for number in range(3_000))
    document = open_document(f"<!doctype html>{marks}{'<p>x' * 5_000}".encode(), name="a.html")
    assert len(document.blocks) == 5_000


def test_a_long_table_and_a_long_list_need_no_closing_tags() -> None:
    page = f"<!doctype html><table>{'<tr><th>a<td>b' * 2_000}</table><ul>{'<li>c' * 2_000}</ul>"
    document = open_document(page.encode(), name="a.html")
    assert document.blocks[3_999].cell == Cell(0, 1_999, 1)
    assert [block.label for block in document.blocks[4_000:]] == ["•"] * 2_000


def test_a_table_with_absurd_spans_costs_nothing() -> None:
    rows = "<tr><td colspan=999999999 rowspan=999999999>a<td>b" * 500
    document = open_document(f"<!doctype html><table><th>x{rows}</table>".encode(), name="a.html")
    assert document.text.count("a\n") == 500


def test_letters_beyond_the_first_plane_are_read_in_the_middle_of_words() -> None:
    document = open_document("<p>我们 𠮷 与 a🔒b &#x1F600; c</p>".encode(), name="a.html")
    assert document.text.strip() == "我们 𠮷 与 a🔒b 😀 c"
