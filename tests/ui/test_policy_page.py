from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor

from documents.model import Block, BlockKind, Cell, PolicyDocument, Run, Span
from documents.reader import open_document
from ui.page_style import GUTTER, PageStyle
from ui.policy_page import Page, set_page
from ui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

KINDS = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE)


def policy(*parts: tuple[BlockKind, str], language: str = "zh", **blocks_by: object) -> PolicyDocument:
    """A policy of one block a part, with a blank line between them, as plain text has."""
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words)), level=1, **blocks_by))
        text += words + "\n\n"
    return PolicyDocument("Sample", "text", language, text, tuple(blocks))


def style(language: str = "zh", **more: object) -> PageStyle:
    return PageStyle(LIGHT, language, **more)


def held(page: Page) -> str:
    """What Qt holds, as our own characters."""
    return page.document.toRawText().replace("\u2028", "\n")


def assert_every_piece_is_ours(page: Page) -> None:
    raw = held(page).encode("utf-16-le", "surrogatepass")
    for ours, qt, length in page.map.pieces:
        words = page.map.text[ours : ours + length]
        size = len(words.encode("utf-16-le")) // 2
        assert raw[2 * qt : 2 * (qt + size)].decode("utf-16-le", "surrogatepass") == words


LINES = st.text(alphabet=st.sampled_from("ab 我们，。、\u00a0\u2002\t\n😀𠀀\ufffc•1."), min_size=1, max_size=24).filter(
    lambda words: not words.endswith("\n")
)


@given(st.lists(st.tuples(st.sampled_from(KINDS), LINES), max_size=8))
def test_what_qt_holds_is_our_text_but_for_white_space_at_the_front(parts) -> None:
    made = policy(*parts)
    page = set_page(made, style())
    assert_every_piece_is_ours(page)
    for block in made.blocks:
        words = block.span.of(made.text)
        front = len(words) - len(words.lstrip())
        held_words = Span(block.span.start + front, block.span.end)
        start, end = page.map.range_of(held_words)
        assert end - start == len(words.lstrip().encode("utf-16-le")) // 2


@given(st.lists(LINES, min_size=1, max_size=12), st.integers(1, 3), LINES)
def test_tables_leave_every_cell_its_own_words(cells, columns: int, after: str) -> None:
    text, blocks = "", []
    for number, words in enumerate(cells):
        place = Cell(0, number // columns, number % columns, header=number < columns)
        blocks.append(Block(BlockKind.CELL, Span(len(text), len(text) + len(words)), cell=place))
        text += words + "\n"
    blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(after))))
    page = set_page(PolicyDocument("T", "markdown", "en", text + after, tuple(blocks)), style("en"))
    assert_every_piece_is_ours(page)
    for block in blocks:
        start, _ = page.map.range_of(block.span)
        inside = QTextCursor(page.document.findBlock(start)).currentTable()
        assert (inside is not None) == (block.cell is not None)


def test_two_tables_one_after_the_other_and_an_empty_cell_keep_their_places() -> None:
    text = "a\n\nb\nlast"
    cells = [Cell(0, 0, 0), Cell(0, 0, 1), Cell(1, 0, 0)]
    spans = [Span(0, 1), Span(2, 2), Span(3, 4)]
    blocks = [Block(BlockKind.CELL, span, cell=cell) for span, cell in zip(spans, cells, strict=True)]
    blocks.append(Block(BlockKind.PARAGRAPH, Span(5, 9)))
    page = set_page(PolicyDocument("T", "word", "en", text, tuple(blocks)), style("en"))
    assert_every_piece_is_ours(page)
    assert page.document.findBlock(page.map.to_qt(5)).text() == "last"


def test_merged_cells_span_rows_and_columns() -> None:
    text = "wide\nx\ny"
    cells = [Cell(0, 0, 0, column_span=2, header=True), Cell(0, 1, 0), Cell(0, 1, 1)]
    spans = [Span(0, 4), Span(5, 6), Span(7, 8)]
    blocks = tuple(Block(BlockKind.CELL, span, cell=cell) for span, cell in zip(spans, cells, strict=True))
    page = set_page(PolicyDocument("T", "word", "en", text, blocks), style("en"))
    table = QTextCursor(page.document.findBlock(page.map.to_qt(0))).currentTable()
    assert table.cellAt(0, 1).columnSpan() == 2
    assert_every_piece_is_ours(page)


