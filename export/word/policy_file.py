"""A faithful Word file of a policy that did not come as one: its own words and numbers, well set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from documents.model import Block, PolicyDocument, Span, Story
from export.word.anchors_within import targets_of
from export.word.base import Base
from export.word.body import Body
from export.word.drawings import Pictures, no_bytes
from export.word.fonts import faces_for, is_chinese
from export.word.inking import Ink
from export.word.margins import HEADER, Margins, kept_in_margins
from export.word.names import to_bytes
from export.word.new_package import FOOTER_ID, MAIN, FileFacts, new_package
from export.word.out_package import OutPackage, relationships_name
from export.word.page_setup import close_body, paper_of
from export.word.styles import styles_part

__all__ = ["policy_file"]

_NUMBERING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADER_ID: Final = "rIdHeader"
_NO_RELATIONSHIPS: Final = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
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
    text of the file is the policy's, story after story. Notes stand at its end, under a line; so do headers and
    footers that change too much to be those of every page.
    """
    paper = paper_of(policy)
    targets, bookmarks = targets_of(policy)
    pictures = Pictures(bytes_of, paper.inner_width / _POINT, paper.inner_height / _POINT)
    ink = Ink(policy, pictures, targets)
    body = Body(policy, ink, paper, bookmarks)
    margins = kept_in_margins(policy)
    for table, group in groupby(_places(policy, margins), key=lambda place: place.table):
        if table is None:
            for place in group:
                body.paragraph(place.span, place.block)
        else:
            body.table([place.block for place in group if place.block is not None])
    body.end()
    package = _package(policy, facts, body, (ink, margins))
    _relate(package, body.numbering.part(), ink, pictures)
    return Base(package, {MAIN: body.root}, policy.text, ink.letters, body.paragraphs)


def _package(
    policy: PolicyDocument, facts: FileFacts, body: Body, around: tuple[Ink, Mapping[Story, Sequence[Block]]]
) -> OutPackage:
    """Put the parts together, those of the margins first written now: their words come last in the text."""
    ink, kept = around
    margins = Margins(policy, ink)
    header = margins.header(kept[Story.HEADER])
    footer = margins.footer(kept[Story.FOOTER])
    ids = {"footer": FOOTER_ID} if header is None else {"header": _HEADER_ID, "footer": FOOTER_ID}
    close_body(body.body, paper_of(policy), ids, chinese=is_chinese(policy.language))
    styles = styles_part(faces_for(policy.language), policy.language)
    package = new_package(to_bytes(body.root), styles, to_bytes(footer), facts)
    if header is not None:
        package.set(HEADER, to_bytes(header), _HEADER_TYPE)
        _add(package, MAIN, [(_HEADER_ID, "header", "header1.xml", False)])
    return package


def _relate(package: OutPackage, numbering: bytes, ink: Ink, pictures: Pictures) -> None:
    """Put in what the parts point to; all relationships of a part at once, for there may be thousands."""
    if numbering:
        package.set("word/numbering.xml", numbering, _NUMBERING)
        package.relate(MAIN, f"{_RELATED}numbering", "word/numbering.xml")
    shown = list(pictures.parts())
    for _, name, data in shown:
        package.set(name, data)
    images = [(link, "image", name.removeprefix("word/"), False) for link, name, _ in shown]
    for part in sorted(ink.pictured | set(ink.links)):
        links = [(link, "hyperlink", address, True) for address, link in ink.links.get(part, {}).items()]
        _add(package, part, [*(images if part in ink.pictured else ()), *links])


def _add(package: OutPackage, part: str, links: Iterable[tuple[str, str, str, bool]]) -> None:
    """Add relationships of a part: id, kind, target, and whether that lies outside."""
    name = relationships_name(part)
    root = package.tree(name) if name in package else etree.fromstring(_NO_RELATIONSHIPS)
    for link, kind, target, outside in links:
        made = etree.SubElement(root, _RELATIONSHIP, Id=link, Type=f"{_RELATED}{kind}", Target=target)
        if outside:
            made.set("TargetMode", "External")
    package.set(name, to_bytes(root))


def _places(policy: PolicyDocument, margins: Mapping[Story, Sequence[Block]]) -> Iterator[Place]:
    """Every block is a paragraph or a cell, with all of the lines it stands on; every other line an empty paragraph.

    Those that stand in the margins of the pages, the last ones, are left out.
    """
    kept = [block for blocks in margins.values() for block in blocks]
    text, at = policy.text[: min((block.span.start for block in kept), default=len(policy.text))], 0
    for block in policy.blocks[: len(policy.blocks) - len(kept)]:
        start = max(at, text.rfind("\n", at, block.span.start) + 1)
        yield from _lines(text, at, start)
        end = text.find("\n", block.span.end)
        end = len(text) if end < 0 else end
        yield Place(Span(start, end), block)
        at = end + 1
    if at < len(text) or (at == len(text) and policy.format == "text"):
        yield from _lines(text, at, len(text) + (policy.format == "text"))


def _lines(text: str, start: int, end: int) -> Iterator[Place]:
    """The lines from `start` up to the one that begins at `end`."""
    while start < end:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield Place(Span(start, stop))
        start = stop + 1
