"""Addresses as lawyers cite them: 三.6 第1点, 4.2(a), 4, para 2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from documents.language import is_chinese
from documents.model import ClausePart, Story

__all__ = ["between", "in_cell", "in_table", "joined", "place_name", "shown"]

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
        return _again(place_name(part.value, language), ordinal, language)
    said = _part(part, ordinal, language)
    if not path:
        return said
    return f"{_path_in(path, language)} {said}" if is_chinese(language) else f"{_path_in(path, language)}, {said}"


def _again(name: str, time: int, language: str) -> str:
    if time < 2:  # noqa: PLR2004 - the first has no number
        return name
    return f"{name}（第{time}处）" if is_chinese(language) else f"{name} ({time})"


def in_table(table: str, rows: tuple[int, int], column: str, language: str) -> str:
    """Return the address of rows of a table, counted from 0, and of the column headed `column` ("" for none)."""
    first, last = rows[0] + 1, rows[1] + 1
    if is_chinese(language):
        place = f"第{first}行" if first == last else f"第{first}至{last}行"
        return f"{table} {place}“{column}”栏" if column else f"{table} {place}"
    place = f"row {first}" if first == last else f"rows {first} to {last}"
    return f"{table}, {place}, column “{column}”" if column else f"{table}, {place}"


def in_cell(place: str, item: str, language: str) -> str:
    """Return the address of an item of the list in a cell; that of the cell for none ("")."""
    if not item:
        return place
    named = item.startswith("第") or " " in item  # 第二条, Section 2: says itself what it is
    if is_chinese(language):
        return f"{place} {item}" if named else f"{place} 第{item}项"
    return f"{place}, {item}" if named else f"{place}, item {item}"


@lru_cache(maxsize=256)
def _path_in(path: str, language: str) -> str:
    """Return a path in `language`: what is ours in it ("前言", "第2点", "（第2处）"), not the policy's own numbers."""
    if path in _PLACES["preface"]:
        return place_name("preface", language)
    if is_chinese(language):
        return _TIME.sub(r"（第\1处）", _IN_BULLET.sub(r" 第\1点", path)) if path[-1:] == ")" or ", b" in path else path
    return _CHINESE_TIME.sub(r" (\1)", _IN_CHINESE_BULLET.sub(r", bullet \1", path)) if "第" in path else path


def _part(part: ClausePart, ordinal: int, language: str) -> str:
    if is_chinese(language):
        return _CHINESE_PARTS.get(part, "第{}段").format(ordinal)
    if part in _ENGLISH_PARTS:
        return f"{_ENGLISH_PARTS[part]} {ordinal}"
    return "last para" if part is ClausePart.LAST and ordinal == 1 else f"para {ordinal}"


_CHINESE_PARTS = {
    ClausePart.FIRST: "首段",
    ClausePart.LAST: "末段",
    ClausePart.BULLET: "第{}点",
    ClausePart.TABLE: "表{}",
}
_ENGLISH_PARTS = {ClausePart.BULLET: "bullet", ClausePart.TABLE: "table"}
_TIME, _CHINESE_TIME = re.compile(r" \((\d+)\)$"), re.compile(r"（第(\d+)处）$")
_IN_BULLET, _IN_CHINESE_BULLET = re.compile(r", bullet (\d+)(?=\.)"), re.compile(r" 第(\d+)点(?=\.)")
