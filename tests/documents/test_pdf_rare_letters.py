"""Rare hanzi and emoji of a PDF are one letter each, in a box; half a letter is told as unreadable."""

import pytest

from documents.reader import open_document
from tests.documents.pdf_files import Sheet, hanzi, pdf_of

RARE = "甲\U00020bb7野😀。"


def file_that_says(*letters):
    """A PDF whose letters are numbered from 1, and mapped to Unicode as given."""
    rows = " ".join(f"<{at:04X}> <{code}>" for at, code in enumerate(letters, 1))
    words = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(letters)} beginbfchar {rows} endbfchar endcmap end end"
    )
    shown = hanzi("".join(map(chr, range(1, len(letters) + 1))), 72, 700)
    made = pdf_of([Sheet(shown)], more=[f"<</Length {len(words)}>>stream\n{words}\nendstream"])
    return made.replace(b"/Encoding/UniGB-UCS2-H", b"/ToUnicode 20 0 R/Encoding/Identity-H")  # PDFium mends the table


def test_letters_beyond_two_bytes_are_read_whole():
    policy = open_document(file_that_says(*(letter.encode("utf-16-be").hex() for letter in RARE)), name="a.pdf")
    assert policy.text.strip() == RARE


@pytest.mark.parametrize("half", ["D842", "DFB7"])
def test_half_a_letter_is_a_sign_that_something_was_there(half):
    assert open_document(file_that_says("7532", half, "4E59"), name="a.pdf").text.strip() == "甲\ufffd乙"
