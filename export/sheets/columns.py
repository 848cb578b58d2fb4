"""The columns that tables of findings are made of: what each is called, shows, and lets its reader choose. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotations.answer_words import NOTE, REMARK, RESPONSE
from annotations.marks import field_mark
from annotations.model import Assessment, Level, Severity, Status, Visibility
from annotations.words import label, short
from export.findings import Finding
from export.memo.words import say, titled
from export.report import Report
from export.sheets.words import responses, tell

__all__ = ["FINDINGS", "MISSING", "NOTE", "NO_OBJECTION", "TABLE", "Column", "chosen", "row_mark"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name (which scripts and imports know it by), its width in characters, what it shows.

    `asked` says that the reader is to fill it in, `kept` that it stands even while it is empty.
    """

    name: str
    width: int
    shows: Callable[[Finding, Report], str]
    head: str = ""
    choices: Callable[[str], Sequence[str]] | None = None
    asked: bool = False
    kept: bool = False

    def heading(self, report: Report) -> str:
        """Return what stands over the column."""
        outside = report.profile is Visibility.OUTSIDE
        return tell(
            "response_outside" if outside and self.name == "response" else self.head or self.name, report.language
        )


def row_mark(finding: Finding) -> str:
    """Return the mark by which a row is known again when the table comes back."""
    return field_mark(finding.mark, NOTE)


def chosen(columns: Sequence[Column], findings: Sequence[Finding], report: Report) -> tuple[Column, ...]:
    """Return the columns that `findings` fill, and those kept for the reader, as far as the profile sends them."""
    outside = report.profile is Visibility.OUTSIDE
    return tuple(
        column
        for column in columns
        if (column.kept and not (outside and column.name in _JUDGED))
        or any(column.shows(finding, report) for finding in findings)
    )


_JUDGED: Final = frozenset({
    "kind", "severity", "category", "issue", "consequence", "recommendation", "likelihood", "impact", "status", "owner",
    "due", "rules",
})  # fmt: skip
"""What readers outside get nothing of: the columns are not even named."""


def _document(finding: Finding, report: Report) -> str:
    if len(report.documents) <= 1:
        return ""
    return next((titled(text, report.language) for text in report.documents if text.uid == finding.document), "")


def _title(finding: Finding, report: Report) -> str:
    return " ".join(finding.title.split()) or say("untitled", report.language)


def _quote(finding: Finding, _report: Report) -> str:
    return "\n".join(quotation.words.strip() for quotation in finding.quotations)


def _place(finding: Finding, report: Report) -> str:
    place = finding.insert_after.strip()
    if not place or finding.assessment is not Assessment.MISSING:
        return ""
    return say("insert_after_number" if place[:1].isdigit() else "insert_after", report.language, place=place)


def _severity(finding: Finding, report: Report) -> str:
    return short(finding.severity, report.language) if finding.severity else ""


def _severities(language: str) -> tuple[str, ...]:
    return tuple(short(severity, language) for severity in Severity)


def _labelled(name: str) -> Callable[[Finding, Report], str]:
    def shows(finding: Finding, report: Report) -> str:
        choice = getattr(finding, name)
        return label(choice, report.language) if choice else ""

    return shows


def _levels(language: str) -> tuple[str, ...]:
    return tuple(label(level, language) for level in Level)


def _statuses(language: str) -> tuple[str, ...]:
    return tuple(label(status, language) for status in Status)


def _text(name: str) -> Callable[[Finding, Report], str]:
    def shows(finding: Finding, _report: Report) -> str:
        return str(getattr(finding, name)).strip()

    return shows


def _kind(finding: Finding, report: Report) -> str:
    return "" if report.profile is Visibility.OUTSIDE else label(finding.assessment, report.language)


def _rules(finding: Finding, report: Report) -> str:
    return say("comma", report.language).join(finding.rules)


def _nothing(_finding: Finding, _report: Report) -> str:
    return ""


_NUMBER: Final = Column("number", 6, lambda finding, _: str(finding.number), kept=True)
_DOCUMENT: Final = Column("document", 14, _document)
_CLAUSE: Final = Column("clause", 10, _text("clause"), kept=True)
_SEVERITY: Final = Column("severity", 8, _severity, choices=_severities, kept=True)
_TITLE: Final = Column("title", 17, _title, "title_of", kept=True)
_QUOTE: Final = Column("quote", 28, _quote, kept=True)
_TRANSLATION: Final = Column("quote_translation", 26, _text("quote_translation"))
_ISSUE: Final = Column("issue", 30, _text("issue"), kept=True)
_CONSEQUENCE: Final = Column("consequence", 20, _text("consequence"))
_BASIS: Final = Column("legal_basis", 22, _text("legal_basis"), kept=True)
_RECOMMENDATION: Final = Column("recommendation", 28, _text("recommendation"), kept=True)
_WORDING: Final = Column("proposed_wording", 30, _text("proposed_wording"))
_AFTER: Final = Column("insert_after", 12, _place)
_CATEGORY: Final = Column("category", 12, _text("category"))
_LIKELIHOOD: Final = Column("likelihood", 10, _labelled("likelihood"), choices=_levels)
_IMPACT: Final = Column("impact", 8, _labelled("impact"), choices=_levels)
_STATUS: Final = Column("status", 9, _labelled("status"), choices=_statuses, kept=True)
_OWNER: Final = Column("owner", 9, _text("owner"), asked=True, kept=True)
_DUE: Final = Column("due", 11, _text("due"), asked=True, kept=True)
_RULES: Final = Column("rules", 12, _rules)
_RESPONSE: Final = Column(RESPONSE, 11, _nothing, choices=responses, asked=True, kept=True)
_REMARK: Final = Column(REMARK, 22, _nothing, asked=True, kept=True)
_ANSWERED: Final = (_CATEGORY, _RULES, _STATUS, _OWNER, _DUE, _RESPONSE, _REMARK)

FINDINGS: Final = (
    _NUMBER, _DOCUMENT, _CLAUSE, _SEVERITY, _LIKELIHOOD, _IMPACT, _TITLE, _QUOTE, _TRANSLATION, _ISSUE,
    _CONSEQUENCE, _BASIS, _RECOMMENDATION, _WORDING, *_ANSWERED,
)  # fmt: skip
"""The table of what is said of the words that stand in the text."""

MISSING: Final = (
    _NUMBER, _DOCUMENT, _SEVERITY, _LIKELIHOOD, _IMPACT, Column("title", 17, _title, "absent", kept=True), _AFTER,
    _ISSUE, _CONSEQUENCE, _BASIS, _RECOMMENDATION, _WORDING, *_ANSWERED,
)  # fmt: skip
"""The table of what should stand in the text and does not."""

NO_OBJECTION: Final = (_NUMBER, _DOCUMENT, _CLAUSE, _QUOTE, _TITLE, Column("issue", 30, _text("issue")))
"""The table of clauses in order."""

TABLE: Final = (
    *(
        replace(column, kept=True)
        for column in (
            _NUMBER, _DOCUMENT, Column("kind", 8, _kind), _CLAUSE, _SEVERITY, _TITLE, _QUOTE, _TRANSLATION, _CATEGORY,
            _ISSUE, _CONSEQUENCE, _BASIS, _RECOMMENDATION, _WORDING, _AFTER, Column("question", 24, _text("question")),
            _LIKELIHOOD, _IMPACT, _STATUS, _OWNER, _DUE,
        )
    ),
    _RULES,
)  # fmt: skip
"""One table of everything, with the same columns for the same readers whatever is in them: for other programs."""
