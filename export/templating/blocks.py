"""Whole parts of our own put into a template: our sections, as wide as its page, in its styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol

from lxml import etree

from export.templating.house_styles import HouseStyles
from export.word.links import drop_links
from export.word.names import element, to_bytes, w
from export.word.out_package import OutPackage

__all__ = ["Blocks"]

_MARK: Final = "ClausemarkPart-"
_STYLE_TAGS: Final = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_OLD_STYLES: Final = "stylesWithEffects"
"""A second copy of the styles that Word 2010 kept; later ones write none, and one that differs alarms them."""
_STYLES_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
_USUAL_WIDTH: Final = 9000
_LEAST_WIDTH: Final = 3000
_OURS_FROM: Final = 700_000
"""Our bookmarks are numbered from there on, out of the way of the template's own."""


class Build(Protocol):
    """Makes the elements of a block by its name, for text of a width in twentieths of a point."""

    def __call__(self, name: str, width: int) -> Sequence[etree._Element]:
        """Return them; none for a block that this report has nothing for."""


class Blocks:
    """Puts blocks where their marks stand. `styles` makes our styles part for a text of a certain width."""

    def __init__(self, build: Build, styles: Callable[[int], bytes], ink: str = "") -> None:
        self._build = build
        self._styles = styles
        self._ink = ink

    @staticmethod
    def mark(name: str) -> str:
        """Return the style of the paragraph that a block takes the place of."""
        return _MARK + name

    @staticmethod
    def asked_for(roots: Iterable[etree._Element]) -> list[str]:
        """Return the names of the blocks whose marks stand in the parts, in order."""
        return [_name(made) for root in roots for made in root.iter(w("pStyle")) if _is_mark(made)]

    def put_in(self, package: OutPackage, roots: Mapping[str, etree._Element]) -> None:
        """Put every block in, and into the package's styles those of ours that it lacks."""
        marks = [made for root in roots.values() for made in root.iter(w("pStyle")) if _is_mark(made)]
        if not marks:
            return
        widths = [_width_at(_paragraph_of(made)) for made in marks]
        part, theirs = _their_styles(package)
        ours = etree.fromstring(self._styles(widths[0]))
        house = HouseStyles(theirs, ours, self._ink)
        put_in: list[etree._Element] = []
        for made, width in zip(marks, widths, strict=True):
            block = self._build(_name(made), width)
            put_in += _replace(_paragraph_of(made), _in_house_styles(block, house))
        _tidy(put_in, roots.values())
        if house.added:
            drop_links(package, lambda link: link.kind == _OLD_STYLES)
            package.set(part, to_bytes(theirs), _STYLES_TYPE)


def _is_mark(style: etree._Element) -> bool:
    return style.get(w("val"), "").startswith(_MARK)


def _name(style: etree._Element) -> str:
    return style.get(w("val"), "").removeprefix(_MARK)


def _paragraph_of(style: etree._Element) -> etree._Element:
    return next(style.iterancestors(w("p")))


def _their_styles(package: OutPackage) -> tuple[str, etree._Element]:
    part = package.related(package.main, "styles")
    if part is not None:
        return part, package.tree(part)
    package.set("word/styles.xml", to_bytes(element("styles")), _STYLES_TYPE)
    package.relate(package.main, _STYLES_KIND, "word/styles.xml")
    return "word/styles.xml", element("styles")


def _width_at(paragraph: etree._Element) -> int:
    """Return how wide the text is where a paragraph stands: its cell's, else its section's."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is not None:
        given = cell.find(f"{w('tcPr')}/{w('tcW')}")
        wide = given is not None and given.get(w("type")) == "dxa"
        return max(_number(given, "w") - 216, _LEAST_WIDTH) if wide else _LEAST_WIDTH
    section = _section_of(paragraph)
    if section is None:
        return _USUAL_WIDTH
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width = _number(page, "w") - _number(margins, "left") - _number(margins, "right") - _number(margins, "gutter")
    columns = section.find(w("cols"))
    count = max(_number(columns, "num"), 1)
    width = (width - (count - 1) * (_number(columns, "space") or 720)) // count
    return width if width >= _LEAST_WIDTH else _USUAL_WIDTH


def _section_of(paragraph: etree._Element) -> etree._Element | None:
    """Return the section properties that hold for a paragraph: the next that follow it."""
    root = paragraph.getroottree().getroot()
    passed = False
    for made in root.iter(w("p"), w("sectPr")):
        passed = passed or made is paragraph
        if passed and made.tag == w("sectPr"):
            return made
    return None


def _number(made: etree._Element | None, name: str) -> int:
    value = "" if made is None else made.get(w(name), "")
    return int(value) if value.lstrip("-").isdigit() else 0


def _in_house_styles(block: Iterable[etree._Element], house: HouseStyles) -> Iterator[etree._Element]:
    for made in block:
        for style in made.iter(*_STYLE_TAGS):
            style.set(w("val"), house.id_of(style.get(w("val"), "")))
        for mark in made.iter(w("bookmarkStart"), w("bookmarkEnd")):
            mark.set(w("id"), str(_number(mark, "id") + _OURS_FROM))
        yield made


def _replace(paragraph: etree._Element, block: Iterable[etree._Element]) -> list[etree._Element]:
    """Put elements in the place of a paragraph. Two tables that touch would become one, so a line stands between."""
    parent = paragraph.getparent()
    if parent is None:
        return []
    put_in = list(block)
    for made in put_in:
        paragraph.addprevious(made)
    following = paragraph.getnext()
    before = paragraph.getprevious()
    touches = before is not None and before.tag == w("tbl") and (following is None or following.tag != w("p"))
    if touches:
        paragraph.addprevious(element("p"))
    parent.remove(paragraph)
    return put_in


def _tidy(put_in: Sequence[etree._Element], roots: Iterable[etree._Element]) -> None:
    """Make words of links and references of ours whose end is not in the file."""
    names = {made.get(w("name"), "") for root in roots for made in root.iter(w("bookmarkStart"))}
    for link in [link for made in put_in for link in made.iter(w("hyperlink"), w("fldSimple"))]:
        code = link.get(w("instr"), "").split()
        end = link.get(w("anchor"), "") if link.tag == w("hyperlink") else code[1] if code[:1] == ["REF"] else ""
        if end and end not in names:
            _unwrap(link)


def _unwrap(link: etree._Element) -> None:
    parent = link.getparent()
    if parent is None:
        return
    for child in list(link):
        for look in child.iter(w("rStyle")):
            look.getparent().remove(look)  # type: ignore[union-attr]  # found below its parent
        link.addprevious(child)
    parent.remove(link)
