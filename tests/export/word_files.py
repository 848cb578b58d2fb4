"""Word files of our own making, from raw XML: whatever a client's file may hold, small."""

import io
import zipfile

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARED = (
    f'xmlns:w="{NS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'mc:Ignorable="w14 w15 wps"'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="Title"/></w:style>'
)


def part(root, inner):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {DECLARED}>{inner}</w:{root}>'.encode()


def run(words, look=""):
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r w:rsidR="00A1B2C3">{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner, properties=""):
    inner = run(inner) if "<" not in inner else inner
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def table(*rows):
    grid = "".join('<w:gridCol w:w="3000"/>' for _ in rows[0])
    cells = ["".join(f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{c}</w:tc>' for c in row) for row in rows]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + "".join(f"<w:tr>{row}</w:tr>" for row in cells)
        + "</w:tbl>"
    )


def field(code, result):
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return marks["begin"] + code + marks["separate"] + run(result) + marks["end"]


def text_box(inner):
    content = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    shape = f"<wps:wsp><wps:cNvSpPr/><wps:spPr/>{content}<wps:bodyPr/></wps:wsp>"
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="300000"/>'
        f'<wp:docPr id="3" name="Box"/><a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def inserted(words, author="B. Reyes", number=901):
    return f'<w:ins w:id="{number}" w:author="{author}" w:date="2026-01-05T10:00:00Z">{run(words)}</w:ins>'


def deleted(words, author="C. Novak", number=902):
    inner = f"<w:r><w:delText>{words}</w:delText></w:r>"
    return f'<w:del w:id="{number}" w:author="{author}" w:date="2026-01-05T10:00:00Z">{inner}</w:del>'


def word_file(body, *, styles=STYLES, **more):
    """A .docx of a body; `more` are parts by kind: footnotes="<w:footnote…>", header=…, comments=…"""
    kinds = {"styles": styles, **more} if styles else dict(more)
    section = "".join(
        f'<w:{kind}Reference w:type="default" r:id="r_{kind}"/>' for kind in ("header", "footer") if kind in more
    )
    sides = " ".join(f'w:{side}="1440"' for side in ("top", "right", "bottom", "left"))
    size = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides} w:header="720" w:footer="720" w:gutter="0"/>'
    parts = {"word/document.xml": part("document", f"<w:body>{body}<w:sectPr>{section}{size}</w:sectPr></w:body>")}
    roots = {"header": "hdr", "footer": "ftr"}
    parts |= {f"word/{kind}.xml": part(roots.get(kind, kind), inner) for kind, inner in kinds.items() if kind != "raw"}
    parts |= {
        "customXml/item1.xml": b"<own   xmlns='urn:x'>kept &#x41; as it is</own>",
        "word/media/blob.bin": bytes(range(256)),
    }
    links = [("link", "hyperlink", "https://acorn.example/")]
    return zipped(parts, kinds, links)


def zipped(parts, kinds, links=()):
    overrides = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}{kind}+xml"/>' for kind in kinds)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>{overrides}</Types>'
    )
    relationships = "".join(
        f'<Relationship Id="r_{kind}" Type="{OFFICE}{kind}" Target="{kind}.xml"/>' for kind in kinds
    )
    relationships = relationships.replace(
        f"{OFFICE}commentsExtended", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    )
    relationships += "".join(
        f'<Relationship Id="r_{name}" Type="{OFFICE}{kind}" Target="{target}" TargetMode="External"/>'
        for name, kind, target in links
    )
    root = f'<Relationship Id="rId1" Type="{OFFICE}officeDocument" Target="word/document.xml"/>'
    wrap = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", wrap.format(root))
        package.writestr("word/_rels/document.xml.rels", wrap.format(relationships))
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()