def labelled(text: str, label_end: int, kind: BlockKind = BlockKind.LIST_ITEM) -> PolicyDocument:
    block = Block(kind, Span(0, len(text)), label=text[:label_end], label_span=Span(0, label_end), ordered=True)
    return PolicyDocument("T", "text", "zh", text, (block,))


def test_a_typed_label_hangs_in_the_gutter_and_the_words_begin_at_the_column() -> None:
    made = labelled("1、您逾期未偿还借款本息", 2)
    page = set_page(made, style())
    page.document.setTextWidth(GUTTER + 646)
    page.document.documentLayout().documentSize()
    line = page.document.firstBlock().layout().lineAt(0)
    assert line.cursorToX(2)[0] == pytest.approx(GUTTER, abs=1.0)
    assert 0 <= line.cursorToX(0)[0] < GUTTER


def test_white_space_behind_a_typed_label_is_not_drawn_but_counted() -> None:
    made = labelled("• \u2002您在注册账户", 1)
    page = set_page(made, style())
    assert held(page) == "•您在注册账户"
    assert page.map.range_of(Span(3, 5)) == (1, 3)
    assert page.map.span_of(1, 3) == Span(3, 5)


def test_a_computed_label_is_painted_never_inserted() -> None:
    block = Block(BlockKind.LIST_ITEM, Span(0, 5), label="(a)", ordered=True)
    page = set_page(PolicyDocument("T", "word", "en", "words", (block,)), style("en"))
    assert held(page) == "words"
    assert page.labels == {0: "(a)"}


def test_a_computed_label_too_wide_for_the_gutter_pushes_the_first_line() -> None:
    block = Block(BlockKind.HEADING, Span(0, 5), level=1, label="Article 12(b)(iii)")
    page = set_page(PolicyDocument("T", "word", "en", "words", (block,)), style("en"))
    assert page.document.firstBlock().blockFormat().textIndent() > 0


def test_a_computed_label_of_any_length_pushes_a_little_at_most_and_is_cut() -> None:
    label = "Article 12(b)(iii) of the schedule to the agreement " * 4
    block = Block(BlockKind.HEADING, Span(0, 5), level=1, label=label)
    page = set_page(PolicyDocument("T", "word", "en", "words", (block,)), style("en"))
    assert page.document.firstBlock().blockFormat().textIndent() == style("en").longest_label - GUTTER
    shown = style("en").cut_label(label, 128)
    assert shown.startswith("Article 12")
    assert shown.endswith("…")
    assert style("en").hang(shown) <= 136
    assert style("zh").hang("第一百二十三条") <= style("zh").longest_label


def test_a_picture_stands_in_its_place_as_a_box_no_higher_than_a_letter() -> None:
    text = "before \ufffc after\n\ufffc"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 14)), Block(BlockKind.PARAGRAPH, Span(15, 16)))
    page = set_page(PolicyDocument("T", "word", "en", text, blocks), style("en"))
    assert held(page) == "before \ufffc after\u2029\ufffc"
    assert_every_piece_is_ours(page)
    cursor = QTextCursor(page.document)
    for place in (8, 16):
        cursor.setPosition(place)
        box = cursor.charFormat().toImageFormat()
        assert box.isValid()
        assert 0 < box.height() <= 17
    cursor.setPosition(7)
    assert not cursor.charFormat().isImageFormat()
    page.document.documentLayout().documentSize()
    line = page.document.firstBlock().layout().lineAt(0)
    assert line.cursorToX(8)[0] - line.cursorToX(7)[0] == pytest.approx(22, abs=1)


def test_blank_lines_of_the_source_are_not_drawn() -> None:
    made = policy((BlockKind.TITLE, "标题"), (BlockKind.PARAGRAPH, "第一段"))
    assert set_page(made, style()).document.blockCount() == 2


