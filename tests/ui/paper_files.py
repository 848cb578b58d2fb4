"""PDFs of our own making on screen: read in this process, drawn in this process by the real drawing."""

from __future__ import annotations

from dataclasses import dataclass

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument, Span
from documents.pdf.library import Pdf
from documents.pdf.pictures import Clip, draw
from documents.reader import open_here
from tests.documents.pdf_files import Sheet, hanzi, line, paragraph, pdf_of

__all__ = ["COLUMNS", "Drawn", "DrawnHere", "column_file", "many_pages", "numbered_file", "read", "span_of"]

LEFT = ["The left column speaks", "of data that we collect", "when you open an account."]
RIGHT = ["The right column tells", "who receives the data", "and in which country."]


def read(data: bytes) -> PolicyDocument:
    """Read a PDF as the worker does."""
    return open_here(Source(data, "policy.pdf"))


def span_of(policy: PolicyDocument, words: str) -> Span:
    """Return where words stand in the text."""
    start = policy.text.index(words)
    return Span(start, start + len(words))


def column_file(pages: int = 2) -> bytes:
    """Two columns on each page, the page's number in their words, one line of hanzi above them."""
    sheets = []
    for number in range(1, pages + 1):
        columns = b"".join(
            line(f"{left} {number}", 60, 640 - 12 * at) + line(f"{right} {number}", 330, 640 - 12 * at)
            for at, (left, right) in enumerate(zip(LEFT * 6, RIGHT * 6, strict=True))
        )
        sheets.append(Sheet(hanzi(f"第{number}页的标题", 60, 700, size=16) + columns))
    return pdf_of(sheets)


COLUMNS = column_file()


def numbered_file() -> bytes:
    """Two clauses with typed numbers, the first with a part of its own."""
    words = [
        "1. What we collect",
        "We collect the data that you give us when you open an account.",
        "1.1 From you we take your name and your address.",
        "2. Who receives it",
        "Partners receive what we collect about you.",
    ]
    heads = {0, 3}
    drawn = b"".join(
        line(text, 72, 700 - 30 * at, font="F2" if at in heads else "F1", size=12 if at in heads else 10)
        for at, text in enumerate(words)
    )
    return pdf_of([Sheet(drawn)])


WORDS = [
    "data",
    "name",
    "address",
    "device",
    "location",
    "partner",
    "purpose",
    "consent",
    "transfer",
    "storage",
    "request",
    "notice",
    "account",
]


def many_pages(count: int, lines: int = 20) -> bytes:
    """Pages of lines of which no two are alike, so that none is taken for a header."""
    sheets = []
    for number in range(count):
        rows = [
            " ".join(WORDS[(number * 7 + at * 5 + step * (1 + at % 3)) % len(WORDS)] for step in range(5 + at % 3))
            + f" {number * lines + at}"
            for at in range(lines)
        ]
        sheets.append(Sheet(paragraph(rows, 72, 700)))
    return pdf_of(sheets)


@dataclass(frozen=True)
class Drawn:
    width: int
    height: int
    stride: int
    pixels: bytes


class DrawnHere:
    """Draws without a process of its own, and remembers what was asked."""

    def __init__(self, data: bytes, damaged: frozenset[int] = frozenset()) -> None:
        self._pdf = Pdf(data, name="policy.pdf")
        self._damaged = damaged
        self.asked: list[tuple[int, float, Clip | None]] = []
        self.closed = False

    def picture(self, page: int, scale: float, clip: Clip | None = None) -> Drawn:
        self.asked.append((page, scale, clip))
        if page in self._damaged:
            raise UnreadableDocument("reader_stopped", name="policy.pdf")
        return Drawn(*draw(self._pdf, page, scale, clip))

    def close(self) -> None:
        self.closed = True
        self._pdf.close()
