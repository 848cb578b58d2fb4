"""A parsed page as a row of tags and the words between them: read many times faster than a tree, node by node.

The parser builds the tree as a browser does and writes it out again, so that every tag is closed and every character
that means something is escaped. Tags that are written alike are one value, looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from documents.markup.furniture import Furniture, suspect
from documents.markup.sheets import NO_SHEET, Sheet
from documents.markup.surroundings import Deeper
from documents.markup.tags import Attributes, heading_level, is_box, is_hidden, is_note, is_note_mark, styles_of

__all__ = ["Tag", "Tokens", "tokens_of"]

_SPLIT = re.compile(r"(<(?:!--.*?--|[^>]*)>)", re.DOTALL)
_NAME = re.compile(r"</?([^ \t\n\f\r/>]*)")
_ATTRIBUTE = re.compile(r' ([^ \t\n\f\r/>][^ \t\n\f\r/>=]*)(?:="([^"]*)")?')
_WHOLE_PAGE = frozenset({"html", "body", "main"})
_VOID = frozenset(
    {
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen"),
        *("link", "meta", "param", "source", "track", "wbr"),
    }
)
_NONE: Mapping[str, str | None] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag, and what it says by itself. `name` is "" for comments; `hidden`: a browser shows nothing inside."""

    name: str
    closes: bool = False
    attributes: Attributes = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    box: bool = False
    heading: int = 0
    hidden: bool = False
    kind: Furniture | None = None
    note: bool = False
    note_mark: bool = False
    deeper: Deeper | None = None

    def hidden_within(self, around: Sequence[Tag]) -> bool:
        """Whether a browser shows nothing inside, standing in the elements `around` from the outermost."""
        return self.hidden if self.deeper is None else self.deeper.hides(self, around)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]` stand before `tags[i]`. `ends[i]` is the tag that closes it, or itself where nothing lies inside."""

    words: Sequence[str]
    tags: Sequence[Tag]
    ends: Sequence[int]


class _Known(dict[str, Tag]):
    """The tags of a page by how they are written."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def __missing__(self, written: str) -> Tag:
        tag = self[written] = _tag(written, self._sheet)
        return tag


def tokens_of(html: str, sheet: Sheet = NO_SHEET) -> Tokens:
    """Return the tokens of a tree that the parser has written out."""
    pieces = _SPLIT.split(html)
    tags = list(map(_Known(sheet).__getitem__, pieces[1::2]))
    words = [_unescaped(one) if "&" in one else one for one in pieces[::2]]
    return Tokens(words, tags, _ends(tags))


def _unescaped(words: str) -> str:
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u00a0").replace("&amp;", "&")


def _tag(written: str, sheet: Sheet) -> Tag:
    match = _NAME.match(written)
    name = match[1] if match else ""
    if not name or written[1] in "!?":
        return Tag("")
    if written[1] == "/":
        return Tag(name, closes=True)
    attributes = _attributes(written, len(name) + 1)
    inline = styles_of(attributes)
    styles = {**sheet.styles_of(name, attributes), **inline} if sheet.rules else inline
    hidden = name not in _WHOLE_PAGE and is_hidden(name, attributes, styles) and not sheet.can_open(attributes)
    return Tag(
        name,
        attributes=attributes,
        styles=styles,
        box=is_box(name, styles),
        heading=heading_level(name, attributes),
        hidden=hidden,
        kind=suspect(name, attributes),
        note=is_note(attributes),
        note_mark=is_note_mark(attributes),
        deeper=None if name in _WHOLE_PAGE else sheet.deeper_of(name, attributes, inline),
    )


def _attributes(written: str, start: int) -> Attributes:
    if len(written) == start + 1:
        return _NONE
    return {
        match[1]: _unescaped(match[2]).replace("&quot;", '"') if match[2] and "&" in match[2] else match[2]
        for match in _ATTRIBUTE.finditer(written, start)
    }


def _ends(tags: Sequence[Tag]) -> list[int]:
    """Return for each tag where its element ends. A tag without a partner ends where it stands."""
    ends = list(range(len(tags)))
    waiting: list[int] = []
    for index, tag in enumerate(tags):
        name = tag.name
        if not tag.closes:
            if name and name not in _VOID:
                waiting.append(index)
        elif waiting and tags[waiting[-1]].name == name:
            ends[waiting.pop()] = index
        else:
            _close_outer(tags, waiting, ends, index)
    return ends


def _close_outer(tags: Sequence[Tag], waiting: list[int], ends: list[int], index: int) -> None:
    """Close an element that is not the innermost; what was left open inside ends where it began."""
    outer = next((at for at in reversed(range(len(waiting))) if tags[waiting[at]].name == tags[index].name), None)
    if outer is not None:
        ends[waiting[outer]] = index
        del waiting[outer:]
