"""Programs, databases, sound and padding are no text, however much the first letters look like a word."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableDocument
from documents.reader import open_document

POLICY = "1. We keep your data for a year, and no longer than that.\n" * 3


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MZ" + bytes(500), "binary"),
        (b"MZ\x90\0\3\0\0\0" + b"This program cannot be run in DOS mode.\n" * 90, "binary"),
        (b"\x7fELF\2\1\1" + bytes(60), "binary"),
        (b"SQLite format 3\0" + b"words and more words " * 90, "binary"),
        (b"OggS\0" + bytes(60), "binary"),
        (b"MSCF\0" + bytes(60), "archive"),
        (b"8BPS\0" + bytes(60), "picture"),
        (b"FWS" + bytes(400), "binary"),
        (b"policy" + bytes(100), "binary"),
    ],
)
@pytest.mark.parametrize("name", ["setup.exe", "policy.txt", "policy"])
def test_a_file_that_no_person_wrote_is_refused(data: bytes, code: str, name: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data, name=name)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "data",
    [
        b"MZ Holdings: privacy policy\n" + POLICY.encode(),
        b"BM Ltd, OTTO and ID3\n" + POLICY.encode(),
        POLICY.encode() + bytes(1000),
        (POLICY[:90] + "\0" + POLICY[90:]).encode(),
        ("MZ Holdings\n" + POLICY).encode("utf-16"),
    ],
)
def test_a_text_that_begins_with_the_same_letters_is_read(data: bytes) -> None:
    assert "We keep your data" in open_document(data, name="policy.txt").text
