"""Words that are drawn: a reader of the file sees them, so they are in the text, as a text box is."""

from __future__ import annotations

import io
import zipfile

import pytest

from documents.model import Story
from documents.reader import open_document
from documents.word.package import Package
from documents.word.walk import Walk, walk

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def drawing(inside: str) -> str:
    graphic = f'<a:graphic xmlns:a="{_A}"><a:graphicData>{inside}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing>{graphic}</w:drawing></w:r>"


def a(*lines: str) -> str:
    return "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)


def with_parts(make_docx, body: str, **parts: str) -> bytes:
    """A Word file with more parts, each under its own name as id of its relationship."""
    links = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    file = io.BytesIO(make_docx(body, relationships=links))
    with zipfile.ZipFile(file, "a") as archive:
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return file.getvalue()


def boxes(found: Walk) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.story is Story.TEXT_BOX]


def point(name: str, words: str = "", kind: str = "node") -> str:
    return f'<d:pt modelId="{name}" type="{kind}"><d:t>{a(words) if words else ""}</d:t></d:pt>'


def link(above: str, below: str, order: int, kind: str = "parOf") -> str:
    return f'<d:cxn modelId="{above}{below}" type="{kind}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'


def test_a_diagram_is_read_in_the_order_of_its_points(make_docx) -> None:
    points = point("0", kind="doc") + point("c", "collect") + point("b", "keep") + point("x", "inside")
    points += point("p", "drawn twice", kind="pres") + point("s", "arrow", kind="sibTrans")
    links = link("0", "b", 1) + link("0", "c", 0) + link("c", "x", 0) + link("p", "b", 0, "presOf")
    data = f'<d:dataModel xmlns:d="{_DIAGRAM}" xmlns:a="{_A}"><d:ptLst>{points}</d:ptLst><d:cxnLst>{links}</d:cxnLst>'
    body = p(r("before") + drawing(f'<d:relIds xmlns:d="{_DIAGRAM}" r:dm="data"/>')) + p(r("after"))
    found = walk(Package(with_parts(make_docx, body, data=data + "</d:dataModel>")))
    assert boxes(found) == ["collect", "inside", "keep", "arrow"]
    assert found.text == "before\ufffc\ncollect\ninside\nkeep\narrow\nafter\n"
    assert {atom.part for atom in found.atoms} == {"word/document.xml", "word/data.xml"}


def test_a_chart_says_its_titles_its_series_and_its_categories(make_docx) -> None:
    def names(tag: str, kind: str, *said: str) -> str:
        points = "".join(f'<c:pt idx="0"><c:v>{one}</c:v></c:pt>' for one in said)
        return f"<c:{tag}><c:{kind}Ref><c:{kind}Cache>{points}</c:{kind}Cache></c:{kind}Ref></c:{tag}>"

    title = f"<c:title><c:tx><c:rich>{a('Requests a year')}</c:rich></c:tx></c:title>"
    series = (
        f"<c:ser>{names('tx', 'str', 'refused')}{names('cat', 'str', 'access', 'erasure')}{names('val', 'num', '7')}"
    )
    other = f"</c:ser><c:ser>{names('tx', 'str', 'granted')}{names('cat', 'num', '43831')}</c:ser>"
    chart = f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_A}"><c:chart>{title}{series}{other}</c:chart></c:chartSpace>'
    body = p(drawing(f'<c:chart xmlns:c="{_CHART}" r:id="chart"/>'))
    found = walk(Package(with_parts(make_docx, body, chart=chart)))
    assert boxes(found) == ["Requests a year", "refused", "access", "erasure", "granted"]


def test_a_watermark_in_headers_is_read_once(make_docx) -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT 草案"/></v:shape></w:pict></w:r>'
    headers = "<w:sectPr><w:headerReference r:id='header1'/><w:headerReference r:id='header2'/></w:sectPr>"
    found = walk(Package(make_docx(p(r("words")) + headers, header1=p(mark), header2=p(mark))))
    assert boxes(found) == ["DRAFT 草案"]


def test_a_shape_without_a_text_box_says_its_words(make_docx) -> None:
    shape = drawing(f"<canvas><a:txBody>{a('in a', 'shape')}</a:txBody></canvas>")
    assert boxes(walk(Package(make_docx(p(shape))))) == ["in a", "shape"]


def test_a_diagram_whose_words_are_lost_is_said(make_docx) -> None:
    body = p(r("words") + drawing(f'<d:relIds xmlns:d="{_DIAGRAM}" r:dm="data"/>'))
    document = open_document(with_parts(make_docx, body, data="<broken"))
    assert [one.arguments for one in document.warnings if one.code == "part_missing"] == [{"part": "word/data.xml"}]


@pytest.mark.parametrize("kind", ["drawing", "pict"])
def test_words_in_a_hidden_box_are_kept_aside(make_docx, kind: str) -> None:
    box = f"<w:{kind}><w:txbxContent>{p(r('boxed'))}</w:txbxContent></w:{kind}>"
    document = open_document(make_docx(p(r("seen") + f"<w:r><w:rPr><w:vanish/></w:rPr>{box}</w:r>")))
    assert document.text == "seen\n"
    assert [one.words for one in document.hidden] == ["boxed"]
