"""What there is to tell about the notes in a report's products: words that could not be written as they are. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from export.findings import TEXT_FIELDS, Finding
from export.memo.markup import clean
from export.report import Report
from export.writer import Listed

__all__ = ["listed", "placeless", "to_tell", "unwritable"]


def listed(report: Report, uids: Collection[str], why: str) -> tuple[Listed, ...]:
    """Return the findings with these uids as a report of the export names them."""
    told = (*report.findings, *report.no_objection)
    return tuple(Listed(finding.source_id or finding.uid, why) for finding in told if finding.uid in uids)


def to_tell(report: Report) -> tuple[Listed, ...]:
    """Return the findings whose words somebody should look at before the report is signed."""
    return (*placeless(report), *unwritable(report))


def placeless(report: Report) -> tuple[Listed, ...]:
    """Return the findings still to be put right that quote words which do not stand in the policy, or not surely."""
    quoting = [finding for finding in report.findings if finding.stands]
    held = {finding.uid for finding in quoting if any(quoted.at is None for quoted in finding.quotations)}
    return listed(report, held, "placeless")


def unwritable(report: Report) -> tuple[Listed, ...]:
    """Return the findings whose words hold characters that no file of these kinds can carry."""
    told = (*report.findings, *report.no_objection)
    held = {finding.uid for finding in told if any(map(_is_unwritable, _words(finding)))}
    return listed(report, held, "characters")


def _words(finding: Finding) -> Iterator[str]:
    yield from (getattr(finding, name) for name in (*TEXT_FIELDS, "quote_translation", "insert_after", "category"))
    yield from (quotation.words for quotation in finding.quotations)


def _is_unwritable(text: str) -> bool:
    return not text.isprintable() and clean(text).count("\ufffd") > text.count("\ufffd")
