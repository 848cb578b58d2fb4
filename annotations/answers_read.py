"""What a report that came back says of each note: its marks understood, copies and strangers set apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from annotations.answer_words import (
    ANSWER,
    FIELDS_IN_A_ROW,
    FIELDS_IN_WORDS,
    JUDGED,
    MARK_COLUMN,
    NOTE,
    QUESTION,
    REMARK,
    RESPONSE,
)
from annotations.marks import fields_by_mark
from annotations.past import folded
from annotations.returned import Came

if TYPE_CHECKING:
    from documents.marked import MarkedFile
    from documents.sheet.workbook import Sheet

__all__ = ["ReadBack", "Said", "marks_known", "read_back"]

_HEADS_WITHIN: Final = 50  # rows from the top; others may put a few of their own above
_NUMBER: Final = "number"

Known = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says in a field of a note; `before` is what it says with the recorded changes rejected.

    `field` is one of Note's, or `response` or `answer`. `in_cell`: it may have been cut there.
    """

    note: str
    field: str
    words: str
    before: str
    in_cell: bool = False


@dataclass(slots=True)
class ReadBack:
    """A file's fields. `strange` counts marks of no note here, `told` is what else was found."""

    said: list[Said] = field(default_factory=list)
    told: list[Came] = field(default_factory=list)
    strange: int = 0
    state: str = ""

    @property
    def outside(self) -> bool:
        """Whether it is a report for outsiders, who are shown no ratings."""
        return all(one.field not in JUDGED for one in self.said)


def marks_known(notes: Mapping[str, Iterable[str]]) -> Known:
    """Return what each mark stands for, for the secrets of each note."""
    known: dict[str, tuple[str, str]] = {}
    fields = (*FIELDS_IN_WORDS, NOTE)
    for uid, secrets in notes.items():
        known |= fields_by_mark([uid], fields, tuple(secrets))
    return known


def read_back(file: MarkedFile, known: Known) -> ReadBack:
    """Return what a file says of the notes whose marks are known."""
    read = ReadBack(state=file.state)
    _read_words(file, known, read)
    for sheet in file.sheets:
        _Table(sheet, known, read).read()
    read.said = _once(read)
    if file.comments and read.said:
        read.told.append(Came("comments_left", "", {"count": file.comments}))
    if file.elsewhere and read.said:
        read.told.append(Came("changes_left", "", {"count": file.elsewhere}))
    return read


def _read_words(file: MarkedFile, known: Known, read: ReadBack) -> None:
    for one in file.words:
        if one.mark not in known:
            read.strange += 1
            continue
        note, name = known[one.mark]
        read.said.append(Said(note, ANSWER if name == RESPONSE else name, one.words, one.before))
        read.said += [Said(note, name, words, words) for words in one.copies]


def _once(read: ReadBack) -> list[Said]:
    """Return each field once; what stands there several times and differs is told, not taken."""
    found: dict[tuple[str, str], list[Said]] = {}
    for one in read.said:
        found.setdefault((one.note, one.field), []).append(one)
    single = []
    for (note, name), several in found.items():
        if len({folded(one.words) for one in several}) == 1:
            single.append(several[0])
        else:
            read.told.append(Came("copied", note, {"field": name}))
    return single


class _Table:
    """A sheet whose hidden row names its columns, and whose hidden column marks its rows."""

    def __init__(self, sheet: Sheet, known: Known, read: ReadBack) -> None:
        self._sheet = sheet
        self._known = known
        self._read = read
        self._rows = _by_row(sheet)

    def read(self) -> None:
        """Add what the rows say; nothing for a sheet that is no table of ours."""
        heads = self._heads()
        if heads is None:
            return
        row, columns = heads
        marks = next(at for at, name in columns.items() if name == MARK_COLUMN)
        for number, cells in sorted(self._rows.items()):
            if number == row + 1:
                self._read.state = self._read.state or cells.get(marks, "").strip()
            elif number > row:
                told = {name: cells.get(at, "") for at, name in columns.items() if at != marks}
                self._row(number, cells.get(marks, "").split(), told)

    def _heads(self) -> tuple[int, dict[int, str]] | None:
        for number in sorted(self._rows)[:_HEADS_WITHIN]:
            names = {at: words.strip() for at, words in self._rows[number].items()}
            if {MARK_COLUMN, _NUMBER} <= set(names.values()):
                return number, names
        return None

    def _row(self, number: int, marks: list[str], told: Mapping[str, str]) -> None:
        if not marks:
            if any(words.strip() for words in told.values()):
                self._read.told.append(Came("no_mark", "", {"sheet": self._sheet.name, "row": number + 1}))
            return
        for mark in marks:
            note, name = self._known.get(mark, ("", ""))
            if name == NOTE:
                self._read.said += _of_finding(note, told)
            elif name == QUESTION:
                self._read.said += _of_question(note, told)
            else:
                self._read.strange += 1


def _by_row(sheet: Sheet) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), words in sheet.cells.items():
        rows.setdefault(row, {})[column] = words
    return rows


def _of_finding(note: str, told: Mapping[str, str]) -> Iterator[Said]:
    for name in FIELDS_IN_A_ROW:
        if name in told:
            yield Said(note, name, told[name], told[name], in_cell=True)
    answers = [told[name].strip() for name in (RESPONSE, REMARK) if told.get(name, "").strip()]
    if RESPONSE in told or REMARK in told:
        words = "\n".join(answers)
        yield Said(note, RESPONSE, words, words)


def _of_question(note: str, told: Mapping[str, str]) -> Iterator[Said]:
    for name in (QUESTION, ANSWER):
        if name in told:
            yield Said(note, name, told[name], told[name], in_cell=name == QUESTION)
