"""A Word file saved as one XML document is read like the zip it stands for."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest

from documents.errors import UnreadableDocument
from documents.reader import open_document
from documents.word.package import Package
from documents.word.walk import walk

_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(made: bytes, prolog: str = "") -> bytes:
    """The parts of a .docx as Word writes them into a single file."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist()[1:]:
            xml = archive.read(name).decode()
            parts.append(
                f'<pkg:part pkg:name="/{name}" pkg:contentType="x/y"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>'
            )
    picture = base64.b64encode(b"bytes").decode()
    parts.append(
        f'<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png" pkg:compression="store">'
        f"<pkg:binaryData>{picture[:4]}\n{picture[4:]}</pkg:binaryData></pkg:part>"
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
    return f'{head}{prolog}<pkg:package xmlns:pkg="{_PKG}">{"".join(parts)}</pkg:package>'.encode()


BODY = (
    '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>条款</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>words</w:t></w:r></w:p>"
)


def test_a_single_xml_document_is_read_like_the_zip(make_docx) -> None:
    made = make_docx(BODY)
    document = open_document(flat(made), name="policy.xml")
    assert (document.format, document.text) == ("word", "条款\nwords\n")
    assert document.blocks == open_document(made).blocks
    assert "other_content" not in {one.code for one in document.warnings}


def test_its_parts_can_be_asked_for_as_bytes_and_walked_by_a_writer(make_docx) -> None:
    package = Package(flat(make_docx(BODY)))
    assert package.raw("word/media/a.png") == b"bytes"
    assert b'PartName="/word/document.xml"' in package.raw("[Content_Types].xml")
    assert walk(package).atoms[0].part == "word/document.xml"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: data[:-40], "damaged"),
        (lambda data: data.replace(b"<pkg:package", b"<!DOCTYPE a><pkg:package"), "unsafe"),
    ],
)
def test_a_damaged_or_hostile_one_costs_a_sentence(make_docx, change, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(change(flat(make_docx(BODY))), name="policy.xml")
    assert caught.value.code == code
