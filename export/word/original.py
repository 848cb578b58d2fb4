"""The Word file as it was received, walked anew, ready for comments."""

from __future__ import annotations

from lxml import etree

from documents.word.flat import is_flat
from documents.word.package import Package
from documents.word.walk import walk
from export.word.base import Base
from export.word.names import element, w
from export.word.nearby import Nearby
from export.word.out_package import OutPackage
from export.word.package_out import packed_parts
from export.word.ranges import Paragraph

__all__ = ["original_file"]


def original_file(data: bytes, name: str, nearby: Nearby | None = None) -> Base:
    """Return a received Word file with its letters in place. Raises UnreadableDocument.

    Where they are wanted `nearby` alone, and the text is still what it was read as, the other letters are left out.
    """
    raw = Package(data, name=name)
    package = Package(data, name=name)
    walked = walk(package, atoms=nearby or True, blocks=False)
    if nearby is not None and walked.text != nearby.text:
        walked = walk(package, blocks=False)
    main = package.main_part
    # Word allows comments in the main text and in notes, not in headers and footers.
    parts = [main, package.related(main, "footnotes"), package.related(main, "endnotes")]
    trees = {part: package.tree(part) for part in parts if part is not None}
    packed = {} if is_flat(data) else packed_parts(data)
    out = OutPackage({part: raw.raw(part) for part in raw.names}, main, packed)
    paragraphs = [Paragraph(found, start, part) for found, part, start, _end in walked.paragraphs]
    if all(paragraph.part != main for paragraph in paragraphs):
        paragraphs.append(Paragraph(_paragraph_of_its_own(trees[main]), 0, main))
    return Base(out, trees, walked.text, walked.atoms, paragraphs)


def _paragraph_of_its_own(document: etree._Element) -> etree._Element:
    """Give a file whose words all stand in documents put into it a paragraph that comments can hang on."""
    made = element("p")
    body = document.find(w("body"))
    (document if body is None else body).insert(0, made)
    return made
