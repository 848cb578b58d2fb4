"""A page, or several that make one book -> a draft: text, blocks, runs, title and what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.draft import Draft
from documents.markup.blocks import BlockWalk
from documents.markup.taming import tamed
from documents.model import Warning  # noqa: A004
from documents.normalise import normalise

__all__ = ["read_pages"]

_PARTS = re.compile(r"\s+[|–—·•:»-]\s+|[|_｜]|\s*[-–—](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[-–—]\s*")
_EMPTY_TITLES = {"", "home", "首页", "index", "untitled", "document", "无标题文档", "untitled document"}
_LONGEST = 200
_LITTLE = 200
_HIDDEN_TIMES = 2


def read_pages(pages: Sequence[str], *, whole: bool = False, title: str = "") -> Draft:
    """Return the draft of one page or of several in order; `whole` keeps the furniture; `title` is used as it is.

    A page that hides most of itself until its scripts run is shown whole, and so is one that seems all furniture.
    """
    walk, stated = _walk(pages, furniture=whole, hidden=False)
    seen = len("".join(walk.page.text.split()))
    too_hidden = walk.letters_hidden > seen * _HIDDEN_TIMES
    all_furniture = seen < _LITTLE and walk.letters_left_out > seen
    if too_hidden or all_furniture:
        hidden = walk.letters_hidden if too_hidden else 0
        walk, stated = _walk(pages, furniture=whole or all_furniture, hidden=too_hidden)
        warnings = [Warning("hidden_parts_shown", {"count": hidden})] if hidden else []
    else:
        warnings = []
    return Draft(
        text=walk.page.text,
        blocks=tuple(walk.page.blocks),
        runs=tuple(walk.page.runs),
        warnings=(*warnings, *_left_out(walk)),
        title=title or _title(walk.tops, stated),
    )


def _walk(pages: Sequence[str], *, furniture: bool, hidden: bool) -> tuple[BlockWalk, str]:
    from selectolax.lexbor import LexborHTMLParser

    walk = BlockWalk(furniture=furniture, hidden=hidden)
    stated = ""
    for page in pages:
        html = tamed(normalise(page))
        tree = LexborHTMLParser(html)
        if not stated and (title := tree.css_first("head > title")) is not None:
            stated = " ".join((title.text() or "").split())
        if tree.body is not None:
            walk.read(tree.body, size=html.count("<"))
    return walk, stated


def _left_out(walk: BlockWalk) -> list[Warning]:
    counts = (("page_furniture", walk.letters_left_out), ("hidden_parts", walk.letters_hidden))
    return [Warning(code, {"count": count}) for code, count in counts if count]


def _title(tops: Sequence[str], stated: str) -> str:
    """Return the top heading that the page's title names too, else the first one, else the title's first part."""
    parts = [part.strip() for part in _PARTS.split(stated)]
    named = [part.casefold() for part in parts if part]
    both = next((top for top in tops if top.strip().casefold() in named), "")
    own = next((part for part in parts if part.casefold() not in _EMPTY_TITLES), "")
    chosen = both or (tops[0] if tops else own)
    return " ".join(chosen.split())[:_LONGEST].replace("\ufffc", "").strip()
