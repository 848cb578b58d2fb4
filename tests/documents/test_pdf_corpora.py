"""Every PDF of the corpora is read or refused with a sentence; its characters are those poppler finds."""

from __future__ import annotations

import shutil
import subprocess
import time
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.model import PolicyDocument, Span
from documents.pdf.boxes import rectangles
from documents.reader import open_document

_HYPHENS = "-\u00ad\u2010\u2011"
_SINGLE_COLUMN = ("policies", "contracts-cuad")


def _files(shared: Path, *folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (shared / "corpora/pdf" / folder).glob("*.[pP][dD][fF]"))


def _letters(words: str) -> Counter[str]:
    kept = (letter for letter in unicodedata.normalize("NFKC", words) if letter not in _HYPHENS)
    return Counter(letter for letter in kept if not letter.isspace() and unicodedata.category(letter)[0] != "C")


@pytest.mark.corpora
def test_every_pdf_of_the_corpora_opens_or_says_why_within_seconds(shared: Path) -> None:
    opened, codes = 0, set()
    for file in sorted((shared / "corpora/pdf").rglob("*.[pP][dD][fF]")):
        began = time.perf_counter()
        try:
            policy = open_document(file)
            opened += 1
            _check_places(policy)
        except UnreadableDocument as error:
            codes.add(error.code)
        assert time.perf_counter() - began < 30, file.name
    assert opened > 60
    assert codes == {"damaged", "no_text", "password", "scanned"}


def _check_places(policy: PolicyDocument) -> None:
    for block in policy.blocks:
        for page, x0, y0, x1, y1 in rectangles(policy, Span(block.span.start, block.span.end)):
            assert 0 <= page < len(policy.pages)
            assert x0 <= x1
            assert y0 <= y1


@pytest.mark.corpora
@pytest.mark.office
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")
def test_the_characters_of_single_column_files_are_those_of_pdftotext(shared: Path) -> None:
    for file in _files(shared, *_SINGLE_COLUMN):
        policy = open_document(file)
        theirs = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
        once = _letters(policy.text)
        missing = _letters(theirs) - once
        # What runs along the edges of pages is kept once: its repetitions are not missing.
        edges = {block.span.of(policy.text) for block in policy.blocks if block.story.value in {"header", "footer"}}
        repeated = sum((_letters(words) for words in edges), Counter())
        for letter, count in repeated.items():
            missing[letter] -= count * (len(policy.pages) - 1)
        assert sum((+missing).values()) <= 0.005 * sum(_letters(theirs).values()), file.name
        assert sum((once - _letters(theirs)).values()) <= 0.005 * sum(once.values()), file.name
