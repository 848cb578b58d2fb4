"""The judge of carried notes knows what stands, what was edited and what is gone; the method beside ours works."""

from __future__ import annotations

from documents.model import Span
from tools.carrying_judge import Judge, coverage
from tools.hypothesis_method import Peer

OLD = """We collect your name and address when you open an account with us.
We may share your address with couriers who bring what you ordered.
You may ask us for a copy of what we hold about you at any time.
"""
NEW = """Please read this first of all.
We collect your name and address when you open an account with us.
We may share your home address with those couriers who bring what you ordered.
"""


def judged(words: str):
    start = OLD.index(words)
    kind, place = Judge(OLD, NEW, east_asian=False).judge(start, start + len(words))
    return kind, None if place is None else NEW[slice(*place)]


def test_the_judge_tells_the_classes_apart():
    assert judged("open an account with us") == ("survivor", "open an account with us")
    assert judged("share your address with couriers who bring") == (
        "edited",
        "share your home address with those couriers who bring",
    )
    assert judged("a copy of what we hold about you") == ("gone", None)


def test_coverage_is_one_for_words_that_stand_and_little_for_strange_ones():
    assert coverage(NEW, "couriers who bring") == 1.0
    assert coverage(NEW, "biometric templates") < 0.3


def test_the_method_beside_ours_takes_the_nearest_words_whatever_they_mean():
    start = OLD.index("share your address with couriers")
    place = Peer(NEW).place(OLD, Span(start, start + 32))
    assert place is not None
    assert "address" in place.of(NEW)
    stands = OLD.index("open an account")
    assert Peer(NEW).place(OLD, Span(stands, stands + 15)).of(NEW) == "open an account"
