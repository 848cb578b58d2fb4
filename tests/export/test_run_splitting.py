"""Whatever the runs look like, comments come out on just their words and nothing else changes."""

import io
import zipfile
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from export.word.ranges import Mark, Paragraph, RevisionIds, place_marks
from export.word.runs import split_run
from tests.export.word_oracle import looks, story, without_comments_and_cuts

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

LETTERS = st.text(st.sampled_from("ab 权利，。（)1\u00a0😀𠮷"), min_size=1, max_size=6)
CONTENT = st.one_of(LETTERS.map(lambda t: ("t", t)), st.sampled_from([("tab", "\t"), ("br", "\n"), ("noise", "")]))
LOOKS = st.sampled_from(["", "<w:b/>", '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>', '<w:color w:val="FF0000"/>'])
RUN = st.tuples(st.just("run"), LOOKS, st.lists(CONTENT, min_size=1, max_size=4))
WRAPPED = st.tuples(
    st.sampled_from(["hyperlink", "ins", "smartTag", "sdt", "moveTo"]),
    st.just(""),
    st.lists(RUN, min_size=1, max_size=3),
)
PARAGRAPHS = st.lists(st.lists(st.one_of(RUN, WRAPPED), max_size=5), min_size=1, max_size=4)
PLACES = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=8)


@dataclass(frozen=True)
class Atom:
    start: int
    end: int
    element: etree._Element
    run: etree._Element
    paragraph: etree._Element
    part: str = "word/document.xml"
    offset: int = 0


class Page:
    """A document of the shape that a strategy drew, with its letters."""

    def __init__(self, shape):
        self.root = etree.fromstring(f'<w:document xmlns:w="{NS}"><w:body/></w:document>')
        self.atoms, self.paragraphs, self.text = [], [], ""
        for number, items in enumerate(shape):
            self.text += "\n" if number else ""
            paragraph = etree.SubElement(self.root[0], W + "p")
            self.paragraphs.append(Paragraph(paragraph, len(self.text)))
            for item in items:
                self._add(paragraph, paragraph, item)

    def _add(self, parent, paragraph, item):
        kind, look, content = item
        if kind != "run":
            inner = etree.SubElement(parent, W + kind)
            if kind in {"ins", "moveTo"}:
                inner.set(W + "id", "7")
            inner = etree.SubElement(inner, W + "sdtContent") if kind == "sdt" else inner
            for run in content:
                self._add(inner, paragraph, run)
            return
        run = etree.SubElement(parent, W + "r", {W + "rsidR": "00AB12CD"})
        if look:
            run.append(etree.fromstring(f'<w:rPr xmlns:w="{NS}">{look}</w:rPr>'))
        for tag, words in content:
            element = etree.SubElement(run, W + (tag if tag != "noise" else "lastRenderedPageBreak"))
            if tag == "t":
                element.text = words
                element.set(SPACE, "preserve")
            if words:
                self.atoms.append(Atom(len(self.text), len(self.text) + len(words), element, run, paragraph))
                self.text += words

    def data(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("word/document.xml", etree.tostring(self.root))
        return out.getvalue()


def letters_with_looks(root):
    """Each letter with the look of its run: what must stay the same however runs are cut."""
    seen = []
    for run in root.iter(W + "r"):
        if run.find(W + "commentReference") is not None:
            continue
        properties = run.find(W + "rPr")
        look = b"" if properties is None else etree.tostring(properties, method="c14n")
        above = [element.tag for element in run.iterancestors()]
        for child in run:
            if child.tag == W + "t":
                seen += [(letter, look, run.get(W + "rsidR"), above) for letter in child.text or ""]
            elif child.tag != W + "rPr":
                seen.append((child.tag, look, run.get(W + "rsidR"), above))
    return seen


@given(PARAGRAPHS, PLACES)
def test_every_range_reads_back_as_its_words_and_nothing_else_changes(shape, places):
    page = Page(shape)
    before, plain = letters_with_looks(page.root), without_comments_and_cuts(page.root)
    wanted = {}
    marks = []
    for number, (start, length) in enumerate(places):
        mark = Mark(min(start, len(page.text)), min(start + length, len(page.text)), (number,))
        marks.append(mark)
        wanted[number] = page.text[mark.start : mark.end]
    place_marks(page.atoms, page.paragraphs, marks, RevisionIds([page.root]), "CommentReference")
    found = story(page.data())
    assert found.text == page.text
    assert letters_with_looks(page.root) == before
    assert without_comments_and_cuts(page.root) == plain
    assert sorted(found.references) == sorted(wanted)
    for number, words in wanted.items():
        # A paragraph mark at an edge is no letter: a range goes from its first letter to its last.
        spaceless = trimmed(page, marks[number]) if words else ""
        assert found.ranges[number] == spaceless


def trimmed(page, mark):
    inside = [atom for atom in page.atoms if atom.end > mark.start and atom.start < mark.end]
    if not inside:
        return ""
    return page.text[max(mark.start, inside[0].start) : min(mark.end, inside[-1].end)]


@given(st.lists(CONTENT, min_size=1, max_size=6), st.lists(st.integers(0, 40), max_size=6), LOOKS)
def test_the_pieces_of_a_run_hold_its_stretches_in_order(content, cuts, look):
    page = Page([[("run", look, content)]])
    if not page.atoms:
        return
    pieces = split_run(page.atoms[0].run, page.atoms, cuts, RevisionIds([page.root]))
    assert pieces[0].run is page.atoms[0].run
    assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]
    assert all(looks(piece.run) == looks(pieces[0].run) for piece in pieces)
    said = [
        "".join({"t": e.text or "", "tab": "\t", "br": "\n"}.get(etree.QName(e).localname, "") for e in p.run)
        for p in pieces
    ]
    assert said == [page.text[piece.start : piece.end] for piece in pieces]


