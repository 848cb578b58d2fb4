"""Our styles as the house's own: by the role a name says, in whatever language; what is missing is added quietly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from export.word.names import element, w

__all__ = ["HouseStyles"]

_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "normal": ("normal", "正文", "standard", "default paragraph style"),
    "body text": ("body text", "正文文本", "text body", "正文首行缩进", "body text first indent"),
    "title": ("title", "标题", "文档标题"),
    "heading 1": ("heading 1", "标题 1", "标题1", "一级标题"),
    "heading 2": ("heading 2", "标题 2", "标题2", "二级标题"),
    "heading 3": ("heading 3", "标题 3", "标题3", "三级标题"),
    "quote": ("quote", "引用", "quotations", "引文"),
    "caption": ("caption", "题注"),
    "hyperlink": ("hyperlink", "超链接", "internet link"),
    "findings table": ("table grid", "网格型", "表格网格", "普通网格型"),
}
"""Our style's name in small letters, and what a house may call its own for the same use."""

_SMALL: Final = 21
"""Half points up to which a size of ours is kept: below the text of any letter, as in tables."""
_FIXED: Final = frozenset({"Spacer", "SectionEnd", "Bar", "Section End"})
_BELOW_HEADINGS: Final = re.compile(r"finding heading|finding facts")
"""Styles of ours that stay with what follows, whatever the house's heading does."""
_BASES: Final = {"paragraph": "normal", "character": "default paragraph font", "table": "normal table"}


class HouseStyles:
    """Finds the house's style for each of ours; adds ours, in the house's fonts, where there is none.

    `theirs` is changed in place and only grows. `ours` is our own styles part, read only; `ink` is a colour of
    ours that is not taken over.
    """

    def __init__(self, theirs: etree._Element, ours: etree._Element, ink: str = "") -> None:
        self._theirs = theirs
        self._ink = ink
        self._ours = {made.get(w("styleId"), ""): made for made in ours.iterchildren(w("style"))}
        self._named: dict[tuple[str, str], str] = {}
        self._ids: set[str] = set()
        self._defaults: dict[str, str] = {}
        self._chosen: dict[str, str] = {}
        for made in theirs.iterchildren(w("style")):
            self._learn(made)
        self.added = 0

    def id_of(self, ours: str) -> str:
        """Return the id in the house's file for the style of that id in ours."""
        if ours not in self._chosen:
            style = self._ours.get(ours)
            self._chosen[ours] = ours if style is None else self._found(style) or self._added(style)
        return self._chosen[ours]

    def _learn(self, made: etree._Element) -> None:
        kind, number = made.get(w("type"), "paragraph"), made.get(w("styleId"), "")
        self._ids.add(number)
        if made.get(w("default")) in ("1", "true", "on"):
            self._defaults[kind] = number
        for name in _names(made):
            self._named.setdefault((kind, name), number)

    def _found(self, style: etree._Element) -> str:
        kind, name = style.get(w("type"), "paragraph"), _names(style)[0]
        if name == _BASES.get(kind) and kind in self._defaults:
            return self._defaults[kind]
        for wanted in _ROLES.get(name, (name,)):
            if (kind, wanted) in self._named:
                return self._named[kind, wanted]
        return self._defaults.get(kind, "") if name in ("body text", "normal") else ""

    def _added(self, style: etree._Element) -> str:
        made = deepcopy(style)
        _drop(made, "default")
        number = self._free(made.get(w("styleId"), "Style"))
        made.set(w("styleId"), number)
        self._ids.add(number)
        self._chosen[style.get(w("styleId"), "")] = number
        for link in ("basedOn", "next", "link"):
            self._relink(made, link)
        _in_their_type(made, self._ink)
        self._theirs.append(made)
        self.added += 1
        return number

    def _relink(self, made: etree._Element, link: str) -> None:
        found = made.find(w(link))
        if found is None:
            return
        base = self._ours.get(found.get(w("val"), ""))
        lost = base is not None and base.get(w("default")) is not None and not self._found(base)
        if link == "link" or lost:
            made.remove(found)
        else:
            found.set(w("val"), self.id_of(found.get(w("val"), "")))

    def _free(self, wanted: str) -> str:
        number, free = 1, wanted
        while free in self._ids:
            number += 1
            free = f"{wanted}{number}"
        return free


def _names(style: etree._Element) -> list[str]:
    """Return a style's name and its other names, in small letters with single spaces."""
    said = [style.find(w("name")), style.find(w("aliases"))]
    words = [part for made in said if made is not None for part in made.get(w("val"), "").split(",")]
    return [" ".join(re.sub(r"[\u00a0\u3000]", " ", name).lower().split()) for name in words] or [""]


def _in_their_type(style: etree._Element, ink: str) -> None:
    """Take our fonts, sizes and leading out of a style, so that it reads as the house's text does."""
    for properties in style.iter(w("rPr")):
        _without(properties, "rFonts")
        for name in ("sz", "szCs"):
            size = properties.find(w(name))
            if size is not None and int(size.get(w("val"), "0")) > _SMALL:
                properties.remove(size)
        colour = properties.find(w("color"))
        if colour is not None and colour.get(w("val")) == ink:
            properties.remove(colour)
    for properties in style.iterchildren(w("pPr")):
        _paragraph_of_theirs(properties, style)


def _paragraph_of_theirs(properties: etree._Element, style: etree._Element) -> None:
    _without(properties, "numPr")
    if properties.find(w("keepNext")) is None and _BELOW_HEADINGS.match(_names(style)[0]):
        properties.insert(0, element("keepNext"))
    spacing = properties.find(w("spacing"))
    if spacing is not None and style.get(w("styleId")) not in _FIXED:
        for name in ("line", "lineRule"):
            _drop(spacing, name)
    _indented(properties)


def _indented(properties: etree._Element) -> None:
    """Say every indent, also where it is none: a house's text may begin two characters in."""
    indent = properties.find(w("ind"))
    if indent is None:
        indent = element("ind", {"left": "0", "right": "0", "firstLineChars": "0", "firstLine": "0"})
        before = [w(name) for name in _AFTER_INDENT]
        following = next((child for child in properties if child.tag in before), None)
        if following is None:
            properties.append(indent)
        else:
            following.addprevious(indent)
    elif not {w("hanging"), w("firstLineChars")} & set(indent.attrib):
        indent.set(w("firstLineChars"), "0")
        indent.set(w("firstLine"), indent.get(w("firstLine"), "0"))


_AFTER_INDENT: Final = (
    "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


def _drop(made: etree._Element, name: str) -> None:
    if w(name) in made.attrib:
        del made.attrib[w(name)]


def _without(properties: etree._Element, name: str) -> None:
    found = properties.find(w(name))
    if found is not None:
        properties.remove(found)
