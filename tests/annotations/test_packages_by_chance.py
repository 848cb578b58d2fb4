"""By chance: the answer to a package is what a copy of the matter would have brought."""

import random
import shutil

import pytest

from annotations.matter import OpenMatter
from annotations.model import Review, Reviewer, Severity
from documents.model import Span
from tests.annotations.sent_parts import COLLEAGUE, said

_TITLES, _OWNERS = ("a", "b", ""), ("A", "B")


def at_random(matter, notes, document, dice, text):
    """Do one thing of a reviewer's to a matter, to the notes that both sides have."""
    note = dice.choice(notes)
    here = {known.uid for known in matter.notes()}
    start = dice.randrange(len(text) - 6)
    deeds = {
        "title": lambda: matter.edit(note, title=dice.choice(_TITLES)),
        "owner": lambda: matter.edit(note, owner=dice.choice(_OWNERS), severity=dice.choice(list(Severity))),
        "span": lambda: matter.set_spans(note, [Span(start, start + 5)]),
        "reply": lambda: matter.reply(note, dice.choice("xyz")),
        "new": lambda: matter.add_note(document, [Span(start, start + 5)], title=dice.choice(_TITLES)),
        "approve": lambda: matter.edit(note, review=Review.APPROVED),
        "delete": lambda: matter.delete_note(note),
        "undo": matter.undo,
        "redo": matter.redo,
    }
    deed = dice.choice(list(deeds))
    if note in here or deed in ("new", "undo", "redo"):
        deeds[deed]()


def stands(matter, notes):
    """What stands in each field that both sides have, of two things both; and what the new notes say."""
    shared = {}
    for uid in notes:
        for field, standing in matter._journal.standing(f"note/{uid}").items():
            if field not in ("modified", "created", "number", "reviewed_at"):
                shared[uid, field] = {repr(one) for one in standing.rivals} - {repr(None), "''"}
    new = sorted((n.title, str(n.anchors), n.author) for n in matter.notes() if n.uid not in notes)
    replies = sorted((n.uid, r.author, r.text) for n in matter.notes() if n.uid in notes for r in n.replies)
    return shared, new, replies, {one for one in matter.conflicts() if one[0] in notes}


@pytest.mark.parametrize("seed", range(4, 12))
def test_by_chance_an_answer_is_what_a_copy_of_the_matter_would_have_brought(seed, matter, sent, document, tmp_path):
    notes, part = sent
    clock, text = matter._journal.clock, matter.policy(document.latest.uid).text
    copy, ours = tmp_path / "copy.clausemark", tmp_path / "ours.clausemark"
    shutil.copyfile(matter.path, copy)
    with OpenMatter.open(copy, COLLEAGUE, clock) as whole:
        for side in (whole, part):
            dice = random.Random(seed)
            for _ in range(14):
                at_random(side, notes, document.uid, dice, text)
    dice = random.Random(100 + seed)
    for _ in range(6):
        at_random(matter, notes, document.uid, dice, text)
    before = said(matter)
    shutil.copyfile(matter.path, ours)
    matter.merge(part.path)
    assert matter.check() == ()
    with OpenMatter.open(ours, Reviewer("林一", "LY"), clock) as other:
        other.merge(copy)
        assert stands(matter, notes) == stands(other, notes)
    matter.undo()
    assert said(matter) == before
