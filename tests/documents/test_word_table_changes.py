"""Rows and cells that were put in or taken out, and paragraphs within cells that were joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.model import PolicyDocument, RevisionKind
from documents.reader import open_document
from documents.word.package import Package
from documents.word.walk import walk

GONE = "<w:rPr><w:del w:id='1' w:author='Ann'/></w:rPr>"
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def by(kind: str, inside: str = "") -> str:
    return f'<w:{kind} w:id="1" w:author="Ann" w:date="2026-01-02T03:04:05Z">{inside}</w:{kind}>'


def r(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def p(*inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def tc(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def changes(document: PolicyDocument) -> list[tuple[RevisionKind, str]]:
    return [(one.kind, one.words or one.span.of(document.text)) for one in document.revisions]


def test_a_row_taken_out_is_no_text_and_known_with_its_words(make_docx) -> None:
    gone = by("del", "<w:r><w:delText>old</w:delText></w:r>")
    table = tbl(tr(tc(p(r("kept")))), tr(tc(p(gone)), tc(p(r("too"))), properties=by("del")), tr(tc(p(r("last")))))
    document = open_document(make_docx(table))
    assert document.text == "kept\nlast\n"
    assert [block.cell.row for block in document.blocks if block.cell] == [0, 1]
    assert changes(document) == [(RevisionKind.DELETED, "old\ntoo")]
    assert document.revisions[0].span.start == len("kept\n")
    assert "tracked_changes" in {one.code for one in document.warnings}


def test_a_cell_taken_out_is_no_text_and_those_after_it_move_up(make_docx) -> None:
    table = tbl(tr(tc(p(r("a"))), tc(p(r("b")), properties=by("cellDel")), tc(p(r("c")), properties=by("cellIns"))))
    document = open_document(make_docx(table))
    assert document.text == "a\nc\n"
    assert [block.cell.column for block in document.blocks if block.cell] == [0, 1]
    assert changes(document) == [(RevisionKind.DELETED, "b"), (RevisionKind.INSERTED, "c")]


def test_a_row_put_in_is_noted_once_whether_or_not_its_words_are_marked(make_docx) -> None:
    marked = tr(tc(p(by("ins", r("marked")))), properties=by("ins"))
    bare = tr(tc(p(r("bare"))), tc(p(r("row"))), properties=by("ins"))
    document = open_document(make_docx(tbl(marked, bare)))
    assert changes(document) == [(RevisionKind.INSERTED, "marked"), (RevisionKind.INSERTED, "bare\nrow")]


def test_tables_rows_cells_and_numbers_that_were_set_otherwise_are_known(make_docx) -> None:
    row = tr(
        tc(p(r("a")), properties=by("tcPrChange")),
        tc(p(r("b"))),
        properties=by("trPrChange"),
    )
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{by("ins")}</w:numPr>'
    body = tbl(row, tr(tc(p(r("c")))), properties=by("tblPrChange")) + p(r("d"), properties=numbered)
    document = open_document(make_docx(body, numbering=NUMBERS))
    assert changes(document) == [(RevisionKind.FORMATTED, words) for words in ("a", "a\nb", "a\nb\nc", "d")]
    assert "tracked_changes" not in {one.code for one in document.warnings}


def test_paragraphs_of_a_cell_whose_mark_was_taken_out_run_on(make_docx) -> None:
    cell = tc(p(r("zero")), p(r("one "), properties=GONE), p(properties=GONE), p(r("two")), p(r("three")))
    empty = tc(p(r("four")), p(by("moveFrom", r("moved away")), properties=GONE), p(r("five")))
    document = open_document(make_docx(tbl(tr(cell, empty))))
    assert document.text == "zero\none two\nthree\nfour\nfive\n"


def test_a_paragraph_of_a_cell_that_was_taken_out_is_not_counted(make_docx) -> None:
    out = p(by("del", "<w:r><w:delText>x</w:delText></w:r>"), properties=LIST + GONE)
    document = open_document(make_docx(tbl(tr(tc(out, p(r("first"), properties=LIST)))), numbering=NUMBERS))
    assert [(block.label, document.text) for block in document.blocks] == [("1.", "first\n")]


def test_a_box_that_is_ticked_by_a_symbol_stands_on_its_own_line_of_the_cell(make_docx) -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    document = open_document(make_docx(tbl(tr(tc(p(r("Yes")), p(tick))))))
    assert document.text == "Yes\n☑\n"


@pytest.mark.corpora
def test_a_file_with_changes_reads_as_the_one_where_all_were_accepted(shared: Path) -> None:
    folder = shared / "corpora/peer/docx-revisions-RP"
    pairs = [(folder / one.name.replace("-Accepted", ""), one) for one in sorted(folder.glob("*-Accepted.docx"))]
    pairs = [pair for pair in pairs if pair[0].exists()]
    assert len(pairs) > 20
    for changed, accepted in pairs:
        ours, theirs = (walk(Package(one.read_bytes())) for one in (changed, accepted))
        lines = [[line for line in one.text.split("\n") if line.strip()] for one in (ours, theirs)]
        assert lines[0] == lines[1], changed.name
        labels = [[block.label for block in one.blocks if block.label] for one in (ours, theirs)]
        assert labels[0] == labels[1], changed.name
