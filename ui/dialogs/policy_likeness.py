"""An annotated policy as Word will show it, small: the policy's words, and beside them the comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from annotations.model import Note, Severity
from documents.model import Block, BlockKind, PolicyDocument, Span, Story
from ui.dialogs.redline_block import RedlineBlock, redlined, sorted_changes
from ui.dialogs.sheet_flow import INK, Piece, Placed, Style, space, write
from ui.dialogs.word_colours import fill_of
from ui.fonts import interface_font, policy_font, sans_font
from ui.foreseeing import Remark
from ui.panels.card_text import lines_of
from ui.theme import LIGHT

__all__ = ["TEXT_WIDTH", "PolicyLooks", "policy_pieces", "write_comments"]

TEXT_WIDTH = 226
_LINE = {"zh": 14, "en": 13}
_BLOCKS = 4_000
_MOST_LINES = (6, 4, 3, 2, 1)
"""Lines that each line of a comment takes at most: fewer where a page has many comments."""
_COMMENTED = "#E8EAED"
_TRACKED = "#C00000"


@dataclass(frozen=True, slots=True)
class PolicyLooks:
    """How an annotated policy is written: for whom, one of HIGHLIGHTS (or "pdf"), whether with tracked changes."""

    graded: bool = True
    highlight: str = "none"
    tracked: bool = False

    def fill(self, note: Note) -> str:
        """Return the colour behind a note's words: as Word draws it, or the tint of a commented word."""
        if self.highlight == "none":
            return _COMMENTED
        return fill_of(note.severity if self.graded else None, self.highlight)


def policy_pieces(
    policy: PolicyDocument, notes: Sequence[Note], remarks: Sequence[Remark], looks: PolicyLooks
) -> Iterator[Piece]:
    """Yield the policy line by line, with fills behind the words that have comments, and its tracked changes."""
    return _Policy(policy, notes, remarks, looks).pieces()


class _Policy:
    def __init__(
        self, policy: PolicyDocument, notes: Sequence[Note], remarks: Sequence[Remark], looks: PolicyLooks
    ) -> None:
        self._policy = policy
        self._looks = looks
        self._marks = sorted(((anchor.span, note) for note in notes for anchor in note.anchors), key=lambda m: m[0])
        self._next = 0
        self._live: list[tuple[Span, Note]] = []
        self._changes = sorted_changes(policy.revisions) if looks.tracked else ()
        first = policy.blocks[0].span.start if policy.blocks else 0
        begin = [(max(remark.place, first), remark) for remark in remarks]
        self._begin = sorted(begin, key=lambda item: item[0])

    def pieces(self) -> Iterator[Piece]:
        for block in self._policy.blocks[:_BLOCKS]:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Piece]:
        if not block.span.of(self._policy.text).strip() or self._is_furniture(block):
            return
        self._go_on_to(block)
        shown = redlined(self._policy.text, block.span, self._changes)
        layout = self._laid_out(shown, block)
        line_height = _LINE["zh" if self._policy.language.startswith("zh") else "en"]
        heading = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        yield space(6 if heading else 3)
        for number in range(layout.lineCount()):
            yield self._line(layout, layout.lineAt(number), (block, shown), line_height + (2 if heading else 0))
        yield space(2)

    def _is_furniture(self, block: Block) -> bool:
        """Whether it stands at the head or foot of every page and nobody said anything of it."""
        if block.story not in (Story.HEADER, Story.FOOTER):
            return False
        return not any(block.span.start <= place <= block.span.end for place, _remark in self._begin)

    def _go_on_to(self, block: Block) -> None:
        """Keep at hand only the marks that reach into this block; blocks come in order."""
        while self._next < len(self._marks) and self._marks[self._next][0].start < block.span.end:
            self._live.append(self._marks[self._next])
            self._next += 1
        self._live = [mark for mark in self._live if mark[0].end > block.span.start]

    def _remarks_from(self, where: tuple[Block, RedlineBlock], part: Span) -> tuple[Remark, ...]:
        """Return the comments that begin in a line, `part` of the words shown; the last line takes the end too."""
        block, shown = where
        ends = (block.span.start, block.span.end + 1)
        places = [bisect_left(self._begin, place, key=lambda item: item[0]) for place in ends]
        last = part.end >= len(shown.text)
        found = ((shown.at(place), remark) for place, remark in self._begin[places[0] : places[1]])
        return tuple(
            remark for place, remark in found if part.start <= place < part.end or (last and place >= part.end)
        )

    def _laid_out(self, shown: RedlineBlock, block: Block) -> QTextLayout:
        language = self._policy.language
        title, heading = sans_font(language, 13, strong=True), sans_font(language, 10, strong=True)
        fonts = {BlockKind.TITLE: title, BlockKind.HEADING: heading}
        font = fonts.get(block.kind) or policy_font(language, 9)
        layout = QTextLayout(shown.text.replace("\n", "\u2028"), font)
        layout.setFormats(
            [*_formats(shown.text, shown.struck, put_in=False), *_formats(shown.text, shown.put_in, put_in=True)]
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(TEXT_WIDTH)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

    def _line(self, layout: QTextLayout, line: QTextLine, where: tuple[Block, RedlineBlock], height: int) -> Piece:
        block, shown = where
        start = _code_points(shown.text, line.textStart())
        part = Span(start, _code_points(shown.text, line.textStart() + line.textLength()))
        stretches = self._stretches(block, shown)
        marks = [(_overlap(span, part), note) for span, note in stretches if span.start < part.end and span.end > start]
        label = Style(layout.font(), height)
        begins = ((shown.at(block.span.start + one.offset), one.label) for one in block.labels)
        number = next((number for place, number in begins if place == part.start), "")

        def draw(painter: QPainter, box: QRect) -> None:
            for stretch, note in marks:
                self._fill(painter, box, line, (shown.text, stretch), note)
            if number:
                write(painter, QRect(box.left() - 12, box.top(), 12, box.height()), number, label)
            painter.setPen(QColor(INK))
            line.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))
            assert layout is not None  # kept alive for its lines

        return Piece(height, draw, remarks=self._remarks_from(where, part))

    def _stretches(self, block: Block, shown: RedlineBlock) -> list[tuple[Span, Note]]:
        """Return where the words of notes stand in a block, the worst last: it is seen where they overlap."""
        inside = [(_overlap(span, block.span), note) for span, note in self._live]
        found = [(Span(shown.at(span.start), shown.at(span.end, behind=True)), note) for span, note in inside]
        return sorted(found, key=lambda one: one[1].severity.rank)

    def _fill(self, painter: QPainter, box: QRect, line: QTextLine, where: tuple[str, Span], note: Note) -> None:
        text, part = where
        x, x2 = (_x(line, _units(text, point)) for point in (part.start, part.end))
        painter.fillRect(QRectF(box.left() + x, box.top(), x2 - x, box.height()), QColor(self._looks.fill(note)))


