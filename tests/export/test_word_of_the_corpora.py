"""Policies of the corpora that are no Word files: each goes out and comes back the same, with comments on its words."""

import os
import re
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from documents.errors import UnreadableDocument
from documents.model import Story
from documents.reader import open_document
from tests.export.corpora_sample import sample
from tests.export.test_word_corpora import plain, random_spans
from tests.export.word_checks import audit, integrity
from tests.export.word_matters import WANG, annotated
from tests.export.word_oracle import comments, story

pytestmark = [pytest.mark.corpora, pytest.mark.timeout(300)]
CORPORA = Path(os.environ.get("CLAUSEMARK_SHARED", "/nowhere")) / "corpora"
KINDS = {".md", ".html", ".htm", ".txt", ".pdf"}
FILES = sorted(
    path.relative_to(CORPORA)
    for folder in ("policies", "pairs", "peer", "pdf")
    for path in (CORPORA / folder).rglob("*")
    if path.suffix.lower() in KINDS
)
NOTES = {Story.FOOTNOTE, Story.ENDNOTE}  # Word numbers them itself
MARGINS = {Story.HEADER, Story.FOOTER}
UNHELD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufffd\ufffe\uffff]")


def said(policy):
    """Each block's words, computed label and story, without what Word cannot hold or hides."""
    return [
        (words, block.label if block.label_span is None else "", block.story)
        for block in policy.blocks
        if (words := UNHELD.sub("", block.span.of(policy.text)).strip())
    ]


def opened(name):
    source = (CORPORA / name).read_bytes()
    try:
        return source, open_document(source, name=name.name)
    except UnreadableDocument:
        pytest.skip("it does not open")


@pytest.mark.parametrize("name", sample(FILES, 7), ids=str)
def test_a_policy_from_elsewhere_is_the_same_in_word_with_comments_on_its_words(name, tmp_path, clock):
    source, policy = opened(name)
    spans = random_spans(policy, str(name), 20)
    with OpenMatter.create(tmp_path / "m.clausemark", WANG, clock) as matter:
        document = matter.add_document(policy, source, name.name)
        for number, span in enumerate(spans, 1):
            matter.add_note(document.uid, [span], title=str(number))
        report, data = annotated(matter, tmp_path / "out.docx")
    assert {listed.why for listed in report.moved} <= {"header", "footnote"}
    again = open_document(data, name="out.docx")
    wanted = said(policy)
    pairs = list(zip(wanted, said(again), strict=False))
    assert [ours[0] for ours in wanted] == [theirs[0] for _, theirs in pairs]
    assert [ours for ours, theirs in pairs if ours[1] != theirs[1] and ours[2] not in NOTES] == []
    check_stories(policy, again)
    ranges = story(data).ranges
    by_number = {number_of(one): ranges[one.id] for one in comments(data)}
    assert len(by_number) == len(spans)
    for number, span in enumerate(spans, 1):
        block = policy.block_at(span.start)
        if block is None or block.story not in MARGINS | NOTES:
            assert plain(by_number[number]) == plain(span.of(policy.text))


def number_of(comment):
    """The number of the note, wherever among the lines the heading stands."""
    found = re.search(r"】(\d+)｜|\] (\d+) \|", "\n".join(comment.lines))
    return int(found[1] or found[2])


def check_stories(policy, again):
    """The main story comes back line by line; only between two tables that touch may there be an empty line more."""
    ours, theirs = ([line for line in UNHELD.sub("", one.text).split("\n") if line.strip()] for one in (policy, again))
    assert theirs[: len(ours)] == ours
    assert [b.story for b in again.blocks if b.story in MARGINS][-1:] == [Story.FOOTER]


@pytest.mark.parametrize("name", FILES[::23], ids=str)
def test_the_checkers_find_no_fault_in_it(name, tmp_path, clock):
    source, policy = opened(name)
    with OpenMatter.create(tmp_path / "m.clausemark", WANG, clock) as matter:
        document = matter.add_document(policy, source, name.name)
        for span in random_spans(policy, str(name), 20):
            matter.add_note(document.uid, [span], title="x")
        annotated(matter, tmp_path / "out.docx")
    assert audit(tmp_path / "out.docx") == {}
    assert integrity(tmp_path / "out.docx") == []
