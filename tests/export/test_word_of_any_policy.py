"""Policies made at random, as Word files: python-docx and our own reader find the same words, block by block."""

import io
from datetime import UTC, datetime

import docx
from docx.table import Table
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from documents.cell_labels import labelled_cell
from documents.model import Block, BlockKind, Cell, InnerLabel, NoteMark, PolicyDocument, Run, Span, Story
from documents.reader import open_document
from export.word.new_package import FileFacts
from export.word.policy_file import policy_file

NOW = datetime(2026, 3, 2, tzinfo=UTC)
KINDS = [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TITLE]
LETTERS = st.sampled_from(
    [*"abz ,.1", "一", "、", "，", "🐿", "𠮷", "é", "א", "ب", "\u2011", "\t", "\n", "\ufffc", "\xa0"]
)
WORDS = st.lists(LETTERS, min_size=1, max_size=12).map("".join).filter(lambda words: words.strip("\ufffc \n\t\xa0"))
LABELS = st.sampled_from(
    [
        "",
        "",
        "1.",
        "2.",
        "3.",
        "(a)",
        "(b)",
        "iv.",
        "•",
        "○",
        "一、",
        "二、",
        "1.1",
        "1.2",
        "第二条",
        "§ 4",
        "⑤",
        "§",
        "o",
    ]
)
LINKS = st.sampled_from(["", "", "https://a.example/", "#a", "#z", "javascript:x"])
STORIES = list(Story)
_MARGINS = {Story.HEADER, Story.FOOTER}
_NOTES = {Story.FOOTNOTE, Story.ENDNOTE}  # Word numbers them itself


@st.composite
def tables(draw, number):
    """The cells of a table; spans need not fit."""
    span = st.integers(1, 3)
    rows = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    return [
        Cell(number, row, column, draw(span), draw(span), header=draw(st.booleans()))
        for row, width in enumerate(rows)
        for column in range(width)
    ]


@st.composite
def labels_within(draw, words):
    """Labels of some of the lines of a cell."""
    found, at = [], 0
    for line in words.split("\n"):
        label = draw(LABELS)
        if line.strip() and draw(st.booleans()):
            list_id, ordered = draw(st.sampled_from([None, 1, 2])), label not in {"•", "○", "§", "o"}
            found.append(InnerLabel(at, label, draw(st.integers(0, 4)), list_id, ordered))
        at += len(line) + 1
    return found


@st.composite
def policies(draw):
    """A policy as a reader could have made it: blocks in order of the stories, each ended by a line feed."""
    text, blocks, number, last_story, after_table = "", [], 0, 0, False
    for _ in range(draw(st.integers(1, 12))):
        last_story = max(last_story, draw(st.sampled_from([0, 0, 0, 0, 1, 2, 3, 4, 5])))
        story = STORIES[last_story]
        if story is Story.MAIN and not after_table and draw(st.integers(0, 4)) == 0:
            for cell in draw(tables(number)):
                words = draw(st.one_of(st.just(""), WORDS.map(str.strip)))
                block = Block(BlockKind.CELL, Span(len(text), len(text) + len(words)), story, cell=cell)
                blocks.append(labelled_cell(block, draw(labels_within(words))))
                text += words + "\n"
            number, after_table = number + 1, True
            continue
        words = draw(WORDS)
        blocks.append(draw(described(Span(len(text), len(text) + len(words)), story)))
        text += words + "\n"
        after_table = False
    spans = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    runs = tuple(
        Run(Span(a, b), draw(st.booleans()), draw(st.booleans()), link=draw(LINKS))
        for a, b in zip(spans[::2], spans[1::2], strict=False)
    )
    language = draw(st.sampled_from(["en", "zh", "ar", "ja"]))
    marks = draw(note_marks(blocks))
    return PolicyDocument("t", "html", language, text, tuple(blocks), runs, note_marks=marks)


@st.composite
def note_marks(draw, blocks):
    """A mark somewhere for each note, or for none, or in an order that Word would not tell them in."""
    notes = [block for block in blocks if block.story in _NOTES]
    if not notes or draw(st.booleans()):
        return ()
    end = max((block.span.end for block in blocks if block.story is Story.MAIN), default=0)
    places = draw(st.lists(st.integers(0, end), min_size=len(notes), max_size=len(notes)))
    places = sorted(places) if draw(st.booleans()) else places
    return tuple(NoteMark(place, block.span) for place, block in zip(places, notes, strict=True))


@st.composite
def described(draw, span, story):
    kind = draw(st.sampled_from(KINDS))
    label = draw(LABELS)
    level = draw(st.integers(1, 9)) if kind is BlockKind.HEADING else draw(st.integers(0, 5))
    return Block(
        kind, span, story, level if kind in {BlockKind.HEADING, BlockKind.LIST_ITEM} else 0, label,
        list_id=draw(st.sampled_from([None, 1, 2, 3])), ordered=label not in {"•", "○", "§", "o"},
    )  # fmt: skip


def filed(policy):
    return policy_file(policy, FileFacts(policy.title, "A", NOW, policy.language)).package.to_bytes()


def said_by_docx(data):
    """What python-docx finds in the body: paragraphs and, once each, cells."""
    document = docx.Document(io.BytesIO(data))
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            seen = set()
            for row in part.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield cell.text
        else:
            yield part.text


@given(policies())
@hypothesis_settings(max_examples=80)
def test_every_block_is_a_paragraph_or_a_cell_with_just_its_words(policy):
    data = filed(policy)
    blocks = [block for block in policy.blocks if block.span.of(policy.text).strip()]
    real = [block.span.of(policy.text) for block in blocks]
    found = [words for words in said_by_docx(data) if words.strip()]
    assert found == [words.replace("\ufffc", "") for words in real][: len(found)]
    assert all(block.story in _MARGINS | _NOTES for block in blocks[len(found) :])
    again = open_document(data, name="out.docx")
    ours = [words for block in again.blocks if (words := block.span.of(again.text)).strip()]
    assert ours[: len(real)] == real


def painted_label(block):
    """A note's own number is its mark, which Word counts; only an item of a list within it has another."""
    return "" if block.story in _NOTES and block.kind is not BlockKind.LIST_ITEM else block.label


@given(policies())
@hypothesis_settings(max_examples=80)
def test_every_label_is_painted_by_word_and_by_nothing_else(policy):
    data = filed(policy)
    again = open_document(data, name="out.docx")
    wanted = [
        (b.span.of(policy.text), painted_label(b)) for b in policy.blocks if len(b.span) and b.story not in _MARGINS
    ]
    found = [(b.span.of(again.text), b.label) for b in again.blocks if len(b.span)]
    inner = [[(one.offset, one.label) for one in b.inner_labels if one.label] for b in policy.blocks if b.cell]
    painted = [[(one.offset, one.label) for one in b.inner_labels if one.label] for b in again.blocks if b.cell]
    assert [labels for labels in painted if labels] == [labels for labels in inner if labels]
    assert [(words, label) for words, label in found][: len(wanted)] == [
        (words, label or theirs) for (words, label), (_, theirs) in zip(wanted, found, strict=False)
    ]


@given(policies())
@hypothesis_settings(max_examples=40)
def test_the_same_policy_gives_the_same_bytes(policy):
    assert filed(policy) == filed(policy)
