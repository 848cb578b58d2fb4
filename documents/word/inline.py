"""What stands in one paragraph: runs, links, fields, changes, symbols, pictures -> the tape."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from documents.errors import UnreadableDocument
from documents.model import Span
from documents.word.asides import Asides
from documents.word.forms import shown_by_form
from documents.word.names import MC, R, attribute, w
from documents.word.package import Package, Relationship
from documents.word.structure import boxes_and_pictures, chosen
from documents.word.styles import PLAIN, Look, ParagraphStyle, Styles, look_of
from documents.word.survey import FORMAT_CHANGE, RUN_STYLE, Survey
from documents.word.symbols import symbol
from documents.word.tape import Tape, shown

__all__ = ["MATHS", "Inline"]

PICTURE = "\ufffc"
_NO_BREAK_HYPHEN = "\u2011"
_DEEPEST = 120
_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"
# Whole documents, not formulas or drawings.
_PROGRAMS = ("Word.", "KWPS.", "WPS.", "Excel.", "ET.", "PowerPoint.", "AcroExch.", "Acrobat.", "Foxit", "Package")
_NUMBERS = [["LISTNUM"], ["AUTONUM"], ["AUTONUMLGL"], ["AUTONUMOUT"]]
_LINK_CODE = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_SKIPPED = {w(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "rt")}
_REVISIONS = {w(name) for name in ("ins", "del", "moveFrom", "moveTo")}
_TEXT, _TAB, _BREAK = w("t"), w("tab"), w("br")
_LINK, _SIMPLE_FIELD = w("hyperlink"), w("fldSimple")
_RUN, _RUN_PROPERTIES = w("r"), w("rPr")
_ALTERNATES = f"{{{MC}}}AlternateContent"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its code is read, its result is text."""

    in_result: bool = False
    code: list[str] = field(default_factory=list)
    link: str = ""
    contents: bool = False
    form: str = ""  # what it shows if it has no result
    place: int = 0


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
        self._survey = Survey()
        self._hidden = False
        self.asides = Asides()
        self.has_revisions = False
        self.in_contents = False
        self.boxes: list[etree._Element] = []
        self.numbers_unread = 0
        self.unread: list[str] = []  # other documents that the file holds or points to
        self.notes: dict[str, list[str]] = {"footnoteReference": [], "endnoteReference": []}

    def survey(self, root: etree._Element) -> None:
        """Look over a part of which paragraphs are to be written."""
        self._survey = Survey(root, looks=self._tape.wants_runs)

    def enter(self, part: str) -> None:
        """Go on in another part, whose relationships count."""
        self._part = part
        self._relationships = self._package.relationships(part)

    def begin(self) -> None:
        """Begin a story: no field is open."""
        self._fields = []

    def paragraph(self, element: etree._Element, style: ParagraphStyle) -> None:
        """Write a paragraph's characters. Text boxes and notes it holds are left in `boxes` and `notes`."""
        self._paragraph = element
        self._style = style
        self.in_contents = False
        if not self._fields and not style.look.hidden and element not in self._survey.rich:
            if self._tape.wants_runs or element in self._survey.told:
                self._plainly(element)
            else:
                self._barely(element)
            self._run = None
            return
        self._inside(element, "", 0)
        # A code never goes on over a paragraph's end; a field that was never closed must not swallow the rest.
        self._fields = [one for one in self._fields if one.in_result]

    def _words(self, element: etree._Element) -> None:
        words = element.text or ""
        if self._fields or self._hidden or self._run is None or self._paragraph is None:
            self._write(shown(words, self._run), element)
        else:
            self._tape.words(words, (element, self._run, self._paragraph, self._part))

    def _inside(self, parent: etree._Element, link: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise UnreadableDocument("too_large", name=self._package.name)
        for element in parent:
            tag = element.tag
            if tag == _TEXT:
                self._words(element)
            elif tag == _RUN:
                self._formatted(element, link, depth)
            elif tag in self._SPECIAL:
                self._special(element)
            elif tag != _RUN_PROPERTIES and isinstance(tag, str):
                self._through(element, link, depth)

    def _through(self, element: etree._Element, link: str, depth: int) -> None:
        tag = element.tag
        if tag in _REVISIONS:
            self._change(element, link, depth)
            return
        if tag in _SKIPPED:
            return
        if tag == _LINK:
            link = self._address(element)
        elif tag == _SIMPLE_FIELD:
            link = _link_in(attribute(element, "instr") or "") or link
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

    def _special(self, element: etree._Element) -> None:
        """Write what is no word."""
        self._SPECIAL[element.tag](self, element)

    def _comment_start(self, element: etree._Element) -> None:
        self.asides.comment_starts.setdefault(attribute(element, "id") or "", self._tape.position)

    def _comment_end(self, element: etree._Element) -> None:
        self.asides.comment_ends.setdefault(attribute(element, "id") or "", self._tape.position)

    def _comment_mark(self, element: etree._Element) -> None:
        self.asides.comment_marks.setdefault(attribute(element, "id") or "", self._tape.position)

    def _tab(self, element: etree._Element) -> None:
        self._write("\t", element)

    def _line_end(self, element: etree._Element) -> None:
        self._write("\n", element)

    def _hyphen(self, element: etree._Element) -> None:
        self._write(_NO_BREAK_HYPHEN, element)

    def _symbol(self, element: etree._Element) -> None:
        self._write(symbol(attribute(element, "char"), attribute(element, "font")), element)

    def _plainly(self, paragraph: etree._Element) -> None:
        """Write a paragraph of nothing but words, tabs and line breaks: what lies around them need not be asked."""
        tape, part, settings, base = self._tape, self._part, self._survey.settings, self._shown(PLAIN)
        run: etree._Element | None = None
        look: Look | None = None
        for element in paragraph.iter(_TEXT, _TAB, _BREAK):
            if (parent := element.getparent()) is not run or parent is None:
                before, run = run, _run_of(parent)
                if run is not before:
                    look = self._look_alone(run) if run in settings else base
            if run is None:
                self._outside(element)
            elif look is not None:
                start = tape.position
                if element.tag == _TEXT:
                    tape.words(element.text or "", (element, run, paragraph, part))
                else:
                    self._run = run
                    self._special(element)
                if look is not PLAIN:
                    tape.format(start, look, "")

    def _barely(self, paragraph: etree._Element) -> None:
        """Write a plain paragraph of which nobody asks how its words are set, and no run says whether they are read."""
        tape, part, wanted = self._tape, self._part, self._tape.wants_atoms_here()
        for element in paragraph.iter(_TEXT, _TAB, _BREAK):
            if element.tag == _TEXT and not wanted:
                tape.letters(element)
                continue
            run = _run_of(element.getparent())
            if run is None:
                self._outside(element)
            elif element.tag == _TEXT:
                tape.words(element.text or "", (element, run, paragraph, part))
            else:
                self._run = run
                self._special(element)

    def _look_alone(self, run: etree._Element) -> Look | None:
        """Return how a run is set of which something is said; None where all it holds is written by now."""
        own, change = self._look(self._survey.settings[run])
        if change is None and not own.hidden:
            return self._shown(own)
        self._formatted(run, "", 0)
        return None

    def _outside(self, element: etree._Element) -> None:
        """Write words that lie in no run. A tab outside is a tab stop of the paragraph."""
        if element.tag == _TEXT:
            self._run = None
            self._words(element)

    def _formatted(self, run: etree._Element, link: str, depth: int) -> None:
        said = self._survey.settings.get(run)
        own, change = self._look(said) if said else (PLAIN, None)
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

    def _look(self, said: list[etree._Element]) -> tuple[Look, etree._Element | None]:
        """Return how a run is set by itself, and the change of that which was recorded."""
        own, change = look_of(said), None
        for one in said:
            if one.tag == RUN_STYLE:
                own = own.over(self._styles.look(attribute(one, "val")))
            elif one.tag == FORMAT_CHANGE:
                change = one
        return own, change

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
            self._fields.append(_Field(form=shown_by_form(element), place=self._tape.position))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            code = "".join(self._fields[-1].code)
            self._fields[-1].link = _link_in(code)
            self._fields[-1].contents = code.split()[:1] == ["TOC"]
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop(), element)

    def _end_field(self, ended: _Field, element: etree._Element) -> None:
        """Write what a field shows that has no result, or count it where no one but Word can tell."""
        if self._tape.position == ended.place:
            if ended.form:
                self._write(ended.form, element)
            self.numbers_unread += "".join(ended.code).split()[:1] in _NUMBERS

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

    def _other_document(self, element: etree._Element) -> None:
        link = self._relationships.get(element.get(f"{{{R}}}id") or "")
        self.unread.append(link.target if link else "")

    def _drawing(self, element: etree._Element) -> None:
        for held in element.iter(_EMBEDDED):
            if held.get("ProgID", "").startswith(_PROGRAMS):
                self._other_document(held)
        boxes, pictured = boxes_and_pictures(element)
        if pictured:
            self._picture(element)
        if not self._hidden:
            self.boxes.extend(boxes)
            return
        for letters in (one for box in boxes for one in box.iter(_TEXT)):
            self.asides.hide(self._tape.position, letters.text or "")

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

    # Of the class: bound methods kept in an instance would keep the whole file alive until cycles are looked for.
    _SPECIAL: ClassVar[Mapping[str, Callable[[Inline, etree._Element], None]]] = {
        w("tab"): _tab,
        w("ptab"): _tab,
        w("cr"): _line_end,
        w("br"): _line_break,
        w("noBreakHyphen"): _hyphen,
        w("sym"): _symbol,
        w("fldChar"): _field_mark,
        w("instrText"): _field_code,
        w("footnoteReference"): _note_mark,
        w("endnoteReference"): _note_mark,
        w("commentRangeStart"): _comment_start,
        w("commentRangeEnd"): _comment_end,
        w("commentReference"): _comment_mark,
        w("drawing"): _drawing,
        w("pict"): _drawing,
        w("subDoc"): _other_document,
        w("object"): _drawing,
        MATHS: _picture,
    }


def _run_of(parent: etree._Element | None) -> etree._Element | None:
    if parent is None or parent.tag == _RUN:
        return parent
    return next(parent.iterancestors(_RUN), None)


def _link_in(code: str) -> str:
    match = _LINK_CODE.match(code)
    if match is None:
        return ""
    inside, quoted, bare = match.groups()
    target = quoted or bare or ""
    return f"#{target}" if inside else target
