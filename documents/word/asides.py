"""What a walk comes past besides text: recorded changes, hidden words, pictures, and where comments begin and end."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from documents.model import Hidden, Picture, Revision, RevisionKind, Span
from documents.word.names import R, attribute, w
from documents.word.package import Relationship

__all__ = ["Asides", "words_of"]

_DATE_UTC = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}dateUtc"
_KINDS = {
    w("ins"): RevisionKind.INSERTED,
    w("del"): RevisionKind.DELETED,
    w("moveFrom"): RevisionKind.MOVED_FROM,
    w("moveTo"): RevisionKind.MOVED_TO,
    w("rPrChange"): RevisionKind.FORMATTED,
    w("pPrChange"): RevisionKind.FORMATTED,
    w("numberingChange"): RevisionKind.FORMATTED,
    w("tblPrChange"): RevisionKind.FORMATTED,
    w("trPrChange"): RevisionKind.FORMATTED,
    w("tcPrChange"): RevisionKind.FORMATTED,
    w("cellIns"): RevisionKind.INSERTED,
    w("cellDel"): RevisionKind.DELETED,
}
_GONE = {RevisionKind.DELETED, RevisionKind.MOVED_FROM}
_LETTERS = {w("t"), w("delText")}
_BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "\u2011", w("br"): "\n", w("cr"): "\n", w("p"): "\n"}
_EMU = 12_700
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|px|cm|mm)?")
_POINTS = {"pt": 1.0, "in": 72.0, "px": 0.75, "cm": 28.346, "mm": 2.8346, None: 1.0}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_OFFICE_ID = "{urn:schemas-microsoft-com:office:office}title"


class Asides:
    """Collects; positions are those of the tape at the time."""

    def __init__(self) -> None:
        self.revisions: list[Revision] = []
        self.hidden: list[Hidden] = []
        self.pictures: list[Picture] = []
        self.comment_starts: dict[str, int] = {}
        self.comment_ends: dict[str, int] = {}
        self.comment_marks: dict[str, int] = {}

    def change(self, element: etree._Element, span: Span, words: str | None = None) -> None:
        """Note a recorded change; of one that takes words out, they are read from the element itself."""
        kind = _KINDS[element.tag]
        if words is None:
            words = words_of(element) if kind in _GONE else ""
        self._note(kind, element, span, words)

    def setting(self, element: etree._Element, span: Span) -> None:
        """Note that how `span` is set was changed, whatever the element is called: numbers that were put in."""
        self._note(RevisionKind.FORMATTED, element, span, "")

    def _note(self, kind: RevisionKind, element: etree._Element, span: Span, words: str) -> None:
        if kind in _GONE:
            span = Span(span.start, span.start)
        if words or len(span):
            date = element.get(_DATE_UTC) or attribute(element, "date") or ""
            self.revisions.append(Revision(kind, span, attribute(element, "author") or "", date, words))

    def hide(self, place: int, words: str) -> None:
        """Note words that the file does not show."""
        if self.hidden and self.hidden[-1].place == place:
            words = self.hidden.pop().words + words
        self.hidden.append(Hidden(place, words))

    def picture(self, element: etree._Element, place: int, relationships: Mapping[str, Relationship]) -> None:
        """Note what a U+FFFC at `place` stands for."""
        name, source, width, height = "", "", 0.0, 0.0
        formula = "".join(one.text or "" for one in element.iter(_MATH_TEXT))
        for one in element.iter(etree.Element):
            tag = one.tag.rpartition("}")[2]
            if tag == "extent" and not width:
                width, height = _points(one.get("cx")), _points(one.get("cy"))
            elif tag == "docPr" and not name:
                name = one.get("descr") or one.get("name") or ""
            elif tag in {"blip", "imagedata"} and not source:
                link = relationships.get(one.get(f"{{{R}}}embed") or one.get(f"{{{R}}}id") or "")
                source = link.target if link and not link.external else ""
                name = name or one.get(_OFFICE_ID) or ""
            elif tag in {"shape", "rect"} and not width:
                sizes = {side: float(size) * _POINTS[unit or None] for side, size, unit in _lengths(one.get("style"))}
                width, height = sizes.get("width", 0.0), sizes.get("height", 0.0)
        self.pictures.append(Picture(place, formula or name, round(width, 2), round(height, 2), source))


def words_of(element: etree._Element) -> str:
    """The words of an element whatever became of them, paragraphs on lines of their own."""
    found = element.iter(*_LETTERS, *_BREAKS)
    return "".join((one.text or "") if one.tag in _LETTERS else _BREAKS[one.tag] for one in found)


def _points(length: str | None) -> float:
    return int(length) / _EMU if length and length.isdecimal() else 0.0


def _lengths(style: str | None) -> list[tuple[str, str, str]]:
    found = _LENGTH.findall(style or "")
    return [(side, size, unit) for side, size, unit in found if size.count(".") <= 1 and size != "."]
