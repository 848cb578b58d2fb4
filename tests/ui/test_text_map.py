from hypothesis import given
from hypothesis import strategies as st

from documents.model import Span
from ui.text_map import Pieces, TextMap, Units

LETTERS = st.text(alphabet=st.sampled_from("ab我们 \n😀𠀀é\u200d"), max_size=60)


def units_before(text: str, point: int) -> int:
    return len(text[:point].encode("utf-16-le")) // 2


@given(LETTERS)
def test_units_agree_with_the_encoder_at_every_code_point(text: str) -> None:
    units = Units(text)
    for point in range(len(text) + 1):
        assert units.of(point) == units_before(text, point)
        assert units.point(units.of(point)) == point


def test_the_middle_of_a_surrogate_pair_is_its_beginning() -> None:
    units = Units("a😀b")
    assert [units.point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@st.composite
def texts_in_pieces(draw) -> tuple[str, TextMap, dict[int, int]]:
    """A text of which some stretches are left out of Qt and some stand behind characters of Qt's own."""
    text = draw(LETTERS)
    units = Units(text)
    pieces = Pieces(units)
    where: dict[int, int] = {}
    here = 0
    while here < len(text):
        here += draw(st.integers(0, 3))
        length = draw(st.integers(0, 8))
        if here >= len(text):
            break
        end = min(here + length, len(text))
        pieces.position += draw(st.integers(0, 3))
        where.update({point: pieces.position + units.of(point) - units.of(here) for point in range(here, end)})
        pieces.add(here, end)
        here = end
    return text, TextMap(text, units, pieces), where


@given(texts_in_pieces())
def test_a_character_qt_holds_comes_back_to_itself(made) -> None:
    _, mapped, where = made
    for point, position in where.items():
        assert mapped.range_of(Span(point, point + 1))[0] == position
        assert mapped.span_of(position, position + 1).start == point


@given(texts_in_pieces(), st.data())
def test_a_span_comes_back_without_the_gaps_at_its_ends(made, data) -> None:
    text, mapped, where = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    held = [point for point in where if start <= point < end]
    came = mapped.span_of(*mapped.range_of(Span(start, end)))
    if held:
        assert came == Span(min(held), max(held) + 1)
    else:
        assert len(came) == 0


@given(texts_in_pieces())
def test_positions_never_run_backwards(made) -> None:
    text, mapped, _ = made
    positions = [mapped.to_qt(point) for point in range(len(text) + 1)]
    assert positions == sorted(positions)
    points = [mapped.to_point(position) for position in range((positions or [0])[-1] + 4)]
    assert points == sorted(points)


def test_an_empty_text_has_one_place() -> None:
    mapped = TextMap("", Units(""))
    assert (mapped.to_qt(0), mapped.to_point(5)) == (0, 0)
    assert mapped.range_of(Span(0, 0)) == (0, 0)
    assert mapped.span_of(0, 3) == Span(0, 0)


def test_pieces_that_touch_in_both_become_one() -> None:
    pieces = Pieces(Units("1、您好"))
    pieces.add(0, 2)
    pieces.add(2, 4)
    assert TextMap("1、您好", Units("1、您好"), pieces).pieces == [(0, 0, 4)]


def test_an_empty_cell_between_two_ends_no_selection() -> None:
    text = "a\n\nb"
    pieces = Pieces(Units(text))
    for start, end, position in ((0, 1, 1), (2, 2, 3), (3, 4, 4)):
        pieces.position = position
        pieces.add(start, end)
    mapped = TextMap(text, Units(text), pieces)
    assert mapped.range_of(Span(0, 3)) == (1, 2)
    assert mapped.span_of(1, 4) == Span(0, 1)
    assert mapped.span_of(1, 5) == Span(0, 4)
    assert mapped.span_of(2, 5) == Span(3, 4)
    assert mapped.range_of(Span(1, 4)) == (4, 5)


def test_two_empty_cells_before_a_letter_begin_no_selection() -> None:
    text = "aaaa"
    pieces = Pieces(Units(text))
    for start, end, position in ((1, 1, 1), (2, 2, 3), (3, 4, 5)):
        pieces.position = position
        pieces.add(start, end)
    mapped = TextMap(text, Units(text), pieces)
    assert mapped.range_of(Span(0, 4)) == (5, 6)
    assert mapped.span_of(1, 6) == Span(3, 4)
