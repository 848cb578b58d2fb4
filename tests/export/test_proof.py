"""A Word file is read back by a stranger before anyone is given it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import pytest

from export.errors import ExportError
from export.word.proof import proved


def _file(*lines: str, comments: int = 0) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for number in range(comments):
        document.add_comment(document.paragraphs[0].runs, text=f"note {number}", author="Ana", initials="A")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_file_with_every_comment_and_every_word_passes():
    data = _file("One clause.", "Another.", comments=2)
    assert proved(data, added=2, text="One clause.\nAnother.") == data


def test_a_missing_comment_stops_the_file():
    with pytest.raises(ExportError):
        proved(_file("One clause.", comments=1), added=2)


def test_the_comments_that_were_there_before_count_too():
    before = _file("One clause.", comments=1)
    with pytest.raises(ExportError):
        proved(_file("One clause.", comments=1), added=1, before=before)
    assert proved(_file("One clause.", comments=2), added=1, before=before)


def test_a_changed_word_stops_the_file():
    with pytest.raises(ExportError):
        proved(_file("One clause."), added=0, text="One clauses")


def test_a_file_that_does_not_open_stops():
    with pytest.raises(ExportError):
        proved(b"PK\x03\x04 not a package", added=0)


def test_what_the_reader_could_not_open_to_begin_with_is_not_held_against_us():
    assert proved(b"anything", added=3, before=b"a strict file") == b"anything"


def test_a_comment_that_stands_nowhere_stops_the_file():
    before, after = _file("One clause."), _file("One clause.", comments=1)
    assert proved(after, added=1, before=before) == after
    for tag in (b"commentRangeStart", b"commentRangeEnd", b"commentReference"):
        with pytest.raises(ExportError):
            proved(_without(after, tag), added=1, before=before)


def _without(data: bytes, tag: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as held, zipfile.ZipFile(out, "w") as made:
        for name in held.namelist():
            made.writestr(name, re.sub(b"<w:" + tag + b"[^>]*/>", b"", held.read(name)))
    return out.getvalue()


def test_a_part_may_have_its_type_from_its_ending():
    after = _typed_by_ending(_file("One clause.", comments=1))
    assert proved(after, added=1, before=_typed_by_ending(_file("One clause."))) == after
    with pytest.raises(ExportError):
        proved(_without(after, b"commentReference"), added=1, before=_file("One clause."))


def _typed_by_ending(data: bytes) -> bytes:
    main = rb'<Override PartName="/word/document.xml" ContentType="([^"]*)"/>'
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as held, zipfile.ZipFile(out, "w") as made:
        for name in held.namelist():
            part = held.read(name)
            if name == "[Content_Types].xml":
                kind = re.search(main, part)[1]
                part = re.sub(main, b"", part)
                part = re.sub(rb'(Extension="xml" ContentType=)"[^"]*"', rb'\1"' + kind + b'"', part)
            made.writestr(name, part)
    return out.getvalue()