def test_copies_of_a_recorded_change_get_ids_of_their_own():
    page = Page([[("run", '<w:b/><w:rPrChange w:id="4" w:author="B"><w:rPr/></w:rPrChange>', [("t", "abcdef")])]])
    place_marks(page.atoms, page.paragraphs, [Mark(2, 4, (0,))], RevisionIds([page.root]), "CommentReference")
    ids = [change.get(W + "id") for change in page.root.iter(W + "rPrChange")]
    assert len(ids) == len(set(ids)) == 3


def field(*inner):
    runs = '<w:r><w:t>see </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    runs += '<w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    runs += "".join(f"<w:r><w:t>{words}</w:t></w:r>" for words in inner)
    return runs + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> below</w:t></w:r>'


LOCKED = '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>'
LOCKED += "<w:r><w:t>clause four</w:t></w:r></w:sdtContent></w:sdt>"
CHOSEN = LOCKED.replace('<w:lock w:val="sdtContentLocked"/>', "<w:{}/>")


@pytest.mark.parametrize(
    ("inner", "words", "whole"),
    [
        (field("clause ", "four"), "our", "clause four"),
        (
            '<w:r><w:t>see </w:t></w:r><w:fldSimple w:instr="REF a"><w:r><w:t>clause four</w:t></w:r></w:fldSimple>',
            "four",
            "clause four",
        ),
        (
            LOCKED,
            "four",
            "clause four",
        ),
        (field("clause four"), "see clause", "see clause four"),
        *((CHOSEN.format(kind), "four", "clause four") for kind in ("dropDownList", "comboBox", "date")),
        (LOCKED.replace("sdtContentLocked", "sdtLocked"), "four", "four"),
    ],
)
def test_a_range_inside_a_field_or_a_locked_control_takes_in_the_whole_of_it(inner, words, whole):
    page = Page([])
    paragraph = etree.fromstring(f'<w:p xmlns:w="{NS}">{inner}</w:p>')
    page.root[0].append(paragraph)
    for element in paragraph.iter(W + "t"):
        page.atoms.append(
            Atom(len(page.text), len(page.text) + len(element.text), element, element.getparent(), paragraph)
        )
        page.text += element.text
    start = page.text.index(words)
    mark = Mark(start, start + len(words), (0,))
    why = place_marks(page.atoms, [Paragraph(paragraph, 0)], [mark], RevisionIds([page.root]), "CommentReference")
    assert story(page.data()).ranges[0] == whole
    assert why == ({mark: "snapped"} if whole != words else {})
    codes = list(paragraph.iter(W + "fldChar", W + "commentRangeStart", W + "commentRangeEnd"))
    kinds = [e.get(W + "fldCharType") or etree.QName(e).localname for e in codes]
    assert "begin" not in kinds or not (kinds.index("begin") < kinds.index("commentRangeStart") < kinds.index("end"))


def test_a_range_that_is_a_whole_field_is_not_said_to_be_wider():
    page = Page([])
    paragraph = etree.fromstring(f'<w:p xmlns:w="{NS}">{field("clause four")}</w:p>')
    page.root[0].append(paragraph)
    for element in paragraph.iter(W + "t"):
        page.atoms.append(
            Atom(len(page.text), len(page.text) + len(element.text), element, element.getparent(), paragraph)
        )
        page.text += element.text
    assert place_marks(page.atoms, [Paragraph(paragraph, 0)], [Mark(4, 15, (0,))], RevisionIds([page.root]), "R") == {}
