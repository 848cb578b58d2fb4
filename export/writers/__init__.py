"""One module a product. A new product is a module here and a row in WRITERS."""

from __future__ import annotations

from export.writer import Writer
from export.writers.annotated_pdf import AnnotatedPdfFile
from export.writers.annotated_word import AnnotatedWord
from export.writers.change_memo import ChangesFile
from export.writers.markdown_text import MarkdownText
from export.writers.memo import GapReport, ReviewMemo
from export.writers.table import PlainTable
from export.writers.web_annotations import WebAnnotations
from export.writers.web_page import WebPage
from export.writers.workbook import IssueWorkbook

__all__ = ["WRITERS"]

WRITERS: tuple[Writer, ...] = (
    AnnotatedWord(),
    AnnotatedPdfFile(),
    ReviewMemo(),
    GapReport(),
    ChangesFile(),
    IssueWorkbook(),
    PlainTable(),
    WebPage(),
    MarkdownText(),
    WebAnnotations(),
)
