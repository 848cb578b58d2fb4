"""Whatever the paragraphs hold and whoever changed them before: accepted as proposed, rejected as received."""

import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.model import Span
from documents.reader import open_document
from tests.export.revision_oracle import parts_as_they_were, revisions, settled
from tests.export.word_files import deleted, inserted, paragraph, run, table, word_file
from tests.export.word_generated import generated
from tests.export.word_matters import WANG, annotated, matter_with

WORDS = st.text(st.sampled_from("ab 权利，。1é😀"), min_size=1, max_size=7)
LOOKS = st.sampled_from(["", "<w:b/>", '<w:highlight w:val="yellow"/>', '<w:color w:val="FF0000"/>'])
RUN = st.builds(run, WORDS, LOOKS)
RUNS = st.lists(RUN, min_size=1, max_size=3).map("".join)
ITEM = st.one_of(
    RUN,
    RUN,
    st.builds(inserted, WORDS),
    st.builds(deleted, WORDS),
    RUNS.map(lambda inner: f'<w:hyperlink r:id="r_link">{inner}</w:hyperlink>'),
    RUNS.map(lambda inner: f'<w:smartTag w:element="x">{inner}</w:smartTag>'),
    RUNS.map(lambda inner: f'<w:ins w:id="77" w:author="B. Reyes" w:date="2026-01-05T10:00:00Z">{inner}</w:ins>'),
    st.just("<w:r><w:tab/><w:t>t</w:t><w:br/></w:r>"),
    st.just('<w:bookmarkStart w:id="5" w:name="b"/><w:bookmarkEnd w:id="5"/>'),
)
BY = 'w:author="C. Novak" w:date="2026-01-05T10:00:00Z"'
MARKS = st.sampled_from(
    [*[""] * 6, f'<w:rPr><w:ins w:id="61" {BY}/></w:rPr>', f'<w:rPr><w:del w:id="62" {BY}/></w:rPr>']
)
PARAGRAPH = st.builds(lambda items, mark: paragraph("".join(items) or run(""), mark), st.lists(ITEM, max_size=5), MARKS)
BLOCK = st.one_of(PARAGRAPH, PARAGRAPH, PARAGRAPH, st.builds(lambda a, b: table([a, b]), PARAGRAPH, PARAGRAPH))
BODY = st.lists(BLOCK, min_size=1, max_size=5).map(lambda blocks: "".join(blocks) + paragraph("End."))
WORDING = st.text(st.sampled_from("ab 权利，。1é😀\nc"), min_size=1, max_size=12).filter(
    lambda words: words.strip() == words and "\n\n" not in words
)
NOTES = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30), WORDING), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODY, NOTES)
def test_accepted_it_reads_as_proposed_and_rejected_it_is_the_original(body, notes):
    source = word_file(body)
    with tempfile.TemporaryDirectory() as folder:
        text, wanted, report, data = redrafted(Path(folder), source, notes)
    why = {one.id: one.why for one in report.moved if one.why.startswith("redraft")}
    assert "redraft_unproved" not in why.values()
    tracked = [change for uid, change in wanted.items() if uid not in why]
    assert read(settled(data, accept=True, author=WANG.name)) == read(data) == proposed(text, tracked)
    made, received = parts_as_they_were(settled(data, accept=False, author=WANG.name), source)
    assert made == received
    ours = [number for _, author, number in revisions(data) if author == WANG.name]
    assert len(set(ours)) == len(ours)


@pytest.mark.parametrize("seed", range(10))
def test_rejected_a_file_with_boxes_controls_ruby_moves_and_notes_is_the_original(seed, tmp_path):
    chance = random.Random(seed)
    source = generated(chance)
    length = len(open_document(source, name="a.docx").text)
    notes = [(chance.randrange(length), chance.randint(1, 30), f"Wording {number}") for number in range(8)]
    _, _, report, data = redrafted(tmp_path, source, notes)
    assert "redraft_unproved" not in {one.why for one in report.moved}
    made, received = parts_as_they_were(settled(data, accept=False, author=WANG.name), source)
    assert made == received


def redrafted(folder, source, notes):
    with matter_with(folder, lambda: datetime(2026, 3, 1, 9, tzinfo=UTC), "a.docx", source) as matter:
        document = matter.documents()[0]
        text = matter.policy(document.latest.uid).text
        wanted = {}
        for start, length, wording in notes:
            span = trimmed(text, min(start, len(text)), min(start + length, len(text)))
            if len(span):
                wanted[matter.add_note(document.uid, [span], proposed_wording=wording).uid] = (span, wording)
        report, data = annotated(matter, folder / "out.docx", redrafts="tracked")
    return text, wanted, report, data


def trimmed(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def proposed(text, changes):
    for span, wording in sorted(changes, key=lambda change: -change[0].start):
        text = text[: span.start] + wording + text[span.end :]
    return text


def read(data):
    return open_document(data, name="out.docx").text
