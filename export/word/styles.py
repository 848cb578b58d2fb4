"""Styles of the Word files we make, and the comment styles added to files that lack them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from export.word.fonts import Faces, add_fonts, add_language, is_chinese
from export.word.names import element, sub, to_bytes, w

__all__ = [
    "BLANK",
    "BODY",
    "BOX",
    "CELL",
    "CELL_HEAD",
    "CODE",
    "ENDNOTE_MARK",
    "FOOTNOTE_MARK",
    "FOOTNOTE_TEXT",
    "HEADINGS",
    "INLINE_CODE",
    "LINK",
    "LIST",
    "MARGIN",
    "NOTE",
    "QUOTE",
    "TABLE",
    "CommentStyles",
    "add_comment_styles",
    "divided",
    "styles_part",
]

BLANK: Final = "BlankLine"
LIST: Final = "ListParagraph"
QUOTE: Final = "Quote"
CODE: Final = "CodeBlock"
CELL: Final = "TableText"
CELL_HEAD: Final = "TableHead"
BODY: Final = "BodyText"
BOX: Final = "TextBox"
NOTE: Final = "PolicyNote"
FOOTNOTE_TEXT: Final = "FootnoteText"
FOOTNOTE_MARK: Final = "FootnoteReference"
ENDNOTE_MARK: Final = "EndnoteReference"
MARGIN: Final = "PageMargin"
LINK: Final = "Hyperlink"
INLINE_CODE: Final = "InlineCode"
TABLE: Final = "PolicyTable"
HEADINGS: Final = tuple(f"Heading{level}" for level in range(1, 10))
_OURS: Final = {BLANK, CODE, CELL, CELL_HEAD, BOX, NOTE, MARGIN, f"{NOTE}First", f"{MARGIN}First"}
_GREY: Final = "595959"
_LINE: Final = "BFBFBF"


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style. Sizes are half-points; spacing and indents twentieths of a point.

    `first` is the indent of its first line in hundredths of a letter; `border` is "top" or "left" for a line there,
    "box" for a frame.
    """

    id: str
    name: str
    size: int = 0
    bold: bool = False
    heading: bool = False
    italic: bool = False
    colour: str = ""
    align: str = ""
    before: int = 0
    after: int = 0
    line: int = 0
    exact: bool = False
    left: int = 0
    first: int = 0
    keep: bool = False
    border: str = ""
    based: str = "Normal"
    outline: int = -1
    next: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """The ids a file gives the styles of comments, and whether any was added."""

    reference: str = "CommentReference"
    text: str = "CommentText"
    added: bool = False


def divided(style: str) -> str:
    """Return the style that draws a line above and is `style` otherwise."""
    return f"{style}First"


def styles_part(faces: Faces, language: str) -> bytes:
    """Return styles.xml for a new file in a language."""
    chinese = is_chinese(language)
    root = element("styles")
    root.append(_defaults(faces, 24 if chinese else 22))
    align, after, line = ("both", 100, 360) if chinese else ("left", 110, 300)
    body = _Style("Normal", "Normal", align=align, after=after, line=line)
    _paragraph_style(root, body, faces, default=True)
    _default_styles(root)
    for style in (*_headings(chinese=chinese), *_others(chinese=chinese)):
        _paragraph_style(root, style, faces)
    _hyperlink(root)
    _inline_code(root, faces)
    _raised(root, FOOTNOTE_MARK, "footnote reference")
    _raised(root, ENDNOTE_MARK, "endnote reference")
    _table_style(root)
    return to_bytes(root)


def add_comment_styles(root: etree._Element, faces: Faces) -> CommentStyles:
    """Add the styles that comments name to a file's own styles, where it lacks them.

    Word's Chinese and other editions give built-in styles ids of their own (`a3`): they are known by name.
    """
    by_name = {_name(style).lower(): style.get(w("styleId"), "") for style in root.iterchildren(w("style"))}
    missing = [name for name in _COMMENT_STYLES if name not in by_name]
    for name in missing:
        by_name[name] = _free_id(_COMMENT_STYLES[name], set(by_name.values()))
        _COMMENT_MAKERS[name](root, by_name[name], faces)
    return CommentStyles(by_name["annotation reference"], by_name["annotation text"], bool(missing))


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")


def _free_id(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}{number}"
    return free


