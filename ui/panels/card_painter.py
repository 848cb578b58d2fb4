"""Drawing a note card: shape and word, title, the quoted words, the issue, and one line of facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotations.model import Note, Review, Severity, Status, Visibility
from ui.icons import pixmap
from ui.labels import review_label, severity_label, status_label, visibility_label
from ui.look import Look
from ui.models.citations import shortened, split
from ui.panels.card_text import lines_of
from ui.people import Sign, paint_sign
from ui.shapes import paint_shape
from ui.theme import Theme

__all__ = ["CARD_GAP", "CARD_WIDTH", "MARGIN", "CardState", "card_height", "paint_card", "paint_frame"]

CARD_WIDTH = 304
MARGIN = 12
CARD_GAP = 8
LEFT = 16
PAD = 12
QUOTE_INDENT = 10
BAR = 4


@dataclass(frozen=True, slots=True)
class CardState:
    """What a card says besides its note: where it stands, and how it is being looked at."""

    address: str = ""
    current: bool = False
    hovered: bool = False
    chosen: bool = False
    """Selected together with others."""
    sign: Sign | None = None
    """Whose note it is, where somebody else wrote it."""


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    lines: tuple[str, ...]
    line_height: int
    gap: int

    @property
    def height(self) -> int:
        return len(self.lines) * self.line_height + self.gap


def card_height(note: Note, look: Look, width: int, *, current: bool) -> int:
    """Return how high the card is at a width."""
    rows = _rows(note, look, width - LEFT - PAD, current=current)
    return PAD + look.px(20) + sum(row.height for row in rows) + 8 + look.px(16) + PAD


def paint_card(painter: QPainter, rect: QRect, note: Note, look: Look, state: CardState) -> None:
    """Draw the card into `rect`."""
    paint_frame(painter, rect, look.theme, note.severity, state)
    inner = rect.adjusted(LEFT, PAD, -PAD, -PAD)
    _paint_head(painter, inner, note, look, state.address)
    top = inner.top() + look.px(20)
    for row in _rows(note, look, inner.width(), current=state.current):
        top += row.gap
        _paint_row(painter, QRect(inner.left(), top, inner.width(), row.height - row.gap), row, note, look)
        top += row.height - row.gap
    foot = QRect(inner.left(), inner.bottom() - look.px(16) + 1, inner.width(), look.px(16))
    if state.sign is not None:
        foot.setLeft(foot.left() + paint_sign(painter, QPointF(foot.topLeft()), state.sign, look) + 6)
    _paint_facts(painter, foot, note, look)


def paint_frame(painter: QPainter, rect: QRect, theme: Theme, severity: Severity, state: CardState) -> None:
    """Draw a card without its words: ground, the bar in the severity's colour, the edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outlined = state.current or state.chosen
    half = 1.0 if outlined else 0.5
    outline = QRectF(rect).adjusted(half, half, -half, -half)
    path = QPainterPath()
    path.addRoundedRect(outline, 8, 8)
    painter.fillPath(path, QColor(theme.row if state.chosen else theme.card))
    painter.setClipPath(path)
    painter.fillRect(QRectF(rect.left(), rect.top(), BAR + half, rect.height()), QColor(theme.severity(severity).mark))
    painter.setClipping(False)
    edge = theme.accent if outlined else theme.edge if state.hovered else theme.line
    painter.setPen(QPen(QColor(edge), 2 if outlined else 1))
    painter.drawPath(path)
    painter.restore()


def _rows(note: Note, look: Look, width: int, *, current: bool) -> tuple[_Row, ...]:
    issue_line, strong_line = look.px(21 if look.language.startswith("zh") else 20), look.px(22)
    quote = note.anchors[0].exact if note.anchors else ""
    found = (
        _Row("title", lines_of(note.title, look.font(14, strong=True), width, 2), strong_line, 4),
        _Row("quote", lines_of(quote, _quote_font(note, look), width - QUOTE_INDENT, 2), strong_line, 8),
        _Row("issue", lines_of(note.issue, look.font(13), width, 0 if current else 3), issue_line, 8),
    )
    return tuple(row for row in found if row.lines)


def _quote_font(note: Note, look: Look) -> QFont:
    quote = note.anchors[0].exact if note.anchors else ""
    chinese = any("\u3400" <= letter <= "\u9fff" for letter in quote[:80])
    return look.serif(13, "zh" if chinese else "en")


