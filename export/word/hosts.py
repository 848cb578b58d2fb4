"""What the markers of a comment may stand around: a run, or the field, control or drawing it lies in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from export.word.names import MC, W, w
from export.word.runs import Letters

__all__ = ["Host", "Hosts"]

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_P, _R, _SDT, _RUBY, _BOX = w("p"), w("r"), w("sdt"), w("ruby"), w("txbxContent")
_CLOSED: Final = {w("fldSimple"), f"{_MATH}oMath", f"{_MATH}oMathPara", f"{{{MC}}}AlternateContent"}
_LOCKS: Final = {"sdtContentLocked", "contentLocked"}
_REPLACED: Final = tuple(map(w, ("dataBinding", "dropDownList", "comboBox", "date")))


@dataclass(frozen=True, slots=True)
class Host:
    """The first and last element to stand around. `plain`: it is a run, and may be cut; `why`: it is elsewhere."""

    first: etree._Element
    last: etree._Element
    plain: bool = False
    why: str = ""


class Hosts:
    """Finds the host of letters, and remembers the fields of each paragraph it has looked at."""

    def __init__(self) -> None:
        self._fields: dict[etree._Element, dict[etree._Element, Host]] = {}
        self._boxed: dict[etree._Element, etree._Element | None] = {}

    def around(self, atom: Letters) -> Host:
        """Return the smallest thing around the letters that markers may stand around."""
        return self._around(atom.element, atom.run, atom.paragraph)

    def inside(self, atom: Letters) -> Host:
        """Return the same as if the text box that holds the letters, if one does, were a page of its own."""
        return self._within(atom.element, atom.run, atom.paragraph)

    def around_element(self, element: etree._Element) -> Host:
        """Return the same for an element of a run that holds no letters."""
        return self._around(element, next(element.iterancestors(_R)), next(element.iterancestors(_P)))

    def _around(self, element: etree._Element, run: etree._Element, paragraph: etree._Element) -> Host:
        holder = self._holder_of_box(paragraph)
        if holder is not None:
            return Host(holder, holder, why="text_box")
        return self._within(element, run, paragraph)

    def _within(self, element: etree._Element, run: etree._Element, paragraph: etree._Element) -> Host:
        closed = _outermost_closed(element, paragraph)
        in_field = self._fields_of(paragraph).get(closed if closed is not None else run)
        if in_field is not None:
            return in_field
        if closed is not None:
            return Host(closed, closed)
        return Host(run, run, plain=True)

    def _fields_of(self, paragraph: etree._Element) -> dict[etree._Element, Host]:
        if paragraph not in self._fields:
            self._fields[paragraph] = _fields(paragraph)
        return self._fields[paragraph]

    def _holder_of_box(self, paragraph: etree._Element) -> etree._Element | None:
        """The outermost run that holds the text box which a paragraph lies in."""
        if paragraph not in self._boxed:
            holder, inside = None, False
            for above in paragraph.iterancestors(_BOX, _R):
                inside = inside or above.tag == _BOX
                if inside and above.tag == _R:
                    holder = above
            self._boxed[paragraph] = holder
        return self._boxed[paragraph]


def _outermost_closed(element: etree._Element, paragraph: etree._Element) -> etree._Element | None:
    """The outermost element between letters and their paragraph that no marker may stand in."""
    found = None
    node: etree._Element | None = element
    while node is not None and node is not paragraph:
        parent = node.getparent()
        if node.tag == _RUBY:
            found = parent
        elif (node.tag in _CLOSED and (parent is None or parent.tag != _R)) or (node.tag == _SDT and _locked(node)):
            found = node
        node = parent
    return found


def _locked(control: etree._Element) -> bool:
    """Whether a content control may not be written in, or what it shows is replaced as a whole, markers and all.

    So is data kept elsewhere, and what is chosen from a list or a calendar.
    """
    properties = control.find(w("sdtPr"))
    if properties is None:
        return False
    lock = properties.find(w("lock"))
    locked = lock is not None and lock.get(w("val")) in _LOCKS
    return locked or next(properties.iterchildren(*_REPLACED), None) is not None


def _fields(paragraph: etree._Element) -> dict[etree._Element, Host]:
    """The runs of each complex field that begins and ends in a paragraph, and the field they belong to."""
    hosts: dict[etree._Element, Host] = {}
    if next(paragraph.iter(w("fldChar")), None) is None:
        return hosts
    depth = 0
    inside: list[etree._Element] = []
    for node in paragraph.iter(f"{{{W}}}*", f"{{{MC}}}AlternateContent"):
        if node.tag == w("fldChar"):
            kind = node.get(w("fldCharType"))
            run = next(node.iterancestors(_R))
            if kind == "begin":
                depth += 1
                inside = [run] if depth == 1 else inside
            elif kind == "end" and depth:
                depth -= 1
                if depth == 0:
                    whole = Host(inside[0], run)
                    hosts.update(dict.fromkeys([*inside, run], whole))
        elif depth:
            inside.append(node)
    return hosts
