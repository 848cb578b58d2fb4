"""Reads a .docx straight from the zip and gives each comment's words. Shares no code with the product."""

import copy
import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SILENT = {
    W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "tblPr", "rt", "sectPr")
}
SILENT |= {MC + "Fallback"}
ONE = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "drawing": "\ufffc",
    W + "pict": "\ufffc",
}
ONE |= {W + "object": "\ufffc", W + "ptab": "\t"}


@dataclass
class Story:
    """One part as an eye reads it: paragraphs' words, and the words of each comment's range by its id."""

    paragraphs: list[str] = field(default_factory=list)
    ranges: dict[int, str] = field(default_factory=dict)
    references: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


def story(data: bytes, part: str = "word/document.xml") -> Story:
    """Read one part; text boxes are left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(part), etree.XMLParser(huge_tree=True, resolve_entities=False))
    eye = Eye()
    eye.visit(root)
    return eye.story


class Eye:
    def __init__(self):
        self.story, self.opened, self.out = Story(), {}, []

    def visit(self, node):
        if not isinstance(node.tag, str) or node.tag in SILENT:
            return
        tag = node.tag.removeprefix(W)
        if tag == "p":
            self.paragraph(node)
        elif node.tag in ONE:
            self.out.append("" if tag == "br" and node.get(W + "type") in {"page", "column"} else ONE[node.tag])
        elif tag == "t":
            self.out.append(node.text or "")
        elif tag.startswith("comment"):
            self.marker(tag, node.get(W + "id"))
        elif not (tag == "r" and node.find(f"{W}rPr/{W}vanish") is not None):
            for child in node:
                self.visit(child)

    def paragraph(self, node):
        if self.story.paragraphs:
            self.out.append("\n")
        start = len(self.out)
        self.story.paragraphs.append("")
        place = len(self.story.paragraphs) - 1
        for child in node:
            self.visit(child)
        self.story.paragraphs[place] = "".join(self.out[start:])

    def marker(self, tag, number):
        if tag == "commentRangeStart":
            self.opened[number] = len(self.out)
        elif tag == "commentRangeEnd":
            self.story.ranges[int(number)] = "".join(self.out[self.opened.get(number, len(self.out)) :])
        elif tag == "commentReference":
            self.story.references.append(int(number))


@dataclass
class Said:
    """A comment as the comments part has it."""

    id: int
    author: str
    initials: str
    date: str
    lines: list[str]
    mark: str


def comments(data: bytes) -> list[Said]:
    """Read the comments part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/comments.xml" not in package.namelist():
            return []
        root = etree.fromstring(package.read("word/comments.xml"))
    said = []
    for item in root.iter(W + "comment"):
        paragraphs = item.findall(W + "p")
        lines = [
            "".join("\n" if t.tag == W + "br" else t.text or "" for t in p.iter(W + "t", W + "br")) for p in paragraphs
        ]
        facts = [item.get(W + name, "") for name in ("author", "initials", "date")]
        said.append(Said(int(item.get(W + "id")), *facts, lines, paragraphs[-1].get(W14 + "paraId", "")))
    return said


def threads(data: bytes) -> dict[str, tuple[str, bool]]:
    """Read commentsExtended: the mark of each comment, the mark of what it answers, whether it is done."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/commentsExtended.xml"))
    return {
        item.get(W15 + "paraId"): (item.get(W15 + "paraIdParent", ""), item.get(W15 + "done") == "1")
        for item in root.iter(W15 + "commentEx")
    }


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def without_comments_and_cuts(root):
    """The tree with markers taken out and neighbouring runs of equal properties joined, as canonical XML."""
    tree = copy.deepcopy(root)
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for marker in list(tree.iter(W + tag)):
            marker.getparent().remove(marker)
    for reference in list(tree.iter(W + "commentReference")):
        reference.getparent().getparent().remove(reference.getparent())
    for run in list(tree.iter(W + "r")):
        before = run.getprevious()
        if (
            before is not None
            and before.tag == run.tag
            and dict(before.attrib) == dict(run.attrib)
            and looks(before) == looks(run)
        ):
            before.extend([child for child in run if child.tag != W + "rPr"])
            run.getparent().remove(run)
    for text in list(tree.iter(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return etree.tostring(tree, method="c14n")


def looks(run):
    properties = run.find(W + "rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")
