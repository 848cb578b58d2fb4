"""Numbers within cells go out as real Word numbering, each before its own paragraph, and the text stays as it was."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import pytest

from documents.model import BlockKind, PolicyDocument
from documents.reader import open_document
from export.appendix import annotated_text
from export.word.new_package import FileFacts
from export.word.policy_file import policy_file
from tests.documents.test_odt_reader import build, item, listed, p
from tests.export.word_checks import audit, integrity
from tests.export.word_matters import annotated, matter_with, note_on
from tests.export.word_oracle import comments, story

NOW = datetime(2026, 3, 2, tzinfo=UTC)
CELL = """We share:<ol><li>name,<br>as you gave it;<ol type=a><li>given;<li>family;</ol><li>address;</ol>and no more."""
PAGE = f"""<h1>Notice</h1><ol><li>Scope<li>Sharing</ol><table><tr><th>Who<th>What<th>Kept
<tr><td>Harbour<td>{CELL}<td><ul><li>a year;<li>longer by law.</ul>
<tr><td><ol start=12 type=I><li>Blue Line<li>Kestrel</ol><td>{CELL.replace("<ol>", "<ol start=3>")}<td>a month</table>
<p>After</p>"""
CHINESE = """<h1>隐私政策</h1><table><tr><th>合作方<th>信息<tr><td>港湾<td>提供：
<ol style="list-style-type:cjk-ideographic"><li>姓名；
<li>地址。</ol>不提供其他。</table>"""
LIST = listed(item(p("Name") + listed(item(p("given")) + item(p("family")))) + item(p("Post")))
ODT = f"<table:table><table:table-row><table:table-cell>{p('Either')}{LIST}{p('or none')}</table:table-cell>"
ODT += f"<table:table-cell>{listed(item(p('')))}</table:table-cell></table:table-row></table:table>"


def filed(policy: PolicyDocument) -> bytes:
    return policy_file(policy, FileFacts(policy.title, "A", NOW, policy.language)).package.to_bytes()


def numbered(policy: PolicyDocument) -> list[tuple[str, str]]:
    """Each computed label of the policy, and the line it stands before."""
    return [
        (one.label, block.span.of(policy.text)[one.offset :].split("\n")[0])
        for block in policy.blocks
        for one in block.labels
        if one.label
    ]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PAGE.encode(), "p.html"),
        (CHINESE.encode(), "p.html"),
        (f"# T\n\n{PAGE}".encode(), "p.md"),
        (build(ODT), "p.odt"),
    ],
)
def test_each_number_of_a_cell_comes_back_before_its_paragraph(data: bytes, name: str) -> None:
    policy = open_document(data, name=name)
    again = open_document(filed(policy), name="out.docx")
    assert again.text.startswith(policy.text)
    assert numbered(again) == numbered(policy)
    assert len(numbered(policy)) > 1


def test_the_lines_of_an_item_are_one_paragraph_and_words_behind_the_list_are_another() -> None:
    table = docx.Document(io.BytesIO(filed(open_document(PAGE.encode(), name="p.html")))).tables[0]
    said = [(one.text, one._p.pPr.numPr is not None) for one in table.rows[1].cells[1].paragraphs]
    assert said == [
        ("We share:", False),
        ("name,\nas you gave it;", True),
        ("given;", True),
        ("family;", True),
        ("address;", True),
        ("and no more.", False),
    ]


def test_a_note_on_an_item_of_a_cell_is_a_comment_on_its_words(tmp_path, clock) -> None:
    out = tmp_path / "out.docx"
    with matter_with(tmp_path, clock, "p.html", PAGE) as matter:
        note_on(matter, "given;", issue="Why?")
        note_on(matter, "family;\naddress", issue="And these?")
        _, data = annotated(matter, out)
    ranges = story(data).ranges
    assert [ranges[said.id] for said in comments(data)] == ["given;", "family;\naddress"]
    assert audit(out) == {}
    assert integrity(out) == []


def test_a_column_has_room_for_the_number_beside_its_longest_word() -> None:
    words = f"<td>{'short words in plenty that would take all the room of the page ' * 2}</td>" * 2
    page = "<table><tr>{}" + words + "<tr><td>x" + words + "</table>"
    widths = []
    for cell in ("<td>Unmistakably", "<td><ol start=12 type=I><li>Unmistakably</ol>"):
        made = docx.Document(io.BytesIO(filed(open_document(page.format(cell).encode(), name="p.html"))))
        widths.append(made.tables[0].columns[0].width.twips)
    assert widths[1] >= widths[0] + 420


def test_the_annotated_text_has_the_number_of_each_item_of_a_cell() -> None:
    rows = annotated_text("d", open_document(PAGE.encode(), name="p.html"), []).blocks
    said = ["".join(piece.words for piece in row.pieces) for row in rows if row.kind is BlockKind.CELL]
    assert "\tWe share:\n1. name,\nas you gave it;\na. given;\nb. family;\n2. address;\nand no more.\t" in said[1]
    assert said[2].startswith("XII. Blue Line\nXIII. Kestrel\t")
