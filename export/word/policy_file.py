"""A faithful Word file of a policy that did not come as one: its own words and numbers, well set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from documents.model import Block, PolicyDocument, Span
from export.word.anchors_within import targets_of
from export.word.base import Base
from export.word.body import Body
from export.word.drawings import Pictures, no_bytes
from export.word.fonts import faces_for, is_chinese
from export.word.inking import Ink
from export.word.names import to_bytes
from export.word.new_package import FOOTER_ID, MAIN, FileFacts, footer_part, new_package
from export.word.out_package import OutPackage, relationships_name
from export.word.page_setup import close_body, paper_of
from export.word.styles import styles_part

__all__ = ["policy_file"]

_NUMBERING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_POINT: Final = 20


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph to be: the stretch of text it holds and the block it is, if it is one."""

    span: Span
    block: Block | None = None

    @property
    def table(self) -> int | None:
        """The number of the table it stands in."""
        return self.block.cell.table if self.block is not None and self.block.cell is not None else None


def policy_file(policy: PolicyDocument, facts: FileFacts, bytes_of: Callable[[str], bytes | None] = no_bytes) -> Base:
    """Return a Word file of a policy, in which every paragraph is one of the policy's, empty ones too.

    `bytes_of` gives the bytes of a `Picture.source`, None where they are not known. Nothing is added to the words: the
    text of the file is the policy's, story after story. Notes, headers and footers stand at its end, under a line.
    """
    paper = paper_of(policy)
    targets, bookmarks = targets_of(policy)
    pictures = Pictures(bytes_of, paper.inner_width / _POINT, paper.inner_height / _POINT)
    ink = Ink(policy, pictures, targets)
    body = Body(policy, ink, paper, bookmarks)
    for table, group in groupby(_places(policy), key=lambda place: place.table):
        if table is None:
            for place in group:
                body.paragraph(place.span, place.block)
        else:
            body.table([place.block for place in group if place.block is not None])
    body.end()
    close_body(body.body, paper, FOOTER_ID, chinese=is_chinese(policy.language))
    package = _package(policy, facts, body.root)
    _relate(package, body.numbering.part(), ink, pictures)
    return Base(package, {MAIN: body.root}, policy.text, ink.letters, body.paragraphs)


def _package(policy: PolicyDocument, facts: FileFacts, body: etree._Element) -> OutPackage:
    faces = faces_for(policy.language)
    styles = styles_part(faces, policy.language)
    return new_package(to_bytes(body), styles, footer_part(faces, policy.language), facts)


def _relate(package: OutPackage, numbering: bytes, ink: Ink, pictures: Pictures) -> None:
    """Put in what the body points to; all its relationships at once, for there may be thousands."""
    if numbering:
        package.set("word/numbering.xml", numbering, _NUMBERING)
        package.relate(MAIN, f"{_RELATED}numbering", "word/numbering.xml")
    name = relationships_name(MAIN)
    root = package.tree(name)
    for link, part, data in pictures.parts():
        package.set(part, data)
        made = etree.SubElement(root, _RELATIONSHIP, Id=link, Type=f"{_RELATED}image")
        made.set("Target", part.removeprefix("word/"))
    for address, link in ink.links.items():
        made = etree.SubElement(root, _RELATIONSHIP, Id=link, Type=f"{_RELATED}hyperlink", Target=address)
        made.set("TargetMode", "External")
    package.set(name, to_bytes(root))


def _places(policy: PolicyDocument) -> Iterator[Place]:
    """Every block is a paragraph or a cell, with all of the lines it stands on; every other line an empty paragraph."""
    text, at = policy.text, 0
    for block in policy.blocks:
        start = max(at, text.rfind("\n", at, block.span.start) + 1)
        yield from _lines(text, at, start)
        end = text.find("\n", block.span.end)
        end = len(text) if end < 0 else end
        yield Place(Span(start, end), block)
        at = end + 1
    if at < len(text) or (at == len(text) and policy.format == "text"):
        yield from _lines(text, at, len(text) + 1)


def _lines(text: str, start: int, end: int) -> Iterator[Place]:
    """The lines from `start` up to the one that begins at `end`."""
    while start < end:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield Place(Span(start, stop))
        start = stop + 1
