"""A report's findings as CSV that a double click opens rightly: UTF-8 with its mark, CRLF, nothing that calculates."""

from __future__ import annotations

import csv
import io

from export.memo.markup import clean
from export.report import Report
from export.sheets.cells import as_plain_text
from export.sheets.columns import TABLE, chosen

__all__ = ["plain_table"]


def plain_table(report: Report) -> bytes:
    """Return the table: a row for every note that goes out, with the same columns whatever is in them."""
    rows = (*report.findings, *report.no_objection)
    columns = chosen(TABLE, rows, report)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(column.heading(report) for column in columns)
    writer.writerows([as_plain_text(clean(column.shows(row, report))) for column in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
