"""A page, or several that make one book -> a draft: text, blocks, runs, title and what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.draft import Draft
from documents.errors import UnreadableDocument
from documents.markup.blocks import BlockWalk
from documents.markup.measure import letters_in
from documents.markup.parsing import PageAt, ParsedPage, no_page, parsed_page
from documents.model import Warning  # noqa: A004

__all__ = ["read_pages"]

_PARTS = re.compile(r"\s+[|–—·•:»-]\s+|[|_｜]|\s*[-–—](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[-–—]\s*")
_EMPTY_TITLES = {"", "home", "首页", "index", "untitled", "document", "无标题文档", "untitled document"}
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_MOST_CELLS = 250_000
_LONGEST = 200
_LITTLE = 200
_HIDDEN_TIMES = 2


def read_pages(
    pages: Sequence[str], *, whole: bool = False, title: str = "", name: str = "", page_at: PageAt = no_page
) -> Draft:
    """Return the draft of one page or of several in order; `whole` keeps the furniture; `title` is used as it is.

    `page_at` returns the page that a frame shows by its address, "" for none.

    A page that hides most of itself until its scripts run is shown whole, and so is one that seems all furniture.
    Raises UnreadableDocument, `too_large`, for tables without end; `name` is what it calls the file.
    """
    if sum(len(_CELL.findall(page)) for page in pages if len(page) > _MOST_CELLS) > _MOST_CELLS:
        raise UnreadableDocument("too_large", name=name)
    parsed = [parsed_page(page, page_at) for page in pages]
    walk = _walk(parsed, furniture=whole, hidden=False)
    seen = letters_in(walk.page.text)
    too_hidden = walk.letters_hidden > seen * _HIDDEN_TIMES
    all_furniture = seen < _LITTLE and walk.letters_left_out > seen
    warnings = []
    if too_hidden or all_furniture:
        warnings = [Warning("hidden_parts_shown", {"count": walk.letters_hidden})] if too_hidden else []
        walk = _walk(parsed, furniture=whole or all_furniture, hidden=too_hidden)
    stated = next((page.title for page in parsed if page.title), "")
    return Draft(
        text=walk.page.text,
        blocks=tuple(walk.page.blocks),
        runs=tuple(walk.page.runs),
        warnings=(*warnings, *_left_out(walk), *_unread(parsed)),
        title=title or _title(walk.tops, stated),
        hidden=tuple(walk.page.hidden),
        pictures=tuple(walk.page.pictures),
    )


def _walk(pages: Sequence[ParsedPage], *, furniture: bool, hidden: bool) -> BlockWalk:
    walk = BlockWalk(furniture=furniture, hidden=hidden)
    for page in pages:
        walk.read(page.tokens, page.numbering)
    walk.read_notes()
    return walk


def _left_out(walk: BlockWalk) -> list[Warning]:
    counts = (("page_furniture", walk.letters_left_out), ("hidden_parts", walk.letters_hidden))
    return [Warning(code, {"count": count}) for code, count in counts if count]


def _unread(pages: Sequence[ParsedPage]) -> list[Warning]:
    """The pages of a book share their style sheets."""
    count = max((page.unread for page in pages), default=0)
    return [Warning("styles_unread", {"count": count})] if count else []


def _title(tops: Sequence[str], stated: str) -> str:
    """Return the top heading that the page's title names too, else the first one, else the title's first part."""
    parts = [part.strip() for part in _PARTS.split(stated)]
    named = [part.casefold() for part in parts if part]
    both = next((top for top in tops if top.strip().casefold() in named), "")
    own = next((part for part in parts if part.casefold() not in _EMPTY_TITLES), "")
    chosen = both or (tops[0] if tops else own)
    return " ".join(chosen.split())[:_LONGEST].replace("\ufffc", "").strip()