def _headings(*, chinese: bool) -> list[_Style]:
    sizes = (32, 28, 26, 24) if chinese else (30, 26, 24, 22)
    title = _Style(
        "Title", "Title", size=44 if chinese else 40, bold=True, heading=True, align="center" if chinese else "left",
        before=120, after=320, line=300, keep=True, next="Normal",
    )  # fmt: skip
    levels = [
        _Style(
            HEADINGS[level], f"heading {level + 1}", size=sizes[min(level, 3)], bold=True, heading=True, align="left",
            before=max(120, 280 - 60 * level), after=100, line=300, keep=True, outline=level, next="Normal",
        )
        for level in range(9)
    ]  # fmt: skip
    return [title, *levels]


def _others(*, chinese: bool) -> list[_Style]:
    small = 21 if chinese else 20
    note = _Style(NOTE, "Policy Note", size=18, before=0, after=60, line=250, align="left")
    margin = _Style(MARGIN, "Page Margin", size=18, colour=_GREY, before=0, after=40, line=250, align="left")
    return [
        _Style(BODY, "Body Text", first=200 if chinese else 0),
        _Style(BLANK, "Blank Line", size=8, line=100, exact=True, shown=False),
        _Style(LIST, "List Paragraph", after=80),
        _Style(QUOTE, "Quote", left=480, colour="404040", italic=not chinese, before=60, after=120, border="left"),
        _Style(CODE, "Code Block", size=19, left=240, line=260, align="left", before=60, after=120),
        _Style(CELL, "Table Text", size=small, before=40, after=40, line=260, align="left"),
        _Style(CELL_HEAD, "Table Head", bold=True, based=CELL),
        _Style(BOX, "Text Box", size=small, left=240, before=60, after=60, align="left", border="box"),
        note,
        replace(note, id=FOOTNOTE_TEXT, name="footnote text"),
        replace(note, id=divided(NOTE), name="Policy Note First", before=360, border="top", based=NOTE),
        margin,
        replace(margin, id=divided(MARGIN), name="Page Margin First", before=360, border="top", based=MARGIN),
        _Style("Header", "header", size=18, colour=_GREY, align="center", line=240),
        _Style("Footer", "footer", size=18, colour=_GREY, align="center", line=240),
    ]


def _defaults(faces: Faces, size: int) -> etree._Element:
    made = element("docDefaults")
    properties = sub(sub(made, "rPrDefault"), "rPr")
    add_fonts(properties, faces)
    sub(properties, "kern", {"val": "2"})
    for name in ("sz", "szCs"):
        sub(properties, name, {"val": str(size)})
    add_language(properties, faces)
    sub(sub(made, "pPrDefault"), "pPr")
    return made


def _paragraph_style(root: etree._Element, style: _Style, faces: Faces, *, default: bool = False) -> None:
    made = sub(root, "style", {"type": "paragraph", **({"default": "1"} if default else {}), "styleId": style.id})
    if style.id in _OURS:
        made.set(w("customStyle"), "1")
    sub(made, "name", {"val": style.name})
    if not default:
        sub(made, "basedOn", {"val": style.based})
    if style.next:
        sub(made, "next", {"val": style.next})
    if style.shown:
        sub(made, "qFormat")
    _paragraph_properties(made, style)
    _run_properties(made, style, faces)


def _paragraph_properties(parent: etree._Element, style: _Style) -> None:
    made = sub(parent, "pPr")
    if style.keep:
        sub(made, "keepNext")
        sub(made, "keepLines")
    sub(made, "widowControl")
    if style.border:
        _border(made, style.border)
    _spacing(made, style)
    if style.align:
        sub(made, "jc", {"val": style.align})
    if style.outline >= 0:
        sub(made, "outlineLvl", {"val": str(style.outline)})


