"""Files broken at random: each is read or refused with a sentence, and the worker stays or is started again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.reader import open_by
from documents.reading import pack, unpack
from documents.worker import Worker
from tests.documents.pdf_files import Sheet, line, locked, paragraph, pdf_of, ruled

_NOTE = "<</Type/Annot/Subtype/Highlight/Rect[72 686 280 710]/QuadPoints[72 710 280 710 72 698 280 698]/Contents(x)>>"
_FILES = (
    pdf_of(
        [Sheet(paragraph(["Words of a line that is long", "and goes on."], 72, 700), annotations=["20 0 R"])],
        more=[_NOTE],
    ),
    pdf_of([Sheet(line(f"{number}. A clause", 72, 700)) for number in range(3)], catalog="/Outlines 20 0 R"),
    pdf_of(
        [
            Sheet(
                ruled((72, 200, 400), (720, 700, 680, 660)) + paragraph(["Name", "Why", "Address"], 76, 706),
                annotations=["20 0 R", "21 0 R"],
            )
        ],
        more=[
            "<</Type/Annot/Subtype/Link/Rect[72 698 160 710]/A<</S/URI/URI(https://a.example)>>>>",
            "<</Type/Annot/Subtype/Widget/F 4/FT/Tx/T(x)/V(y)/Rect[160 696 360 712]/AP<</N 22 0 R>>>>",
            (
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 10 0 R>>>>/Length 28>>stream\n"
                "BT /F1 10 Tf 2 4 Td (y) Tj ET\nendstream"
            ),
        ],
    ),
    locked([Sheet(line("Kept from most.", 72, 700))], ""),
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(_FILES)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data) - 1))
        if draw(st.booleans()):
            data[at] = draw(st.integers(0, 255))
        else:
            data[at : at + draw(st.integers(0, 40))] = draw(st.binary(max_size=12))
    return bytes(data)


@pytest.mark.fuzz
def test_a_broken_pdf_is_read_or_refused() -> None:
    codes: set[str] = set()
    with Worker(seconds=10.0) as worker:

        @settings(max_examples=1500)
        @given(data=broken())
        def read(data: bytes) -> None:
            codes.add(_outcome(worker, data))

        read()
    assert "reader_stopped" not in codes
    assert {"", "damaged"} <= codes


def _outcome(worker: Worker, data: bytes) -> str:
    """Return the code of what went wrong, "" for a file that was read."""
    try:
        policy = open_by(worker, Source(data, "broken.pdf"))
    except UnreadableDocument as error:
        return error.code if error.sentence() else "no sentence"
    assert unpack(pack(policy)) == policy
    return ""
