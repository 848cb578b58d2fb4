"""A memo as it will look, small: heading block, conclusion, bar of counts, table, then each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from annotations.model import Severity, Visibility
from annotations.words import short
from export.findings import Finding
from export.memo.opening import confidentiality, variant
from export.memo.words import say, subject
from export.report import Report
from export.wording import date_text
from ui.dialogs.sheet_flow import INK, Piece, Style, lines_piece, space, write
from ui.fonts import interface_font, policy_font
from ui.panels.card_text import lines_of

__all__ = ["memo_pieces"]

_TAGS = {
    Severity.CRITICAL: ("#FFFFFF", "#C00000"),
    Severity.HIGH: ("#000000", "#F4B183"),
    Severity.MEDIUM: ("#000000", "#FFE699"),
    Severity.LOW: ("#000000", "#C6E0B4"),
    Severity.INFO: ("#000000", "#BDD7EE"),
}
_RULE = "#B8BDC5"
_LABEL = 58
_HAIR = "#E3E6EA"
_FIELDS = ("issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question")


def memo_pieces(report: Report, width: int, title: str = "") -> Iterator[Piece]:
    """Yield the memo from its top; `title` stands in place of the memo's own."""
    return _Memo(report, width).pieces(title)


class _Memo:
    def __init__(self, report: Report, width: int) -> None:
        self._report = report
        self._width = width
        language = report.language
        self._title = Style(interface_font(language, 15, strong=True), 24, centre=True)
        self._heading = Style(interface_font(language, 11, strong=True), 18)
        self._strong = Style(interface_font(language, 9, strong=True), 15)
        self._text = Style(policy_font(language, 9), 15)
        self._small = Style(interface_font(language, 8), 14)
        self._graded = report.profile is not Visibility.OUTSIDE

    def pieces(self, title: str) -> Iterator[Piece]:
        yield from lines_piece(title or self._say("title"), self._title, self._width, 2)
        yield space(8)
        for label, value in self._facts():
            yield from self._fact(label, value)
        yield Piece(16, _rule)
        if self._report.conclusion:
            yield from self._headed("conclusion")
            for paragraph in self._report.conclusion:
                yield from lines_piece(paragraph, self._text, self._width)
        if self._graded and self._report.counts:
            yield Piece(30, self._draw_counts)
        yield from self._headed("table")
        yield from self._table()
        if self._report.findings:
            yield from self._headed("detail")
        for finding in self._report.findings:
            yield from self._finding(finding)

    def _say(self, key: str) -> str:
        outside = variant(self._report, key)
        language = self._report.language
        try:
            return say(outside, language)
        except KeyError:
            return say(key, language)

    def _facts(self) -> Iterator[tuple[str, str]]:
        language, heading = self._report.language, self._report.heading
        blank = say("blank", language)
        yield say("to", language), _joined(heading.client, heading.addressee) or blank
        yield say("from", language), _joined(heading.firm, heading.reviewer) or blank
        yield say("date", language), date_text(heading.day, language)
        yield say("re", language), subject(self._report, variant(self._report, "subject"))
        yield say("confidentiality", language), confidentiality(self._report)

    def _fact(self, label: str, value: str) -> Iterator[Piece]:
        for number, words in enumerate(lines_of(value, self._text.font, self._width - _LABEL, 3)):
            yield Piece(15, self._fact_line(label if number == 0 else "", words))

    def _fact_line(self, label: str, words: str) -> Callable[[QPainter, QRect], None]:
        def draw(painter: QPainter, box: QRect) -> None:
            write(painter, QRect(box.left(), box.top(), _LABEL - 2, 15), label, self._strong)
            write(painter, QRect(box.left() + _LABEL, box.top(), box.width() - _LABEL, 15), words, self._text)

        return draw

    def _headed(self, key: str) -> list[Piece]:
        return [Piece(8, lambda _painter, _box: None, keeps=True), *self._kept(self._say(key), self._heading)]

    def _kept(self, words: str, style: Style) -> list[Piece]:
        return lines_piece(words, style, self._width, 2, keeps=True)

    def _draw_counts(self, painter: QPainter, box: QRect) -> None:
        counts = {severity: len(found) for severity, found in self._report.counts.items()}
        total, left = max(1, sum(counts.values())), box.left()
        for severity, count in counts.items():
            wide = round(box.width() * count / total)
            painter.fillRect(QRect(left, box.top() + 5, max(0, wide - 1), 8), QColor(_TAGS[severity][1]))
            left += wide
        space_between = "" if self._report.language == "zh" else " "
        words = "   ".join(
            f"{short(severity, self._report.language)}{space_between}{count}" for severity, count in counts.items()
        )
        write(painter, QRect(box.left(), box.top() + 15, box.width(), 14), words.replace("   ", " · "), self._small)

    def _columns(self, box: QRect) -> list[QRect]:
        width = box.width()
        shares = (20, 52, -1, 40, round(width * 0.34)) if self._graded else (20, 52, -1, 0, round(width * 0.34))
        rest = width - sum(share for share in shares if share > 0)
        found, left = [], box.left()
        for share in shares:
            wide = rest if share < 0 else share
            found.append(QRect(left, box.top(), max(0, wide - 4), box.height()))
            left += wide
        return found

    def _table(self) -> Iterator[Piece]:
        if not self._report.findings:
            yield from lines_piece(self._say("nothing"), self._text, self._width)
            return
        yield Piece(19, self._draw_heads, keeps=True)
        for finding in self._report.findings:
            yield self._row(finding)

    def _draw_heads(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, QColor("#F0F2F5"))
        keys = ("number", "clause", "issue", "severity", "recommendation")
        for key, place in zip(keys, self._columns(box), strict=True):
            style = Style(self._small.font, 18, INK, centre=key == "severity")
            write(painter, place, say(key, self._report.language), style)

    def _row(self, finding: Finding) -> Piece:
        def draw(painter: QPainter, box: QRect) -> None:
            number, clause, issue, tag, advice = self._columns(box)
            write(painter, number, str(finding.number), self._text)
            write(painter, clause, finding.clause, self._text)
            write(painter, issue, finding.title or finding.issue, self._text)
            write(painter, advice, finding.recommendation or finding.proposed_wording, self._text)
            if finding.severity is not None:
                ink, ground = _TAGS[finding.severity]
                place = QRect(tag.left(), tag.top() + 3, tag.width(), 13)
                painter.fillRect(place, QColor(ground))
                style = Style(interface_font(self._report.language, 8, strong=True), 13, ink, centre=True)
                write(painter, place, short(finding.severity, self._report.language), style)
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(_HAIR))

        return Piece(19, draw)

    def _finding(self, finding: Finding) -> Iterator[Piece]:
        language = self._report.language
        named = say(variant(self._report, "finding"), language, number=finding.number)
        yield Piece(6, lambda _painter, _box: None, keeps=True)
        yield from self._kept(f"{named}  {finding.title}".strip(), self._strong)
        if finding.clause:
            yield from lines_piece(say("meta_clause", language, value=finding.clause), self._small, self._width, 1)
        for quotation in finding.quotations[:1]:
            grey = Style(self._text.font, 15, "#545C67")
            yield from lines_piece(f"“{quotation.words}”", grey, self._width, 3)
        for field in _FIELDS:
            words = getattr(finding, field)
            if words:
                label = say(f"field_{field}", language)
                yield from lines_piece(f"{label}{say('colon', language)}{words}", self._text, self._width)


def _rule(painter: QPainter, box: QRect) -> None:
    painter.fillRect(QRect(box.left(), box.top() + 6, box.width(), 1), QColor(_RULE))


def _joined(first: str, second: str) -> str:
    return "  ".join(dict.fromkeys(part.strip() for part in (first, second) if part.strip()))
