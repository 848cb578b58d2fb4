"""Whether the loops and conditions of a template begin and end where a paragraph, a row or a line may be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from export.templating.fields import block_names
from export.templating.marks import in_plain_braces
from export.templating.problems import Problem
from export.templating.tags import Tag, own_text
from export.word.names import w

__all__ = ["sorted_out"]

_BEGINS: Final = ("for", "if")
_DIVIDES: Final = ("else", "elif")
_ENDS: Final = {"endfor": "for", "endif": "if"}
_SHOWN: Final = 40
_UNITS: Final = {"p": ("paragraph", "段落"), "tr": ("row", "行"), "tc": ("cell", "单元格")}
_TAGS: Final = {"p": w("p"), "tr": w("tr"), "tc": w("tc")}
_PICTURES: Final = tuple(map(w, ("drawing", "pict", "object")))


def sorted_out(tags: Sequence[Tag]) -> tuple[list[Tag], list[Problem]]:
    """Return the tags, and what is wrong with how they are nested and placed.

    A loop whose tags stand alone in paragraphs side by side repeats what is between them, with or without the p.
    """
    groups, problems = _groups(tags)
    level: dict[int, str] = {}
    for group in groups:
        chosen = _level(group)
        if chosen is None:
            torn = {"tag": group[0].shown, "other": group[-1].shown}
            problems.append(Problem("torn", group[0].place, torn))
            continue
        level |= dict.fromkeys(map(id, group), chosen)
    promoted = [replace(tag, level=level.get(id(tag), _own_level(tag))) for tag in tags]
    for tag in promoted:
        problems += _misplaced(tag, tags)
    return promoted, problems


def _own_level(tag: Tag) -> str:
    """Return what a tag that belongs to no group stands for: a whole part takes its paragraph, a field nothing."""
    if tag.sign != "{":
        return tag.level if tag.sign == "%" else ""
    return "p" if tag.body in block_names() and (tag.alone or tag.level == "p") else ""


def _groups(tags: Sequence[Tag]) -> tuple[list[list[Tag]], list[Problem]]:
    """Return the tags that belong together: a beginning, what divides it, its end."""
    groups: list[list[Tag]] = []
    open_ones: list[list[Tag]] = []
    problems: list[Problem] = []
    for tag in tags:
        if tag.word in _BEGINS:
            open_ones.append([tag])
        elif tag.word in _DIVIDES and open_ones:
            open_ones[-1].append(tag)
        elif tag.word in _ENDS and open_ones and open_ones[-1][0].word == _ENDS[tag.word]:
            groups.append([*open_ones.pop(), tag])
        elif tag.word in (*_DIVIDES, *_ENDS):
            problems.append(Problem("not_begun", tag.place, {"tag": tag.shown}))
    left = [group[0] for group in open_ones]
    problems += [Problem("not_ended", tag.place, {"tag": tag.shown, "word": tag.word}) for tag in left]
    return groups, problems


def _level(group: Sequence[Tag]) -> str | None:
    """Return what a group of tags repeats: "p", "tr", "tc", "" within one paragraph; None where it would tear."""
    levels = {tag.level if tag.level != "r" else "" for tag in group}
    if levels <= {"", "p"} and len({id(tag.paragraph) for tag in group}) == 1:
        return ""
    if len(levels) == 1:
        level = next(iter(levels))
        if level and len({_container(tag, level) for tag in group}) == 1:
            return level
    loose = levels <= {"", "p"} and all(tag.alone for tag in group)
    together = len({_container(tag, "p") for tag in group}) == 1
    return "p" if loose and together and len({id(tag.paragraph) for tag in group}) == len(group) else None


def _container(tag: Tag, level: str) -> int:
    """Return what holds the paragraph, row or cell of a tag, as a number to compare."""
    unit = _unit(tag, level)
    holder = None if unit is None else unit.getparent()
    return id(tag) if holder is None else hash(holder.getroottree().getpath(holder))


def _unit(tag: Tag, level: str) -> etree._Element | None:
    return tag.paragraph if level == "p" else next(tag.paragraph.iterancestors(_TAGS[level]), None)


def _misplaced(tag: Tag, every: Sequence[Tag]) -> list[Problem]:
    """Return what would be lost with the paragraph, row or cell whose place a tag takes."""
    if tag.level not in _UNITS:
        return []
    unit = _unit(tag, tag.level)
    if unit is None:
        return [Problem("no_table", tag.place, {"tag": tag.shown})]
    if next(unit.iter(w("sectPr")), None) is not None:
        return [Problem("section_break", tag.place, {"tag": tag.shown})]
    lost = _lost(tag, unit, every)
    if not lost:
        return []
    return [Problem("not_alone", tag.place, {"tag": tag.shown, "unit": _UNITS[tag.level], "lost": lost})]


def _lost(tag: Tag, unit: etree._Element, every: Sequence[Tag]) -> str:
    """Return the words (or pictures) beside a tag in the unit that goes."""
    if next(unit.iter(*_PICTURES), None) is not None:
        return "▢"
    said = " ".join(own_text(paragraph) for paragraph in unit.iter(w("p"))) if tag.level != "p" else own_text(unit)
    written = next((one.source for one in every if one.paragraph is tag.paragraph and one.body == tag.body), tag.source)
    return in_plain_braces(" ".join(said.replace(written, "", 1).split()))[:_SHOWN]
