"""Word files made from a few lines of XML, so that each test shows all that matters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "hdr",
    "header2": "hdr",
    "footer1": "ftr",
}
_KINDS = {"header1": "header", "header2": "header", "footer1": "footer"}

MakeDocx = Callable[..., bytes]


def build(body: str, parts: Mapping[str, str], relationships: str = "", prolog: str = "") -> bytes:
    """Return a .docx whose w:body holds `body`; `parts` are the insides of other parts by name."""
    links = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{_KINDS.get(name, name)}" Target="{name}.xml"/>' for name in parts
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{_R}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{links}{relationships}</Relationships>',
        )
        archive.writestr("word/document.xml", f"{prolog}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            root = _ROOTS[name]
            archive.writestr(f"word/{name}.xml", f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>")
    return file.getvalue()


@pytest.fixture
def make_docx() -> MakeDocx:
    """Build a .docx: make_docx(body, relationships="", prolog="", styles="…", numbering="…", footnotes="…")."""

    def make(body: str, *, relationships: str = "", prolog: str = "", **parts: str) -> bytes:
        return build(body, parts, relationships, prolog)

    return make
