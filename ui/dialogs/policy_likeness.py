"""An annotated policy as Word will show it, small: the policy's words, and beside them the comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextLine, QTextOption

from annotations.model import Note
from documents.model import Block, BlockKind, PolicyDocument, Span
from ui.dialogs.sheet_flow import INK, Piece, Placed, Style, space, write
from ui.fonts import interface_font, policy_font, sans_font
from ui.labels import severity_short
from ui.panels.card_text import lines_of
from ui.theme import LIGHT

__all__ = ["TEXT_WIDTH", "policy_pieces", "write_comments"]

TEXT_WIDTH = 226
_LINE = {"zh": 14, "en": 13}
_BLOCKS = 4_000
_ISSUE_LINES = 2


def policy_pieces(policy: PolicyDocument, notes: Sequence[Note], *, graded: bool) -> Iterator[Piece]:
    """Yield the policy line by line, with fills behind the words that have comments."""
    return _Policy(policy, notes, graded=graded).pieces()


class _Policy:
    def __init__(self, policy: PolicyDocument, notes: Sequence[Note], *, graded: bool) -> None:
        self._policy = policy
        self._graded = graded
        self._marks = sorted(((anchor.span, note) for note in notes for anchor in note.anchors), key=lambda m: m[0])
        self._next = 0
        self._live: list[tuple[Span, Note]] = []
        first = policy.blocks[0].span.start if policy.blocks else 0
        begin = [(min((anchor.start for anchor in note.anchors), default=first), note) for note in notes]
        self._begin = sorted(begin, key=lambda item: item[0])

    def pieces(self) -> Iterator[Piece]:
        for block in self._policy.blocks[:_BLOCKS]:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Piece]:
        text = block.span.of(self._policy.text)
        if not text.strip():
            return
        self._go_on_to(block)
        layout = self._laid_out(text, block)
        line_height = _LINE["zh" if self._policy.language.startswith("zh") else "en"]
        heading = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        yield space(6 if heading else 3)
        for number in range(layout.lineCount()):
            yield self._line(layout, layout.lineAt(number), block, line_height + (2 if heading else 0))
        yield space(2)

    def _go_on_to(self, block: Block) -> None:
        """Keep at hand only the marks that reach into this block; blocks come in order."""
        while self._next < len(self._marks) and self._marks[self._next][0].start < block.span.end:
            self._live.append(self._marks[self._next])
            self._next += 1
        self._live = [mark for mark in self._live if mark[0].end > block.span.start]

    def _notes_from(self, start: int, end: int) -> tuple[Note, ...]:
        places = [bisect_left(self._begin, place, key=lambda item: item[0]) for place in (start, end)]
        return tuple(note for _place, note in self._begin[places[0] : places[1]])

    def _laid_out(self, text: str, block: Block) -> QTextLayout:
        language = self._policy.language
        title, heading = sans_font(language, 13, strong=True), sans_font(language, 10, strong=True)
        fonts = {BlockKind.TITLE: title, BlockKind.HEADING: heading}
        layout = QTextLayout(text.replace("\n", "\u2028"), fonts.get(block.kind) or policy_font(language, 9))
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

    def _line(self, layout: QTextLayout, line: QTextLine, block: Block, height: int) -> Piece:
        text = block.span.of(self._policy.text)
        start = block.span.start + _code_points(text, line.textStart())
        end = block.span.start + _code_points(text, line.textStart() + line.textLength())
        if line.lineNumber() == layout.lineCount() - 1:
            end = block.span.end + 1
        marks = [
            (_overlap(span, start, end), note) for span, note in self._live if span.start < end and span.end > start
        ]

        label = Style(layout.font(), height)

        def draw(painter: QPainter, box: QRect) -> None:
            for part, note in marks:
                self._fill(painter, box, line, (text, block.span.start, part), note)
            if line.lineNumber() == 0 and block.label and block.label_span is None:
                write(painter, QRect(box.left() - 12, box.top(), 12, box.height()), block.label, label)
            painter.setPen(QColor(INK))
            line.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))
            assert layout is not None  # kept alive for its lines

        return Piece(height, draw, notes=self._notes_from(start, end))

    def _fill(self, painter: QPainter, box: QRect, line: QTextLine, where: tuple[str, int, Span], note: Note) -> None:
        text, base, part = where
        x, x2 = (_x(line, _units(text, point - base)) for point in (part.start, part.end))
        colours = LIGHT.severity(note.severity)
        fill = QColor(colours.fill) if self._graded else QColor("#E4E7EB")
        painter.fillRect(QRectF(box.left() + x, box.top(), x2 - x, box.height()), fill)


def write_comments(painter: QPainter, page: QRect, placed: Sequence[Placed], language: str, *, graded: bool) -> None:
    """Write the comments of a page into its margin; those that find no room are counted at the foot."""
    margin = QRect(page.left() + 272, page.top(), page.width() - 272, page.height())
    painter.fillRect(margin, QColor("#F3F4F6"))
    free, left_over = margin.top() + 20, 0
    for item in placed:
        for note in item.piece.notes:
            lines = _comment(note, language, margin.width() - 22)
            height = 12 + 11 * len(lines) + 6
            top = max(free, page.top() + 36 + item.top)
            if top + height > margin.bottom() - 20:
                left_over += 1
                continue
            box = QRect(margin.left() + 8, top, margin.width() - 16, height)
            _write_comment(painter, box, (note, lines, language), graded=graded)
            free = top + height + 4
    if left_over:
        style = Style(interface_font(language, 8), 12, "#545C67")
        write(painter, QRect(margin.left() + 8, margin.bottom() - 18, 60, 12), f"+{left_over}", style)


def _comment(note: Note, language: str, width: int) -> list[str]:
    font = interface_font(language, 8)
    issue = lines_of(note.issue, font, width, _ISSUE_LINES)
    return [*lines_of(note.title, font, width, 2), *issue]


def _write_comment(painter: QPainter, box: QRect, said: tuple[Note, list[str], str], *, graded: bool) -> None:
    note, lines, language = said
    colours = LIGHT.severity(note.severity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box, QColor("#FFFFFF"))
    painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), QColor(colours.mark if graded else "#7E8692"))
    strong = Style(interface_font(language, 8, strong=True), 12, colours.label if graded else INK)
    head = f"#{note.number}  {severity_short(note.severity)}" if graded else f"#{note.number}"
    write(painter, QRect(box.left() + 6, box.top() + 2, box.width() - 8, 12), head, strong)
    plain = Style(interface_font(language, 8), 11)
    for number, words in enumerate(lines):
        write(painter, QRect(box.left() + 6, box.top() + 14 + 11 * number, box.width() - 8, 11), words, plain)


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # PySide6 6.11 gives a pair where its stubs say object
    return float(found[0] if isinstance(found, tuple) else found)


def _overlap(span: Span, start: int, end: int) -> Span:
    return Span(max(span.start, start), min(span.end, end))


def _code_points(text: str, units: int) -> int:
    """Turn Qt's UTF-16 count into code points."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _units(text: str, points: int) -> int:
    """Turn code points into Qt's UTF-16 count."""
    return len(text[:points].encode("utf-16-le")) // 2
