"""What HTML's tags and inline styles say: box or running words, hidden, bold, white space."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from documents.markup.embedded import data_source
from documents.markup.spaces import PLAIN, WhiteSpace
from documents.model import Picture, Run

__all__ = [
    "BOXES",
    "HEADINGS",
    "UNREAD",
    "Attributes",
    "heading_level",
    "is_box",
    "is_hidden",
    "is_note",
    "is_note_mark",
    "look_within",
    "picture_of",
    "styles_of",
    "white_space_within",
]

Attributes = Mapping[str, str | None]

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
BOXES = frozenset(
    {
        *HEADINGS,
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *(
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frameset",
            "header",
            "hgroup",
            "hr",
        ),
        *("html", "legend", "li", "listing", "main", "menu", "nav", "ol", "option", "p", "plaintext", "pre", "search"),
        *("foreignObject", "text"),  # within a drawing
        *("section", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    }
)
UNREAD = frozenset(
    {
        *("applet", "area", "audio", "base", "canvas", "datalist", "embed", "frame", "head", "iframe", "link", "map"),
        *(
            "meta",
            "meter",
            "noembed",
            "noframes",
            "noscript",
            "param",
            "progress",
            "rp",
            "rt",
            "rtc",
            "script",
        ),
        *("style", "template", "title", "video"),
        # what a drawing holds and does not show as words
        *("clipPath", "defs", "desc", "marker", "mask", "metadata", "pattern", "symbol"),
    }
)
_LOOKS: Mapping[str, str] = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var", "address"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
_PRE_TAGS = frozenset({"pre", "listing", "plaintext", "xmp", "textarea"})
_BOLD = 600
_NOTES = frozenset({"footnote", "rearnote", "endnote", "doc-footnote", "doc-endnote"})
_NOTE_MARKS = frozenset({"noteref", "doc-noteref"})
_TINY = frozenset({"0", "1", "2"})
_POINTS_A_PIXEL = 0.75
_LONG = 6
_RUNNING = re.compile(r"inline(?!-)|contents")
_WHITE_SPACES: Mapping[str, WhiteSpace] = {
    "normal": WhiteSpace.NORMAL,
    "nowrap": WhiteSpace.NORMAL,
    "pre": WhiteSpace.PRE,
    "pre-wrap": WhiteSpace.PRE,
    "break-spaces": WhiteSpace.PRE,
    "pre-line": WhiteSpace.PRE_LINE,
}
_NONE: Mapping[str, str] = {}


def styles_of(attributes: Attributes) -> Mapping[str, str]:
    """Return the declarations of an inline style, in lower case."""
    written = attributes.get("style")
    if not written:
        return _NONE
    pairs = (one.partition(":") for one in written.lower().replace("!important", "").split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def is_box(tag: str, styles: Mapping[str, str]) -> bool:
    """Whether the element begins and ends a line."""
    display = styles.get("display", "") if styles else ""
    if not display or display in {"inherit", "initial"}:
        return tag in BOXES
    if tag in {"li", "td", "th", "tr", "table"}:
        return True
    return not display.startswith("inline") if tag not in BOXES else not _RUNNING.fullmatch(display)


def is_hidden(tag: str, attributes: Attributes, styles: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of the element when the page opens."""
    if styles and (styles.get("display") == "none" or styles.get("visibility") in {"hidden", "collapse"}):
        return True
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return tag == "dialog" and "open" not in attributes


def picture_of(attributes: Attributes) -> Picture | None:
    """Return the picture that an <img> shows, named by its alternative words; None where it only adorns the page."""
    width, height = attributes.get("width") or "", attributes.get("height") or ""
    if width in _TINY or height in _TINY or attributes.get("alt") == "" or not attributes.get("src"):
        return None
    source = (attributes["src"] or "").strip()
    name = " ".join((attributes.get("alt") or attributes.get("title") or "").split())
    return Picture(
        0, name, _points(width), _points(height), data_source(source) if source.startswith("data:") else source
    )


def _points(pixels: str) -> float:
    number = pixels.removesuffix("px")
    return int(number) * _POINTS_A_PIXEL if number.isascii() and number.isdigit() and len(number) < _LONG else 0.0


def is_note(attributes: Attributes) -> bool:
    """Whether the element is a footnote by the words for it in books (epub:type) and in ARIA."""
    return _says(attributes, _NOTES)


def is_note_mark(attributes: Attributes) -> bool:
    """Whether the element is the mark in the text that leads to a footnote."""
    return _says(attributes, _NOTE_MARKS)


def _says(attributes: Attributes, words: frozenset[str]) -> bool:
    stated = f"{attributes.get('epub:type') or ''} {attributes.get('role') or ''}"
    return len(stated) > 1 and not words.isdisjoint(stated.split())


def heading_level(tag: str, attributes: Attributes) -> int:
    """Return 1 to 9 for a heading, 0 for anything else."""
    if tag in HEADINGS:
        return HEADINGS[tag]
    if attributes.get("role") != "heading":
        return 0
    level = attributes.get("aria-level") or "2"
    return min(max(int(level), 1), 9) if level.isascii() and level.isdigit() and len(level) < 3 else 2  # noqa: PLR2004


def white_space_within(tag: str, styles: Mapping[str, str], around: WhiteSpace) -> WhiteSpace:
    """Return how white space counts inside the element."""
    if styles and (stated := _WHITE_SPACES.get(styles.get("white-space", ""))):
        return stated
    return WhiteSpace.PRE if tag in _PRE_TAGS else WhiteSpace.NORMAL if tag == "table" else around


def look_within(tag: str, attributes: Attributes, styles: Mapping[str, str], look: Run) -> Run:
    """Return how words inside the element are set."""
    changes: dict[str, Any] = {_LOOKS[tag]: True} if tag in _LOOKS else {}
    if tag == "a" and attributes.get("href"):
        changes["link"] = (attributes["href"] or "").strip()
    if styles:
        changes |= _styled(styles)
    if not changes:
        return look
    changed = replace(look, **changes)
    return PLAIN if changed == PLAIN else changed  # so that plain words are known by identity


def _styled(styles: Mapping[str, str]) -> dict[str, bool]:
    changes = {}
    weight = styles.get("font-weight", "")
    if weight in {"bold", "bolder"} or (weight.isascii() and weight.isdigit()):
        changes["bold"] = not weight.isdigit() or int(weight[:5]) >= _BOLD
    elif weight in {"normal", "lighter"}:
        changes["bold"] = False
    if styles.get("font-style"):
        changes["italic"] = styles["font-style"].startswith(("italic", "oblique"))
    decoration = styles.get("text-decoration", "") + styles.get("text-decoration-line", "")
    if "underline" in decoration:
        changes["underline"] = True
    if "line-through" in decoration:
        changes["strike"] = True
    return changes
