"""How a policy is set: the paragraph and letter formats of each kind of block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from documents.model import BlockKind, InnerLabel, Run
from ui.fonts import interface_font, policy_font, sans_font

if TYPE_CHECKING:
    from ui.theme import Theme

__all__ = ["GUTTER", "LETTER_SIZE", "Level", "PageStyle"]

GUTTER = 44
LETTER_SIZE = QTextFormat.Property.UserProperty.value
DEFAULT_SIZE = 17
SMALLEST, LARGEST = 13, 26
_INDENT = 24
_BULLETS = frozenset("•●○■□◆◇▪▫–—-*·⚫")


@dataclass(frozen=True, slots=True)
class Level:
    """What decides how a block is set; `depth` indents list items and quotes, `section` marks the top headings."""

    kind: BlockKind
    section: bool = False
    depth: int = 0
    tight: bool = False
    head: bool = False


@dataclass(frozen=True)
class PageStyle:
    """The type of one policy at one size in one theme.

    `width` is the room there is for the column, 0 for any; `narrow` asks for shorter lines than the usual ones.
    """

    theme: Theme
    language: str = "en"
    size: int = DEFAULT_SIZE
    width: int = 0
    narrow: bool = False

    @cached_property
    def chinese(self) -> bool:
        """Whether the policy is set as Chinese: wider leading, both edges straight, no slanted letters."""
        return self.language.lower().startswith("zh")

    @cached_property
    def measure(self) -> int:
        """The column's width: 38 Chinese characters or 34 em (30 or 26 if narrow), or what there is room for."""
        widest = self.size * ((30 if self.chinese else 26) if self.narrow else 38 if self.chinese else 34)
        return min(widest, self.width) if self.width else widest

    @cached_property
    def leading(self) -> int:
        """The distance from one line to the next."""
        return round(self.size * (31 if self.chinese else 28) / 17)

    def scaled(self, pixels: float) -> int:
        """Return a size of the design at the reader's own text size."""
        return round(pixels * self.size / DEFAULT_SIZE)

    @cached_property
    def label_font(self) -> QFont:
        """The sans of numbers and bullets in the gutter."""
        return interface_font(self.language, self.scaled(15))

    @cached_property
    def root(self) -> QTextFrameFormat:
        """The margins of the page within the view."""
        frame = QTextFrameFormat()
        frame.setTopMargin(28)
        frame.setBottomMargin(48)
        return frame

    @cached_property
    def table(self) -> QTextTableFormat:
        """A table as wide as the column, with thin lines."""
        table = QTextTableFormat()
        table.setLeftMargin(GUTTER)
        table.setTopMargin(8)
        table.setBottomMargin(16)
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setCellPadding(8)
        table.setCellSpacing(0)
        table.setBorder(1)
        table.setBorderCollapse(True)
        table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        table.setBorderBrush(QColor(self.theme.line))
        return table

    @cached_property
    def spacer(self) -> QTextBlockFormat:
        """The empty paragraph Qt wants before a table: no height to speak of."""
        block = QTextBlockFormat()
        block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return block

    @cached_property
    def label(self) -> QTextCharFormat:
        """A number typed in the text, set as the numbers of the gutter are."""
        letters = QTextCharFormat()
        letters.setFont(self.label_font)
        letters.setForeground(QColor(self.theme.second))
        return letters

    def label_end(self, label: str) -> QTextCharFormat | None:
        """The last character of a typed number with the gap to the words behind it; None where it needs none."""
        if label not in self._label_ends:
            self._label_ends[label] = self._spaced(label) if self.label_gap(label) else None
        return self._label_ends[label]

    def _spaced(self, label: str) -> QTextCharFormat:
        letters = QTextCharFormat(self.label)
        letters.setFont(self.font_of_label(label))
        letters.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        letters.setFontLetterSpacing(self.label_gap(label))
        return letters

    @cached_property
    def _label_ends(self) -> dict[str, QTextCharFormat | None]:
        return {}

    def label_gap(self, label: str) -> int:
        """The space between a label and the words."""
        if label[-1:] in "、）】，":  # the blank half of the character is a gap already
            return 0
        return 12 if label in _BULLETS else 8

    def hang(self, label: str) -> float:
        """How far a typed label and its gap reach to the left of the words."""
        font = self.font_of_label(label)
        return _width(label, font.toString(), font) + self.label_gap(label)

    @cached_property
    def longest_label(self) -> int:
        """The room of a computed label and its gap, enough for 第一百二十三条; what is longer is cut."""
        return self.scaled(8 * DEFAULT_SIZE)

    def cut_label(self, label: str, room: float) -> str:
        """Return a label as far as there is room for it, cut with … where there is not."""
        return QFontMetricsF(self.font_of_label(label)).elidedText(label, Qt.TextElideMode.ElideRight, room)

    def fitting(self, label: str) -> str:
        """Return a computed label as far as it may reach."""
        return self.cut_label(label, self.longest_label - self.label_gap(label))

    def hangs(self, labels: Iterable[InnerLabel], room: float) -> dict[int, float]:
        """Return for each level of the lists in a cell how far its words stand from the edge of the cell.

        Deeper levels stand further in, up to half the `room` of the cell, and never so little that a label has no room.
        """
        widest: dict[int, float] = {}
        for one in labels:
            widest[one.level] = max(widest.get(one.level, 0.0), self.hang(self.fitting(one.label)))
        found: dict[int, float] = {}
        reach = 0.0
        for level, hang in sorted(widest.items()):
            reach = found[level] = max(hang, min(reach + hang, room / 2))
        return found

    @cached_property
    def _bullet_font(self) -> QFont:
        return interface_font(self.language, self.scaled(20))

    def font_of_label(self, label: str) -> QFont:
        """The letters of a label: bullets are set larger than numbers."""
        return self._bullet_font if label in _BULLETS else self.label_font

    def block(self, level: Level) -> QTextBlockFormat:
        """The paragraph format of a kind of block, before any label hangs from it."""
        block = QTextBlockFormat()
        height, above, below = self._rhythm(level)
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setTopMargin(above)
        block.setBottomMargin(below)
        if level.kind is not BlockKind.CELL:
            block.setLeftMargin(GUTTER + self.scaled(_INDENT) * level.depth)
        block.setAlignment(self._alignment(level.kind))
        block.setProperty(LETTER_SIZE, self._font(level).pixelSize())
        if level.kind in (BlockKind.TITLE, BlockKind.HEADING):
            block.setHeadingLevel(1 if level.kind is BlockKind.TITLE else 2 if level.section else 3)
        return block

    def _rhythm(self, level: Level) -> tuple[int, int, int]:
        """Return line height, space above and space below."""
        if level.kind is BlockKind.TITLE:
            return self.scaled(34), 0, 16
        if level.kind is BlockKind.HEADING:
            return (self.scaled(30), 28, 8) if level.section else (self.leading, 16, 4)
        if level.kind is BlockKind.CELL:
            return self.scaled(25 if self.chinese else 23), 0, 0
        if level.kind is BlockKind.CODE:
            return self.scaled(22), 0, 12
        return self.leading, 0, 8 if level.tight else 12

    def _alignment(self, kind: BlockKind) -> Qt.AlignmentFlag:
        plain = kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CELL, BlockKind.CODE)
        return Qt.AlignmentFlag.AlignJustify if self.chinese and not plain else Qt.AlignmentFlag.AlignLeft

    def letters(self, level: Level) -> QTextCharFormat:
        """The letters of a kind of block."""
        letters = QTextCharFormat()
        letters.setFont(self._font(level))
        letters.setForeground(QColor(self.theme.second if level.kind is BlockKind.QUOTE else self.theme.text))
        return letters

    def _font(self, level: Level) -> QFont:
        if level.kind is BlockKind.TITLE:
            return sans_font(self.language, self.scaled(24), strong=True)
        if level.kind is BlockKind.HEADING:
            return sans_font(self.language, self.scaled(20) if level.section else self.size, strong=True)
        if level.kind is BlockKind.CODE:
            return self._monospaced(self.scaled(14))
        if level.kind is BlockKind.CELL:
            return policy_font(self.language, self.scaled(15), strong=level.head)
        return policy_font(self.language, self.size)

    def _monospaced(self, pixels: int) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([font.family(), *policy_font(self.language).families()])
        font.setPixelSize(pixels)
        return font

    def run(self, letters: QTextCharFormat, run: Run) -> QTextCharFormat:
        """Set letters as a run asks. Chinese is never slanted: its emphasis is weight."""
        result = QTextCharFormat(letters)
        if run.bold or (run.italic and self.chinese):
            result.setFontWeight(QFont.Weight.DemiBold.value)
        if run.italic and not self.chinese:
            result.setFontItalic(True)
        result.setFontUnderline(run.underline or bool(run.link))
        result.setFontStrikeOut(run.strike)
        if run.link:
            result.setForeground(QColor(self.theme.accent))
        if run.code:
            result.setFontFamilies(self._monospaced(self.size).families())
        return result


@lru_cache(maxsize=4096)
def _width(label: str, _font_name: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(label)
