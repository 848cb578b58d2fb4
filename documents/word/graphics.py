"""Words that are drawn: diagrams (SmartArt), charts, WordArt and watermarks, and shapes of DrawingML -> paragraphs.

A reader sees them, so they are read as a text box is. Nothing can be written into the paragraphs made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from documents.word.chunks import paragraphs_of_text
from documents.word.names import R, w
from documents.word.package import Relationship

__all__ = ["DRAWN", "TEXT_PATH", "drawn_words"]

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_EX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_SHAPE_TEXT = f"{{{_A}}}txBody"
_RELATIONS = f"{{{_DIAGRAM}}}relIds"
_CHARTS = {f"{{{_CHART}}}chart", f"{{{_CHART_EX}}}chart"}
_PARAGRAPH, _LETTERS, _LINE_BREAK = f"{{{_A}}}p", f"{{{_A}}}t", f"{{{_A}}}br"
_POINT, _LINK = f"{{{_DIAGRAM}}}pt", f"{{{_DIAGRAM}}}cxn"
_LAID_OUT = "pres"  # a point that only says where another one stands
_NAMES = ("tx", "cat", "strDim")
DRAWN = frozenset({TEXT_PATH, _SHAPE_TEXT, _RELATIONS, *_CHARTS})

Tree = Callable[[str], etree._Element | None]  # noqa: SLF001 - lxml's only name


def drawn_words(
    element: etree._Element, relationships: Mapping[str, Relationship], tree: Tree
) -> tuple[str, etree._Element]:
    """Return the part that holds the words of one of DRAWN, "" for none of its own, and paragraphs as of a text box.

    `relationships` are those of the part the element stands in; `tree` gives a part's root or None.
    """
    part, lines = "", list(_lines_here(element))
    if element.tag == _RELATIONS or element.tag in _CHARTS:
        link = relationships.get(element.get(f"{{{R}}}dm") or element.get(f"{{{R}}}id") or "")
        part = "" if link is None or link.external else link.target
        root = tree(part) if part else None
        if root is not None:
            lines = list(_lines_of_diagram(root) if element.tag == _RELATIONS else _lines_of_chart(root))
    box = etree.Element(w("txbxContent"))
    for line in lines:
        if line.strip():
            box.extend(paragraphs_of_text(line))
    return part, box


def _lines_here(element: etree._Element) -> Iterator[str]:
    if element.tag == TEXT_PATH:
        yield element.get("string") or ""
    elif element.tag == _SHAPE_TEXT:
        yield from _paragraphs(element)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for paragraph in element.iter(_PARAGRAPH):
        found = paragraph.iter(_LETTERS, _LINE_BREAK)
        yield "".join((one.text or "") if one.tag == _LETTERS else "\n" for one in found)


def _lines_of_diagram(root: etree._Element) -> Iterator[str]:
    """Yield what its points say, those below a point after it."""
    points = {one.get("modelId", ""): one for one in root.iter(_POINT) if one.get("type") != _LAID_OUT}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(_LINK):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd", "0")
            place = int(order) if order.isdecimal() else 0
            below.setdefault(link.get("srcId", ""), []).append((place, link.get("destId", "")))
    pending = [point for point, one in points.items() if one.get("type") == "doc"] or list(points)
    pending = [*reversed(points), *pending]  # those that hang on nothing come last
    while pending:
        point = pending.pop()
        element = points.pop(point, None)
        if element is not None:
            yield from _paragraphs(element)
            pending.extend(child for _, child in sorted(below.get(point, ()), reverse=True))


def _lines_of_chart(root: etree._Element) -> Iterator[str]:
    """Yield titles, then names of series and categories, each once; no figures."""
    yield from _paragraphs(root)
    said: dict[str, None] = {}
    for element in root.iter(etree.Element):
        space, _, name = element.tag.rpartition("}")
        if name in _NAMES and space[1:] in {_CHART, _CHART_EX}:
            said |= dict.fromkeys(_names_in(element))
    yield from said


def _names_in(element: etree._Element) -> Iterator[str]:
    """Yield strings that were stored for a chart; where numbers name its categories, none."""
    if any(one.tag.endswith("}numCache") for one in element.iter(etree.Element)):
        return
    for one in element.iter(etree.Element):
        if one.tag.rpartition("}")[2] in {"v", "pt"} and (one.text or "").strip():
            yield one.text or ""
