"""The Word file as it was received, walked anew, ready for comments."""

from __future__ import annotations

from documents.word.package import Package
from documents.word.walk import walk
from export.word.base import Base
from export.word.out_package import OutPackage
from export.word.ranges import Paragraph

__all__ = ["original_file"]


def original_file(data: bytes, name: str) -> Base:
    """Return a received Word file with its letters in place. Raises UnreadableDocument."""
    raw = Package(data, name=name)
    package = Package(data, name=name)
    walked = walk(package)
    main = package.main_part
    # Word allows comments in the main text and in notes, not in headers and footers.
    parts = [main, package.related(main, "footnotes"), package.related(main, "endnotes")]
    trees = {part: package.tree(part) for part in parts if part is not None}
    out = OutPackage({part: raw.raw(part) for part in raw.names}, main)
    paragraphs = [Paragraph(element, start, part) for element, part, start, _end in walked.paragraphs]
    return Base(out, trees, walked.text, walked.atoms, paragraphs)
