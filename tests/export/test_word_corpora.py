"""Files nobody here wrote: each takes comments on random words, keeps the rest, and reads back."""

import os
import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

from annotations.interchange import read_notes
from annotations.matter import OpenMatter
from documents.errors import UnreadableDocument
from documents.model import Span, Story
from documents.reader import open_document
from tests.export.corpora_sample import sample
from tests.export.word_checks import audit, integrity
from tests.export.word_matters import WANG, annotated
from tests.export.word_oracle import comments, parts, story

pytestmark = [pytest.mark.corpora, pytest.mark.timeout(300)]
SHARED = Path(os.environ.get("CLAUSEMARK_SHARED", "/nowhere"))
FILES = sorted(path.relative_to(SHARED / "corpora" / "docx") for path in (SHARED / "corpora" / "docx").rglob("*.docx"))
MINE = re.compile(
    r"\[Content_Types\].xml|.*_rels/[^/]*document\d*\.xml\.rels|.*(comments\w*|people|styles)\d*\.xml"
    r"|.*document\d*\.xml",
    re.IGNORECASE,
)


def plain(words):
    """What both readers agree on: pictures, symbols, breaks and blanks are theirs to count in their own way."""
    return re.sub(r"[\ufffc\ufffd\x00-\x20\x7f-\x9f\xa0\xad\ufeff\u2028\uf000-\uf0ff☐☒∨(]", "", words)


def random_spans(policy, seed, count):
    """Spans inside one story, within paragraphs and across them."""
    chance = random.Random(seed)
    runs, current = [], []
    for block, after in pairwise([*policy.blocks, None]):
        if len(block.span):
            current.append(block)
        goes_on = after is not None and after.story is block.story is Story.MAIN
        if current and not goes_on:
            runs.append(current)
            current = []
    found = []
    for _ in range(count if runs else 0):
        blocks = chance.choice(runs)
        start = chance.randrange(blocks[0].span.start, blocks[-1].span.end)
        end = min(start + chance.choice([1, 4, 15, 60, 200]), blocks[-1].span.end)
        if policy.text[start:end].strip():
            found.append(Span(start, end))
    return found


@pytest.mark.parametrize("name", sample(FILES, 2), ids=str)
def test_a_file_from_elsewhere_keeps_all_and_takes_comments_on_their_words(name, tmp_path, clock):
    source = (SHARED / "corpora" / "docx" / name).read_bytes()
    try:
        policy = open_document(source, name=name.name)
    except UnreadableDocument:
        pytest.skip("it does not open")
    spans = random_spans(policy, str(name), 30)
    with OpenMatter.create(tmp_path / "m.clausemark", WANG, clock) as matter:
        document = matter.add_document(policy, source, name.name)
        notes = {matter.add_note(document.uid, [span], title=str(n)).uid: span for n, span in enumerate(spans)}
        numbers = {matter.note(uid).number: (uid, span) for uid, span in notes.items()}
        report, data = annotated(matter, tmp_path / "out.docx")
    moved = {listed.id: listed.why for listed in report.moved}
    assert set(moved.values()) <= {"snapped", "text_box", "footnote", "header", "inserted_file", "no_words"}
    before, after = parts(source), parts(data)
    assert {name for name in before if not name.endswith("/")} <= set(after)
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert all(MINE.fullmatch(part) for part in changed)
    check_ranges(policy, data, numbers, moved)


def check_ranges(policy, data, numbers, moved):
    held = parts(data)
    if b"purl.oclc.org/ooxml" in held["_rels/.rels"]:
        return  # the oracle reads transitional files only
    main = next(name for name in held if re.fullmatch(r"word/document\d*\.xml", name))
    found = {}
    for part in (main, "word/footnotes.xml", "word/endnotes.xml"):
        found |= story(data, part).ranges if part in held else {}
    for said in comments(data):
        number = re.search(r"】(\d+)｜|\] (\d+) \|", said.lines[0]) if said.author == WANG.name else None
        if number is None:
            continue
        uid, span = numbers[int(number[1] or number[2])]
        wanted, got = plain(span.of(policy.text)), plain(found[said.id])
        assert got == wanted or (moved.get(uid) == "snapped" and wanted in got) or uid in moved


@pytest.mark.parametrize("name", FILES[::9], ids=str)
def test_the_checkers_find_no_fault_that_the_original_had_not(name, tmp_path, clock):
    original = SHARED / "corpora" / "docx" / name
    source = original.read_bytes()
    try:
        policy = open_document(source, name=name.name)
    except UnreadableDocument:
        pytest.skip("it does not open")
    with OpenMatter.create(tmp_path / "m.clausemark", WANG, clock) as matter:
        document = matter.add_document(policy, source, name.name)
        for span in random_spans(policy, str(name), 20):
            matter.add_note(document.uid, [span], title="x")
        annotated(matter, tmp_path / "out.docx")
    assert set(audit(tmp_path / "out.docx")) - set(audit(original)) == set()
    new = [line for line in integrity(tmp_path / "out.docx", original) if line not in integrity(original)]
    assert [line for line in new if "Strict Open XML" not in line] == []


def test_the_golden_review_comes_out_as_twenty_six_comments_on_their_quotes(shared, tmp_path, clock):
    seed = next((shared / "seed").glob("*.txt"))
    findings = (shared / "reference" / "findings.json").read_bytes()
    source = seed.read_bytes()
    with OpenMatter.create(tmp_path / "m.clausemark", WANG, clock) as matter:
        document = matter.add_document(open_document(seed), source, seed.name)
        matter.import_notes(document.uid, read_notes(findings, "zh").notes)
        report, data = annotated(matter, tmp_path / "out.docx")
        _, again = annotated(matter, tmp_path / "again.docx")
        notes = matter.notes(document.uid)
    assert again == data
    assert report.moved == report.left_out == ()
    assert "\n".join(story(data).paragraphs) == source.decode()
    said = comments(data)
    # One comment a place and three on the title, for the findings about the whole policy.
    places = [anchor.exact for note in notes for anchor in note.anchors]
    assert len(said) == len(places) + 3
    ranges = story(data).ranges
    assert sorted(ranges[comment.id] for comment in said) == sorted([*places, *["用户隐私协议"] * 3])
    by_number = {note.number: note for note in notes}
    for comment in said:
        number = int(re.search(r"\d+", comment.lines[0])[0])
        assert ranges[comment.id] in {a.exact for a in by_number[number].anchors} or not by_number[number].anchors
    assert audit(tmp_path / "out.docx") == {}
    assert integrity(tmp_path / "out.docx") == []