def _formats(text: str, stretches: Sequence[Span], *, put_in: bool) -> Iterator[QTextLayout.FormatRange]:
    """Yield how words look that a tracked change puts in or strikes."""
    look = QTextCharFormat()
    look.setForeground(QColor(_TRACKED))
    look.setFontUnderline(put_in)
    look.setFontStrikeOut(not put_in)
    for stretch in stretches:
        found = QTextLayout.FormatRange()
        found.start, end = _units(text, stretch.start), _units(text, stretch.end)
        found.length = end - found.start
        found.format = look
        yield found


def write_comments(painter: QPainter, page: QRect, placed: Sequence[Placed], language: str, looks: PolicyLooks) -> None:
    """Write the comments of a page into its margin, line by line as the file has them.

    Where they are many, each is cut shorter; those that find no room even so are counted at the foot.
    """
    margin = QRect(page.left() + 272, page.top(), page.width() - 272, page.height())
    painter.fillRect(margin, QColor("#F3F4F6"))
    begun = [(item.top, remark) for item in placed for remark in item.piece.remarks]
    tries = (_stacked(begun, (page, margin), language, most) for most in _MOST_LINES)
    boxes = next((found for found in tries if len(found) == len(begun)), None)
    if boxes is None:
        boxes = _stacked(begun, (page, margin), language, 1)
    for box, remark, lines in boxes:
        _write_comment(painter, box, (remark, lines, language), graded=looks.graded)
    if left_over := len(begun) - len(boxes):
        style = Style(interface_font(language, 8), 12, "#545C67")
        write(painter, QRect(margin.left() + 8, margin.bottom() - 18, 60, 12), f"+{left_over}", style)


def _stacked(
    begun: Sequence[tuple[int, Remark]], on: tuple[QRect, QRect], language: str, most: int
) -> list[tuple[QRect, Remark, list[str]]]:
    """Return where comments stand in the margin below each other, those that find room, and their lines."""
    page, margin = on
    free, found = margin.top() + 20, []
    for place, remark in begun:
        lines = _comment(remark, language, margin.width() - 24, most)
        height = 6 + 11 * len(lines)
        top = max(free, page.top() + 36 + place)
        if top + height <= margin.bottom() - 20:
            found.append((QRect(margin.left() + 8, top, margin.width() - 16, height), remark, lines))
            free = top + height + 4
    return found


def _comment(remark: Remark, language: str, width: int, most: int) -> list[str]:
    """Return what a comment says at a width: its heading whole, of each line so many."""
    strong, plain = interface_font(language, 8, strong=True), interface_font(language, 8)
    head, *rest = remark.lines or ("",)
    return [*lines_of(head, strong, width, 3), *(part for line in rest for part in lines_of(line, plain, width, most))]


def _write_comment(painter: QPainter, box: QRect, said: tuple[Remark, list[str], str], *, graded: bool) -> None:
    remark, lines, language = said
    ours = graded and remark.severity is not None
    colours = LIGHT.severity(remark.severity or Severity.INFO)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box, QColor("#FFFFFF"))
    painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), QColor(colours.mark if ours else "#7E8692"))
    strong = Style(interface_font(language, 8, strong=True), 11, colours.label if ours else INK)
    plain = Style(interface_font(language, 8), 11)
    heads = len(lines_of(remark.lines[0], strong.font, box.width() - 8, 3)) if remark.lines else 0
    for number, words in enumerate(lines):
        place = QRect(box.left() + 6, box.top() + 3 + 11 * number, box.width() - 8, 11)
        write(painter, place, words, strong if number < heads else plain)


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # PySide6 6.11 gives a pair where its stubs say object
    return float(found[0] if isinstance(found, tuple) else found)


def _overlap(span: Span, other: Span) -> Span:
    return Span(max(span.start, other.start), min(span.end, other.end))


def _code_points(text: str, units: int) -> int:
    """Turn Qt's UTF-16 count into code points."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _units(text: str, points: int) -> int:
    """Turn code points into Qt's UTF-16 count."""
    return len(text[:points].encode("utf-16-le")) // 2
