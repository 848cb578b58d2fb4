"""PDFs nobody here wrote: each takes notes on random words, keeps its bytes, and reads back on just those words."""

import os
import random
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from annotations.matter import OpenMatter
from documents.errors import UnreadableDocument
from documents.model import Span
from documents.pdf.boxes import rectangles
from documents.reader import open_document
from tests.export.corpora_sample import sample
from tests.export.pdf_matters import columns, exported, rightward, turned, two_pages, upwards
from tests.export.word_matters import WANG

SHARED = Path(os.environ.get("CLAUSEMARK_SHARED", "/nowhere"))
FILES = sorted(path.relative_to(SHARED / "corpora/pdf") for path in (SHARED / "corpora/pdf").rglob("*.[pP][dD][fF]"))
NOTES = 20
OURS = {"columns": columns, "rightward": rightward, "on its side": lambda: turned(90), "two": two_pages, "up": upwards}


def random_spans(text, seed):
    chance = random.Random(seed)
    found = []
    while len(found) < NOTES:
        start = chance.randrange(len(text))
        span = Span(start, min(len(text), start + chance.choice([1, 4, 15, 60, 200, 900])))
        if span.of(text).strip():
            found.append(span)
    return found


def corners_of(data):
    """The corners of each highlight, by its name, as another library reads them."""
    found = {}
    for number, page in enumerate(pypdf.PdfReader(BytesIO(data)).pages):
        listed = page["/Annots"].get_object() if "/Annots" in page else None
        for one in listed if isinstance(listed, list) else ():
            held = one.get_object()
            if isinstance(held, dict) and held.get("/Subtype") == "/Highlight" and held.get("/T") == WANG.name:
                found[str(held["/NM"])] = number, [float(value) for value in held["/QuadPoints"]], held["/Contents"]
    return found


def expected_corners(policy, span):
    by_page = {}
    for page, *box in rectangles(policy, span):
        by_page.setdefault(page, []).append(tuple(box))
    return by_page


def annotate(data, name, folder, clock):
    """Export random notes; return the policy, where each note stands by its number, the report, the bytes."""
    policy = open_document(data, name=name)
    with OpenMatter.create(folder / "m.clausemark", WANG, clock) as matter:
        document = matter.add_document(policy, data, name)
        spans = {
            matter.add_note(document.uid, [span], title="x").number: span for span in random_spans(policy.text, name)
        }
        anchors = {note.number: [anchor.span for anchor in note.anchors] for note in matter.notes()}
        report, made = exported(matter, folder / "out.pdf")
    assert len(spans) == NOTES
    return policy, anchors, report, made


def check_places(policy, anchors, made):
    wanted = [
        (page, sorted(box)) for spans in anchors.values() for span in spans
        for page, box in expected_corners(policy, span).items()
    ]  # fmt: skip
    for page, values, _ in corners_of(made).values():
        eights = [values[at : at + 8] for at in range(0, len(values), 8)]
        seen = sorted((min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in eights)
        match = next(one for one in wanted if one[0] == page and _near(one[1], seen))
        wanted.remove(match)
    assert wanted == []


def _near(one, other):
    return len(one) == len(other) and all(
        abs(a - b) < 0.01 for first, second in zip(one, other, strict=True) for a, b in zip(first, second, strict=True)
    )


@pytest.mark.corpora
@pytest.mark.parametrize("name", sample(FILES, 2), ids=str)
def test_a_pdf_from_elsewhere_keeps_its_bytes_and_takes_notes_on_their_words(name, tmp_path, clock):
    source = (SHARED / "corpora/pdf" / name).read_bytes()
    try:
        policy, anchors, report, made = annotate(source, name.name, tmp_path, clock)
    except UnreadableDocument:
        pytest.skip("it does not open")
    why = {item.why for item in report.moved}
    assert why <= {"rewritten", "signed", "shared", "no_box"}
    assert made.startswith(source) or "rewritten" in why
    assert open_document(made, name="back.pdf").text == policy.text
    if name.parts[0] != "damaged":  # the other library is no mender
        check_places(policy, anchors, made)


@pytest.mark.corpora
def test_hardly_a_note_takes_in_letters_beside_its_words(shared, tmp_path, clock):
    shares = []
    for file in sorted((shared / "corpora/pdf").rglob("*.pdf")):
        if file.parent.name in {"damaged", "encrypted"}:
            continue
        (tmp_path / file.stem).mkdir()
        try:
            _, _, report, _ = annotate(file.read_bytes(), file.name, tmp_path / file.stem, clock)
        except UnreadableDocument:
            continue
        shares.append(sum(item.why in {"shared", "no_box"} for item in report.moved))
    assert sum(shares) <= 0.03 * NOTES * len(shares)


@pytest.mark.parametrize("name", OURS)
def test_a_pdf_of_our_own_takes_notes_on_random_words(name, tmp_path, clock):
    source = OURS[name]()
    policy, anchors, report, made = annotate(source, f"{name}.pdf", tmp_path, clock)
    assert report.moved == ()
    assert made.startswith(source)
    assert open_document(made, name="back.pdf").text == policy.text
    check_places(policy, anchors, made)
