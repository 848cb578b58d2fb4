"""OpenDocument texts: words, labels, tables, notes, boxes and margins, made from a few lines of XML."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.model import BlockKind, Cell, PolicyDocument, RevisionKind, Span, Story
from documents.reader import open_document
from documents.reading import pack, unpack

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>'
    '</text:list-style><text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)
_STYLES = (
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Child" style:family="text" style:parent-style-name="Bold">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
)


def build(body: str, styles: str = "", kind: str = "text", **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:automatic-styles>{_LISTS}{_STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {_SPACES}>{styles}</office:document-styles>")
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", words)
    return file.getvalue()


def read(body: str, styles: str = "") -> PolicyDocument:
    return open_document(build(body, styles), name="policy.odt")


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(" one\n  two "), "one two \n"),
        (p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), "a   b\tc\nd\n"),
        (p("a<text:span>b</text:span> <text:a>c</text:a>d"), "ab cd\n"),
        (p("a<text:soft-page-break/>b<text:bookmark/>c"), "abc\n"),
        (p('<text:change-start text:change-id="x"/>new<text:change-end text:change-id="x"/>'), "new\n"),
        (p("a<office:annotation><text:p>note</text:p></office:annotation>b"), "ab\n"),
        (
            p("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>字"),
            "漢字\n",
        ),
        (p("on <text:date>1 May</text:date>"), "on 1 May\n"),
        (p("a<draw:frame><draw:image/></draw:frame>b"), "a\ufffcb\n"),
        (p("a") + "<text:p/>" + p("b"), "a\nb\n"),
        (f"<text:section>{p('in')}</text:section>", "in\n"),
        (p("a<!-- no -->b"), "ab\n"),
    ],
)
def test_the_words_are_those_a_reader_sees(body: str, text: str) -> None:
    assert read(body).text == text


def test_deletions_stay_out_and_are_said() -> None:
    gone = f"<text:tracked-changes><text:changed-region>{p('gone')}</text:changed-region></text:tracked-changes>"
    document = read(gone + p("stays"))
    assert document.text == "stays\n"
    assert "tracked_changes" in {warning.code for warning in document.warnings}


def test_hidden_words_stay_out_and_are_counted() -> None:
    document = read(p('a<text:span text:style-name="Gone">secret</text:span>b'))
    assert document.text == "ab\n"
    assert [one.arguments for one in document.warnings if one.code == "hidden_text"] == [{"count": 6}]


def region(identity: str, kind: str, inside: str = "") -> str:
    info = "<office:change-info><dc:creator>Ann</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info>"
    return f'<text:changed-region text:id="{identity}"><text:{kind}>{info}{inside}</text:{kind}></text:changed-region>'


def test_changes_are_known_with_their_authors_and_places() -> None:
    listed = (
        f"<text:tracked-changes>{region('a', 'insertion')}{region('b', 'deletion', p('old'))}</text:tracked-changes>"
    )
    marks = [
        f'<text:change{kind} text:change-id="{name}"/>' for kind, name in (("-start", "a"), ("-end", "a"), ("", "b"))
    ]
    document = read(listed + p(f"One {marks[0]}new{marks[1]} word{marks[2]}."))
    assert document.text == "One new word.\n"
    assert [(one.kind, one.span, one.author, one.date, one.words) for one in document.revisions] == [
        (RevisionKind.INSERTED, Span(4, 7), "Ann", "2026-01-02T03:04:05", ""),
        (RevisionKind.DELETED, Span(12, 12), "Ann", "2026-01-02T03:04:05", "old"),
    ]


def test_hidden_words_are_kept_aside() -> None:
    document = read(p("Seen.") + '<text:section text:display="none"><text:p>Not seen.</text:p></text:section>')
    assert [(one.place, one.words) for one in document.hidden] == [(6, "Not seen.")]


def test_a_picture_is_known_by_its_words_and_size() -> None:
    frame = (
        '<draw:frame draw:name="image1" svg:width="2.54cm" svg:height="36pt"><draw:image xlink:href="Pictures/a.png"/>'
        "<svg:desc>The flow</svg:desc></draw:frame>"
    )
    picture = read(p(f"See {frame}.")).pictures[0]
    assert (picture.place, picture.name, round(picture.width), picture.height) == (4, "The flow", 72, 36.0)
    assert picture.source == "Pictures/a.png"


def test_headings_titles_and_runs_come_from_styles() -> None:
    document = read(
        '<text:p text:style-name="P1">Terms</text:p><text:h text:outline-level="2">Scope</text:h>'
        + p('a<text:span text:style-name="Child">b</text:span><text:a xlink:href="http://x.example">c</text:a>')
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.TITLE, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert [(run.span.of(document.text), run.bold, run.italic, run.link) for run in document.runs] == [
        ("b", True, True, ""),
        ("c", False, False, "http://x.example"),
    ]


def item(inside: str, start: str = "") -> str:
    return f"<text:list-item{start}>{inside}</text:list-item>"


def listed(inside: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{inside}</text:list>"


def test_labels_of_lists_are_computed_from_their_styles() -> None:
    deep = listed(item(p("d")), "")
    document = read(
        listed(item(p("a") + p("more") + listed(item(p("b")) + item(p("c") + deep), "")) + item(p("e")))
        + listed(item(p("f")), 'text:style-name="L" text:continue-numbering="true"')
        + listed(item(p("g"), ' text:start-value="7"'))
        + listed(item(p("h")), 'text:style-name="B"')
    )
    assert [(block.label, block.level, block.ordered) for block in document.blocks] == [
        ("1.", 0, True),
        ("", 0, False),
        ("(a)", 1, True),
        ("(b)", 1, True),
        ("1.b.i", 2, True),
        ("2.", 0, True),
        ("3.", 0, True),
        ("7.", 0, True),
        ("•", 0, False),
    ]
    assert document.text == "a\nmore\nb\nc\nd\ne\nf\ng\nh\n"


def test_a_list_that_goes_on_within_goes_on_counting_there() -> None:
    document = read(
        listed(item(p("a") + listed(item(p("b")), "")), 'text:style-name="L" xml:id="one"')
        + p("between")
        + listed(item(listed(item(p("c")), "")), 'text:style-name="L" text:continue-list="one"')
    )
    assert [block.label for block in document.blocks] == ["1.", "(a)", "", "(b)"]


def test_numbered_headings_count_by_the_outline_style() -> None:
    outline = (
        '<office:styles><text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style></office:styles>"
    )
    heads = "".join(f'<text:h text:outline-level="{level}">H{level}</text:h>' for level in (1, 2, 2, 1, 2))
    assert [block.label for block in read(heads, outline).blocks] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_table_keeps_its_spans_and_lines() -> None:
    head = f"<table:table-header-rows><table:table-row>{'<table:table-cell>' + p('A') + '</table:table-cell>'}"
    head += f'<table:table-cell table:number-columns-spanned="2">{p("B")}</table:table-cell><table:covered-table-cell/>'
    row = f"<table:table-row><table:table-cell>{p('1')}{p('2')}</table:table-cell><table:table-cell/>"
    row += f"<table:table-cell>{listed(item(p('3')))}</table:table-cell></table:table-row>"
    document = read(f"<table:table>{head}</table:table-row></table:table-header-rows>{row}</table:table>" + p("after"))
    assert document.text == "A\nB\n1\n2\n\n3\nafter\n"
    assert [block.cell for block in document.blocks] == [
        Cell(0, 0, 0, header=True),
        Cell(0, 0, 1, column_span=2, header=True),
        Cell(0, 1, 0),
        Cell(0, 1, 1),
        Cell(0, 1, 2),
        None,
    ]
    assert document.blocks[4].label == "1."


def test_notes_boxes_and_margins_are_stories_of_their_own() -> None:
    note = '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
    note += "<text:note-body>{}</text:note-body></text:note>"
    box = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"
    margins = f"<style:header>{p('Top')}</style:header><style:footer>{p('Foot')}</style:footer>"
    margins += f"<style:header>{p('Top')}</style:header>"
    document = read(
        p(f"a{note.format('endnote', p('end'))}b{note.format('footnote', p('foot'))}c{box}d") + p("next"), margins
    )
    assert [(block.span.of(document.text), block.story) for block in document.blocks] == [
        ("abcd", Story.MAIN),
        ("boxed", Story.TEXT_BOX),
        ("next", Story.MAIN),
        ("foot", Story.FOOTNOTE),
        ("end", Story.ENDNOTE),
        ("Top", Story.HEADER),
        ("Foot", Story.FOOTER),
    ]


def test_a_page_saved_from_the_browser_view_of_libreoffice_is_read_too() -> None:
    data = build(p("We keep data."), kind="text-web")
    assert open_document(data, name="policy.odt").text == "We keep data.\n"


def test_a_flat_file_is_read_too() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {_SPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{p('words')}</office:text></office:body></office:document>"
    )
    document = open_document(flat.encode(), name="policy.fodt")
    assert (document.format, document.text) == ("odt", "words\n")
    assert not [warning for warning in document.warnings if warning.code == "other_content"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (build(p("x"), kind="graphics"), "open_document"),
        (build(p("x"), kind="spreadsheet"), "spreadsheet"),
        (build("<broken"), "damaged"),
        (build("<text:p>" * 20_000), "damaged"),
    ],
)
def test_what_cannot_be_read_costs_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data, name="policy.odt")
    assert caught.value.code in {code, "too_large"}


def test_a_locked_file_says_so() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(UnreadableDocument) as caught:
        open_document(build(p("x"), **{"META-INF__manifest": manifest}), name="policy.odt")
    assert caught.value.code == "encrypted"


def test_spans_within_spans_and_lists_within_lists_are_read_without_recursion() -> None:
    deep = 900
    spans = p("<text:span>" * deep + "words" + "</text:span>" * deep)
    lists = "<text:list><text:list-item>" * deep + p("item") + "</text:list-item></text:list>" * deep
    assert read(spans + lists).text == "words\nitem\n"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saves_reads_like_the_page_it_came_from(tmp_path: Path) -> None:
    page = tmp_path / "policy.html"
    page.write_text(
        "<html><body><h1>Terms</h1><ol><li>One<ol type=a><li>in</li></ol></li><li>Two</li></ol>"
        "<table border=1><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></body></html>"
    )
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", str(tmp_path), str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=50)
    ours, theirs = open_document(page), open_document(tmp_path / "policy.odt")
    assert theirs.text == ours.text
    assert [block.label for block in theirs.blocks] == [block.label for block in ours.blocks]


def test_the_place_of_a_notes_mark_is_kept_with_the_note() -> None:
    def note(kind: str, words: str) -> str:
        return f'<text:note text:note-class="{kind}"><text:note-body>{p(words)}</text:note-body></text:note>'

    policy = read(f"<text:p>One{note('endnote', 'End')} two{note('footnote', 'Foot')}.</text:p>")
    assert policy.text == "One two.\nFoot\nEnd\n"
    assert [(mark.place, mark.note.of(policy.text)) for mark in policy.note_marks] == [(7, "Foot"), (3, "End")]
    assert unpack(pack(policy)).note_marks == policy.note_marks
