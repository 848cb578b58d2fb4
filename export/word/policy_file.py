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
from export.word.footnotes import NOTE_PARTS, Note, note_settings, notes_part, real_notes
from export.word.inking import Ink
from export.word.margins import HEADER, Margins, kept_in_margins
from export.word.names import to_bytes
from export.word.new_package import FOOTER_ID, MAIN, FileFacts, new_package
from export.word.out_package import OutPackage, relationships_name
from export.word.page_setup import close_body, paper_of
from export.word.styles import styles_part

__all__ = ["policy_file"]

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
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
    margins = kept_in_margins(policy)
    notes = _notes(policy, margins)
    ink = Ink(policy, pictures, targets, notes)
    body = Body(policy, ink, paper, bookmarks)
    apart = sum(len(note.blocks) for note in notes) + sum(len(blocks) for blocks in margins.values())
    for table, group in groupby(_places(policy, apart), key=lambda place: place.table):
        if table is None:
            for place in group:
                body.paragraph(place.span, place.block)
        else:
            body.table([place.block for place in group if place.block is not None])
    body.end()
    note_parts = _note_parts(body, notes)
    package = _package(policy, facts, body, (ink, margins))
    _add_notes(package, note_parts)
    _relate(package, body.numbering.part(), ink, pictures)
    trees = {MAIN: body.root, **{NOTE_PARTS[kind]: root for kind, root in note_parts.items()}}
    return Base(package, trees, policy.text, ink.letters, body.paragraphs)


def _notes(policy: PolicyDocument, margins: Mapping[Story, Sequence[Block]]) -> tuple[Note, ...]:
    """The real notes; none where margins stand at the end of the main text, before which the notes must stand."""
    aside = sum(len(blocks) for blocks in margins.values())
    stories = {block.story for block in policy.blocks[: len(policy.blocks) - aside]}
    return () if stories & {Story.HEADER, Story.FOOTER} else real_notes(policy)


def _note_parts(body: Body, notes: Sequence[Note]) -> dict[str, etree._Element]:
    roots: dict[str, etree._Element] = {}
    for note in notes:
        if note.kind not in roots:
            roots[note.kind] = notes_part(note.kind)
        body.note(roots[note.kind], note)
    return roots


def _add_notes(package: OutPackage, roots: Mapping[str, etree._Element]) -> None:
    for kind, root in roots.items():
        name = NOTE_PARTS[kind]
        package.set(name, to_bytes(root), f"{_TYPE}{kind}s+xml")
        package.relate(MAIN, f"{_RELATED}{kind}s", name)
    if roots:
        settings = package.tree("word/settings.xml")
        note_settings(settings, list(roots))
        package.set("word/settings.xml", to_bytes(settings))


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
        package.set(HEADER, to_bytes(header), f"{_TYPE}header+xml")
        _add(package, MAIN, [(_HEADER_ID, "header", "header1.xml", False)])
    return package


def _relate(package: OutPackage, numbering: bytes, ink: Ink, pictures: Pictures) -> None:
    """Put in what the parts point to; all relationships of a part at once, for there may be thousands."""
    if numbering:
        package.set("word/numbering.xml", numbering, f"{_TYPE}numbering+xml")
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


def _places(policy: PolicyDocument, apart: int) -> Iterator[Place]:
    """Every block is a paragraph or a cell, with all of the lines it stands on; every other line an empty paragraph.

    The last ones, which stand `apart` as notes or in the margins of the pages, are left out.
    """
    own, others = policy.blocks[: len(policy.blocks) - apart], policy.blocks[len(policy.blocks) - apart :]
    text, at = policy.text[: others[0].span.start] if others else policy.text, 0
    for block in own:
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
