"""The path of each numbered clause, 三.6 or 4.2(a), such that no two clauses of a document have the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from documents.entries import Entry, Role
from documents.labels import Candidate, Rank, rank_of
from documents.language import is_chinese
from documents.lines import shortened

__all__ = ["Path", "Paths"]

_HEADING = 24
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_SKIPPED = 3
_LONG_HEADING = 60
_OPENING = "(（"


class Path(NamedTuple):
    """The address of a numbered clause: what its labels make, and for which time those stand in the document."""

    base: str = ""
    time: int = 1


class Paths:
    """Gives each numbered clause of one document its path, so that no two clauses have the same.

    Headings without a number that stand more than once are told apart by more of their words, then by what is above
    them. Numbers that begin anew where nothing divides the document (two versions in one file) are counted: 1.1 (2).
    """

    def __init__(self, entries: Iterable[Entry], language: str, taken: Iterable[str] = ()) -> None:
        clauses = [entry for entry in entries if entry.role is Role.CLAUSE]
        unnumbered = [entry.words for entry in clauses if not entry.label]
        self._labels = Counter(entry.label for entry in clauses if entry.label)
        self._names = Counter(_name(words, _HEADING) for words in unnumbered)
        self._long_names = Counter(_name(words, _LONG_HEADING) for words in unnumbered)
        self._through = _counted_through(clauses)
        self._chinese = is_chinese(language)
        self._holding = _holding_decimals(clauses)
        self._used = set(taken)
        self._reached: dict[Path, int] = {}

    def path(self, entry: Entry, parent: Entry | None, above: Path) -> Path:
        """Return the path of `entry`, which stands under `parent` with the path `above`."""
        base = self._joined(entry, parent, above.base) if entry.label else self._named(entry, above.base)
        path = Path(base, above.time if above.base and base.startswith(above.base) else 1)
        first = path
        path = Path(base, self._reached.get(first, first.time))
        while self.written(path) in self._used:
            path = Path(base, path.time + 1)
        self._used.add(self.written(path))
        self._reached[first] = path.time + 1  # the same number a thousand times is not counted from the first each time
        return path

    def written(self, path: Path) -> str:
        """Return a path as it is cited."""
        if path.time == 1:
            return path.base
        return f"{path.base}（第{path.time}处）" if self._chinese else f"{path.base} ({path.time})"

    def _named(self, entry: Entry, above: str) -> str:
        name = _name(entry.words, _HEADING)
        if self._names[name] == 1:
            return name or above or "?"
        longer = _name(entry.words, _LONG_HEADING)
        times = self._long_names[longer]
        name = name if times == self._names[name] else longer
        return f"{above} / {name}" if above and times > 1 else name or "?"

    def _joined(self, entry: Entry, parent: Entry | None, above: str) -> str:
        if not above or parent is None:
            return entry.label
        if parent.role is Role.BULLET:
            return f"{above}.{entry.label}"
        if parent.label and entry.label.startswith(f"{parent.label}."):
            return above + entry.label.removeprefix(parent.label)
        if self._stands_alone(entry, parent):
            return entry.label
        return f"{above}{self._between(entry, parent, above)}{entry.label}"

    def _between(self, entry: Entry, parent: Entry, above: str) -> str:
        """Return what stands between the path above and a label."""
        if _is_worded(entry) or not parent.label or _is_decimal(entry):
            return " "
        if entry.label[0] in _OPENING:
            return ""
        if _is_apart(parent):
            return " " if self._chinese else ", "
        directly = not entry.label[0].isalnum() or _is_sign(entry.label) or above.endswith("）")
        return "" if directly else "."

    def _stands_alone(self, entry: Entry, parent: Entry) -> bool:
        number = entry.number
        if number is None:
            return True
        if _is_decimal(entry):
            counted = parent.number is not None and parent.number.parts == number.parts[:-1]
            alone = self._labels[entry.label] == 1 or (counted and self._labels[parent.label] == 1)
            return alone and not _contradicts(number, parent.number)
        if _is_worded(entry):
            return self._labels[entry.label] == 1
        return number.family in self._through or (not parent.label and (number.family, entry.depth) in self._holding)


def _name(words: str, most: int) -> str:
    """Return a heading as it is cited: a hanzi says as much as two letters."""
    return shortened(words.rstrip(":：。"), most if _WIDE.search(words) else 2 * most)


def _contradicts(number: Candidate, above: Candidate | None) -> bool:
    """Whether 1.1 stands under 二: cited alone it would be taken for a part of 一."""
    return (
        above is not None
        and len(above.parts) == 1
        and rank_of(above.family) >= Rank.ARTICLE
        and above.value != number.parts[0]
    )


def _is_decimal(entry: Entry) -> bool:
    return entry.number is not None and len(entry.number.parts) > 1


def _is_worded(entry: Entry) -> bool:
    return entry.number is not None and rank_of(entry.number.family) <= Rank.ARTICLE


def _is_apart(entry: Entry) -> bool:
    """Whether it is an annex or a part, whose numbers are not a part of its own: Schedule 2, 3."""
    return entry.number is not None and rank_of(entry.number.family) <= Rank.PART


def _is_sign(label: str) -> bool:
    """Whether it is one of ① ⑴ Ⅰ, which stand directly behind what is above them."""
    return len(label) == 1 and label.isnumeric() and not label.isdecimal() and unicodedata.category(label) != "Lo"


def _counted_through(clauses: Iterable[Entry]) -> frozenset[str]:
    """Return the families that count on across the clauses above them: 第十条 is the first of 第二章."""
    seen: dict[str, set[int]] = {}
    through: set[str] = set()
    repeated: set[str] = set()
    depth_before = 0
    for entry in clauses:
        if entry.number and len(entry.number.parts) == 1 and not entry.number.inserted:
            values = seen.setdefault(entry.number.family, set())
            if entry.number.value in values:
                repeated.add(entry.number.family)
            skipped = _SKIPPED if rank_of(entry.number.family) < Rank.BRACKET else 1
            if entry.depth > depth_before and values and 0 < entry.number.value - max(values) <= skipped:
                through.add(entry.number.family)
            values.add(entry.number.value)
        depth_before = entry.depth
    return frozenset(through - repeated)


def _holding_decimals(clauses: Iterable[Entry]) -> frozenset[tuple[str, int]]:
    """Return families, with their depth, that run once through the document and hold decimals: 1 to 9, 1.1 under 1.

    A family that begins under two headings without a number runs through neither.
    """
    times: Counter[tuple[Candidate, int]] = Counter()
    begins: Counter[str] = Counter()
    holding: set[tuple[str, int]] = set()
    above: list[Entry] = []
    for entry in clauses:
        del above[entry.depth - 1 :]
        parent, number = above[-1] if above else None, entry.number
        if number and len(number.parts) == 1:
            times[number, entry.depth] += 1
            begins[number.family] += number.value == 1 and parent is not None and not parent.label
        elif number and parent and parent.number and parent.number.parts == number.parts[:-1]:
            holding.add((parent.number.family, parent.depth))
        above.append(entry)
    repeated = {(number.family, depth) for (number, depth), count in times.items() if count > 1}
    return frozenset(one for one in holding - repeated if begins[one[0]] <= 1)
