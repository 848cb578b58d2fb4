"""Notes drawn by chance, changed by chance in memo and issue list: the notes say just that, and undo undoes it."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.past import folded
from tests.export.answered_files import filled, mark_of, planned, retyped, sent
from tests.export.word_matters import BEIJING, CHINESE, matter_with

IN_MEMO = ("title", "issue", "consequence", "legal_basis", "recommendation", "question")
IN_LIST = ("title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording")
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x85\ufffd"), max_size=60)
NOTES = st.lists(st.dictionaries(st.sampled_from(IN_MEMO), WORDS, min_size=2), min_size=1, max_size=4)


def ticking():
    times = count()
    return lambda: datetime(2026, 3, 1, 9, 0, tzinfo=BEIJING) + timedelta(seconds=next(times))


def noted(folder, notes):
    matter = matter_with(folder, ticking(), "松果日记.txt", CHINESE)
    document = matter.documents()[0].uid
    for place, fields in enumerate(notes):
        told = {"title": f"T{place}", "language": "zh", "severity": "high", "owner": f"O{place}", "due": "2026-01-01"}
        matter.add_note(document, [], **{**told, **fields})
    return matter


def state(matter):
    return [replace(note, modified=note.created) for note in matter.notes()]


def takes(matter, data, name):
    answers = planned(matter, data, name=name)
    assert matter.write_answers(answers, answers.usual)
    return answers


def said(note, name):
    """Whether a report shows a field at all."""
    return folded(getattr(note, name))


@pytest.mark.fuzz
@pytest.mark.timeout(600)
@settings(max_examples=12, deadline=None)
@given(NOTES, st.integers(0, 10_000))
def test_fields_changed_in_a_memo_are_the_notes_fields_and_nothing_else_is(notes, seed):
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, noted(Path(folder), notes) as matter:
        before, data = state(matter), sent(matter)
        assert planned(matter, data).asked == ()
        wanted = {}
        for note in before:
            for name in chance.sample(IN_MEMO, 2):
                if said(note, name):
                    words = f"改{chance.randrange(1000)}。" if name != "title" else f"题{chance.randrange(1000)}"
                    lines = len(shown(note, name))
                    data = retyped(data, mark_of(matter, note, name), words, *[""] * (lines - 1))
                    wanted[note.uid, name] = words
        proves(matter, data, "memo.docx", before, wanted)


@pytest.mark.fuzz
@pytest.mark.timeout(600)
@settings(max_examples=12, deadline=None)
@given(NOTES, st.integers(0, 10_000))
def test_cells_changed_in_an_issue_list_are_the_notes_fields_and_nothing_else_is(notes, seed):
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, noted(Path(folder), notes) as matter:
        before, data = state(matter), sent(matter, "xlsx")
        assert planned(matter, data, name="list.xlsx").asked == ()
        wanted, cells = {}, []
        for note in before:
            name, words = chance.choice(("owner", "issue", "legal_basis")), f"改{chance.randrange(1000)}"
            cells.append(("问题清单", note.number, name, words))
            wanted[note.uid, name] = words
        proves(matter, filled(data, *cells), "list.xlsx", before, wanted)


def shown(note, name):
    text = getattr(note, name)
    return [" ".join(text.split())] if name == "title" else [line for line in text.splitlines() if line.strip()]


def as_laid_out(note, field, words):
    """A line retyped keeps the empty lines round it, which no report prints."""
    lines = getattr(note, field).split("\n")
    full = [place for place, line in enumerate(lines) if line.strip()]
    return "\n".join([*lines[: full[0]], words, *lines[full[0] + 1 :]]) if len(full) == 1 else words


def proves(matter, data, name, before, wanted):
    """Taken in, the notes say what was changed and nothing else; once more changes nothing; undo takes all back."""
    answers = takes(matter, data, name)
    assert {(one.note, one.field) for one in answers.asked} == set(wanted)
    expected = [
        replace(
            note,
            **{field: as_laid_out(note, field, words) for (uid, field), words in wanted.items() if uid == note.uid},
        )
        for note in before
    ]
    assert state(matter) == expected
    written = len(matter.changes())
    assert takes(matter, data, name).asked == ()
    assert len(matter.changes()) == written
    if wanted:
        matter.undo()
        assert state(matter) == before
