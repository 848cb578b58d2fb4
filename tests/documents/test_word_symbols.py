"""Letters of symbol fonts are the characters they look like, however the file writes them."""

from __future__ import annotations

import pytest

from documents.word.package import Package
from documents.word.symbols import symbol
from documents.word.walk import walk


def text(make_docx, inside: str) -> str:
    return walk(Package(make_docx(f"<w:p>{inside}</w:p>"))).text


@pytest.mark.parametrize(
    ("code", "font", "seen"),
    [
        ("F0DA", "Symbol", "∨"),
        ("00A3", "Symbol", "≤"),
        ("F0E5", "Symbol", "∑"),
        ("F0F2", "Symbol", "∫"),
        ("F06A", "Symbol", "ϕ"),
        ("F0F0", "Symbol", "\ufffd"),
        ("F083", "Wingdings", "③"),
        ("F08E", "Wingdings", "❸"),
        ("F0FE", "Wingdings", "☑"),
        ("F0EF", "Wingdings", "⇦"),
    ],
)
def test_symbols_are_what_they_look_like(code: str, font: str, seen: str) -> None:
    assert symbol(code, font) == seen


def test_letters_of_the_private_area_are_read_by_the_font_of_their_run(make_docx) -> None:
    ticked = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fe yes\uf001</w:t></w:r>'
    other = '<w:r><w:rPr><w:rFonts w:ascii="Own"/></w:rPr><w:t>\uf0fe no</w:t></w:r>'
    assert text(make_docx, ticked + other + "<w:r><w:t>\uf0fe</w:t></w:r>") == "☑ yes\uf001\uf0fe no\uf0fe\n"
