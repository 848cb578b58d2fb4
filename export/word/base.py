"""A Word file before the comments are put on: the parts, the live trees, and where each letter stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from export.word.out_package import OutPackage
from export.word.ranges import Paragraph
from export.word.runs import Letters

__all__ = ["Base", "Standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch of text and where it stands in a file that we made."""

    start: int
    end: int
    element: etree._Element
    run: etree._Element
    paragraph: etree._Element
    part: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Base:
    """What comments are put on. `trees` are the parts that may hold one; `letters` are in order of the text."""

    package: OutPackage
    trees: Mapping[str, etree._Element]
    text: str
    letters: Sequence[Letters]
    paragraphs: Sequence[Paragraph]
