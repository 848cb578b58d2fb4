"""PDFs of one page as word processors make them: a running header, a title the outline leaves out, tight numbers."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from documents.draft import Source
from documents.model import BlockKind, PolicyDocument
from documents.reader import open_here
from tests.documents.pdf_files import Sheet, hanzi, line, paragraph, pdf_of

PROSE = [
    "We collect the data that you give us when you open an account with us, and keep it",
    "for as long as the account stands open. We do not sell it to anyone, whoever may ask,",
    "and share it only with those who work for us.",
]


def read(data: bytes) -> PolicyDocument:
    return open_here(Source(data, "policy.pdf"))


def outlined(content: bytes, *headings: tuple[str, float]) -> bytes:
    """A page whose outline names `headings` and where they stand."""
    last = 20 + len(headings)
    more = [f"<</Type/Outlines/First 21 0 R/Last {last} 0 R/Count {len(headings)}>>"]
    for number, (words, top) in enumerate(headings, 21):
        chain = (f"/Prev {number - 1} 0 R" if number > 21 else "") + (
            f"/Next {number + 1} 0 R" if number < last else ""
        )
        more.append(f"<</Title({words})/Parent 20 0 R/Dest[1000 0 R/XYZ 72 {top} 0]{chain}>>")
    return pdf_of([Sheet(content)], catalog="/Outlines 20 0 R", more=more)


def page(header: str, title: bytes) -> bytes:
    body = line("1. Scope", 72, 650, size=13, font="F2") + paragraph(PROSE, 72, 630)
    body += line("2. Law", 72, 570, size=13, font="F2") + paragraph(PROSE, 72, 550)
    return outlined(line(header, 72, 750) + title + body, ("1. Scope", 664), ("2. Law", 584))


def test_a_title_that_the_outline_leaves_out_is_the_title_and_not_the_running_header() -> None:
    document = read(page("Harbour Savings Bank", line("Privacy Notice", 72, 700, size=26)))
    assert document.title == "Privacy Notice"
    assert [block.kind for block in document.blocks[:3]] == [BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.HEADING]
    assert [clause.address for clause in document.clauses if clause.label] == ["1", "2"]


def test_a_chinese_title_that_the_outline_leaves_out_is_the_title() -> None:
    assert read(page("HARBOUR", hanzi("隐私政策", 72, 700, size=22))).title == "隐私政策"


def test_large_words_above_headings_as_large_are_no_title() -> None:
    body = line("Welcome", 72, 700, size=20) + line("Privacy Notice", 72, 650, size=20) + paragraph(PROSE, 72, 600)
    document = read(outlined(body, ("Privacy Notice", 670)))
    assert document.title == "Privacy Notice"


def test_a_paragraph_that_turns_bold_within_a_line_is_one() -> None:
    first = line("We collect the data that you give us when you open an account with us, and keep it for", 72, 700)
    second = line("as long as it is open with us.", 72, 688)
    second += line("We do not sell it to anyone, whoever it is that asks us.", 200, 688, font="F2")
    third = line("Nor do we lend it to those who work for us, unless you ask us to do so.", 72, 676, font="F2")
    assert len(read(pdf_of([Sheet(first + second + third)])).blocks) == 1


def test_a_sentence_goes_on_in_small_letters_where_a_short_word_would_hardly_have_fitted() -> None:
    lines = [
        "We collect the data that you give us, for the whole of the time that it is of",
        "us and of you that it is kept by those who work for a bank in whatever place",
        "it may be.",
    ]
    assert len(read(pdf_of([Sheet(paragraph(lines, 72, 700))])).blocks) == 1


@pytest.mark.parametrize(("gap", "said"), [(0.0, "2.1Planning"), (0.4, "2.1 Planning"), (0.9, "2.1 Planning")])
def test_a_number_a_hair_from_its_word_stands_apart(gap: float, said: str) -> None:
    width = 13.9  # of 2.1 in Helvetica of 10 points
    body = line("2.1", 72, 700) + line("Planning is the work of the board.", 72 + width + gap, 700)
    assert read(pdf_of([Sheet(body)])).text.startswith(said)


@pytest.mark.parametrize("words", ["1.5GHz of it is used for this.", "3.0x", "2.1a of the law"])
def test_a_figure_with_its_unit_is_left_as_it_is(words: str) -> None:
    assert read(pdf_of([Sheet(line(words, 72, 700))])).text.startswith(words)


def made_by_libreoffice(folder: Path, header: str, footer: str, title: str) -> PolicyDocument:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.add_paragraph(title, style="Title")
    for heading in ("1. Scope", "2. Law"):
        document.add_paragraph(heading, style="Heading 1")
        words = document.add_paragraph("As we say above. " * 9)
        words.add_run("This we say with weight. " * 9).bold = True
        words.runs[0].font.size = words.runs[1].font.size = Pt(11)
    file = io.BytesIO()
    document.save(file)
    (folder / "one.docx").write_bytes(file.getvalue())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "one.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return read((folder / "one.pdf").read_bytes())


@pytest.mark.office
@pytest.mark.timeout(150)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("header", "footer", "title"),
    [("Harbour Savings Bank", "Confidential", "Privacy Notice"), ("港湾储蓄银行", "第1页", "隐私政策")],
)
def test_one_page_made_by_libreoffice_has_its_title_and_whole_paragraphs(
    tmp_path: Path, header: str, footer: str, title: str
) -> None:
    document = made_by_libreoffice(tmp_path, header, footer, title)
    assert document.title == title
    kinds = [block.kind for block in document.blocks if len(block.span) > 100]
    assert len(kinds) == 2
    assert len(document.pages) == 1