@pytest.mark.parametrize(
    ("language", "kind", "size", "leading"),
    [
        ("zh", BlockKind.PARAGRAPH, 17, 31),
        ("en", BlockKind.PARAGRAPH, 17, 28),
        ("zh", BlockKind.TITLE, 24, 34),
        ("en", BlockKind.HEADING, 20, 30),
    ],
)
def test_sizes_and_leading_are_the_designs(language: str, kind: BlockKind, size: int, leading: int) -> None:
    page = set_page(policy((kind, "words"), language=language), style(language))
    block = page.document.firstBlock()
    assert block.blockFormat().lineHeight() == leading
    letters = block.begin().fragment().charFormat().font()
    assert letters.pixelSize() == size
    strong = kind in (BlockKind.TITLE, BlockKind.HEADING)
    assert letters.weight() == (QFont.Weight.DemiBold if strong else QFont.Weight.Normal)


def test_chinese_is_justified_and_english_never_is() -> None:
    for language, alignment in (("zh", Qt.AlignmentFlag.AlignJustify), ("en", Qt.AlignmentFlag.AlignLeft)):
        made = policy((BlockKind.PARAGRAPH, "words"), language=language)
        page = set_page(made, style(language))
        assert page.document.firstBlock().blockFormat().alignment() == alignment


def test_the_column_is_38_ideographs_or_34_ems_and_never_wider_than_its_room() -> None:
    assert (style("zh").measure, style("en").measure) == (646, 578)
    assert style("zh", width=500).measure == 500
    assert style("zh", size=20).measure == 760


def test_headings_are_headings_to_a_screen_reader() -> None:
    made = policy((BlockKind.TITLE, "T"), (BlockKind.HEADING, "H"), (BlockKind.PARAGRAPH, "p"))
    page = set_page(made, style())
    levels = [page.document.findBlockByNumber(number).blockFormat().headingLevel() for number in range(3)]
    assert levels == [1, 2, 0]


def run_of(language: str, run: Run) -> QFont:
    made = PolicyDocument("T", "word", language, "plain words", (Block(BlockKind.PARAGRAPH, Span(0, 11)),), (run,))
    page = set_page(made, style(language))
    cursor = QTextCursor(page.document)
    cursor.setPosition(8)
    assert held(page) == "plain words"
    return cursor.charFormat().font()


def test_runs_are_set_as_they_were_and_chinese_is_never_slanted() -> None:
    assert run_of("en", Run(Span(6, 11), bold=True)).weight() == QFont.Weight.DemiBold
    assert run_of("en", Run(Span(6, 11), italic=True)).italic()
    slanted = run_of("zh", Run(Span(6, 11), italic=True))
    assert (slanted.italic(), slanted.weight()) == (False, QFont.Weight.DemiBold)


def test_a_policy_without_words_is_an_empty_page() -> None:
    page = set_page(PolicyDocument("", "text", "en", ""), style("en"))
    assert held(page) == ""


@pytest.mark.corpora
def test_the_seed_is_set_whole(shared: Path) -> None:
    for path in (shared / "seed").glob("*.txt"):
        made = open_document(path)
        page = set_page(made, style(made.language))
        assert_every_piece_is_ours(page)
        assert page.document.blockCount() == len(made.blocks)


def test_no_line_of_chinese_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    text = (
        "我们（以下称“云杉”、“本公司”或“我们”）依照《中华人民共和国个人信息保护法》、《数据安全法》等法律、法规处理您的姓名、"
        "电话、地址（含门牌号）、GPS-data以及IP地址；如您不同意，请停止使用：拨打400-123-4567。“同意”指您勾选！对吗？"
        "是的……其他——见附件〔一〕、【二】、￥100、50%、10℃。我们保存3年（自2024年1月1日起）。\n"
    )
    policy = open_document(text.encode(), name="policy.txt")
    closing, opening = set("、。，；：？！）》」』】〕”’…％℃%"), set("（《「『【〔“‘￥")
    for size in (13, 17, 26):
        for width in range(14 * size, 38 * size, 5):
            made = set_page(policy, PageStyle(LIGHT, "zh", size, width))
            made.document.setTextWidth(44 + width)
            made.document.documentLayout().documentSize()
            block = made.document.begin()
            lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
            shown = [block.text()[line.textStart() : line.textStart() + line.textLength()].rstrip() for line in lines]
            assert not [line for line in shown[1:] if line[0] in closing], (size, width)
            assert not [line for line in shown[:-1] if line[-1] in opening], (size, width)
            assert not [line for line, after in pairwise(shown) if line[-1] == after[0] == "—"], (size, width)
