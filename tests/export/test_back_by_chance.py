"""Drawn files with drawn notes, in which a drawn colleague does a little: twice in is once in, and undo undoes it."""

import io
import random
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Span
from documents.reader import open_document
from tests.export.word_colleague import Colleague, W
from tests.export.word_files import paragraph, word_file
from tests.export.word_generated import generated
from tests.export.word_matters import BEIJING, annotated, matter_with

DEEDS = ("reply", "resolve", "reopen", "rewrite", "delete", "write", "edit", "strike")


def ticking():
    times = count()
    return lambda: datetime(2026, 3, 1, 9, 0, tzinfo=BEIJING) + timedelta(seconds=next(times))


def noted(matter, chance, number):
    """Put notes on words drawn by chance; some with wording, a reply, or settled."""
    document = matter.documents()[0]
    policy = matter.policy(document.latest.uid)
    blocks = [block.span for block in policy.blocks if block.span.of(policy.text).strip()]
    for place in range(1, number + 1):
        span = chance.choice(blocks)
        start = chance.randrange(span.start, span.end)
        end = chance.randint(start + 1, min(span.end, start + 30))
        wording = chance.choice(["", "Quite other words", "（本项删除，不作替换。）"])
        status = chance.choice(["open", "open", "resolved"])
        told = {"title": f"T{place}", "issue": f"I{place}.", "proposed_wording": wording, "status": status}
        note = matter.add_note(document.uid, [Span(start, end)] if chance.random() < 0.9 else [], **told)
        if chance.random() < 0.3:
            matter.reply(note.uid, f"Answer {place}")


def does(colleague, deed, chance, number):
    """One thing a colleague does; nothing where a deed before it took away what it is about."""
    head, place = f"T{number}", chance.randrange(100)
    texts = [t for t in colleague.trees["document"].iter(f"{W}t") if (t.text or "").strip()]
    deeds = {
        "reply": lambda: colleague.reply(head, f"Said {place}."),
        "resolve": lambda: colleague.resolve(head),
        "reopen": lambda: colleague.resolve(head, "0"),
        "rewrite": lambda: colleague.change(f"I{number}.", f"J{number}."),
        "delete": lambda: colleague.delete(head),
        "write": lambda: colleague.write_on(chance.choice(texts).text, f"New {place}"),
        "edit": lambda: setattr(chance.choice(texts), "text", f"Edited {place} "),
        "strike": lambda: setattr(chance.choice(texts), "text", ""),
    }
    told = "".join(colleague.trees["comments"].itertext())
    if deed in ("write", "edit", "strike") or (head in told and (deed != "rewrite" or f"I{number}." in told)):
        deeds[deed]()


def state(matter):
    notes = [replace(note, modified=note.created) for note in matter.notes()]
    return notes, [version.uid for version in matter.documents()[0].versions]


def take_back(matter, data, name="back.docx"):
    return matter.take_back(matter.documents()[0].uid, open_document(data, name=name), data, name)


def comes_back_once(folder, chance, deeds, *, marks):
    with matter_with(folder, ticking(), "policy.docx", generated(chance)) as matter:
        noted(matter, chance, 4)
        sent = annotated(matter, folder / "out.docx", redrafts=chance.choice(["comment", "tracked"]))[1]
        assert take_back(matter, sent).came == ()
        colleague = Colleague(sent)
        for deed in deeds:
            does(colleague, deed, chance, chance.randint(1, 4))
        data, before = colleague.saved(marks=marks), state(matter)
        took = take_back(matter, data)
        after, changes = state(matter), matter.changes()
        assert take_back(matter, data).came == ()
        assert matter.changes() == changes
        assert matter.check() == ()
        if took.came:
            matter.undo()
            assert state(matter) == before
            matter.redo()
        assert state(matter) == after


@settings(max_examples=12)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(DEEDS), max_size=5), st.booleans())
def test_a_file_taken_back_twice_is_taken_back_once_and_undo_brings_the_state_before(seed, deeds, marks) -> None:
    with TemporaryDirectory() as folder:
        comes_back_once(Path(folder), random.Random(seed), deeds, marks=marks)


@pytest.mark.fuzz
@pytest.mark.timeout(600)
@settings(max_examples=150)
@given(st.integers(0, 1_000_000), st.lists(st.sampled_from(DEEDS), max_size=8), st.booleans())
def test_many_files_taken_back_twice_are_taken_back_once(seed, deeds, marks) -> None:
    with TemporaryDirectory() as folder:
        comes_back_once(Path(folder), random.Random(seed), deeds, marks=marks)


def said(data):
    """Who says what on which words, in the whole file."""
    policy = open_document(data, name="x.docx")
    told = [(one.author, one.text, [span.of(policy.text) for span in one.spans]) for one in policy.foreign_notes]
    return sorted([*told, *((r.author, r.text, []) for one in policy.foreign_notes for r in one.replies)])


@pytest.mark.parametrize("redrafts", ["comment", "tracked"])
def test_a_file_sent_taken_back_and_sent_again_says_everything_once(redrafts, tmp_path) -> None:
    body = "".join(paragraph(f"Clause {place}. We may do what we like in case {place}.") for place in range(1, 6))
    with matter_with(tmp_path, ticking(), "notice.docx", word_file(body)) as matter:
        noted(matter, random.Random(7), 4)
        first = annotated(matter, tmp_path / "1.docx", redrafts=redrafts)[1]
        assert not take_back(matter, first).came
        assert annotated(matter, tmp_path / "2.docx", redrafts=redrafts)[1] == first
        colleague = Colleague(first)
        colleague.reply("] 1 |", "We will see.")
        colleague.write_on(next(t.text for t in colleague.trees["document"].iter(f"{W}t")), "And this?")
        texts = [t for t in colleague.trees["document"].iter(f"{W}t") if (t.text or "").endswith("5.")]
        texts[-1].text = texts[-1].text.replace("5.", "five.")
        take_back(matter, colleague.saved())
        second = annotated(matter, tmp_path / "3.docx", redrafts=redrafts)[1]
        told = said(second)
        assert len(told) == len({(author, text) for author, text, _ in told}) == len(said(first)) + 2
        assert take_back(matter, second).came == ()
        assert annotated(matter, tmp_path / "4.docx", redrafts=redrafts)[1] == second
        with zipfile.ZipFile(io.BytesIO(second)) as package:
            assert package.testzip() is None
