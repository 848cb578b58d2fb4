"""A file with macros goes out as a document where its name says so: Word would refuse it otherwise."""

import io
import zipfile

import pytest

from export.errors import ExportError
from tests.export.word_files import paragraph, run, word_file
from tests.export.word_matters import annotated, matter_with, note_on

DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
LINK = (
    b'<Relationship Id="rM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
    b'Target="vbaProject.bin"/></Relationships>'
)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def received(kind):
    held = parts(word_file(paragraph(run("We share all of it."))))
    held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(DOCUMENT, kind)
    held["word/_rels/document.xml.rels"] = held["word/_rels/document.xml.rels"].replace(b"</Relationships>", LINK)
    held["word/vbaProject.bin"] = b"macros"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("kind", [MACROS, TEMPLATE])
def test_named_docx_it_is_a_document_without_macros(kind, tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docm", received(kind)) as matter:
        note_on(matter, "share all", title="x")
        _, data = annotated(matter, tmp_path / "out.docx")
    held = parts(data)
    assert DOCUMENT in held["[Content_Types].xml"]
    assert kind not in held["[Content_Types].xml"]
    assert "word/vbaProject.bin" not in held
    assert b"vbaProject" not in held["word/_rels/document.xml.rels"]
    assert b"commentRangeStart" in held["word/document.xml"]


def test_named_docm_it_keeps_its_macros(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docm", received(MACROS)) as matter:
        note_on(matter, "share all", title="x")
        _, data = annotated(matter, tmp_path / "out.docm")
    assert MACROS in parts(data)["[Content_Types].xml"]
    assert parts(data)["word/vbaProject.bin"] == b"macros"


def test_a_damaged_part_that_must_be_written_to_is_named(tmp_path, clock):
    source = word_file(paragraph(run("We share all of it.")), comments="<w:comment")
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note_on(matter, "share all", title="x")
        with pytest.raises(ExportError) as refused:
            annotated(matter, tmp_path / "out.docx")
    assert "word/comments.xml" in refused.value.sentence("en")
    assert not (tmp_path / "out.docx").exists()
