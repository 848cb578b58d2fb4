"""Whatever two policies say, their comparison covers both of them, letter by letter."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.clauses import clause_tree
from documents.comparing.comparison import compare_in_parts, compare_policies
from documents.comparing.model import Comparison, Fate, Row
from documents.comparing.words import swaps, tokens
from documents.model import Block, BlockKind, Cell, PolicyDocument, Span

WORDS = [
    "we",
    "may",
    "not",
    "share",
    "Data",
    "30",
    "1,000.50",
    "日",
    "个",
    "人",
    "信息",
    ". ",
    "，",
    " ",
    "\t",
    "2.1 ",
    "é",
]
LABELS = ["", "", "1", "1.2", "第三条", "(a)", "•"]
_lines = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


@dataclass(frozen=True)
class Line:
    """One paragraph, or a row of cells."""

    words: tuple[str, ...]
    label: str
    typed: bool
    kind: BlockKind
    empty_lines: int


_paragraphs = st.builds(
    Line,
    st.tuples(_lines),
    st.sampled_from(LABELS),
    st.booleans(),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM]),
    st.integers(0, 2),
)
_rows = st.builds(
    Line,
    st.lists(_lines, min_size=1, max_size=3).map(tuple),
    st.just(""),
    st.just(False),
    st.just(BlockKind.CELL),
    st.just(0),
)
_policies = st.lists(_paragraphs | _rows, max_size=8)


def _policy(lines: list[Line]) -> PolicyDocument:
    text, blocks, table = "", [], -1
    last = None
    for number, line in enumerate(lines):
        is_row = line.kind is BlockKind.CELL
        table += is_row and (last is None or last.kind is not BlockKind.CELL)
        for column, words in enumerate(line.words):
            start = len(text)
            shown = f"{line.label} " if line.label and line.typed else ""
            text += f"{shown}{words}"
            label = Span(start, start + len(line.label)) if shown else None
            cell = Cell(table, number, column) if is_row else None
            if is_row or len(text) > start:
                blocks.append(Block(line.kind, Span(start, len(text)), label=line.label, label_span=label, cell=cell))
            text += "\n"
        text += "\n" * line.empty_lines
        last = line
    return PolicyDocument("", "text", "en", text, tuple(blocks), clauses=clause_tree(text, blocks, "en"))


def _covered(found: Comparison) -> None:
    old, new = found.old.text, found.new.text
    assert "".join(row.old.of(old) for row in found.rows) == old
    assert "".join(row.new.of(new) for row in found.rows) == new
    assert [block for row in found.rows for block in row.old_blocks] == list(range(len(found.old.blocks) or 0)) or not (
        found.old.blocks
    )
    for row in found.rows:
        _pieces_cover(found, row)


def _pieces_cover(found: Comparison, row: Row) -> None:
    old, new = found.old.text, found.new.text
    assert "".join(piece.old.of(old) for piece in row.pieces) == row.old.of(old)
    assert "".join(piece.new.of(new) for piece in row.pieces) == row.new.of(new)
    for piece in (*row.pieces, *row.inside):
        if piece.fate is Fate.KEPT:
            assert piece.old.of(old) == piece.new.of(new)
        assert len(piece.old if piece.fate is Fate.INSERTED else piece.new) == 0 or piece.fate is Fate.KEPT
    if row.partner >= 0:
        partner = found.rows[row.partner]
        assert found.rows[partner.partner] is row
        assert row.inside == partner.inside
        stood, stands = (row, partner) if row.has_left else (partner, row)
        assert "".join(piece.old.of(old) for piece in row.inside) == stood.old.of(old)
        assert "".join(piece.new.of(new) for piece in row.inside) == stands.new.of(new)


@given(_policies, _policies)
@settings(max_examples=60, deadline=None)
def test_both_texts_are_covered_whatever_they_say(old: list[Line], new: list[Line]) -> None:
    _covered(compare_policies(_policy(old), _policy(new)))


@given(_policies, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_both_texts_are_covered_where_one_is_the_other_turned_over(lines: list[Line], chance) -> None:
    other = lines[:]
    chance.shuffle(other)
    found = compare_policies(_policy(lines), _policy(other[: len(other) - chance.randint(0, 1)]))
    _covered(found)
    places = [place for change in found.changes for place in change.rows]
    assert len(places) == len(set(places))
    assert all(found.rows[place].kinds for place in places if found.rows[place].partner >= 0)
    assert len({change.id for change in found.changes}) == len(found.changes)


@given(_policies, _policies, st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_parts_of_any_size_are_the_whole(old: list[Line], new: list[Line], size: int) -> None:
    whole = compare_policies(_policy(old), _policy(new))
    parts = list(compare_in_parts(_policy(old), _policy(new), rows_a_part=size))
    assert tuple(row for part in parts for row in part.rows) == whole.rows
    assert tuple(change for part in parts for change in part.changes) == whole.changes


@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)
@settings(max_examples=100, deadline=None)
def test_edits_lead_from_one_wording_to_the_other_and_cut_no_word(old: str, new: str) -> None:
    made, at = "", 0
    found = swaps(old, new)
    for swap in found:
        made += old[at : swap.start] + new[swap.to : swap.until]
        at = swap.end
    assert made + old[at:] == new
    ends = [0]
    for token in tokens(old):
        ends.append(ends[-1] + len(token))
    assert {place for swap in found for place in (swap.start, swap.end)} <= set(ends)


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text
