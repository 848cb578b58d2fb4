"""A text with our waiting redrafts rejected, and where its words stand in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.settled import Settled, without
from documents.model import Revision, RevisionKind, Span

OLD = "We keep data for ever. Not this. Gone."
CAME = "We keep data for two years. Not this."
WAITING = (
    Revision(RevisionKind.DELETED, Span(17, 17), words="ever"),
    Revision(RevisionKind.INSERTED, Span(17, 26)),
    Revision(RevisionKind.DELETED, Span(len(CAME), len(CAME)), words=" Gone."),
)


def test_what_was_put_in_goes_and_what_was_struck_stays() -> None:
    assert without(CAME, WAITING) == OLD
    assert without(CAME, ()) == CAME


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("for ever", "for two years"),
        ("ever", "two years"),
        ("data", "data"),
        (" Gone.", ""),
        ("ever. Not", "two years. Not"),
    ],
)
def test_words_stand_on_what_is_put_in_for_them(words, there) -> None:
    settled = Settled(CAME, WAITING)
    at = OLD.index(words)
    span = settled.there(Span(at, at + len(words)))
    assert span.of(CAME) == there
    assert words in settled.readings(span)


@st.composite
def redrafted(draw):
    """A text, and the same with stretches of it struck, replaced, and words put in, each as our export writes it."""
    pieces = draw(
        st.lists(st.tuples(st.text("ab ", max_size=4), st.text("cd ", max_size=4), st.text("XY", max_size=3)))
    )
    old = came = ""
    waiting = []
    for kept, struck, put_in in pieces:
        old, came = old + kept + struck, came + kept
        if struck:
            waiting.append(Revision(RevisionKind.DELETED, Span(len(came), len(came)), words=struck))
        if put_in:
            waiting.append(Revision(RevisionKind.INSERTED, Span(len(came), len(came) + len(put_in))))
        came += put_in
    return old, came, tuple(waiting)


@given(redrafted(), st.data())
def test_any_words_of_the_old_text_are_read_where_they_are_said_to_stand(texts, data) -> None:
    old, came, waiting = texts
    settled = Settled(came, waiting)
    assert settled.text == old
    if old:
        start = data.draw(st.integers(0, len(old) - 1))
        words = Span(start, data.draw(st.integers(start + 1, len(old))))
        span = settled.there(words)
        assert 0 <= span.start <= span.end <= len(came)
        assert any(words.of(old) in reading for reading in settled.readings(span))
