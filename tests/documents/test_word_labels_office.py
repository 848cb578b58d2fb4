"""Numbers before paragraphs: ours against those LibreOffice writes when it makes a Word file into text."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.model import Story
from documents.word.package import Package
from documents.word.walk import walk

ENOUGH = 0.98
# LibreOffice ignores isLgl and lvlRestart, writes first ordinals and leading zeros as bare digits, counts circled
# signs beyond the twenty that Word has, and knows no format made by hand: there ours is as Word's.
KNOWN = {"LIR017-en-US-decimalEnclosedCircle", "testWORD_numbered_list", "testWORD_override_list_numbering"}

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def as_text(files: list[Path], folder: Path) -> None:
    """Let LibreOffice write each file as text into `folder`, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run(["soffice", profile, *convert, *map(str, files)], check=True, capture_output=True, timeout=300)


def squashed(words: str) -> str:
    return "".join(words.split()).replace("\ufffc", "").replace("\u2011", "-")


def compared(file: Path, text: Path) -> Iterator[tuple[str, str]]:
    """Yield our number and theirs for each numbered paragraph of the main text whose words are found again."""
    found = walk(Package(file.read_bytes()))
    lines = [squashed(line) for line in text.read_text("utf-8-sig").split("\n")]
    at = 0
    for block in found.blocks:
        words = squashed(block.span.of(found.text).split("\n")[0])
        if block.story is not Story.MAIN or not block.label or not block.ordered or len(words) < 2:
            continue
        hit = next((index for index in range(at, len(lines)) if lines[index].endswith(words)), None)
        if hit is not None:
            at = hit + 1
            yield squashed(block.label), lines[hit].removesuffix(words)


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
def test_numbers_of_the_corpus_are_those_of_libreoffice(shared: Path, tmp_path: Path) -> None:
    files = [one for one in sorted((shared / "corpora/docx").rglob("*.docx")) if one.parent.name != "generated"]
    copies = [shutil.copy(one, tmp_path / f"{one.parent.name}__{one.name}") for one in files]
    as_text(copies, tmp_path)
    same = other = 0
    unexplained: dict[str, list[tuple[str, str]]] = {}
    for file in copies:
        text = file.with_suffix(".txt")
        try:
            pairs = list(compared(file, text)) if text.exists() else []
        except UnreadableDocument:
            continue
        differing = [(ours, theirs) for ours, theirs in pairs if ours != theirs]
        same, other = same + len(pairs) - len(differing), other + len(differing)
        if differing and file.stem.split("__")[-1] not in KNOWN:
            unexplained[file.name] = differing[:5]
    assert same > 3000
    assert same / (same + other) >= ENOUGH
    assert unexplained == {}
