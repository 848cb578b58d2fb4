"""A page parsed as a browser does it: its tokens, its title, what its style sheets say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.markup.counters import NO_NUMBERS, Numbering, numbering_of
from documents.markup.matching import Matcher
from documents.markup.sheets import NO_SHEET, Sheet, sheet_of
from documents.markup.tags import is_hidden, styles_of
from documents.markup.taming import tamed
from documents.markup.tokens import Tokens, tokens_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["PageAt", "ParsedPage", "no_page", "parsed_page"]

# What they hold is no markup, or is not part of the page; written out again it would be taken for tags.
_RAW = re.compile(r"<(script|style|iframe|noembed|noframes|template)\b", re.IGNORECASE)
_WITHOUT_SCRIPTS = re.compile(
    r"<noscript\b[^>]*>(?:(?!</?noscript|</script|</?body|</?html).)*</noscript\s*>", re.IGNORECASE | re.DOTALL
)
_VERBATIM = re.compile(r"<(?:xmp|plaintext)\b", re.IGNORECASE)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_CONTROLLED = re.compile(r"(?:aria-controls|data-(?:bs-)?target)\s*=\s*[\"']?#?([\w:. -]{1,200})")


_MOST_FRAMES, _MOST_NESTED = 50, 2

PageAt = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One page. `title` is what its head states, on one line.

    `unread` is how many rules of its style sheets hide or number what cannot be told.
    """

    tokens: Tokens
    title: str = ""
    numbering: Numbering = NO_NUMBERS
    unread: int = 0


def no_page(_address: str) -> str:
    """Return nothing, for a page whose frames are elsewhere."""
    return ""


def parsed_page(page: str, page_at: PageAt = no_page) -> ParsedPage:
    """Return a page as a browser's parser understands it, broken or not, with the pages in its frames."""
    tree = _tree(page)
    if "<iframe" in page or "<frame" in page:
        _fill_frames(tree, page_at)
    title = tree.css_first("head > title")
    stated = " ".join((title.text() or "").split()) if title is not None else ""
    sheets = [one.text() or "" for one in tree.css("style") if _is_for_screens(one.attributes.get("media"))]
    matcher = Matcher(tree)
    numbering = numbering_of(sheets, matcher) if any("counter-" in one for one in sheets) else NO_NUMBERS
    sheet = _sheet(sheets, page, matcher)
    tree.strip_tags(sorted({tag.lower() for tag in _RAW.findall(page)}))
    body = tree.body or tree.root
    tokens = tokens_of((body.html if body is not None else "") or "", sheet)
    return ParsedPage(tokens, stated, numbering, matcher.unread)


def _tree(page: str) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    if "\r" in page:
        page = page.replace("\r\n", "\n").replace("\r", "\n")
    if "noscript" in page:  # a browser that runs scripts takes no tag in there for one
        page = _WITHOUT_SCRIPTS.sub("", page)
    html = tamed(page).encode("utf-8", "replace")
    return LexborHTMLParser(_escaped(html.decode()) if _VERBATIM.search(page) else html)


def _fill_frames(tree: LexborHTMLParser, page_at: PageAt, depth: int = 0) -> None:
    """Put the pages that the file holds into the frames that show them."""
    for frame in tree.css("iframe, frame")[:_MOST_FRAMES]:
        given = frame.attributes
        inner = given.get("srcdoc") or page_at((given.get("src") or "").strip())
        if not inner or is_hidden("iframe", given, styles_of(given)) or given.get("width") in {"0", "1"}:
            continue
        page = _tree(inner)
        if depth < _MOST_NESTED:
            _fill_frames(page, page_at, depth + 1)
        page.strip_tags(["script", "style", "template"])
        box = tree.create_node("div")
        box.inner_html = (page.body.inner_html if page.body is not None else "") or ""
        frame.replace_with(box)


def _sheet(sheets: list[str], page: str, matcher: Matcher) -> Sheet:
    has_controls = "aria-controls" in page or "-target" in page
    controlled = {name for names in _CONTROLLED.findall(page) for name in names.split()} if has_controls else set()
    return sheet_of(sheets, controlled, matcher) if sheets or controlled else NO_SHEET


def _is_for_screens(media: str | None) -> bool:
    return not media or media.strip().lower() in {"all", "screen"}


def _escaped(html: str) -> str:
    """Write <xmp> and <plaintext>, whose words are no markup, as <pre>, so that they can be written out again."""
    pieces = re.split(r"(<plaintext\b[^>]*>)", html, maxsplit=1, flags=re.IGNORECASE)
    if len(pieces) > 1:
        html = f"{pieces[0]}<pre>{pieces[2].translate(_ESCAPES)}"
    return re.sub(
        r"<xmp\b[^>]*>(.*?)(?:</xmp\s*>|\Z)",
        lambda match: f"<pre>{match[1].translate(_ESCAPES)}</pre>",
        html,
        flags=re.IGNORECASE | re.DOTALL,
    )
