"""The page of a Word file we make: A4, or the paper that the policy itself came on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from documents.model import PolicyDocument
from export.word.fonts import is_chinese
from export.word.names import R, sub

__all__ = ["Paper", "close_body", "paper_of"]

_A4: Final = (11906, 16838)
_PAPERS: Final = {"letter": (12240, 15840), "legal": (12240, 20160), "a4": _A4}
_NEAR: Final = 120  # twentieths of a point
_POINT: Final = 20


@dataclass(frozen=True, slots=True)
class Paper:
    """Sizes in twentieths of a point."""

    width: int
    height: int
    side: int
    top: int = 1440

    @property
    def inner_width(self) -> int:
        """How wide the text is."""
        return self.width - 2 * self.side

    @property
    def inner_height(self) -> int:
        """How high the text is."""
        return self.height - 2 * self.top


def paper_of(policy: PolicyDocument) -> Paper:
    """Return A4 with fair margins; for a PDF on Letter or Legal paper, that."""
    width, height = _A4
    if policy.pages:
        first = policy.pages[0]
        sizes = (round(first.width * _POINT), round(first.height * _POINT))
        near = (one for one in _PAPERS.values() if max(abs(one[0] - sizes[0]), abs(one[1] - sizes[1])) < _NEAR)
        width, height = next(near, _A4)
    return Paper(width, height, 1588 if is_chinese(policy.language) else 1440)


def close_body(body: etree._Element, paper: Paper, margins: Mapping[str, str], *, chinese: bool) -> None:
    """Append the section that ends a body; `margins` are the relationship ids of its "header" and "footer"."""
    section = sub(body, "sectPr")
    for kind, link in margins.items():
        reference = sub(section, f"{kind}Reference", {"type": "default"})
        reference.set(f"{{{R}}}id", link)
    sub(section, "pgSz", {"w": str(paper.width), "h": str(paper.height)})
    top, side = str(paper.top), str(paper.side)
    around = {"top": top, "right": side, "bottom": top, "left": side, "header": "851", "footer": "851", "gutter": "0"}
    sub(section, "pgMar", around)
    sub(section, "cols", {"space": "425"})
    if chinese:
        sub(section, "docGrid", {"linePitch": "312"})
