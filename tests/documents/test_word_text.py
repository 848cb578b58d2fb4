"""No word of a Word file is lost: what the reader gives is held against the raw XML, read by other means."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path

import pytest

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import BlockKind, PolicyDocument
from documents.reader import open_document, open_here
from documents.word.package import Package
from documents.word.walk import Walk, walk

_SPEC = importlib.util.spec_from_file_location("word_text_oracle", Path(__file__).with_name("word_text_oracle.py"))
assert _SPEC
assert _SPEC.loader
oracle = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(oracle)

ENOUGH = 0.9999
SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}


CHUNKS = {"stress012.docx", "testAltChunkHTML.docx"}  # the words of pages put into them stand in no w:t


def stories_of(found: Walk | PolicyDocument) -> dict[str, str]:
    """What the blocks of each story say, line by line."""
    stories: dict[str, list[str]] = {}
    for block in found.blocks:
        stories.setdefault(block.story.value, []).append(block.span.of(found.text))
    return {story: "\n".join(lines) for story, lines in stories.items()}


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def box(*paragraphs: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></v:textbox></w:pict></w:r>"


RICH = "".join(
    [
        p(r("The policy")),
        p(
            r("begins "),
            "<w:ins>",
            r("here"),
            "</w:ins>",
            "<w:del><w:r><w:t>not</w:t></w:r></w:del>",
            box(p(r("aside"))),
        ),
        "<w:tbl><w:tr><w:tc>" + p(r("cell one"), box(p(r("in a box")))) + "</w:tc><w:tc>",
        "<w:tbl><w:tr><w:tc>" + p(r("inner")) + "</w:tc></w:tr></w:tbl>" + p(r("cell two")) + "</w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>" + p(r("control")) + "</w:sdtContent></w:sdt>",
        p(r("seen"), r("unseen", "<w:vanish/>"), r("by style", '<w:rStyle w:val="Dark"/>'), r("last")),
        p(r("all unseen"), r("but this", '<w:vanish w:val="0"/>'), style="Under"),
        p(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>chosen</w:t></mc:Choice>",
            "<mc:Fallback><w:t>spare</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            '<w:r><w:footnoteReference w:id="4"/></w:r>',
        ),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
    ]
)
PARTS = {
    "styles": '<w:style w:type="character" w:styleId="Dark"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dim"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Under"><w:basedOn w:val="Dim"/></w:style>',
    "footnotes": f'<w:footnote w:id="4">{p(r("a note"))}</w:footnote>',
    "header1": p(r("a header")),
}


def test_every_word_of_the_raw_file_is_in_the_text_in_order(make_docx) -> None:
    data = make_docx(RICH, **PARTS)
    assert "".join(oracle.pieces(data)) == (
        "The policybegins hereasidecell oneinnercell twoin a boxcontrolseenlastbut thischosena notea header"
    )
    assert oracle.share_found(data, walk(Package(data)).text) == (1.0, [])


def test_every_story_holds_its_own_words_in_order_and_no_others(make_docx) -> None:
    data = make_docx(RICH, **PARTS)
    assert {story for story, _ in oracle.told_pieces(data)} == {"main", "text_box", "footnote", "header"}
    assert oracle.share_of_stories(data, stories_of(walk(Package(data)))) == (1.0, [], "")


def test_a_word_in_another_story_than_its_own_and_one_too_many_are_noticed(make_docx) -> None:
    data = make_docx(RICH, **PARTS)
    stories = stories_of(walk(Package(data)))
    moved = stories | {"header": "", "main": f"{stories['main']}\na header"}
    assert oracle.share_of_stories(data, moved)[1:] == (["a header"], "aheader")


def test_a_lost_word_is_noticed(make_docx) -> None:
    data = make_docx(RICH, **PARTS)
    text = walk(Package(data)).text.replace("inner", "")
    assert oracle.share_found(data, text)[1] == ["inner"]


@pytest.mark.corpora
def test_no_word_of_the_corpus_is_lost(shared: Path) -> None:
    """All of each file, in the order of each story: more than the 99.5% that were asked for, and nothing besides."""
    files = [one for one in sorted((shared / "corpora").rglob("*")) if one.suffix.lower() in SUFFIXES]
    poor: dict[str, tuple[float, str]] = {}
    for file in files:
        try:
            found = open_here(Source(file.read_bytes(), file.name))
        except UnreadableDocument:
            continue
        share, _, more = oracle.share_of_stories(file.read_bytes(), stories_of(found))
        if share < ENOUGH or (more and file.name not in CHUNKS):
            poor[f"{file.parent.name}/{file.name}"] = (share, more[:40])
    assert len(files) > 300
    assert poor == {}


def with_chunk(make_docx, name: str, data: bytes, place: str = "{}") -> bytes:
    """A Word file with a document put whole into it, between two paragraphs."""
    link = (
        '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"'
        f' Target="{name}"/>'
    )
    made = make_docx(p(r("before")) + place.format('<w:altChunk r:id="c1"/>') + p(r("after")), relationships=link)
    file = io.BytesIO(made)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(f"word/{name}", data)
    return file.getvalue()


PAGE = """<html><head><title>no</title><style>no</style></head><body><h2>Heading</h2>some <b>bold</b>
words<div>in a div<p>and a paragraph<br>of two lines</p>tail</div><ul><li>one<li>two</ul>
<table><tr><th>a</th><td>b<p>c</p></td></tr></table><script>no</script></body></html>"""
SEEN = "Heading\nsome bold words\nin a div\nand a paragraph\nof two lines\ntail\none\ntwo\na\nb\nc\n"


@pytest.mark.parametrize(
    ("name", "data", "seen"),
    [
        ("page.html", PAGE.encode(), SEEN),
        ("page.xhtml", b"\xef\xbb\xbf" + PAGE.encode(), SEEN),
        (
            "page.mht",
            (
                b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
                b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
                b"<p>caf=C3=A9</p>\r\n--x--\r\n"
            ),
            "café\n",
        ),
        ("words.txt", "一行\n\nzwei".encode(), "一行\n\nzwei\n"),
    ],
)
def test_a_document_put_whole_into_the_file_is_read_in_its_place(make_docx, name: str, data: bytes, seen: str) -> None:
    assert walk(Package(with_chunk(make_docx, name, data))).text == f"before\n{seen}after\n"


def test_a_word_file_within_is_read_and_one_within_that_is_said_to_be_left_out(make_docx) -> None:
    inner = with_chunk(make_docx, "more.docx", make_docx(p(r("innermost"))))
    found = open_document(with_chunk(make_docx, "inner.docx", inner))
    assert found.text == "before\nbefore\nafter\nafter\n"
    once = open_document(with_chunk(make_docx, "inner.docx", make_docx(p(r("one")) + p(r("two")))))
    assert once.text == "before\none\ntwo\nafter\n"


def test_what_is_put_into_a_cell_stays_in_the_cell(make_docx) -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p/>{}</w:tc><w:tc>" + p(r("next")) + "</w:tc></w:tr></w:tbl>"
    found = walk(Package(with_chunk(make_docx, "page.htm", b"<p>x</p><p>y</p>", cell)))
    assert [one.span.of(found.text) for one in found.blocks if one.kind is BlockKind.CELL] == ["x\ny", "next"]


@pytest.mark.parametrize("data", [b"{\\rtf1 words}", b"PK\x03\x04 broken"])
def test_what_cannot_be_read_of_the_file_is_said(make_docx, data: bytes) -> None:
    found = open_document(with_chunk(make_docx, "part.rtf", data))
    assert found.text == "before\nafter\n"
    assert [one.code for one in found.warnings if one.code != "no_numbering"] == ["part_unread"]
    assert all("part.rtf" in one.sentence("en") + one.sentence("zh") for one in found.warnings[:1])
