"""A faithful Word file of a policy that came as text or Markdown: its own words and numbers, well set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from documents.model import Block, PolicyDocument, Span
from export.word.base import Base
from export.word.body import Body
from export.word.fonts import faces_for
from export.word.names import to_bytes
from export.word.new_package import MAIN, FileFacts, footer_part, new_package
from export.word.styles import styles_part

__all__ = ["policy_file"]

_NUMBERING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph to be: the stretch of text it holds and the block it is, if it is one."""

    span: Span
    block: Block | None = None

    @property
    def table(self) -> int | None:
        """The number of the table it stands in."""
        return self.block.cell.table if self.block is not None and self.block.cell is not None else None


def policy_file(policy: PolicyDocument, facts: FileFacts) -> Base:
    """Return a Word file of a policy, in which every paragraph is one of the policy's, empty ones too."""
    faces = faces_for(policy.language)
    places = list(_lines(policy) if policy.format == "text" else _blocks(policy))
    body = Body(policy, faces)
    for table, group in groupby(places, key=lambda place: place.table):
        if table is None:
            for place in group:
                body.paragraph(place.span, place.block)
        else:
            body.table([place.block for place in group if place.block is not None])
    body.close()
    package = new_package(
        to_bytes(body.root), styles_part(faces, policy.language), footer_part(faces, policy.language), facts
    )
    numbering = body.numbering.part()
    if numbering:
        package.set("word/numbering.xml", numbering, _NUMBERING)
        package.relate(MAIN, f"{_RELATED}numbering", "word/numbering.xml")
    for number, link in enumerate(body.links):
        package.relate(MAIN, f"{_RELATED}hyperlink", link, link_id=body.link_id(number))
    return Base(package, {MAIN: body.root}, policy.text, body.letters, body.paragraphs)


def _lines(policy: PolicyDocument) -> Iterator[Place]:
    """Plain text: every line is a paragraph."""
    by_line = {policy.text.rfind("\n", 0, block.span.start) + 1: block for block in policy.blocks}
    start = 0
    for line in policy.text.split("\n"):
        yield Place(Span(start, start + len(line)), by_line.get(start))
        start += len(line) + 1


def _blocks(policy: PolicyDocument) -> Iterator[Place]:
    """Formats of blocks: every block is a paragraph, and every line feed between two an empty one."""
    at = 0
    for block in policy.blocks:
        while at < block.span.start:
            end = policy.text.find("\n", at, block.span.start)
            end = block.span.start if end < 0 else end
            yield Place(Span(at, end))
            at = end + 1
        yield Place(block.span, block)
        at = block.span.end + 1
    rest = policy.text[at:]
    for line in rest.split("\n") if rest else ():
        yield Place(Span(at, at + len(line)))
        at += len(line) + 1
