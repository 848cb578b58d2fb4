"""Templates of our own making: paragraphs, tables, text boxes and notes with tags in them, as Word would hold them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from export.templating.checking import Checked, checked, usable
from export.templating.filling import filled
from export.templating.opening import open_template
from export.word.fonts import faces_for
from export.word.names import R, W
from export.word.new_package import MAIN, FileFacts, new_package
from export.word.styles import styles_part
from tests.export.memo_case import NOW, parts, words

LETTERHEADS = Path(__file__).parent / "letterheads"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; Word's spell checker has been over it."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    told = '<w:proofErr w:type="spellStart"/>'.join(
        f'<w:r><w:rPr>{"<w:b/>" * (at % 2)}</w:rPr><w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
        for at, run in enumerate(runs)
    )
    return f"<w:p><w:pPr>{look}{properties}</w:pPr>{told}</w:p>"


def table(*rows: str | tuple[str, ...]) -> str:
    """A table of three columns; a row of one text stands across all of them."""
    made = "".join(f"<w:tr>{''.join(_cell(text, len(cells)) for text in cells)}</w:tr>" for cells in map(_cells, rows))
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>{grid}{made}</w:tbl>'


def _cells(row: str | tuple[str, ...]) -> tuple[str, ...]:
    return (row,) if isinstance(row, str) else row


def _cell(text: str, beside: int) -> str:
    span = '<w:gridSpan w:val="3"/>' if beside == 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{span}</w:tcPr>{p(text)}</w:tc>'


def box(text: str) -> str:
    """A paragraph with a text box in it."""
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def template(*body: str, header: str = "", footnote: str = "", language: str = "en") -> bytes:
    """A .docx of these paragraphs (plain text is a paragraph too), with a footer, and more stories where given."""
    told = "".join(part if part.startswith("<w:") else p(part) for part in body)
    margins = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'
    head = '<w:headerReference w:type="default" r:id="rIdHead"/>' if header else ""
    document = f"<w:document {NAMES}><w:body>{told}<w:sectPr>{head}{margins}</w:sectPr></w:body></w:document>"
    facts = FileFacts("Letterhead", "A Secretary", NOW, language)
    styles = styles_part(faces_for(language), language)
    package = new_package(document.encode(), styles, f"<w:ftr {NAMES}>{p('Page 1')}</w:ftr>".encode(), facts)
    if header:
        package.set("word/header1.xml", f"<w:hdr {NAMES}>{p(header)}</w:hdr>".encode(), f"{TYPE}header+xml")
        link = package.relate(MAIN, f"{R}/header", "word/header1.xml")
        package.set(MAIN, package[MAIN].replace(b"rIdHead", link.encode()))
    if footnote:
        note = f'<w:footnotes {NAMES}><w:footnote w:id="2">{p(footnote)}</w:footnote></w:footnotes>'
        package.set("word/footnotes.xml", note.encode(), f"{TYPE}footnotes+xml")
        package.relate(MAIN, f"{R}/footnotes", "word/footnotes.xml")
    return package.to_bytes()


def saved(folder: Path, *body: str, name: str = "letter.docx", **more: str) -> Path:
    """The same, as a file."""
    path = folder / name
    path.write_bytes(template(*body, **more))
    return path


def look_through(folder: Path, *body: str, **more: str) -> Checked:
    return checked(open_template(saved(folder, *body, **more)))


def told(folder: Path, *body: str, **more: str) -> list[str]:
    """The codes of what is wrong with a template."""
    return [problem.code for problem in look_through(folder, *body, **more).problems]


def fill(path: Path, value, product: str = "memo") -> bytes:
    return filled(usable(open_template(path)), value, product)


def lines(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The words of a part of a file, a paragraph each, empty ones left out."""
    return [line for line in words(etree.fromstring(parts(data)[part])).splitlines() if line.strip()]


def with_part(data: bytes, changes: dict[str, bytes]) -> bytes:
    """A zip file with some of its parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in {**parts(data), **changes}.items():
            made.writestr(name, content)
    return out.getvalue()
