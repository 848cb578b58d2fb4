"""What stands in one paragraph: runs, links, fields, changes, symbols, pictures -> the tape."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from documents.errors import UnreadableDocument
from documents.model import Span
from documents.word.asides import Asides
from documents.word.names import MC, R, attribute, w
from documents.word.package import Package, Relationship
from documents.word.structure import boxes_and_pictures, chosen
from documents.word.styles import PLAIN, TOGGLES, Look, ParagraphStyle, Styles, look_of
from documents.word.symbols import symbol
from documents.word.tape import Tape, is_plain

__all__ = ["Inline"]

# White space inside w:t is a space to Word; the other line ends are normalised as everywhere.
_SPACES = str.maketrans(
    {"\n": " ", "\t": " ", "\r": " ", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n", "\f": "\n"}
)
PICTURE = "\ufffc"
_NO_BREAK_HYPHEN = "\u2011"
_DEEPEST = 120
_LINK_CODE = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_SKIPPED = {w(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "rt")}
_REVISIONS = {w(name) for name in ("ins", "del", "moveFrom", "moveTo")}
_TEXT = w("t")
_RUN, _RUN_PROPERTIES, _RUN_STYLE, _FORMAT_CHANGE = w("r"), w("rPr"), w("rStyle"), w("rPrChange")
_SAID = (*TOGGLES, _RUN_STYLE, _FORMAT_CHANGE)
_ALTERNATES = f"{{{MC}}}AlternateContent"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its code is read, its result is text."""

    in_result: bool = False
    code: list[str] = field(default_factory=list)
    link: str = ""
    contents: bool = False


