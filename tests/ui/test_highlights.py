import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Severity
from documents.model import Span
from ui.highlights import HIDDEN_LANE, Highlight, HighlightIndex

ENTRIES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(list(Severity))),
    max_size=30,
)


def index_of(entries) -> HighlightIndex:
    return HighlightIndex(
        (start, start + length, Highlight(f"n{number}", Span(start, start + length), severity, number))
        for number, (start, length, severity) in enumerate(entries)
    )


@given(ENTRIES, st.integers(0, 100), st.integers(1, 40))
def test_the_index_finds_what_a_plain_scan_finds(entries, start: int, length: int) -> None:
    end = start + length
    found = {item.highlight.number for item in index_of(entries).within(start, end)}
    plain = {n for n, (s, size, _) in enumerate(entries) if s < end and s + size > start}
    assert found == plain


@given(ENTRIES)
def test_no_two_highlights_share_a_lane_where_they_overlap(entries) -> None:
    shown = [item for item in index_of(entries) if item.lane < HIDDEN_LANE]
    for one in shown:
        for other in shown:
            if one is not other and one.lane == other.lane:
                assert one.end <= other.start or other.end <= one.start


@given(ENTRIES)
def test_a_worse_note_never_gives_its_line_up_for_a_milder_one(entries) -> None:
    placed = list(index_of(entries))
    for hidden in (item for item in placed if item.lane == HIDDEN_LANE):
        over = [item for item in placed if item.start < hidden.end and hidden.start < item.end]
        lanes = {item.lane for item in over if item.rank >= hidden.rank and item is not hidden}
        assert {0, 1} <= lanes


def test_words_qt_does_not_hold_are_left_out() -> None:
    assert len(HighlightIndex([(3, 3, Highlight("a", Span(1, 2), Severity.LOW))])) == 0


def test_the_innermost_note_comes_first_and_the_worse_among_equals() -> None:
    found = index_of([(0, 20, Severity.CRITICAL), (5, 4, Severity.INFO), (5, 4, Severity.HIGH)]).at(6)
    assert [item.highlight.number for item in found] == [2, 1, 0]


def test_in_a_long_list_only_what_is_near_is_found() -> None:
    entries = [(number * 10, 14, Severity.MEDIUM) for number in range(10_000)]
    found = index_of(entries).within(50_000, 50_800)
    assert len(found) in range(80, 84)


def test_a_severity_judged_anew_lays_the_lanes_as_if_all_were_laid_anew():
    chance = random.Random(7)
    for _ in range(60):
        marks = []
        for number in range(25):
            start = chance.randrange(120)
            severity = chance.choice(list(Severity))
            marks.append(Highlight(f"n{number % 20}", Span(start, start + chance.randrange(1, 25)), severity, number))
        index = HighlightIndex((one.span.start, one.span.end, one) for one in marks)
        uid, severity = f"n{chance.randrange(20)}", chance.choice(list(Severity))
        index.judge(uid, severity)
        judged = [replace(one, severity=severity) if one.note_uid == uid else one for one in marks]
        whole = HighlightIndex((one.span.start, one.span.end, one) for one in judged)
        assert seen(index) == seen(whole)


def seen(index):
    """What is painted where: stretches of the same severity and bounds are alike."""
    return sorted((item.start, item.end, item.highlight.severity, item.lane) for item in index)
