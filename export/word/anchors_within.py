"""Where the links within a policy lead: to the heading they name, by its words or by the name made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from documents.model import Block, BlockKind, PolicyDocument

__all__ = ["targets_of"]

_SIGNS = re.compile(r"[^\w\s-]")
_HEADINGS = {BlockKind.HEADING, BlockKind.TITLE}


def targets_of(policy: PolicyDocument) -> tuple[Mapping[str, str], Mapping[int, str]]:
    """Return the bookmark for each link within the page that leads to a heading, and each heading's by its start.

    The readers keep where a link leads ("#who-gets-it"), not what stands there: a heading is known by the name that
    Markdown and many page makers give it, or because the link's own words are the heading's.
    """
    links = {run.link: run.span.of(policy.text) for run in reversed(policy.runs) if run.link.startswith("#")}
    if not links:
        return {}, {}
    by_name, by_words = _headings(policy)
    found = {
        link: block
        for link, words in links.items()
        if (block := by_name.get(_name(unquote(link[1:]))) or by_words.get(_plain(words))) is not None
    }
    places = sorted({block.span.start for block in found.values()})
    names = {start: f"_Heading{number}" for number, start in enumerate(places, 1)}
    return {link: names[block.span.start] for link, block in found.items()}, names


def _headings(policy: PolicyDocument) -> tuple[dict[str, Block], dict[str, Block]]:
    by_name: dict[str, Block] = {}
    by_words: dict[str, Block] = {}
    for block in policy.blocks:
        if block.kind in _HEADINGS:
            words = block.span.of(policy.text)
            labelled = f"{block.label} {words}" if block.label and block.label_span is None else words
            for said in (words, labelled):
                by_name.setdefault(_name(said) or " ", block)
                by_words.setdefault(_plain(said) or " ", block)
    return by_name, by_words


def _name(words: str) -> str:
    """The name a heading goes by in addresses."""
    return re.sub(r"[\s_-]+", "-", _SIGNS.sub("", words.lower()).strip())


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
