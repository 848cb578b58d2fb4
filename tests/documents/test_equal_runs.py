"""The map from an old text to a new one: what it joins is equal, in order, and the same each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from documents.equal_runs import EqualRuns
from documents.model import Span

OLD = """1. Scope
We collect your name and address when you open an account with us.
2. Sharing
We may share your address with couriers who bring what you ordered.
3. Rights
You may ask us for a copy of what we hold about you at any time.
"""

TEXTS = st.text(alphabet="ab 个人\n.1", max_size=120)


@given(TEXTS, TEXTS)
def test_runs_are_equal_letters_in_the_order_of_both_texts(old: str, new: str) -> None:
    for index in (EqualRuns(old, new).strong, EqualRuns(old, new).fine):
        one = other = 0
        for run in index.runs:
            assert run.size > 0
            assert run.old >= one
            assert run.new >= other
            assert old[run.old : run.old + run.size] == new[run.new : run.new + run.size]
            one, other = run.old + run.size, run.new + run.size


@given(TEXTS)
def test_a_text_is_one_run_of_itself(text: str) -> None:
    runs = EqualRuns(text, text)
    assert [run.size for run in runs.strong.runs] in ([len(text)], [])
    if runs.strong.runs:
        assert runs.image(Span(0, len(text))) == Span(0, len(text))


def test_a_place_in_a_run_is_followed_and_one_across_a_change_is_not() -> None:
    new = OLD.replace("couriers", "the couriers and shops").replace("1. Scope\n", "0. Who we are\nA shop.\n1. Scope\n")
    runs = EqualRuns(OLD, new)
    start = OLD.index("open an account")
    image = runs.image(Span(start, start + 15))
    assert image is not None
    assert image.of(new) == "open an account"
    assert runs.origin(image) == Span(start, start + 15)
    across = OLD.index("address with couriers who")
    assert runs.image(Span(across, across + 25)) is None
    window = runs.window(Span(across, across + 25))
    assert "address with the couriers and shops who" in window.of(new)


def test_a_clause_that_moved_is_found_by_its_rare_words() -> None:
    clauses = OLD.split("\n")
    moved = "\n".join([*clauses[4:6], *clauses[:4], ""]).replace("a copy of what", "a free copy of all that")
    runs = EqualRuns(OLD, moved)
    start = OLD.index("You may ask us")
    found = runs.elsewhere(Span(start, start + 64))
    assert found is None or all(OLD[r.old : r.old + r.size] == moved[r.new : r.new + r.size] for r in found.runs)
