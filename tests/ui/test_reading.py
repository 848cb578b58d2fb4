from documents.model import Block, BlockKind, Clause, PolicyDocument, Span, Story
from ui.reading import block_at, by_story, clause_of, on_label, unread

TEXT = "1. One thing\n(a) a part\n2. Two"
BLOCKS = (
    Block(BlockKind.LIST_ITEM, Span(0, 12), label="1.", label_span=Span(0, 2)),
    Block(BlockKind.LIST_ITEM, Span(13, 23), label="(a)", label_span=Span(13, 16)),
    Block(BlockKind.LIST_ITEM, Span(24, 30), label="2.", label_span=Span(24, 26)),
)
CLAUSES = (
    Clause("1.", "1", "One thing", 1, Span(0, 23), Span(0, 12)),
    Clause("(a)", "1(a)", "a part", 2, Span(13, 23), Span(13, 23)),
    Clause("2.", "2", "Two", 1, Span(24, 30), Span(24, 30)),
)
POLICY = PolicyDocument("T", "text", "en", TEXT, BLOCKS, (), CLAUSES)


def test_a_point_lies_in_the_paragraph_that_began_last() -> None:
    assert block_at(POLICY, 15) == Span(13, 23)
    assert block_at(PolicyDocument("T", "text", "en", ""), 0) == Span(0, 0)


def test_only_the_characters_of_a_typed_number_are_on_it() -> None:
    assert [on_label(POLICY, point) for point in (0, 1, 2, 14, 16, 25)] == [True, True, False, True, False, True]


def test_a_paragraph_stands_for_the_clause_that_begins_in_it() -> None:
    assert [clause_of(CLAUSES, block.span) for block in BLOCKS] == list(CLAUSES)


def test_a_paragraph_inside_a_clause_stands_for_the_innermost() -> None:
    assert clause_of(CLAUSES[:1], BLOCKS[1].span) is CLAUSES[0]
    assert clause_of((), BLOCKS[1].span) is None


def test_unread_clauses_side_by_side_are_one_stretch() -> None:
    assert unread(POLICY, frozenset()) == [Span(0, 30)]
    assert unread(POLICY, frozenset({"1(a)"})) == [Span(0, 13), Span(24, 30)]
    assert unread(POLICY, frozenset({"1", "1(a)", "2"})) == []


def test_a_selection_is_cut_where_a_story_ends() -> None:
    blocks = (*BLOCKS[:2], Block(BlockKind.PARAGRAPH, Span(24, 30), story=Story.FOOTNOTE))
    policy = PolicyDocument("T", "text", "en", TEXT, blocks)
    assert by_story(policy, Span(3, 28)) == (Span(3, 23), Span(24, 28))
    assert by_story(policy, Span(12, 13)) == ()
