"""Anchors: described by words and surroundings, found again, and never silently at a worse place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.anchors import describe, describe_all, locate
from annotations.model import Anchor
from annotations.search import find_in
from documents.model import Block, BlockKind, PolicyDocument, Span, Story


def test_a_note_follows_its_clause_when_text_is_inserted_before_it():
    anchor = describe("2. Supplier shall pay.", Span(3, 11))
    assert locate("1. Scope.\n2. Supplier shall pay.", anchor).span == Span(13, 21)


def test_an_anchor_has_its_words_and_32_code_points_either_side():
    text = "𠮷" * 40 + "quote" + "📚" * 40
    anchor = describe(text, Span(40, 45), "v")
    assert (anchor.version, anchor.exact, anchor.prefix, anchor.suffix) == ("v", "quote", "𠮷" * 32, "📚" * 32)


@pytest.mark.parametrize(
    ("text", "anchor", "span", "how"),
    [
        ("aa bb aa", Anchor("", 6, 8, "aa"), Span(6, 8), "position"),
        ("aa bb aa", Anchor("", 1, 3, "bb"), Span(3, 5), "quote"),
        ("aa bb aa", Anchor("", 1, 3, "aa"), None, "ambiguous"),
        ("one aa two; three aa four", Anchor("", 0, 0, "aa", "three ", " four"), Span(18, 20), "context"),
        ("one aa two; one aa two", Anchor("", 0, 0, "aa", "one ", " two"), None, "ambiguous"),
        ("one aa two; two aa one", Anchor("", 0, 0, "aa", "zzzzzz", "yyyyyy"), None, "ambiguous"),
        ("aa bb", Anchor("", 0, 2, "cc"), None, "lost"),
        ("aa bb", Anchor("", 0, 0, ""), None, "lost"),
        ("收集ＡＢＣ信息", Anchor("", 0, 0, "abc"), Span(2, 5), "normalised"),
    ],
)
def test_a_quote_is_found_by_position_then_words_then_surroundings(text, anchor, span, how):
    found = locate(text, anchor)
    assert (found.span, found.how) == (span, how)


def test_a_quote_between_other_words_than_its_own_is_chosen_only_by_a_clear_margin():
    text = "alpha aa omega; alpha aa other"
    assert locate(text, Anchor("", 0, 0, "aa", "alpha ", " other")).span == Span(22, 24)
    assert locate(text, Anchor("", 0, 0, "aa", "alpha ", " o")).span is None


def test_a_selection_of_blank_lines_at_the_edge_of_a_story_makes_no_anchor_there():
    assert [a.exact for a in describe_all(story_policy(), [Span(17, 20)], "v")] == ["no"]


def test_a_unique_quote_in_strange_surroundings_is_less_sure():
    near = locate("x one aa two", Anchor("", 0, 0, "aa", "one ", " two"))
    far = locate("x six aa ten", Anchor("", 0, 0, "aa", "one ", " two"))
    assert near.sure == 1.0 > far.sure


@settings(max_examples=200, deadline=None)
@given(st.text("ab甲𠮷 \n", min_size=1, max_size=30), st.text("ab甲\n", max_size=10), st.data())
def test_whatever_the_text_a_place_that_is_given_has_the_words(text, before, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    anchor = describe(text, span)
    assert locate(text, anchor).span == span
    found = locate(before + text, anchor)
    if found.span is not None and found.how != "normalised":
        assert found.span.of(before + text) == anchor.exact


def story_policy() -> PolicyDocument:
    text = "main one\nmain two\nnote\nfoot"
    stories = [
        (Span(0, 8), Story.MAIN),
        (Span(9, 17), Story.MAIN),
        (Span(18, 22), Story.FOOTNOTE),
        (Span(23, 27), Story.FOOTER),
    ]
    blocks = tuple(Block(BlockKind.PARAGRAPH, span, story) for span, story in stories)
    return PolicyDocument("t", "word", "en", text, blocks)


def test_a_selection_across_stories_becomes_an_anchor_in_each():
    policy = story_policy()
    assert [a.exact for a in describe_all(policy, [Span(5, 25)], "v")] == ["one\nmain two", "note", "fo"]
    assert [a.exact for a in describe_all(policy, [Span(5, 13), Span(5, 13)], "v")] == ["one\nmain"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("我们收集个人信息。", "个人", ["个人"]),
        ("我们收集个人信息。", "信", ["信"]),
        ("𠮷 PRIVACY Policy", "privacy policy", ["PRIVACY Policy"]),
        ("ＳＤＫ 与 sdk", "sdk", ["ＳＤＫ", "sdk"]),
        ("abc", "", []),
        ("abc", "  ", []),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_words_are_found_whatever_their_case_and_width_from_one_character_up(text, words, found):
    assert [span.of(text) for span in find_in(text, words)] == found


def test_search_looks_in_documents_notes_and_replies(matter, document):
    note = matter.add_note(document.uid, issue="此处收集阅读记录", private_remark="ask 阅读记录")
    matter.reply(note.uid, "阅读记录？")
    hits = matter.search("阅读记录")
    assert [hit.field.split()[0] for hit in hits] == ["text", "text", "issue", "private_remark", "reply"]
    assert [hit.note for hit in hits[:3]] == ["", "", note.uid]
    text = matter.policy(document.latest.uid).text
    assert all(text[hit.start : hit.end] == "阅读记录" and "阅读记录" in hit.context for hit in hits[:2])
    matter.delete_note(note.uid)
    assert len(matter.search("阅读记录")) == 2
