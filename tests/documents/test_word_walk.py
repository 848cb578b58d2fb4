"""The walk through a Word file: what counts as text, and that every character knows its element."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.limits import Limits
from documents.model import BlockKind, Cell, Story
from documents.reader import open_document
from documents.word.names import w
from documents.word.package import Package
from documents.word.walk import Walk, walk


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def walked(data: bytes) -> Walk:
    found = walk(Package(data))
    check(found)
    return found


def check(found: Walk) -> None:
    """The atoms cover all but the line feeds, and each names the very characters of its element."""
    position = 0
    for atom in found.atoms:
        assert set(found.text[position : atom.start]) <= {"\n"}
        assert atom.start < atom.end
        if atom.element.tag == w("t"):
            raw = (atom.element.text or "")[atom.offset : atom.offset + atom.end - atom.start]
            for ours, theirs in zip(found.text[atom.start : atom.end], raw, strict=True):
                assert ours == theirs or (ours in " \n" and theirs.isspace()) or "\uf000" <= theirs <= "\uf0ff"
        assert atom.paragraph.tag == w("p")
        position = atom.end
    assert set(found.text[position:]) <= {"\n"}
    for block in found.blocks:
        assert found.text[block.span.end] == "\n"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("one") + r(" two"), "one two"),
        ("<w:ins>" + r("in") + "</w:ins>" + "<w:del><w:r><w:delText>out</w:delText></w:r></w:del>", "in"),
        ("<w:moveFrom>" + r("old") + "</w:moveFrom><w:moveTo>" + r("moved") + "</w:moveTo>", "moved"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("control") + "</w:sdtContent></w:sdt>", "control"),
        ("<w:smartTag>" + r("smart") + "</w:smartTag>", "smart"),
        ('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>", "7"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:softHyphen/><w:noBreakHyphen/><w:t>b</w:t></w:r>', "a\u2011b"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Nobody" w:char="F0FE"/></w:r>', "☑\ufffd"),
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>" + r("x"), "\ufffcx"),
        (
            "<w:r><w:ruby><w:rt>" + r("kan") + "</w:rt><w:rubyBase>" + r("漢") + "</w:rubyBase></w:ruby></w:r>",
            "漢",
        ),
        (r("a\u00ad\ufeffb"), "ab"),
    ],
)
def test_what_a_reader_sees_is_the_text(make_docx, inside: str, text: str) -> None:
    assert walked(make_docx(p(inside))).text == text + "\n"


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark.format("separate")
        + result
        + mark.format("end")
    )


def test_a_field_gives_its_result_and_not_its_code_even_nested(make_docx) -> None:
    inner = field("REF a", r("4.2"))
    found = walked(make_docx(p(r("see ") + field('HYPERLINK "https://a.example/"', inner) + r("."))))
    assert found.text == "see 4.2.\n"
    assert found.runs[0].link == "https://a.example/"


def test_a_field_that_is_never_closed_swallows_no_other_paragraph(make_docx) -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    assert walked(make_docx(p(open_field + r("lost")) + p(r("kept")))).text == "\nkept\n"


def test_hidden_text_is_left_out_and_said(make_docx) -> None:
    document = open_document(make_docx(p(r("seen") + r("unseen", "<w:vanish/>"))))
    assert document.text == "seen\n"
    warning = next(one for one in document.warnings if one.code == "hidden_text")
    assert warning.arguments["count"] == 6


def test_hidden_by_style_is_hidden_too_and_can_be_shown_again(make_docx) -> None:
    styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(r("a") + r("b", '<w:rStyle w:val="H"/>') + r("c", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'))
    assert walked(make_docx(body, styles=styles)).text == "ac\n"


def test_bold_italic_and_links_become_runs_and_neighbours_alike_are_one(make_docx) -> None:
    link = '<Relationship Id="L" Type="x/hyperlink" Target="https://b.example" TargetMode="External"/>'
    body = p(r("a", "<w:b/>") + r("b", "<w:b/>") + r("c", "<w:i/>") + f'<w:hyperlink r:id="L">{r("d")}</w:hyperlink>')
    runs = walked(make_docx(body, relationships=link)).runs
    assert [(run.span.start, run.span.end, run.bold, run.italic, run.link) for run in runs] == [
        (0, 2, True, False, ""),
        (2, 3, False, True, ""),
        (3, 4, False, False, "https://b.example"),
    ]


@pytest.mark.parametrize("name", ["heading 2", "标题 2", "Überschrift 2", "見出し 2"])
def test_headings_are_known_by_the_name_of_their_style_in_many_languages(make_docx, name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{name}"/></w:style>'
    block = walked(make_docx(p(r("Head"), '<w:pStyle w:val="S"/>'), styles=styles)).blocks[0]
    assert (block.kind, block.level) == (BlockKind.HEADING, 2)


def test_headings_are_known_by_outline_level_of_the_style_they_are_based_on(make_docx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="mine"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="own"/><w:basedOn w:val="A"/></w:style>'
    )
    found = walked(make_docx(p(r("Head"), '<w:pStyle w:val="B"/>') + p(r("x")), styles=styles))
    assert [block.kind for block in found.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def tc(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def test_a_cell_is_one_block_and_merged_cells_are_one_cell(make_docx) -> None:
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + tc(p(r("wide")), '<w:gridSpan w:val="2"/>')
        + tc(p(r("tall")), restart)
        + "</w:tr><w:tr>"
        + tc(p(r("a")) + p(r("b")))
        + tc(p(""))
        + tc(p(""), on)
        + "</w:tr></w:tbl>"
    )
    found = walked(make_docx(table + p(r("after"))))
    assert found.text == "wide\ntall\na\nb\n\nafter\n"
    cells = [block.cell for block in found.blocks if block.cell]
    assert cells == [Cell(0, 0, 0, 1, 2, True), Cell(0, 0, 2, 2, 1, True), Cell(0, 1, 0), Cell(0, 1, 1)]


def test_a_table_within_a_cell_is_lines_of_that_cell(make_docx) -> None:
    inner = "<w:tbl><w:tr>" + tc(p(r("x"))) + tc(p(r("y"))) + "</w:tr></w:tbl>"
    found = walked(make_docx("<w:tbl><w:tr>" + tc(p(r("before")) + inner + p("")) + "</w:tr></w:tbl>"))
    assert found.text == "before\nx\ny\n"
    assert len(found.blocks) == 1


def test_stories_follow_in_order_and_each_block_knows_its_own(make_docx) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
    section = '<w:sectPr><w:footerReference r:id="footer1"/><w:headerReference r:id="header1"/>'
    section += '<w:headerReference r:id="header2"/></w:sectPr>'
    found = walked(
        make_docx(
            p(r("main") + mark) + section,
            footnotes=f'<w:footnote w:id="2">{p(r("foot"))}</w:footnote><w:footnote w:id="9">{p(r("no"))}</w:footnote>',
            endnotes=f'<w:endnote w:id="3">{p(r("end"))}</w:endnote>',
            header1=p(r("head")),
            header2=p(r("head")),
            footer1=p(r("below")),
        )
    )
    assert found.text == "main\nfoot\nend\nhead\nbelow\n"
    stories = [Story.MAIN, Story.FOOTNOTE, Story.ENDNOTE, Story.HEADER, Story.FOOTER]
    assert [block.story for block in found.blocks] == stories
    assert {atom.part for atom in found.atoms} == {
        *("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/header1.xml", "word/footer1.xml")
    }


def test_a_text_box_stands_once_after_the_block_that_holds_it(make_docx) -> None:
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    drawing += f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    found = walked(make_docx(p(r("before ") + f"<w:r>{drawing}</w:r>" + r("after")) + p(r("next"))))
    assert found.text == "before after\nboxed\nnext\n"
    assert [block.story for block in found.blocks] == [Story.MAIN, Story.TEXT_BOX, Story.MAIN]


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next(make_docx) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    found = walked(make_docx(p(r("one "), gone) + p("<w:del>" + r("x") + "</w:del>", gone) + p(r("two"))))
    assert found.text == "one two\n"
    assert len(found.blocks) == 1


def test_an_empty_paragraph_leaves_a_line_feed_and_no_block(make_docx) -> None:
    found = walked(make_docx(p(r("a")) + p("") + p(r("b"))))
    assert found.text == "a\n\nb\n"
    assert len(found.blocks) == 2


def test_strict_files_read_like_the_others(make_docx) -> None:
    import io
    import zipfile

    old = zipfile.ZipFile(io.BytesIO(make_docx(p(r("strict words")))))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            words = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, words)
    assert walked(file.getvalue()).text == "strict words\n"


@pytest.mark.parametrize(
    ("body", "prolog", "code"),
    [
        ("", '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', "unsafe"),
        ("<w:p>" + "<w:smartTag>" * 400 + "</w:smartTag>" * 400 + "</w:p>", "", "too_large"),
        ("<w:tbl><w:tr><w:tc>" * 1500 + "</w:tc></w:tr></w:tbl>" * 1500, "", "too_large"),
    ],
)
def test_hostile_files_are_refused_at_once(make_docx, body: str, prolog: str, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(make_docx(body, prolog=prolog), name="evil.docx")
    assert caught.value.code == code


def test_a_file_that_unfolds_beyond_the_limit_is_refused(make_docx) -> None:
    bomb = make_docx(p(r("a" * 3_000_000)))
    assert len(bomb) < 20_000
    with pytest.raises(UnreadableDocument) as caught:
        open_document(bomb, name="bomb.docx", limits=Limits(part_bytes=1_000_000))
    assert caught.value.code == "too_large"


def test_a_damaged_part_beside_the_text_is_left_out_and_said(make_docx) -> None:
    document = open_document(make_docx(p(r("words")), styles="<broken"))
    assert document.text == "words\n"
    assert [one.code for one in document.warnings if one.code == "part_missing"] == ["part_missing"]


@pytest.mark.corpora
def test_atoms_are_exact_in_every_word_file_of_the_corpora(shared: Path) -> None:
    for file in sorted((shared / "corpora/docx").rglob("*.docx")):
        try:
            found = walk(Package(file.read_bytes(), name=file.name))
        except UnreadableDocument:
            continue
        check(found)
