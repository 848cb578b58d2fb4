"""Files broken at random take notes or are refused with a sentence; what goes out is never wrong."""

import random

import pytest

from annotations.matter import OpenMatter
from documents.errors import UnreadableDocument
from documents.model import Span
from documents.reader import open_document
from export.errors import ExportError
from tests.documents.pdf_files import Sheet, paragraph
from tests.documents.pdf_packed import packed_pdf
from tests.export.pdf_matters import exported, two_pages
from tests.export.word_matters import WANG

_MARKS = [b"<<", b">>", b"[", b"]", b"(", b"/Kids", b"/Prev 9", b"/XRefStm 15", b"endobj", b"obj", b"0", b"99", b"\0"]


def broken(data, chance):
    """Cut, doubled, overwritten: a few wounds, mostly where the structure is."""
    out = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(out))
        length = chance.choice([1, 2, 8, 40])
        match chance.randrange(4):
            case 0:
                out[at : at + length] = chance.choice(_MARKS)
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = out[at : at + length]
            case _:
                out[at] = chance.randrange(256)
    return bytes(out)


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(6))
def test_a_broken_file_takes_its_notes_or_says_why_not(seed, tmp_path, clock):
    chance = random.Random(seed)
    whole = [two_pages(), packed_pdf([Sheet(paragraph(["We keep the data.", "You may object."], 72, 700))])]
    codes = set()
    for turn in range(60):
        data = broken(whole[turn % 2], chance)
        try:
            policy = open_document(data, name="broken.pdf")
        except UnreadableDocument:
            continue
        if policy.format != "pdf":
            continue
        with OpenMatter.create(tmp_path / f"{turn}.clausemark", WANG, clock) as matter:
            document = matter.add_document(policy, data, "broken.pdf")
            matter.add_note(document.uid, [Span(0, len(policy.text.rstrip()))], title="x")
            try:
                _, made = exported(matter, tmp_path / "out.pdf")
            except ExportError as error:
                codes.add(error.code)
                continue
        assert "| x" in open_document(made, name="back.pdf").foreign_notes[-1].text
    assert codes <= {"pdf_closed", "unproved"}
