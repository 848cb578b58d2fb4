"""Numbers before paragraphs: ours against those LibreOffice writes when it makes a Word file into text."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from tools.label_differences import SUFFIXES, as_text, compared, differences

ENOUGH = 0.98

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def complete(made: bytes) -> bytes:
    """The file with the types of its parts, without which LibreOffice does not take it."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        f'ContentType="{kind}.document.main+xml"/><Override PartName="/word/numbering.xml"'
        f' ContentType="{kind}.numbering+xml"/></Types>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(file, "w") as new:
        new.writestr("[Content_Types].xml", types)
        for name in old.namelist()[1:]:
            new.writestr(name, old.read(name))
    return file.getvalue()


def level(number: int, text: str, kind: str = "decimal") -> str:
    start = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    return f'<w:lvl w:ilvl="{number}">{start}<w:lvlText w:val="{text}"/></w:lvl>'


@pytest.mark.timeout(180)
def test_numbers_of_a_chinese_and_an_english_list_are_those_of_libreoffice(make_docx, tmp_path: Path) -> None:
    chinese = level(0, "第%1条", "chineseCounting") + level(1, "(%2)", "lowerRoman") + level(2, "%1.%2.%3")
    numbers = f'<w:abstractNum w:abstractNumId="1">{chinese}</w:abstractNum>'
    numbers += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    items = [f"clause number {number} of the list" for number in range(60)]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{number % 4 // 2}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
        for number, words in enumerate(items)
    )
    file = tmp_path / "list.docx"
    file.write_bytes(complete(make_docx(body, numbering=numbers)))
    as_text([file], tmp_path)
    pairs = list(compared(file, tmp_path / "list.txt"))
    assert len(pairs) == len(items)
    assert [ours for ours, _ in pairs] == [theirs for _, theirs in pairs]


@pytest.mark.corpora
@pytest.mark.timeout(400)
def test_numbers_of_the_corpus_are_those_of_libreoffice_and_each_other_one_is_explained(shared: Path) -> None:
    found, total = differences([one for one in sorted((shared / "corpora").rglob("*")) if one.suffix in SUFFIXES])
    assert total > 7000
    assert 1 - len(found) / total >= ENOUGH
    assert [one for one in found if one.cause == "other"] == []
