"""Real files go out with notes and come back untouched: nothing comes in. Its twin is in test_back_from_word."""

import random

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.errors import UnreadableDocument
from documents.model import Span, Story
from documents.reader import open_document
from export.errors import ExportError
from tests.export.word_matters import annotated

FILES = 25


def policies(shared):
    """A sample of the Word files that open, with text enough for some notes."""
    found = sorted(shared.rglob("*.docx"))
    random.Random(7).shuffle(found)
    for path in found:
        try:
            data = path.read_bytes()
            policy = open_document(data, name="policy.docx")
        except UnreadableDocument:
            continue
        blocks = [block for block in policy.blocks if block.story is Story.MAIN and len(block.span) > 20]
        if blocks and len(policy.text) < 100_000:
            yield data, policy, blocks


@pytest.mark.corpora
@pytest.mark.timeout(300)
def test_what_nobody_touched_brings_nothing_in(shared, tmp_path, clock) -> None:
    done = 0
    for data, policy, blocks in policies(shared):
        with OpenMatter.create(tmp_path / f"{done}.clausemark", Reviewer("王丽", "WL"), clock) as matter:
            document = matter.add_document(policy, data, "policy.docx").uid
            for number, block in enumerate(random.Random(done).sample(blocks, min(15, len(blocks)))):
                span = Span(block.span.start + 1, block.span.start + 14)
                note = matter.add_note(document, [span], title=f"T {number}", issue=f"I {number}\nmore")
                matter.reply(note.uid, f"Answer {number}")
            try:
                sent = annotated(matter, tmp_path / "out.docx")[1]
            except ExportError:
                continue
            before = matter.changes()
            returned = matter.take_back(document, open_document(sent, name="back.docx"), sent, "back.docx")
            assert (returned.came, returned.new_version) == ((), False)
            assert matter.changes() == before
        done += 1
        if done == FILES:
            return
    pytest.fail("too few files")
