"""A part of a template after its tags were carried out: lines become lines, and what loops doubled is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from lxml import etree

from export.templating.marks import BREAK, PARAGRAPH, TAB
from export.word.names import W14, XML_SPACE, element, w

__all__ = ["mended"]

_MARKS: Final = re.compile(f"([{BREAK}{PARAGRAPH}{TAB}])")
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_HOLDERS: Final = tuple(map(w, ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")))
_BEFORE_SHADING: Final = tuple(map(w, ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")))
_NUMBERED: Final = f"{w('pPr')}/{w('numPr')}"


def mended(root: etree._Element) -> None:
    """Put the tree of a part right in place."""
    for text in [piece for piece in root.iter(w("t")) if piece.text and _MARKS.search(piece.text)]:
        _laid_out(text)
    _drop_empty_tables(root)
    _shading_in_its_place(root)
    _fill_empty(root)
    _tell_apart(root)


def _laid_out(text: etree._Element) -> None:
    """Split a text at its marks: breaks and tabs stay in its run, a new paragraph begins another."""
    pieces = _MARKS.split(text.text or "")
    run = text.getparent()
    if run is None or run.tag != w("r"):
        text.text = " ".join(piece for piece in pieces if not _MARKS.fullmatch(piece))
        return
    text.text = pieces[0]
    at = text
    for mark, words in zip(pieces[1::2], pieces[2::2], strict=True):
        if mark == PARAGRAPH and (parted := _parted(at)) is not None:
            at = parted
        else:
            at = _after(at, element("tab" if mark == TAB else "br"))
            at = _after(at, element("t"))
        at.text = words
        at.set(XML_SPACE, "preserve")


def _after(at: etree._Element, made: etree._Element) -> etree._Element:
    at.addnext(made)
    return made


def _parted(text: etree._Element) -> etree._Element | None:
    """Begin a new paragraph like this one after a text; what followed the text goes there. None where it cannot be."""
    run = text.getparent()
    paragraph = None if run is None else run.getparent()
    if run is None or paragraph is None or paragraph.tag != w("p") or paragraph.find(_NUMBERED) is not None:
        return None
    new_paragraph, new_run, new_text = element("p"), element("r"), element("t")
    _like(paragraph, new_paragraph, "pPr")
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        section.getparent().remove(section)  # type: ignore[union-attr]  # found below its parent
    _like(run, new_run, "rPr")
    new_run.append(new_text)
    new_run.extend(list(text.itersiblings()))
    new_paragraph.append(new_run)
    new_paragraph.extend(list(run.itersiblings()))
    paragraph.addnext(new_paragraph)
    return new_text


def _like(old: etree._Element, new: etree._Element, properties: str) -> None:
    found = old.find(w(properties))
    if found is not None:
        new.append(deepcopy(found))


def _drop_empty_tables(root: etree._Element) -> None:
    """Take out tables whose rows are all gone: Word opens no table without a row."""
    for table in list(root.iter(w("tbl"))):
        parent = table.getparent()
        if parent is not None and next(table.iterchildren(w("tr"), w("sdt"), w("customXml")), None) is None:
            parent.remove(table)


def _shading_in_its_place(root: etree._Element) -> None:
    """Put a cell's shading where the schema wants it: docxtpl writes it first."""
    for properties in root.iter(w("tcPr")):
        if len(properties) > 1 and properties[0].tag == w("shd"):
            before = [child for child in properties if child.tag in _BEFORE_SHADING]
            if before:
                before[-1].addnext(properties[0])


def _fill_empty(root: etree._Element) -> None:
    """End cells, headers and notes with a paragraph, as Word wants them."""
    holders = [root, *root.iter(*_HOLDERS)] if root.tag in _HOLDERS else list(root.iter(*_HOLDERS))
    for holder in holders:
        inside = [child for child in holder if child.tag != w("tcPr")]
        if not inside or inside[-1].tag == w("tbl"):
            holder.append(element("p"))


def _tell_apart(root: etree._Element) -> None:
    """Give what a loop has repeated ids of its own, and keep the first of what can be there only once."""
    _unique_paragraphs(root)
    _renumbered(root.iter(f"{{{_WP}}}docPr"), "id")
    _renumbered((made for made in root.iter(w("id")) if made.getparent().tag == w("sdtPr")), w("val"))  # type: ignore[union-attr]
    _first_bookmarks(root)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        _first_of(root, name)


def _unique_paragraphs(root: etree._Element) -> None:
    seen: set[str] = set()
    name, text_id = f"{{{W14}}}paraId", f"{{{W14}}}textId"
    for paragraph in root.iter(w("p"), w("tr")):
        mark = paragraph.get(name, "")
        if mark and mark in seen:
            del paragraph.attrib[name]
            if text_id in paragraph.attrib:
                del paragraph.attrib[text_id]
        seen.add(mark)


def _renumbered(elements: Iterable[etree._Element], name: str) -> None:
    every = list(elements)
    taken = {made.get(name, "") for made in every}
    seen: set[str] = set()
    free = 1
    for made in every:
        mark = made.get(name, "")
        if mark in seen:
            while str(free) in taken:
                free += 1
            mark = str(free)
            taken.add(mark)
            made.set(name, mark)
        seen.add(mark)


def _first_bookmarks(root: etree._Element) -> None:
    """Keep the first bookmark of each name; a copy goes with its end."""
    names: set[str] = set()
    open_ones: dict[str, bool] = {}
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        number = mark.get(w("id"), "")
        if mark.tag == w("bookmarkStart"):
            name = mark.get(w("name"), "")
            open_ones[number] = name not in names
            names.add(name)
            kept = open_ones[number]
        else:
            kept = open_ones.pop(number, False)
        if not kept:
            _remove(mark)


def _first_of(root: etree._Element, name: str) -> None:
    seen: set[str] = set()
    for made in list(root.iter(w(name))):
        number = made.get(w("id"), "")
        if number in seen:
            _remove(made)
        seen.add(number)


def _remove(made: etree._Element) -> None:
    parent = made.getparent()
    if parent is not None:
        parent.remove(made)