def _spacing(properties: etree._Element, style: _Style) -> None:
    spacing = {"before": str(style.before), "after": str(style.after)}
    if style.line:
        spacing |= {"line": str(style.line), "lineRule": "exact" if style.exact else "auto"}
    if style.before or style.after or style.line:
        sub(properties, "spacing", spacing)
    if style.left:
        right = {"right": str(style.left)} if style.border == "box" else {}
        sub(properties, "ind", {"left": str(style.left), **right})
    elif style.first:
        sub(properties, "ind", {"firstLine": str(style.first * 240 // 100), "firstLineChars": str(style.first)})


def _border(properties: etree._Element, border: str) -> None:
    made = sub(properties, "pBdr")
    for side in ("top", "left", "bottom", "right") if border == "box" else (border,):
        thick, space = ("18", "10") if border == "left" else ("4", "6")
        sub(made, side, {"val": "single", "sz": thick, "space": space, "color": _LINE})


def _run_properties(parent: etree._Element, style: _Style, faces: Faces) -> None:
    made = sub(parent, "rPr")
    if style.id == CODE:
        sub(made, "rFonts", _code_fonts(faces))
    elif style.heading:
        add_fonts(made, faces, heading=True)
    for name in ("b", "bCs") if style.bold else ():
        sub(made, name)
    for name in ("i", "iCs") if style.italic else ():
        sub(made, name)
    if style.colour:
        sub(made, "color", {"val": style.colour})
    for name in ("sz", "szCs") if style.size else ():
        sub(made, name, {"val": str(style.size)})
    if not len(made):
        parent.remove(made)


def _default_styles(root: etree._Element) -> None:
    character = sub(root, "style", {"type": "character", "default": "1", "styleId": "DefaultParagraphFont"})
    sub(character, "name", {"val": "Default Paragraph Font"})
    table = sub(root, "style", {"type": "table", "default": "1", "styleId": "TableNormal"})
    sub(table, "name", {"val": "Normal Table"})
    properties = sub(table, "tblPr")
    sub(properties, "tblInd", {"w": "0", "type": "dxa"})
    _cell_margins(properties, 108, 0)
    numbering = sub(root, "style", {"type": "numbering", "default": "1", "styleId": "NoList"})
    sub(numbering, "name", {"val": "No List"})


def _cell_margins(properties: etree._Element, side: int, above: int) -> None:
    margins = sub(properties, "tblCellMar")
    for name, width in (("top", above), ("left", side), ("bottom", above), ("right", side)):
        sub(margins, name, {"w": str(width), "type": "dxa"})


def _table_style(root: etree._Element) -> None:
    made = sub(root, "style", {"type": "table", "customStyle": "1", "styleId": TABLE})
    sub(made, "name", {"val": "Policy Table"})
    sub(made, "basedOn", {"val": "TableNormal"})
    properties = sub(made, "tblPr")
    borders = sub(properties, "tblBorders")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        sub(borders, name, {"val": "single", "sz": "4", "space": "0", "color": _LINE})
    _cell_margins(properties, 100, 30)
    first = sub(made, "tblStylePr", {"type": "firstRow"})
    sub(sub(first, "rPr"), "b")
    shading = sub(sub(first, "tcPr"), "shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F2F2F2")):
        shading.set(w(name), value)


def _inline_code(root: etree._Element, faces: Faces) -> None:
    made = sub(root, "style", {"type": "character", "customStyle": "1", "styleId": INLINE_CODE})
    sub(made, "name", {"val": "Inline Code"})
    sub(made, "basedOn", {"val": "DefaultParagraphFont"})
    sub(sub(made, "rPr"), "rFonts", _code_fonts(faces))


def _raised(root: etree._Element, style_id: str, name: str) -> None:
    made = sub(root, "style", {"type": "character", "styleId": style_id})
    sub(made, "name", {"val": name})
    sub(made, "basedOn", {"val": "DefaultParagraphFont"})
    sub(sub(made, "rPr"), "vertAlign", {"val": "superscript"})


def _code_fonts(faces: Faces) -> dict[str, str]:
    return {"ascii": "Consolas", "hAnsi": "Consolas", "eastAsia": faces.east_asian, "cs": "Consolas"}


def _hyperlink(root: etree._Element) -> None:
    made = sub(root, "style", {"type": "character", "styleId": LINK})
    sub(made, "name", {"val": "Hyperlink"})
    sub(made, "basedOn", {"val": "DefaultParagraphFont"})
    properties = sub(made, "rPr")
    sub(properties, "color", {"val": "0563C1"})
    sub(properties, "u", {"val": "single"})


def _reference_style(root: etree._Element, style_id: str, _faces: Faces) -> None:
    made = sub(root, "style", {"type": "character", "styleId": style_id})
    sub(made, "name", {"val": "annotation reference"})
    properties = sub(made, "rPr")
    for name in ("sz", "szCs"):
        sub(properties, name, {"val": "16"})


def _text_style(root: etree._Element, style_id: str, faces: Faces) -> None:
    made = sub(root, "style", {"type": "paragraph", "styleId": style_id})
    sub(made, "name", {"val": "annotation text"})
    paragraph = sub(made, "pPr")
    sub(paragraph, "spacing", {"before": "0", "after": "40", "line": "240", "lineRule": "auto"})
    properties = sub(made, "rPr")
    sub(properties, "rFonts", {"eastAsia": faces.east_asian})
    for name in ("sz", "szCs"):
        sub(properties, name, {"val": "20"})


_COMMENT_STYLES: Final = {"annotation reference": "CommentReference", "annotation text": "CommentText"}
_COMMENT_MAKERS: Final = {"annotation reference": _reference_style, "annotation text": _text_style}
