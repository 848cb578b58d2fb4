"""Reads a .docx straight from its zip and says which letters each comment stands on. Shares no code with the product.

It reads as an eye does: what is deleted, hidden, a field's code or a text box's own words is not in the line of text.
Each letter carries the number of the *whole* it lies in: letters of one field's result, one ruby, one formula or one
locked control have the same number, as no comment may begin or end among them; any other letter has its own.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from lxml import etree

__all__ = ["Letter", "Oracle", "Said", "Stretch", "said", "same"]

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_REL: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_PARSER: Final = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
_UNSEEN: Final = {
    W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr",
                          "tblPr", "tblGrid", "trPr", "tcPr", "rt", "sectPr", "txbxContent")
}  # fmt: skip
_ONE: Final = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_SHOWN: Final = {W + "drawing", W + "pict", W + "object", _M + "oMath"}
_PICTURES: Final = ("blip", "chart", "relIds", "imagedata", "OLEObject", "control", "pic")
_WHOLE: Final = {W + "fldSimple", W + "ruby", _M + "oMath", _M + "oMathPara"}
_LEFT_OUT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_NEXT_PARAGRAPH: Final = etree.XPath("following::w:p[1]", namespaces={"w": W[1:-1]})
_DEEPEST: Final = 20  # styles based on one another
_OFF: Final = {"0", "false", "off"}


class Letter(NamedTuple):
    """One character, and the number of the whole it lies in."""

    character: str
    whole: int


class Stretch(NamedTuple):
    """The letters from `start` up to `end` of a part: what a comment stands on."""

    start: int
    end: int


@dataclass(frozen=True)
class Said:
    """A comment as the comments part has it."""

    id: int
    author: str
    initials: str
    date: str
    lines: tuple[str, ...]
    mark: str


@dataclass
class _Page:
    letters: list[Letter] = field(default_factory=list)
    stretches: dict[int, Stretch] = field(default_factory=dict)
    references: list[int] = field(default_factory=list)
    in_fields: set[int] = field(default_factory=set)
    paragraphs: dict[int, list[etree._Element | None]] = field(default_factory=dict)


class Oracle:
    """One .docx, read only as far as it is asked."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.parts = {info.filename: self._zip.read(info) for info in self._zip.infolist() if not info.is_dir()}
        self._spelt = {name.lower(): name for name in self.parts}
        self.main = self._target("", "officeDocument") or "word/document.xml"

    def tree(self, name: str) -> etree._Element:
        """A part parsed; strict names are read as transitional ones."""
        data = self.parts[name]
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        return etree.fromstring(data, _PARSER)

    def related(self, kind: str) -> str | None:
        """The part that the main part points to with such a relationship."""
        return self._target(self.main, kind)

    @cached_property
    def comments(self) -> tuple[Said, ...]:
        """All comments in order."""
        name = self.related("comments")
        return () if name is None else tuple(map(_said, self.tree(name).iter(W + "comment")))

    @cached_property
    def page(self) -> _Page:
        """The main text."""
        eye = _Eye(self._hidden_styles())
        body = self.tree(self.main).find(W + "body")
        for child in () if body is None else body:
            eye.visit(child)
        return eye.page

    def words_of(self, comment: int) -> str:
        """The words a comment's range holds, line ends at its edges left out; "" without a range."""
        start, end = self.page.stretches.get(comment, Stretch(0, 0))
        return said(self.page.letters[start:end])

    def around(self, comment: int, quote: str) -> bool:
        """Whether a comment's range is the smallest that may stand around one occurrence of the quote in it."""
        start, end = self._trimmed(comment)
        letters = self.page.letters
        for first in range(start, end):
            last = first if letters[first].whole != letters[start].whole else _end_of(letters[first:end], quote) + first
            if last > first and letters[last - 1].whole == letters[end - 1].whole:
                return True
        return False

    def in_field(self, comment: int) -> bool:
        """Whether a comment begins or ends in a field."""
        return comment in self.page.in_fields

    def runs_past_a_table(self, comment: int) -> bool:
        """Whether a comment begins within a table and ends behind the first paragraph that follows the table."""
        first, last = self.page.paragraphs.get(comment, [None, None])[:2]
        if first is None or last is None:
            return False
        around = set(last.iterancestors(W + "tbl"))
        left = next((table for table in first.iterancestors(W + "tbl") if table not in around), None)
        return left is not None and _NEXT_PARAGRAPH(left) != [last]

    def _trimmed(self, comment: int) -> Stretch:
        start, end = self.page.stretches.get(comment, Stretch(0, 0))
        while start < end and self.page.letters[start].character == "\n":
            start += 1
        while end > start and self.page.letters[end - 1].character == "\n":
            end -= 1
        return Stretch(start, end)

    def _target(self, part: str, kind: str) -> str | None:
        folder, file = posixpath.split(part)
        name = self._spelt.get(posixpath.join(folder, "_rels", f"{file}.rels").lower())
        if name is None:
            return None
        for link in etree.fromstring(self.parts[name], _PARSER).iter(f"{_REL}Relationship"):
            if link.get("Type", "").endswith(f"/{kind}") and link.get("TargetMode") != "External":
                target = link.get("Target", "").replace("\\", "/")
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                return self._spelt.get(posixpath.normpath(joined).lstrip("/").lower())
        return None

    def _hidden_styles(self) -> Mapping[str, bool]:
        """Whether the words of each style are hidden."""
        name = self.related("styles")
        styles = {} if name is None else {one.get(W + "styleId", ""): one for one in self.tree(name).iter(W + "style")}

        def hidden(style: str, depth: int = 0) -> bool:
            if style not in styles or depth > _DEEPEST:
                return False
            own = _toggle(styles[style].find(f"{W}rPr"), "vanish")
            base = styles[style].find(f"{W}basedOn")
            return own if own is not None else base is not None and hidden(base.get(W + "val", ""), depth + 1)

        return {style: hidden(style) for style in styles}


