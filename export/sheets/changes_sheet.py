"""The sheet of a workbook that lists what changed in a document since its last version."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from documents.comparing.model import Fate
from export.change_memo.excerpts import Bit
from export.change_memo.listing import ToldChange
from export.change_memo.memo import ChangeMemo
from export.change_memo.wording import clauses, kinds, said_of_signs
from export.memo.words import titled
from export.sheets.book import A4, Book
from export.sheets.heights import height
from export.sheets.words import tell

__all__ = ["add_changes"]

_HEADS: Final = 2
_COLUMNS: Final = (
    ("number", 6),
    ("clause", 20),
    ("what_changed", 20),
    ("was", 55),
    ("is", 55),
    ("look_at", 30),
    ("related", 14),
)


def add_changes(book: Book, memos: Iterable[ChangeMemo]) -> None:
    """Add the sheet: a row a change, document by document; moves and other numbers alone are in the memo of changes."""
    language = book.report.language
    sheet = book.sheet("changes")
    book.write(sheet, (0, 0), tell("changes", language), "title")
    for place, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        book.write(sheet, (_HEADS, place), tell(name, language), "head")
    at = _HEADS
    for memo in memos:
        at += 1
        book.write(sheet, (at, 0), titled(memo.new, language), "heading")
        for one in memo.changes.told:
            at += 1
            _write(book, sheet, (at, memo), one)
    sheet.freeze_panes(_HEADS + 1, 0)
    book.print_on(sheet, A4, landscape=True)
    sheet.repeat_rows(_HEADS)


def _write(book: Book, sheet: Any, where: tuple[int, ChangeMemo], one: ToldChange) -> None:  # noqa: ANN401
    at, memo = where
    language = book.report.language
    numbers = ", ".join(str(number) for number in sorted(memo.numbers[uid] for uid in one.notes))
    was, now = _side(one.bits, Fate.INSERTED), _side(one.bits, Fate.DELETED)
    told = (
        clauses(one, language),
        kinds(one, language),
        was,
        now,
        "\n".join(said_of_signs(one.signs, language)),
        numbers,
    )
    sheet.write_number(at, 0, one.number, book.look("number"))
    for place, words in enumerate(told, start=1):
        book.write(sheet, (at, place), words, "cell")
    widths = (width for _, width in _COLUMNS[1:])
    sheet.set_row(at, height(zip(told, widths, strict=True), language))


def _side(bits: Iterable[Bit], without: Fate) -> str:
    """Return one of the two wordings of a redline; what was left out of it is an ellipsis."""
    return "".join(bit.words + (" … " if bit.omitted else "") for bit in bits if bit.fate is not without).strip()
