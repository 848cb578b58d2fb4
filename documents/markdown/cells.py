"""The lists that people write into a cell of a Markdown table: in HTML, for a cell has but one line of Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from documents.markdown.inline import Stretch
from documents.markup.lists import OpenList
from documents.markup.tags import Attributes
from documents.model import InnerLabel

__all__ = ["Part", "parts_of", "trimmed"]

_TAG = re.compile(r"<(/?)(ol|ul|li)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(start|type|value|reversed)\b(?:\s*=\s*["']?([^"'>\s]*))?""", re.IGNORECASE)
_WORDS = {"text", "code_inline"}
_NONE = InnerLabel(0, "")


@dataclass(slots=True)
class Part:
    """What stands on lines of its own. `label` is that before it, an empty one behind a list; None goes on with it."""

    label: InnerLabel | None = _NONE
    tokens: list[Token] = field(default_factory=list)

    @property
    def says(self) -> bool:
        """Whether it holds anything to see."""
        return any(one.type == "image" or (one.type in _WORDS and one.content.strip()) for one in self.tokens)


def parts_of(tokens: Sequence[Token], last_id: int) -> tuple[list[Part], int]:
    """Return the parts that the HTML tags of lists make of a cell, and the id of its last list, after `last_id`."""
    lists: list[OpenList] = []
    parts = [Part()]
    for token in tokens:
        tag = _TAG.match(token.content) if token.type == "html_inline" else None
        if tag is None:
            parts[-1].tokens.append(token)
            continue
        if parts[-1].says and lists:
            lists[-1].label = ""  # its item has it
        last_id += _take(lists, tag[2].lower(), token.content, last_id + 1)
        parts.append(Part(_label(lists)))
    return [part for part in parts if part.says or len(parts) == 1], last_id


def trimmed(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the words of a part without white space around them."""
    said = [at for at, one in enumerate(stretches) if one.words.strip()]
    if not said:
        return []
    kept = list(stretches[said[0] : said[-1] + 1])
    kept[0] = replace(kept[0], words=kept[0].words.lstrip())
    kept[-1] = replace(kept[-1], words=kept[-1].words.rstrip())
    return kept


def _take(lists: list[OpenList], name: str, tag: str, identity: int) -> bool:
    """Take in a tag; whether it begins a list."""
    if name == "li":
        if lists and tag[1] != "/":
            lists[-1].item(_attributes(tag), {})
    elif tag[1] == "/":
        del lists[-1:]
    else:
        lists.append(OpenList.begin(name, _attributes(tag), {}, around=lists, id=identity, items=0))
        return True
    return False


def _label(lists: Sequence[OpenList]) -> InnerLabel | None:
    if not lists:
        return _NONE
    inner = lists[-1]
    return InnerLabel(0, inner.label, inner.level, inner.id, inner.ordered) if inner.label else None


def _attributes(tag: str) -> Attributes:
    return {match[1].lower(): match[2] for match in _ATTRIBUTE.finditer(tag)}