class Inline:
    """Writes paragraphs of one package on a tape. Fields stay open from paragraph to paragraph, as Word lets them."""

    def __init__(self, package: Package, styles: Styles, tape: Tape) -> None:
        self._package = package
        self._styles = styles
        self._tape = tape
        self._fields: list[_Field] = []
        self._part = ""
        self._relationships: dict[str, Relationship] = {}
        self._paragraph: etree._Element | None = None
        self._style = ParagraphStyle()
        self._run: etree._Element | None = None
        self._said: set[etree._Element | None] = set()  # the runs of this paragraph whose properties tell
        self._hidden = False
        self.asides = Asides()
        self.has_revisions = False
        self.in_contents = False
        self.boxes: list[etree._Element] = []
        self.notes: dict[str, list[str]] = {"footnoteReference": [], "endnoteReference": []}
        self._kinds = self._known()

    def enter(self, part: str) -> None:
        """Begin a story: its part's relationships count, and no field is open."""
        self._part = part
        self._relationships = self._package.relationships(part)
        self._fields = []

    def paragraph(self, element: etree._Element, style: ParagraphStyle) -> None:
        """Write a paragraph's characters. Text boxes and notes it holds are left in `boxes` and `notes`."""
        self._paragraph = element
        self._style = style
        self.in_contents = False
        self._said = {said.getparent() for said in element.iter(*_SAID)}
        self._said = {said.getparent() for said in self._said if said is not None}
        self._inside(element, "", 0)
        # A code never goes on over a paragraph's end; a field that was never closed must not swallow the rest.
        self._fields = [one for one in self._fields if one.in_result]

    def _known(self) -> Mapping[str, Callable[[etree._Element], None]]:
        return {
            w("tab"): lambda element: self._write("\t", element),
            w("ptab"): lambda element: self._write("\t", element),
            w("cr"): lambda element: self._write("\n", element),
            w("br"): self._line_break,
            w("noBreakHyphen"): lambda element: self._write(_NO_BREAK_HYPHEN, element),
            w("sym"): lambda element: self._write(
                symbol(attribute(element, "char"), attribute(element, "font")), element
            ),
            w("fldChar"): self._field_mark,
            w("instrText"): self._field_code,
            w("footnoteReference"): self._note_mark,
            w("endnoteReference"): self._note_mark,
            w("commentRangeStart"): lambda element: self._comment(element, self.asides.comment_starts),
            w("commentRangeEnd"): lambda element: self._comment(element, self.asides.comment_ends),
            w("commentReference"): lambda element: self._comment(element, self.asides.comment_marks),
            w("drawing"): self._drawing,
            w("pict"): self._drawing,
            w("object"): self._drawing,
            _MATHS: self._picture,
        }

    def _words(self, element: etree._Element) -> None:
        words = element.text or ""
        if not is_plain(words):
            words = words.translate(_SPACES)
        if self._fields or self._hidden or self._run is None or self._paragraph is None:
            self._write(words, element)
        else:
            self._tape.write(words, (element, self._run, self._paragraph, self._part))

    def _inside(self, parent: etree._Element, link: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise UnreadableDocument("too_large", name=self._package.name)
        kinds = self._kinds
        for element in parent:
            tag = element.tag
            if tag == _TEXT:
                self._words(element)
            elif tag == _RUN:
                self._formatted(element, link, depth)
            elif tag in kinds:
                kinds[tag](element)
            elif tag != _RUN_PROPERTIES and isinstance(tag, str):
                self._through(element, link, depth)

    def _through(self, element: etree._Element, link: str, depth: int) -> None:
        tag = element.tag
        if tag in _REVISIONS:
            self._change(element, link, depth)
            return
        if tag in _SKIPPED:
            return
        if tag == w("hyperlink"):
            link = self._address(element)
        if tag == _ALTERNATES:
            branch = chosen(element)
            if branch is not None:
                self._inside(branch, link, depth + 1)
        elif len(element):
            self._inside(element, link, depth + 1)

    def _change(self, element: etree._Element, link: str, depth: int) -> None:
        """Read on through a recorded change, except where it takes words out, and note it."""
        self.has_revisions = True
        start = self._tape.position
        if element.tag not in _SKIPPED:
            self._inside(element, link, depth + 1)
        self.asides.change(element, Span(start, self._tape.position))

    def _comment(self, element: etree._Element, places: dict[str, int]) -> None:
        places.setdefault(attribute(element, "id") or "", self._tape.position)

    def _formatted(self, run: etree._Element, link: str, depth: int) -> None:
        own, change = self._look(run) if run in self._said else (PLAIN, None)
        outer, self._run = self._run, run
        hidden = own.hidden if own.hidden is not None else self._style.look.hidden
        was_hidden, self._hidden = self._hidden, bool(hidden)
        start = self._tape.position
        self._inside(run, link, depth + 1)
        if link or self._fields or own is not PLAIN or self._style.look is not PLAIN:
            self._tape.format(start, self._shown(own), link or self._field_link())
        if change is not None:
            self.asides.change(change, Span(start, self._tape.position))
        self._run, self._hidden = outer, was_hidden

    def _look(self, run: etree._Element) -> tuple[Look, etree._Element | None]:
        """Return how a run is set by itself, and the change of that which was recorded."""
        properties = run.find(_RUN_PROPERTIES)
        if properties is None:
            return PLAIN, None
        own = look_of(properties)
        if (style := properties.find(_RUN_STYLE)) is not None:
            own = own.over(self._styles.look(attribute(style, "val")))
        return own, properties.find(_FORMAT_CHANGE)

    def _shown(self, own: Look) -> Look:
        """A heading's style is seen in its size; only what differs from it counts."""
        return own if self._style.heading or self._style.is_title else own.over(self._style.look)

    def _write(self, words: str, element: etree._Element) -> None:
        if self._fields and any(not one.in_result for one in self._fields):
            return
        if self._hidden:
            self.asides.hide(self._tape.position, words)
            return
        if self._fields and not self.in_contents:
            self.in_contents = any(one.contents for one in self._fields)
        run = element if self._run is None else self._run
        paragraph = run if self._paragraph is None else self._paragraph
        self._tape.write(words, (element, run, paragraph, self._part))

    def _line_break(self, element: etree._Element) -> None:
        if attribute(element, "type") in {None, "textWrapping"}:
            self._write("\n", element)

    def _field_mark(self, element: etree._Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            code = "".join(self._fields[-1].code)
            self._fields[-1].link = _link_in(code)
            self._fields[-1].contents = code.split()[:1] == ["TOC"]
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _field_code(self, element: etree._Element) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code.append(element.text or "")

    def _field_link(self) -> str:
        return next((one.link for one in reversed(self._fields) if one.link), "") if self._fields else ""

    def _note_mark(self, element: etree._Element) -> None:
        known = self.notes[element.tag.rpartition("}")[2]]
        note = attribute(element, "id") or ""
        if note not in known and not self._hidden:
            known.append(note)

    def _drawing(self, element: etree._Element) -> None:
        boxes, pictured = boxes_and_pictures(element)
        if pictured:
            self._picture(element)
        if not self._hidden:
            self.boxes.extend(boxes)

    def _picture(self, element: etree._Element) -> None:
        place = self._tape.position
        self._write(PICTURE, element)
        if self._tape.position > place:
            self.asides.picture(element, place, self._relationships)

    def _address(self, element: etree._Element) -> str:
        relationship = self._relationships.get(element.get(f"{{{R}}}id") or "")
        anchor = attribute(element, "anchor")
        target = relationship.target if relationship and relationship.external else ""
        return f"{target}#{anchor}" if anchor else target


def _link_in(code: str) -> str:
    match = _LINK_CODE.match(code)
    if match is None:
        return ""
    inside, quoted, bare = match.groups()
    target = quoted or bare or ""
    return f"#{target}" if inside else target
