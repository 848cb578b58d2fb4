"""What an outline is made of: one entry for each line, which says what the line does and how deep it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from documents.labels import Candidate
from documents.model import Span

__all__ = ["Entry", "Role"]


class Role(Enum):
    """What a block does in the outline."""

    TITLE = "title"
    CLAUSE = "clause"
    BULLET = "bullet"
    TABLE = "table"
    PARAGRAPH = "paragraph"


@dataclass(slots=True)
class Entry:
    """One block of the main story, or a whole table.

    `depth` of a clause counts from 1; of the others it is the depth of the clause they belong to, 0 for none.
    `heading_like`: the block is a heading rather than words of its own. `label_span` is None for a computed label.
    `block` is the index of its block; `last` that of the last block it takes in. `in_bullet`: a numbered item of a
    list that stands inside a bullet. `settled`: the depth of a bullet is known before that of what is above it.
    `signing`: a line on which a contract is signed.
    """

    block: int
    last: int
    span: Span
    role: Role
    depth: int = 0
    label: str = ""
    number: Candidate | None = None
    label_span: Span | None = None
    words: str = ""
    heading_like: bool = False
    in_contents: bool = False
    in_bullet: bool = False
    settled: bool = False
    signing: bool = False
