"""Accepts or rejects tracked changes in a .docx, on the bare XML. Shares no code with the product."""

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STORIES = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
CHANGES = (W + "ins", W + "del", W + "pPrChange")
WORDS = {W + name for name in ("t", "delText", "instrText", "delInstrText")}
MARKERS = {W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")}


def settled(data, *, accept, author=None):
    """The file with the changes of an author (or of all) accepted, or rejected."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if STORIES.fullmatch(name):
                root = etree.fromstring(part)
                settle(root, accept, author)
                part = etree.tostring(root)
            made.writestr(name, part)
    return out.getvalue()


def settle(root, accept, author):
    changes = [c for c in root.iter(*CHANGES) if author is None or c.get(W + "author") == author]
    for change in changes:
        if change.tag == W + "pPrChange":
            settle_properties(change, accept)
    gone = settle_marks([c for c in changes if c.getparent() is not None and c.getparent().tag == W + "rPr"], accept)
    for change in [c for c in changes if c.tag != W + "pPrChange" and c.getparent() is not None]:
        if (change.tag == W + "ins") is accept:
            unwrap(change)
        else:
            change.getparent().remove(change)
    for paragraph in gone:
        run_on(paragraph)


def settle_marks(marks, accept):
    """Settle the marks of paragraphs; return those that run on into the next."""
    gone = []
    for mark in marks:
        paragraph = next(mark.iterancestors(W + "p"))
        if (mark.tag == W + "del") is accept:
            gone.append(paragraph)
        mark.getparent().remove(mark)
    return gone


def settle_properties(change, accept):
    properties = change.getparent()
    properties.remove(change)
    if not accept:
        old = change.find(W + "pPr")
        for one in [c for c in properties if c.tag not in {W + "rPr", W + "sectPr"}]:
            properties.remove(one)
        for place, one in enumerate(list(old)):
            properties.insert(place, one)


def unwrap(change):
    for text in change.iter(W + "delText"):
        if change.tag == W + "del":
            text.tag = W + "t"
    for child in list(change):
        change.addprevious(child)
    change.getparent().remove(change)


def run_on(paragraph):
    """A paragraph whose mark is gone runs on into the next, whose properties it takes."""
    following = paragraph.getnext()
    while following is not None and following.tag in MARKERS:
        following = following.getnext()
    content = [child for child in paragraph if child.tag != W + "pPr"]
    if following is None or following.tag != W + "p":
        assert not [child for child in content if child.tag not in MARKERS], "words would be lost"
    else:
        place = 1 if following.find(W + "pPr") is not None else 0
        for number, child in enumerate(content):
            following.insert(place + number, child)
    paragraph.getparent().remove(paragraph)


def canonical(root):
    """The tree without comments and cuts: neighbouring runs and changes of equal properties are joined."""
    for change in root.iter(W + "rPrChange"):  # where runs are cut each half has one, with an id of its own
        change.attrib.pop(W + "id", None)
    for one in root.iter(etree.Element):  # the white space of a file laid out for the eye
        one.tail = None
        one.text = one.text if one.tag in WORDS else None
    without_comments(root)
    for tag in ("ins", "del", "r", "t", "delText"):
        for one in list(root.iter(W + tag)):
            join(one)
    for text in root.iter(W + "t", W + "delText"):
        text.attrib.pop(SPACE, None)
    return etree.tostring(root, method="c14n", with_comments=False).decode()


def without_comments(root):
    """Take out comments, and properties that say nothing."""
    for marker in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd")):
        marker.getparent().remove(marker)
    for reference in list(root.iter(W + "commentReference")):
        run = reference.getparent()
        run.getparent().remove(run)
    for properties in list(root.iter(W + "rPr")) + list(root.iter(W + "pPr")):
        if not len(properties) and not properties.attrib:
            properties.getparent().remove(properties)


def join(one):
    before = one.getprevious()
    if before is None or before.tag != one.tag or facts(before) != facts(one):
        return
    if one.tag in {W + "t", W + "delText"}:
        before.text = (before.text or "") + (one.text or "")
    else:
        before.extend([child for child in one if child.tag != W + "rPr"])
    one.getparent().remove(one)


def facts(one):
    """What two neighbours must share to be one: attributes but for ids, and a run's properties."""
    said = {name: value for name, value in one.attrib.items() if name not in {W + "id", SPACE}}
    look = one.find(W + "rPr")
    return said, b"" if look is None else etree.tostring(look, method="c14n")


def parts_as_they_were(data, original):
    """The stories of a file and of its original, canonical, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(io.BytesIO(original)) as received:
        names = [name for name in received.namelist() if STORIES.fullmatch(name)]
        return [
            {name: canonical(etree.fromstring(package.read(name))) for name in names} for package in (made, received)
        ]


def revisions(data):
    """Every tracked change of a file: its kind, author, and id."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if STORIES.fullmatch(name):
                changes = etree.fromstring(package.read(name)).iter(*CHANGES)
                found += [(etree.QName(one).localname, one.get(W + "author"), one.get(W + "id")) for one in changes]
    return found