def said(letters: list[Letter]) -> str:
    """The characters of letters, line ends at the edges left out and several of them as one."""
    words = "".join(letter.character for letter in letters)
    return re.sub("\n+", "\n", words).strip("\n")


def same(read: str, quote: str) -> bool:
    """Whether words as the oracle reads them are a quote; letters of symbol fonts may look like any other."""
    return len(read) == len(quote) and all(map(_same, read, quote))


def _same(read: str, wanted: str) -> bool:
    return read in {wanted, "\ufffd"} or "\uf000" <= read <= "\uf0ff"


def _end_of(letters: list[Letter], quote: str) -> int:
    """How many letters from the first on are the quote, line ends counted loosely; 0 for not."""
    wanted, at = re.sub("\n+", "\n", quote).strip("\n"), 0
    for index, (character, _) in enumerate(letters):
        if character == "\n" and at and wanted[at - 1] == "\n":
            continue
        if not _same(character, wanted[at]):
            return 0
        at += 1
        if at == len(wanted):
            return index + 1
    return 0


class _Eye:
    """Goes through the main text in order of the file."""

    def __init__(self, hidden_styles: Mapping[str, bool]) -> None:
        self.page = _Page()
        self._hidden_styles = hidden_styles
        self._opened: dict[int, int] = {}
        self._wholes = 0
        self._closed = 0  # the number of the whole we are in, 0 for none
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._forms: list[tuple[str, int]] = []  # what each open field shows if it has no result, and where it begins
        self._hidden = False
        self._paragraph_hidden = False
        self._runs_on = False

    def visit(self, node: etree._Element) -> None:
        """Read one element and what it holds."""
        tag = node.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return
        if tag in self._KNOWN:
            self._KNOWN[tag](self, node)
        elif tag in _WHOLE or (tag == W + "sdt" and _locked(node)):
            self._whole(node)
        elif not (tag == W + "tr" and node.find(f"{W}trPr/{W}del") is not None):
            self._within(node)

    def _within(self, node: etree._Element) -> None:
        for child in node:
            self.visit(child)

    def _whole(self, node: etree._Element) -> None:
        outer = self._closed
        if not outer:
            self._wholes += 1
            self._closed = self._wholes
        if node.tag == _M + "oMath":
            self._write("\ufffc")
        else:
            self._within(node)
        self._closed = outer

    def _write(self, words: str) -> None:
        if self._hidden or not all(self._fields):
            return
        for character in _LEFT_OUT.sub("", words):
            if not self._closed:
                self._wholes += 1
            self.page.letters.append(Letter(character, self._closed or self._wholes))

    def _paragraph(self, node: etree._Element) -> None:
        if self.page.letters and not self._runs_on:
            self._wholes += 1
            self.page.letters.append(Letter("\n", self._wholes))
        style = node.find(f"{W}pPr/{W}pStyle")
        self._paragraph_hidden = style is not None and self._hidden_styles.get(style.get(W + "val", ""), False)
        mark = node.find(f"{W}pPr/{W}rPr")
        self._within(node)
        self._runs_on = mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)
        self._fields = [begun for begun in self._fields if begun]

    def _run(self, node: etree._Element) -> None:
        outer, look = self._hidden, node.find(f"{W}rPr")
        style = None if look is None else look.find(f"{W}rStyle")
        own = _toggle(look, "vanish")
        if own is None and style is not None and self._hidden_styles.get(style.get(W + "val", ""), False):
            own = True
        self._hidden = outer or (self._paragraph_hidden if own is None else own)
        self._within(node)
        self._hidden = outer

    def _text(self, node: etree._Element) -> None:
        self._write(re.sub("[\u2028\u2029\x85\v\f]", "\n", re.sub("[\n\t\r]", " ", node.text or "")))

    def _one(self, node: etree._Element) -> None:
        self._write(_ONE[node.tag])

    def _break(self, node: etree._Element) -> None:
        if node.get(W + "type", "textWrapping") == "textWrapping":
            self._write("\n")

    def _symbol(self, _: etree._Element) -> None:
        self._write("\ufffd")

    def _drawing(self, node: etree._Element) -> None:
        if node.tag == W + "object" or any(_local(one) in _PICTURES for one in _outside_boxes(node)):
            self._write("\ufffc")

    def _alternates(self, node: etree._Element) -> None:
        branch = node.find(_MC + "Choice")
        branch = node.find(_MC + "Fallback") if branch is None else branch
        if branch is not None:
            self._within(branch)

    def _field_mark(self, node: etree._Element) -> None:
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(False)
            self._forms.append((_form(node), len(self.page.letters)))
            if not self._closed and len(self._fields) == 1 and _ends_here(node):
                self._wholes += 1
                self._closed = self._wholes
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
            shown, begun = self._forms.pop() if self._forms else ("", 0)
            if len(self.page.letters) == begun:
                self._write(shown)
            if not self._fields:
                self._closed = 0

    def _range_start(self, node: etree._Element) -> None:
        self._opened.setdefault(_id(node), len(self.page.letters))
        self._note_place(node)

    def _note_place(self, node: etree._Element) -> None:
        if self._fields or self._closed:
            self.page.in_fields.add(_id(node))
        self.page.paragraphs.setdefault(_id(node), []).append(next(node.iterancestors(W + "p"), None))

    def _range_end(self, node: etree._Element) -> None:
        self._note_place(node)
        if _id(node) in self._opened:
            self.page.stretches.setdefault(_id(node), Stretch(self._opened[_id(node)], len(self.page.letters)))

    def _reference(self, node: etree._Element) -> None:
        self.page.references.append(_id(node))

    _KNOWN: Final[Mapping[str, Callable[[_Eye, etree._Element], None]]] = {
        W + "p": _paragraph,
        W + "r": _run,
        W + "t": _text,
        W + "br": _break,
        W + "sym": _symbol,
        W + "fldChar": _field_mark,
        W + "commentRangeStart": _range_start,
        W + "commentRangeEnd": _range_end,
        W + "commentReference": _reference,
        _MC + "AlternateContent": _alternates,
        **dict.fromkeys(_ONE, _one),
        **dict.fromkeys(_SHOWN - {_M + "oMath"}, _drawing),
    }


