"""What a paragraph says of itself, before its characters are read."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from documents.word.graphics import TEXT_PATH
from documents.word.inline import MATHS
from documents.word.names import child_value, w
from documents.word.numbering import Label, Numbering
from documents.word.styles import ParagraphStyle, whole_number

__all__ = [
    "BIDI",
    "MARK",
    "NUMBERING",
    "OUTLINE",
    "SETTING_CHANGE",
    "STYLE",
    "Facts",
    "bare_facts_of",
    "facts_of",
    "label_of",
    "said_in",
    "shows_anything",
]

STYLE, MARK, SETTING_CHANGE = w("pStyle"), w("rPr"), w("pPrChange")
OUTLINE, BIDI, NUMBERING = w("outlineLvl"), w("bidi"), w("numPr")
_PROPERTIES = w("pPr")
_WORDS = w("t")
_SEEN = (_WORDS, *(w(name) for name in ("sym", "drawing", "pict", "object")), MATHS)
_GONE = (w("del"), w("moveFrom"))

Facts = Mapping[str, etree._Element]  # noqa: SLF001 - lxml's only name


def facts_of(paragraph: etree._Element) -> Facts:
    """Return the properties of a paragraph by the names of the elements that tell them."""
    properties = next(paragraph.iterchildren(_PROPERTIES), None)
    return {} if properties is None else {one.tag: one for one in properties}


def bare_facts_of(paragraph: etree._Element) -> Facts:
    """Return those of the properties that one needs who reads the words alone."""
    properties = next(paragraph.iterchildren(_PROPERTIES), None)
    return {} if properties is None else {one.tag: one for one in properties.iterchildren(STYLE, MARK)}


def label_of(facts: Facts, style: ParagraphStyle, numbering: Numbering) -> Label | None:
    """Count a paragraph and return its label, None where it has none. Ask once for each paragraph, in order."""
    own = facts.get(NUMBERING)
    if own is None and style.numbering is None:
        return None
    number = child_value(own, "numId") or style.numbering
    if number is None or number == "0":
        return None
    level = whole_number(child_value(own, "ilvl"))
    if level is None:
        level = style.level
    if level is None:
        level = numbering.level_of_style(number, style.id) or 0
    return numbering.label(number, level)


def shows_anything(paragraph: etree._Element) -> bool:
    """Whether a paragraph shows anything, as far as that can be told before it is written."""
    found = paragraph.iter(*_SEEN)
    return any((one.text or one.tag != _WORDS) and next(one.iterancestors(*_GONE), None) is None for one in found)


def said_in(root: etree._Element) -> str:
    """Return what a header or footer says, to know it again."""
    return "".join(one.text or one.get("string") or "" for one in root.iter(_WORDS, TEXT_PATH)).strip()
