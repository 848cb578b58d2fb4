"""The sheets of an .xlsx as words in cells, whoever saved it: read within limits, nothing worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from documents.errors import UnreadableDocument
from documents.sheet.dates import dated, is_date
from documents.word.package import Package

__all__ = ["Sheet", "is_workbook", "sheets_of"]

_REFERENCE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE: Final = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and the words of each cell that has any, by row and column counted from none."""

    name: str
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)


def is_workbook(package: Package) -> bool:
    """Whether a package holds a workbook. Raises UnreadableDocument for one that is damaged."""
    try:
        return _local(package.tree(package.main_part)) == "workbook"
    except UnreadableDocument as error:
        if error.code == "not_word":
            return False
        raise


def sheets_of(package: Package) -> tuple[Sheet, ...]:
    """Return the sheets in their order. Raises UnreadableDocument: `damaged`, `too_large`, `unsafe`."""
    book = package.main_part
    reading = _Reading(package, book)
    related = package.relationships(book)
    found = []
    for sheet in _named(package.tree(book), "sheet"):
        to = related.get(_attribute(sheet, "id"))
        if to is not None and to.kind.endswith("/worksheet") and package.has(to.target):
            found.append(Sheet(sheet.get("name", ""), dict(reading.cells(package.tree(to.target)))))
    return tuple(found)


class _Reading:
    """What the cells of a workbook refer to, and how much has been read of it."""

    def __init__(self, package: Package, book: str) -> None:
        self._package = package
        self._shared = self._strings(package.related(book, "sharedStrings"))
        self._dates = self._date_styles(package.related(book, "styles"))
        self._from_1904 = any(one.get("date1904") in ("1", "true") for one in _named(package.tree(book), "workbookPr"))
        self._count = 0
        self._characters = 0

    def cells(self, sheet: etree._Element) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield the place and words of each cell that has words."""
        at = (-1, -1)
        for row in _named(sheet, "row"):
            at = (_whole(row.get("r"), at[0] + 2) - 1, -1)
            for cell in row:
                if not isinstance(cell.tag, str) or _local(cell) != "c":
                    continue
                at = _place(cell.get("r", ""), (at[0], at[1] + 1))
                words = self._words(cell)
                if words:
                    self._bound(words)
                    yield at, words

    def _bound(self, words: str) -> None:
        self._count += 1
        self._characters += len(words)
        limits = self._package.limits
        if self._count > limits.blocks or self._characters > limits.text_characters:
            raise UnreadableDocument("too_large", name=self._package.name)

    def _words(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _plain("".join(_texts(cell)))
        value = "".join(one.text or "" for one in cell if isinstance(one.tag, str) and _local(one) == "v")
        if kind == "s":
            place = _whole(value, -1)
            return self._shared[place] if 0 <= place < len(self._shared) else ""
        if kind == "e":
            return ""
        if kind == "b":
            return _TRUE.get(value.strip(), "")
        if kind == "n" and _whole(cell.get("s"), 0) in self._dates:
            return dated(value, from_1904=self._from_1904)
        return _plain(value) if kind == "str" else _number(value)

    def _strings(self, part: str | None) -> Sequence[str]:
        if part is None:
            return ()
        root = self._package.tree(part)
        return [_plain("".join(_texts(one))) for one in root if isinstance(one.tag, str) and _local(one) == "si"]

    def _date_styles(self, part: str | None) -> frozenset[int]:
        """Return the numbers of the cell styles that show a number as a date."""
        if part is None:
            return frozenset()
        root = self._package.tree(part)
        own = {_whole(one.get("numFmtId"), -1): one.get("formatCode", "") for one in _named(root, "numFmt")}
        styles = next(iter(_named(root, "cellXfs")), ())
        formats = [_whole(one.get("numFmtId"), 0) for one in styles if isinstance(one.tag, str)]
        return frozenset(order for order, number in enumerate(formats) if is_date(number, own.get(number, "")))


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the pieces of a text, but for how it is to be read aloud."""
    for piece in element.iterdescendants():
        if isinstance(piece.tag, str) and _local(piece) == "t":
            around = piece.getparent()
            if around is None or _local(around) != "rPh":
                yield piece.text or ""


def _plain(text: str) -> str:
    """Return a text without the escapes for characters that XML cannot hold."""
    told = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    told = told.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return told.replace("\r\n", "\n").replace("\r", "\n")


def _number(value: str) -> str:
    """Return a number as a person would write it."""
    told = value.strip()
    return told.removesuffix(".0")


def _place(reference: str, else_at: tuple[int, int]) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return else_at
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in root.iter() if isinstance(one.tag, str) and _local(one) == name)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if str(key).endswith(f"}}{name}")), "")


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else otherwise  # noqa: PLR2004