def _paint_head(painter: QPainter, inner: QRect, note: Note, look: Look, address: str) -> None:
    shape, high = look.px(14), look.px(20)
    beside = shape + 8
    paint_shape(
        painter, QRectF(inner.left(), inner.top() + (high - shape) / 2, shape, shape), note.severity, look.theme
    )
    small, strong = look.font(12), look.font(13, strong=True)
    label = severity_label(note.severity)
    _write(
        painter,
        QRect(inner.left() + beside, inner.top(), inner.width() - beside, high),
        label,
        strong,
        look.theme.severity(note.severity).label,
    )
    left = inner.left() + beside + round(QFontMetricsF(strong).horizontalAdvance(label)) + 12
    left = _paint_review(painter, QPointF(left, inner.top()), note.review, look)
    metrics, number = QFontMetricsF(small), f"  #{note.number}"
    room = inner.right() + 1 - left - metrics.horizontalAdvance(number)
    place = (metrics.elidedText(address, Qt.TextElideMode.ElideRight, room) + number).strip()
    _write(painter, QRect(inner.left(), inner.top(), inner.width(), high), place, small, look.theme.second, right=True)


def _paint_review(painter: QPainter, at: QPointF, review: Review, look: Look) -> int:
    """Say how far the note has come inside the firm, with a sign of its own; a draft says nothing. Returns the end."""
    if review is Review.DRAFT:
        return round(at.x())
    theme, words = look.theme, review_label(review)
    name, colour = ("check-circle", theme.done) if review is Review.APPROVED else ("eye", theme.accent)
    sign, high = look.px(14), look.px(20)
    painter.drawPixmap(QPointF(at.x(), at.y() + (high - sign) / 2), pixmap(name, colour, sign, _ratio(painter)))
    width = round(QFontMetricsF(look.font(12)).horizontalAdvance(words)) + 1
    _write(painter, QRect(round(at.x()) + sign + 4, round(at.y()), width, high), words, look.font(12), theme.second)
    return round(at.x()) + sign + 4 + width + 12


def _paint_row(painter: QPainter, box: QRect, row: _Row, note: Note, look: Look) -> None:
    theme = look.theme
    faded = note.status in (Status.RESOLVED, Status.DECLINED)
    left = box.left()
    if row.kind == "quote":
        painter.fillRect(QRect(left, box.top() + 2, 2, box.height() - 4), QColor(theme.line))
        left += QUOTE_INDENT
    fonts = {"title": look.font(14, strong=True), "quote": _quote_font(note, look), "issue": look.font(13)}
    colours = {"title": theme.second if faded else theme.text, "quote": theme.second, "issue": theme.text}
    for number, line in enumerate(row.lines):
        place = QRect(left, box.top() + number * row.line_height, box.right() - left + 1, row.line_height)
        _write(painter, place, line, fonts[row.kind], colours[row.kind])


def _paint_facts(painter: QPainter, box: QRect, note: Note, look: Look) -> None:
    font = look.font(12)
    metrics = QFontMetricsF(font)
    rest = " · ".join(_facts(note))
    right = box.right()
    if note.visibility is Visibility.INTERNAL:
        size = look.px(14)
        lock = pixmap("lock-simple", look.theme.third, size, _ratio(painter))
        painter.drawPixmap(QPointF(right - size + 1, box.top() + 1), lock)
        right -= size + 6
    room = right - box.left() + 1
    basis = split(note.legal_basis)
    if basis:
        more = f" +{len(basis) - 1}" if len(basis) > 1 else ""
        left_for_law = room - metrics.horizontalAdvance(f" · {rest}{more}")
        law = metrics.elidedText(shortened(basis[:1]), Qt.TextElideMode.ElideRight, left_for_law)
        rest = f"{law}{more} · {rest}"
    _write(
        painter,
        QRect(box.left(), box.top(), room, box.height()),
        metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room),
        font,
        look.theme.third,
    )


def _facts(note: Note) -> Iterator[str]:
    translate = QCoreApplication.translate
    yield visibility_label(note.visibility)
    yield status_label(note.status)
    if len(note.replies) == 1:
        yield translate("Card", "1 reply")
    elif note.replies:
        yield translate("Card", "{count} replies").format(count=len(note.replies))


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


def _write(  # noqa: PLR0913 - a line of words is all of this
    painter: QPainter, box: QRect, text: str, font: QFont, colour: str, *, right: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)
