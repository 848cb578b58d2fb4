"""What Word's styles say of a paragraph or of letters: heading level, numbering, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from lxml import etree

from documents.word.names import child_value, is_on, is_true, w

__all__ = ["PLAIN", "TOGGLES", "Look", "ParagraphStyle", "Styles", "look_of", "whole_number"]

_HEADING = re.compile(
    r"(?:heading|标题|標題|überschrift|titre|título|titulo|titolo|見出し|제목|kop|rubrik|overskrift|otsikko|заголовок"
    r"|nagłówek|nadpis|başlık|cabeçalho|encabezado|intestazione|címsor|titlu|επικεφαλίδα|כותרת|عنوان|หัวเรื่อง|naslov"
    r"|tiêu đề|virsraksts|antraštė|pealkiri|judul)\s*([1-9])(?:\s*[,;，；].*|\s+numbered)?"
    r"|([1-9一二三四五六七八九])[级級](?:标题|標題)|(?:标题|標題)\s*([一二三四五六七八九])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:toc|contents|(?:.*手动)?目录|目錄|目次|목차|verzeichnis|inhaltsverzeichnis|tdm|tm|tdc|sommario|sumário|índice|obsah"
    r"|spis treści|inhopg|innehåll|indholdsfortegnelse|оглавление|содержание|içindekiler|mục lục)"
    r"\s*(?:heading|标题|überschrift|[1-9])",
    re.IGNORECASE,
)
_TITLES = {
    "title",
    "标题",
    "標題",
    "titel",
    "titre",
    "título",
    "titolo",
    "表題",
    "제목",
    "文档标题",
    "document title",
    "название",
}
_QUOTES = {"quote", "intense quote", "block text", "引用", "明显引用", "zitat", "citation", "引用文"}
_BODY_TEXT = 9
_DEEPEST = 40
_VALUE = w("val")


@dataclass(frozen=True, slots=True)
class Look:
    """Toggles of letters; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None

    def over(self, under: Look) -> Look:
        """Return this look, with `under` where this one says nothing."""
        if self is PLAIN or under is PLAIN:
            return under if self is PLAIN else self
        return Look(
            under.bold if self.bold is None else self.bold,
            under.italic if self.italic is None else self.italic,
            under.underline if self.underline is None else self.underline,
            under.strike if self.strike is None else self.strike,
            under.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Look()
TOGGLES = {
    w("b"): "bold",
    w("i"): "italic",
    w("u"): "underline",
    w("strike"): "strike",
    w("dstrike"): "strike",
    w("vanish"): "hidden",
}


@dataclass(frozen=True)
class ParagraphStyle:
    """A style with what it inherits. `outline` is 0 to 8 for headings; `numbering` the list, `level` in it."""

    id: str = ""
    name: str = ""
    outline: int | None = None
    numbering: str | None = None
    level: int | None = None
    look: Look = field(default=PLAIN)
    right_to_left: bool | None = None

    @cached_property
    def heading(self) -> int:
        """1 to 9 for a heading, by outline level or by name in many languages; 0 for none."""
        if self.outline is not None:
            return self.outline + 1 if self.outline < _BODY_TEXT else 0
        return 0 if self.is_contents else _level_in(self.name)

    @cached_property
    def is_title(self) -> bool:
        """Whether it is the style of a document's title."""
        return self.name.strip().lower() in _TITLES

    @cached_property
    def is_contents(self) -> bool:
        """Whether it is a style of the lines of a table of contents, or of the heading above them."""
        return _CONTENTS.fullmatch(self.name.strip()) is not None

    @cached_property
    def is_quote(self) -> bool:
        """Whether it is a style for quoted paragraphs."""
        return self.name.strip().lower() in _QUOTES


def look_of(properties: Iterable[etree._Element] | None) -> Look:
    """Return what the elements of a w:rPr say themselves."""
    if properties is None:
        return PLAIN
    return _look(tuple([(str(one.tag), one.get(_VALUE)) for one in properties if one.tag in TOGGLES]))


@lru_cache(maxsize=512)
def _look(toggles: tuple[tuple[str, str | None], ...]) -> Look:
    said: dict[str, bool] = {}
    for tag, value in toggles:
        toggle = TOGGLES[tag]
        if toggle == "underline":
            said[toggle] = value not in {None, "none"}
        else:
            said[toggle] = is_true(value) or said.get(toggle, False)
    return Look(**said) if said else PLAIN


class Styles:
    """The styles part. A style that is not there counts as plain."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {} if root is None else {one.get(w("styleId"), ""): one for one in root.iterfind(w("style"))}
        self._resolved: dict[str, ParagraphStyle] = {}

    @cached_property
    def default_paragraph(self) -> str:
        """The id of the style that paragraphs without one have."""
        for style_id, element in self._elements.items():
            if element.get(w("type")) == "paragraph" and (element.get(w("default")) or "0") in {"1", "true", "on"}:
                return style_id
        return "Normal"

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Return a style with all it inherits."""
        return self._style(style_id or self.default_paragraph)

    def look(self, style_id: str | None) -> Look:
        """Return what a character style says."""
        return self._style(style_id).look if style_id else PLAIN

    def _style(self, style_id: str) -> ParagraphStyle:
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _resolve(self, style_id: str) -> ParagraphStyle:
        found = ParagraphStyle(style_id, child_value(self._elements.get(style_id), "name") or style_id)
        following: str | None = style_id
        for _ in range(_DEEPEST):  # a style may be based on itself, in a broken file
            element = self._elements.get(following or "")
            if element is None:
                break
            found = _inheriting(found, element)
            following = child_value(element, "basedOn")
        return found


def _inheriting(style: ParagraphStyle, element: etree._Element) -> ParagraphStyle:
    properties = element.find(w("pPr"))
    numbering = None if properties is None else properties.find(w("numPr"))
    outline = whole_number(child_value(properties, "outlineLvl"))
    level = whole_number(child_value(numbering, "ilvl"))
    if style.outline is None and outline is None and not _level_in(style.name):
        outline = (_level_in(child_value(element, "name") or "") or 0) - 1
        outline = None if outline < 0 else outline
    return replace(
        style,
        outline=outline if style.outline is None else style.outline,
        numbering=child_value(numbering, "numId") if style.numbering is None else style.numbering,
        level=level if style.level is None else style.level,
        look=style.look.over(look_of(element.find(w("rPr")))),
        right_to_left=is_on(properties, "bidi") if style.right_to_left is None else style.right_to_left,
    )


def _level_in(name: str) -> int:
    """Return the level that the name of a heading style tells, 0 for other names."""
    match = _HEADING.fullmatch(name.strip())
    if match is None:
        return 0
    number = match[1] or match[2] or match[3]
    return int(number) if number.isdecimal() else "一二三四五六七八九".index(number) + 1


def whole_number(value: str | None) -> int | None:
    """Return a number of a Word file; None for nothing and for nonsense."""
    try:
        return None if value is None else int(float(value))
    except (ValueError, OverflowError):
        return None
