"""Addresses as lawyers cite them: 三.6 第1点, 4.2(a), 4, para 2."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from documents.labels import Rank, rank_of
from documents.language import is_chinese
from documents.lines import shortened
from documents.model import ClausePart, Story
from documents.outline import Entry, Role

__all__ = ["Paths", "between", "joined", "place_name", "shown"]

_HEADING = 24
_OPENING = "(（"
# What a place is called that is no clause: Chinese, English.
_PLACES = {
    "whole": ("全文", "Whole document"),
    "title": ("标题", "Title"),
    "preface": ("前言", "Preamble"),
    "closing": ("文末", "Closing"),
    Story.FOOTNOTE.value: ("脚注", "Footnote"),
    Story.ENDNOTE.value: ("尾注", "Endnote"),
    Story.HEADER.value: ("页眉", "Header"),
    Story.FOOTER.value: ("页脚", "Footer"),
    Story.TEXT_BOX.value: ("文本框", "Text box"),
}


def place_name(place: str, language: str) -> str:
    """Return what `place` ("whole", "title", "preface", "closing" or a story) is called."""
    chinese, english = _PLACES[place]
    return chinese if is_chinese(language) else english


def joined(addresses: Iterable[str], language: str) -> str:
    """Return several addresses as one, each once."""
    return ("；" if is_chinese(language) else "; ").join(dict.fromkeys(addresses))


def between(first: str, last: str, language: str) -> str:
    """Return the address of what runs from one clause into another."""
    return f"{first} 至 {last}" if is_chinese(language) else f"{first} to {last}"


def shown(path: str, part: ClausePart, ordinal: int, language: str) -> str:
    """Return the address of a clause in `language`; numbers and headings stay as the policy has them."""
    if part is ClausePart.NUMBERED:
        return _path_in(path, language)
    if part is ClausePart.PREFACE or part is ClausePart.CLOSING:
        return place_name(part.value, language)
    said = _part(part, ordinal, language)
    if not path:
        return said
    return f"{_path_in(path, language)} {said}" if is_chinese(language) else f"{_path_in(path, language)}, {said}"


def _path_in(path: str, language: str) -> str:
    return place_name("preface", language) if path in _PLACES["preface"] else path


def _part(part: ClausePart, ordinal: int, language: str) -> str:
    if is_chinese(language):
        return _CHINESE_PARTS.get(part, "第{}段").format(ordinal)
    if part is ClausePart.BULLET:
        return f"bullet {ordinal}"
    return "last para" if part is ClausePart.LAST and ordinal == 1 else f"para {ordinal}"


_CHINESE_PARTS = {ClausePart.FIRST: "首段", ClausePart.LAST: "末段", ClausePart.BULLET: "第{}点"}


class Paths:
    """Gives each numbered clause of one document its path, so that no two clauses have the same."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        clauses = [entry for entry in entries if entry.role is Role.CLAUSE]
        self._labels = Counter(entry.label for entry in clauses if entry.label)
        self._through = _counted_through(clauses)
        self._used: Counter[str] = Counter()
        self._chinese = is_chinese(language)

    def path(self, entry: Entry, parent: Entry | None, above: str) -> str:
        """Return the path of `entry`, which stands under `parent` with the path `above`."""
        path = (
            self._joined(entry, parent, above)
            if entry.label
            else shortened(entry.words.rstrip(":："), _HEADING) or above or "?"
        )
        self._used[path] += 1
        times = self._used[path]
        if times == 1:
            return path
        return self._once(f"{path}（第{times}处）" if self._chinese else f"{path} ({times})")

    def _once(self, path: str) -> str:
        self._used[path] += 1
        return path if self._used[path] == 1 else self._once(f"{path}*")

    def _joined(self, entry: Entry, parent: Entry | None, above: str) -> str:
        if not above or parent is None or self._stands_alone(entry, parent):
            return entry.label
        if parent.label and entry.label.startswith(f"{parent.label}."):
            return above + entry.label.removeprefix(parent.label)
        if _is_worded(entry) or not parent.label or _is_decimal(entry):
            return f"{above} {entry.label}"
        if entry.label[0] in _OPENING or not entry.label[0].isalnum() or _is_sign(entry.label):
            return f"{above}{entry.label}"
        return f"{above}{entry.label}" if above.endswith("）") else f"{above}.{entry.label}"

    def _stands_alone(self, entry: Entry, parent: Entry) -> bool:
        number = entry.number
        if number is None:
            return True
        if _is_decimal(entry):
            counted = parent.number is not None and parent.number.parts == number.parts[:-1]
            return self._labels[entry.label] == 1 or (counted and self._labels[parent.label] == 1)
        if _is_worded(entry):
            return self._labels[entry.label] == 1
        return number.family in self._through


def _is_decimal(entry: Entry) -> bool:
    return entry.number is not None and len(entry.number.parts) > 1


def _is_worded(entry: Entry) -> bool:
    return entry.number is not None and rank_of(entry.number.family) <= Rank.ARTICLE


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
        if entry.number and len(entry.number.parts) == 1:
            values = seen.setdefault(entry.number.family, set())
            if entry.number.value in values:
                repeated.add(entry.number.family)
            if entry.depth > depth_before and values and entry.number.value == max(values) + 1:
                through.add(entry.number.family)
            values.add(entry.number.value)
        depth_before = entry.depth
    return frozenset(through - repeated)