def _id(node: etree._Element) -> int:
    return int(node.get(W + "id", "-1"))


def _local(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _outside_boxes(node: etree._Element) -> list[etree._Element]:
    """What a drawing holds, in the branches that are shown, but not in its text boxes."""
    found, pending = [], list(node)
    while pending:
        one = pending.pop()
        if one.tag == _MC + "AlternateContent":
            branch = one.find(_MC + "Choice")
            branch = one.find(_MC + "Fallback") if branch is None else branch
            pending.extend([] if branch is None else list(branch))
        elif one.tag != W + "txbxContent":
            found.append(one)
            pending.extend(one)
    return found


def _ends_here(begin: etree._Element) -> bool:
    """Whether a field ends in the paragraph it begins in."""
    paragraph = next(begin.iterancestors(W + "p"))
    depth, begun = 0, False
    for mark in paragraph.iter(W + "fldChar"):
        begun = begun or mark is begin
        if begun:
            depth += {"begin": 1, "end": -1}.get(mark.get(W + "fldCharType", ""), 0)
            if depth == 0:
                return True
    return False


def _form(begin: etree._Element) -> str:
    """What an old form field shows: a box, or an entry of a list."""
    box, entries = begin.find(f"{W}ffData/{W}checkBox"), begin.find(f"{W}ffData/{W}ddList")
    if box is not None:
        ticked = _toggle(box, "checked")
        return "☒" if (_toggle(box, "default") if ticked is None else ticked) else "☐"
    if entries is None:
        return ""
    chosen = [entries.find(W + name) for name in ("result", "default")]
    place = next((int(one.get(W + "val", "0")) for one in chosen if one is not None), 0)
    return [one.get(W + "val", "") for one in entries.iterfind(W + "listEntry")][place]


def _locked(control: etree._Element) -> bool:
    lock = control.find(f"{W}sdtPr/{W}lock")
    replaced = ("dataBinding", "dropDownList", "comboBox", "date")
    return any(control.find(f"{W}sdtPr/{W}{name}") is not None for name in replaced) or (
        lock is not None and lock.get(W + "val") in {"contentLocked", "sdtContentLocked"}
    )


def _toggle(look: etree._Element | None, name: str) -> bool | None:
    found = None if look is None else look.find(W + name)
    return None if found is None else found.get(W + "val", "true") not in _OFF


def _said(item: etree._Element) -> Said:
    paragraphs = item.findall(W + "p")
    lines = tuple(
        "".join("\n" if one.tag == W + "br" else one.text or "" for one in paragraph.iter(W + "t", W + "br"))
        for paragraph in paragraphs
    )
    author, initials, date = (item.get(W + name, "") for name in ("author", "initials", "date"))
    mark = paragraphs[-1].get(_W14 + "paraId", "") if paragraphs else ""
    return Said(_id(item), author, initials, date, lines, mark)
