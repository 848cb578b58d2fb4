"""What came from a clipboard made one file: a page or a text, with the lines a reviewer struck taken out. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.chat import folded
from documents.model import Span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from documents.model import Block, PolicyDocument

__all__ = ["Copied", "copied_page", "page_of", "page_without", "same_but_for", "text_without"]

_HEADER = re.compile(r"\AVersion:\d[\d.]*\s+(?:[A-Za-z]+:[^\r\n]*[\r\n]+)+")
_FIELD = re.compile(r"^([A-Za-z]+):([^\r\n]*)", re.MULTILINE)
_TYPE = re.compile(r"\A\s*<!doctype[^>]*>", re.IGNORECASE)
_WHOLE = re.compile(r"<html[\s>]", re.IGNORECASE)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_UNSEEN = frozenset({"script", "style", "title", "template", "noscript", "head"})
_KEPT_EMPTY = frozenset({"td", "th", "li", "body", "html", "-document"})
_UNREAD = "script, noscript, iframe"  # no words of the page; read back from writing, they may swallow what follows
_HOLDS = "img, hr, input, svg, table"
_SPACE = re.compile(r"[\s\u200b]+")


@dataclass(frozen=True, slots=True)
class Copied:
    """A page from the clipboard, and the address it was copied from where the clipboard says one."""

    html: str
    address: str = ""


def copied_page(html: str) -> Copied:
    """Return what was copied, without the header Windows puts before it (CF_HTML) where that was left in.

    Its offsets count bytes of UTF-8; they are not trusted: the page begins at its first tag.
    """
    html = html.replace("\0", "").lstrip("\ufeff")
    header = _HEADER.match(html)
    if header is None:
        return Copied(html)
    fields = {name.lower(): value.strip() for name, value in _FIELD.findall(header[0])}
    return Copied(html[header.end() :], fields.get("sourceurl", ""))


def page_of(copied: Copied) -> bytes:
    """Return the page as a file: one document in UTF-8, what was copied letter by letter within it.

    The address goes into a comment, as browsers write it into a page they save.
    """
    html = copied.html
    if not _WHOLE.search(html):
        html = f'<html><head><meta charset="utf-8"></head><body>\n{html}\n</body></html>\n'
    start = "" if _TYPE.match(html) else "<!DOCTYPE html>\n"
    return f"{start}{_saved(copied.address)}{html}".encode("utf-8", "replace")


def text_without(text: str, struck: Sequence[Span], *, fold: bool) -> bytes:
    """Return `text` as a file without the struck spans; a line struck whole takes its line feed along."""
    kept: list[str] = []
    at = 0
    for span in sorted(struck):
        kept.append(text[at : span.start])
        whole = (span.start == 0 or text[span.start - 1] == "\n") and text[span.end : span.end + 1] == "\n"
        at = span.end + whole
    words = "".join((*kept, text[at:]))
    if fold:
        words = "\n".join(map(folded, words.split("\n")))
    return words.encode("utf-8", "replace")


def page_without(copied: Copied, policy: PolicyDocument, struck: Sequence[Span], *, fold: bool) -> bytes:
    """Return the page as a file without the struck spans of `policy`, which is how `page_of` reads, all of it.

    List items and cells stay, empty, so that numbers and columns stand. What comes out is checked by `same_but_for`.
    """
    tree = _tree(copied.html)
    nodes = list(_texts(tree))
    cuts = _cuts([node.text_content or "" for node in nodes], policy, struck)
    for place, node in enumerate(nodes):
        words = node.text_content or ""
        left = _cut(words, cuts.get(place, ()))
        if fold:
            left = folded(left)
        if left != words:
            parent, after = node.parent, node.next
            node.replace_with(left)
            if not left.strip() and place in cuts:
                if after is not None and after.tag == "br":
                    after.decompose()
                _prune(parent)
    return _file(tree, copied.address)


def same_but_for(before: PolicyDocument, struck: Sequence[Span], after: PolicyDocument) -> bool:
    """Whether `after` has the words and numbers of `before`, less struck spans and white space; bullets may move."""
    kept = [(_number(block), "".join(_letters(before, block.span, struck)[0])) for block in before.blocks]
    left = [(_number(block), _squeezed(block.span.of(after.text))) for block in after.blocks]
    return [row for row in kept if row[1]] == [row for row in left if row[1]]


def _number(block: Block) -> str:
    return block.label if any(map(str.isalnum, block.label)) else ""


def _letters(policy: PolicyDocument, span: Span, struck: Sequence[Span]) -> tuple[list[str], list[bool]]:
    """Return the letters of `span` that are kept; and of all its letters, white space apart, whether they are."""
    near = [one for one in struck if one.start < span.end and span.start < one.end]
    places = [at for at in range(span.start, span.end) if _squeezed(policy.text[at])]
    stay = [not any(one.start <= at < one.end for one in near) for at in places]
    return [policy.text[at] for at, stays in zip(places, stay, strict=True) if stays], stay


def _tree(html: str) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html.replace(_START, "").replace(_END, ""))
    for unread in tree.css(_UNREAD):
        unread.decompose()
    return tree


def _file(tree: LexborHTMLParser, address: str) -> bytes:
    for meta in tree.css("meta[charset], meta[http-equiv]"):
        meta.decompose()
    page = tree.html or ""
    page = _TYPE.sub("", page).lstrip().replace("<head>", '<head><meta charset="utf-8">', 1)
    return f"<!DOCTYPE html>\n{_saved(address)}{page}\n".encode("utf-8", "replace")


def _saved(address: str) -> str:
    address = "".join(address.split()).replace("--", "%2D%2D").replace(">", "%3E")
    return f"<!-- saved from url=({len(address):04}){address} -->\n" if address else ""


def _texts(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Yield the text nodes of the page that are words, in order."""
    body = tree.body
    if body is None:
        return
    for node in body.traverse(include_text=True):
        if node.is_text_node and node.parent is not None and node.parent.tag not in _UNSEEN:
            yield node


def _squeezed(words: str) -> str:
    return _SPACE.sub("", words).replace("\ufffc", "")


def _cuts(texts: Sequence[str], policy: PolicyDocument, struck: Sequence[Span]) -> dict[int, set[int]]:
    """Return which letters are to be cut out of each text: blocks are looked for in order, white space apart."""
    letters = [(place, at) for place, words in enumerate(texts) for at, letter in enumerate(words) if _squeezed(letter)]
    line = "".join(texts[place][at] for place, at in letters)
    cuts: dict[int, set[int]] = {}
    start = 0
    for block in policy.blocks:
        words = _squeezed(block.span.of(policy.text))
        found = line.find(words, start) if words else -1
        if found < 0:
            continue
        start = found + len(words)
        stay = _letters(policy, block.span, struck)[1]
        for (place, at), stays in zip(letters[found:start], stay, strict=True):
            if not stays:
                cuts.setdefault(place, set()).add(at)
    return cuts


def _cut(words: str, gone: Collection[int]) -> str:
    left = "".join(letter for at, letter in enumerate(words) if at not in gone)
    return left if not gone or left.strip() else ""


def _prune(node: LexborNode | None) -> None:
    """Take away what holds nothing any more, upwards."""
    while node is not None and node.tag not in _KEPT_EMPTY:
        parent = node.parent
        if _squeezed(node.text() or "") or node.css_first(_HOLDS) is not None:
            return
        node.decompose()
        node = parent
