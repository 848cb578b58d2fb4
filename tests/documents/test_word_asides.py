"""What a Word file holds besides its words: changes, hidden text, comments, pictures, tables of contents."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.model import BlockKind, Hidden, PolicyDocument, RevisionKind, Span
from documents.reader import open_document
from documents.word.package import Package

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def by(kind: str, inside: str, author: str = "Ann") -> str:
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="2026-01-02T03:04:05Z">{inside}</w:{kind}>'


def gone(words: str) -> str:
    return f"<w:r><w:delText>{words}</w:delText></w:r>"


def changes(document: PolicyDocument) -> list[tuple[RevisionKind, str, str]]:
    return [(one.kind, one.words or one.span.of(document.text), one.author) for one in document.revisions]


def test_recorded_changes_are_known_with_who_when_and_which_words(make_docx) -> None:
    body = p(r("Keep "), by("ins", r("new")), by("del", gone("old"), "Bo"), r(" tail")) + p(
        by("moveFrom", r("there"))
        + by("moveTo", r("here"))
        + r("bold", "<w:b/>" + by("rPrChange", "<w:rPr/>"))
        + by("ins", r("x") + by("del", gone("both"), "Bo"))
    )
    document = open_document(make_docx(body))
    assert document.text == "Keep new tail\nhereboldx\n"
    assert changes(document) == [
        (RevisionKind.INSERTED, "new", "Ann"),
        (RevisionKind.DELETED, "old", "Bo"),
        (RevisionKind.MOVED_FROM, "there", "Ann"),
        (RevisionKind.MOVED_TO, "here", "Ann"),
        (RevisionKind.FORMATTED, "bold", "Ann"),
        (RevisionKind.DELETED, "both", "Bo"),
        (RevisionKind.INSERTED, "x", "Ann"),
    ]
    assert {one.date for one in document.revisions} == {"2026-01-02T03:04:05Z"}
    assert document.revisions[1].span == Span(8, 8)


def test_the_ends_of_paragraphs_and_their_setting_are_changes_too(make_docx) -> None:
    mark = "<w:rPr>" + by("del", "") + "</w:rPr>"
    body = p(r("one "), properties=mark) + p(r("two"), properties=by("pPrChange", "<w:pPr/>"))
    document = open_document(make_docx(body))
    assert document.text == "one two\n"
    assert [(one.kind, one.words) for one in document.revisions] == [
        (RevisionKind.DELETED, "\n"),
        (RevisionKind.FORMATTED, ""),
    ]


def test_hidden_words_are_kept_aside_with_their_place(make_docx) -> None:
    body = p(r("seen "), r("un", "<w:vanish/>"), r("seen", "<w:vanish/>"), r("again"))
    document = open_document(make_docx(body))
    assert document.text == "seen again\n"
    assert document.hidden == (Hidden(5, "unseen"),)
    assert [one.arguments for one in document.warnings if one.code == "hidden_text"] == [{"count": 6}]


def test_a_hidden_empty_paragraph_is_not_counted(make_docx) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbers = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    hidden = p(r("gone", "<w:vanish/>"), properties=numbered + "<w:rPr><w:vanish/></w:rPr>")
    body = p(r("first"), properties=numbered) + hidden + p(r("next"), properties=numbered)
    document = open_document(make_docx(body, numbering=numbers))
    assert [block.label for block in document.blocks] == ["1.", "2."]


def commented(make_docx, body: str, comments: str, extra: dict[str, str]) -> bytes:
    """A Word file with comments and the parts that were added to them."""
    parts = {"comments": f'<w:comments xmlns:w="{_W}" xmlns:w14="{_W14}">{comments}</w:comments>', **extra}
    links = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    file = io.BytesIO(make_docx(body, relationships=links))
    with zipfile.ZipFile(file, "a") as archive:
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return file.getvalue()


def comment(number: int, words: str, key: str) -> str:
    about = f'w:id="{number}" w:author="Author {number}" w:initials="A{number}" w:date="2026-01-02T12:00:00Z"'
    return f'<w:comment {about}><w:p w14:paraId="{key}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'


def marked(number: int, inside: str) -> str:
    end = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{inside}{end}'


def test_comments_come_with_their_thread_their_true_time_and_whether_they_are_done(make_docx) -> None:
    body = p(r("We keep "), marked(0, marked(1, marked(2, r("your data")))), r(" for ever."))
    comments = comment(0, "How long?", "0A") + comment(1, "Ten years.", "0B") + comment(2, "Too long.", "0C")
    threads = "".join(
        f'<w15:commentEx w15:paraId="{key}" w15:done="{done}" {parent}/>'
        for key, done, parent in (
            ("0A", 1, ""),
            ("0B", 0, 'w15:paraIdParent="0A"'),
            ("0C", 0, 'w15:paraIdParent="0B"'),
        )
    )
    extra = {
        "commentsExtended": f'<w15:commentsEx xmlns:w15="{_W15}">{threads}</w15:commentsEx>',
        "commentsIds": f'<i:commentsIds xmlns:i="{_CID}"><i:commentId i:paraId="0A" i:durableId="D"/></i:commentsIds>',
        "commentsExtensible": f'<x:commentsExtensible xmlns:x="{_CEX}"><x:commentExtensible x:durableId="D"'
        ' x:dateUtc="2026-01-02T04:00:00Z"/></x:commentsExtensible>',
    }
    document = open_document(commented(make_docx, body, comments, extra))
    (note,) = document.foreign_notes
    assert [span.of(document.text) for span in note.spans] == ["your data"]
    assert (note.id, note.author, note.initials, note.text) == ("0", "Author 0", "A0", "How long?")
    assert (note.date, note.done) == ("2026-01-02T04:00:00Z", True)
    assert (note.marks, note.written, note.replies[0].marks) == (("D", "0A"), "2026-01-02T12:00:00Z", ("0B",))
    assert [(one.id, one.author, one.text) for one in note.replies] == [
        ("1", "Author 1", "Ten years."),
        ("2", "Author 2", "Too long."),
    ]


def test_a_comment_on_no_letter_stands_on_its_paragraph_and_one_on_nothing_comes_last(make_docx) -> None:
    point = '<w:r><w:commentReference w:id="1"/></w:r>'
    body = p(r("one")) + p(r("two"), point) + marked(2, p(r("three")) + p(r("four"))) + p(r("five"))
    comments = comment(0, "orphan", "0A") + comment(1, "point", "0B") + comment(2, "whole", "0C")
    document = open_document(commented(make_docx, body, comments, {}))
    found = [(one.text, [span.of(document.text) for span in one.spans]) for one in document.foreign_notes]
    assert found == [("point", ["two"]), ("whole", ["three\nfour"]), ("orphan", [])]


def test_a_comment_over_a_paragraph_with_a_text_box_leaves_the_box_out(make_docx) -> None:
    box = "<w:r><w:pict><v:textbox><w:txbxContent>" + p(r("aside")) + "</w:txbxContent></v:textbox></w:pict></w:r>"
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    body = p(start, r("one"), box) + p(r("two"), end)
    document = open_document(commented(make_docx, body, comment(0, "both", "0A"), {}))
    assert [span.of(document.text) for span in document.foreign_notes[0].spans] == ["one", "two"]


def test_a_picture_is_known_with_its_size_and_its_bytes_can_be_asked_for(make_docx) -> None:
    inline = (
        '<w:r><w:drawing><inline><extent cx="1270000" cy="635000"/><docPr name="seal"/>'
        '<a:blip r:embed="p1"/></inline></w:drawing></w:r>'
    )
    link = f'<Relationship Id="p1" Type="{_OFFICE}/image" Target="media/seal.png"/>'
    old = '<w:r><w:pict><v:shape style="width:1in;height:18pt"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>'
    file = io.BytesIO(make_docx(p(r("a"), inline, old), relationships=link))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/media/seal.png", b"bytes")
    document = open_document(file.getvalue())
    new, legacy = document.pictures
    assert (new.place, new.name, new.width, new.height) == (1, "seal", 100, 50)
    assert (legacy.place, legacy.width, legacy.height) == (2, 72, 18)
    assert Package(file.getvalue()).raw(new.source) == b"bytes"


def test_the_lines_of_a_table_of_contents_are_no_clauses(make_docx) -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    heading = '<w:outlineLvl w:val="0"/>'
    body = (
        p(field.format("begin") + code + field.format("separate") + r("1. Scope 2"))
        + p(r("2. Law 9"))
        + p(field.format("end"))
        + p(r("1. Scope"), properties=heading)
        + p(r("It is wide."))
        + p(r("2. Law"), properties=heading)
        + p(r("It is old."))
    )
    document = open_document(make_docx(body))
    assert [block.contents for block in document.blocks] == [True, True, False, False, False, False]
    assert [(one.address, one.title) for one in document.clauses][1:] == [("1", "Scope"), ("2", "Law")]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("标题 3", 3),
        ("heading 2", 2),
        ("Überschrift 1", 1),
        ("二级标题", 2),
        ("标题三", 3),
        ("Encabezado 4", 4),
        ("Titre 2", 2),
        ("Título 3", 3),
        ("見出し 1", 1),
        ("제목 2", 2),
        ("Заголовок 1", 1),
        ("3級標題", 3),
        ("heading 2,H2,Level 2", 2),
        ("Heading 3 Numbered", 3),
        ("heading 21", 0),
        ("heading 1 text", 0),
        ("Titre", 0),
    ],
)
def test_a_heading_is_known_by_its_style_in_many_languages(make_docx, name: str, level: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="{name}"/></w:style>'
    document = open_document(make_docx(p(r("x"), properties='<w:pStyle w:val="a"/>') + p(r("y")), styles=styles))
    block = document.blocks[0]
    assert (block.level if block.kind is BlockKind.HEADING else 0) == level or block.kind is BlockKind.TITLE


@pytest.mark.parametrize(
    "name",
    [
        "toc 1",
        "TOC Heading",
        "目录 2",
        "WPSOffice手动目录 1",
        "Verzeichnis 3",
        "目次 1",
        "목차 2",
        "Оглавление 1",
        "TM 2",
    ],
)
def test_a_line_of_the_contents_is_known_by_its_style_in_many_languages(make_docx, name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="{name}"/></w:style>'
    document = open_document(make_docx(p(r("x 1"), properties='<w:pStyle w:val="a"/>') + p(r("y")), styles=styles))
    assert [block.contents for block in document.blocks] == [True, False]


def test_paragraphs_from_right_to_left_are_known(make_docx) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="R"><w:pPr><w:bidi/></w:pPr></w:style>'
    body = p(r("א"), properties="<w:bidi/>") + p(r("ב"), properties='<w:pStyle w:val="R"/>') + p(r("c"))
    document = open_document(make_docx(body, styles=styles))
    assert [block.right_to_left for block in document.blocks] == [True, True, False]


@pytest.mark.corpora
def test_all_comments_and_changes_of_the_corpus_are_found(shared: Path) -> None:
    folder = shared / "corpora/docx"
    known = json.loads((folder / "features.json").read_text())
    for name, counts in known.items():
        try:
            document = open_document(folder / name)
        except UnreadableDocument:
            continue
        replies = sum(len(note.replies) for note in document.foreign_notes)
        assert len(document.foreign_notes) + replies == counts.get("comments", 0), name
        assert replies == counts.get("replies", 0), name
        if counts.get("dels"):
            assert any(one.kind is RevisionKind.DELETED for one in document.revisions), name
