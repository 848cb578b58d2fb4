"""What came from a clipboard made one file: a page or a text, with the lines a reviewer struck taken out. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import TYPE_CHECKING

from documents.chat import folded
from documents.model import Span

if TYPE_CHECKING:
    from documents.model import Block, PolicyDocument

__all__ = ["Copied", "copied_page", "page_of", "page_without", "same_but_for", "text_without"]

_HEADER = re.compile(r"\AVersion:\d[\d.]*\s+(?:[A-Za-z]+:[^\r\n]*[\r\n]+)+")
_FIELD = re.compile(r"^([A-Za-z]+):([^\r\n]*)", re.MULTILINE)
_TYPE = re.compile(r"\A\s*<!doctype[^>]*>", re.IGNORECASE)
_WHOLE = re.compile(r"<html[\s>]", re.IGNORECASE)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_TAG = re.compile(
    r"<!--.*?-->|<(script|style|noscript|iframe|template|title|textarea)\b.*?</\1\s*>|<[!/?a-z][^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?", re.IGNORECASE)
_BREAK = re.compile(r"\s*<br\s*/?>", re.IGNORECASE)
_AFTER = 40
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

    Only letters between tags are taken out, so list items and cells stay, empty, and numbers and columns stand. Blocks
    are looked for in order, white space apart; what comes out is to be checked by `same_but_for`.
    """
    html = copied.html
    kept: list[str] = []
    at = 0
    for span in _raw_cuts(html, policy, struck):
        kept.append(html[at : span.start])
        at = span.end
    html = "".join((*kept, html[at:]))
    return page_of(replace(copied, html=_each_text(html, _refolded) if fold else html))


def same_but_for(before: PolicyDocument, struck: Sequence[Span], after: PolicyDocument) -> bool:
    """Whether `after` has the words and numbers of `before`, less struck spans and white space; bullets may move."""
    kept = [(_number(block), "".join(_letters(before, block.span, struck)[0])) for block in before.blocks]
    left = [(_number(block), _squeezed(block.span.of(after.text))) for block in after.blocks]
    return [row for row in kept if row[1]] == [row for row in left if row[1]]


def _number(block: Block) -> str:
    """Return the numbers the page counts out; one that is typed is among the words, and bullets do not matter."""
    return " ".join(one.label for one in block.labels if any(map(str.isalnum, one.label)))


def _letters(policy: PolicyDocument, span: Span, struck: Sequence[Span]) -> tuple[list[str], list[bool]]:
    """Return the letters of `span` that are kept; and of all its letters, white space apart, whether they are."""
    near = [one for one in struck if one.start < span.end and span.start < one.end]
    places = [at for at in range(span.start, span.end) if _squeezed(policy.text[at])]
    stay = [not any(one.start <= at < one.end for one in near) for at in places]
    return [policy.text[at] for at, stays in zip(places, stay, strict=True) if stays], stay


def _saved(address: str) -> str:
    address = "".join(address.split()).replace("--", "%2D%2D").replace(">", "%3E")
    return f"<!-- saved from url=({len(address):04}){address} -->\n" if address else ""


def _texts(html: str) -> Iterator[Span]:
    """Yield where there are words between tags, in order."""
    at = 0
    for tag in _TAG.finditer(html):
        if tag.start() > at:
            yield Span(at, tag.start())
        at = tag.end()
    yield Span(at, len(html))


def _each_text(html: str, change: Callable[[str], str]) -> str:
    """Return the page with every text between two tags changed."""
    made: list[str] = []
    at = 0
    for span in _texts(html):
        made += (html[at : span.start], change(span.of(html)))
        at = span.end
    return "".join((*made, html[at:]))


def _refolded(written: str) -> str:
    words = unescape(written)
    left = folded(words)
    return written if left == words else escape(left, quote=False)


def _squeezed(words: str) -> str:
    return _SPACE.sub("", words).replace("\ufffc", "")


def _written(html: str) -> Iterator[tuple[str, Span]]:
    """Yield the letters of the page, white space apart, each with how it is written: as itself or as an entity."""
    for text in _texts(html):
        at = text.start
        while at < text.end:
            entity = _ENTITY.match(html, at, text.end) if html[at] == "&" else None
            meant = unescape(entity[0]) if entity else html[at]
            end = entity.end() if entity and meant != entity[0] else at + 1
            for letter in _squeezed(meant if end > at + 1 else html[at]):
                yield letter, Span(at, end)
            at = end


def _where(line: str, words: str, after: str, start: int) -> int:
    """Return where a block's letters stand: rather where the next block's follow, for a page hides words as well."""
    if not words:
        return -1
    both = line.find(words + after[:_AFTER], start)
    return both if both >= 0 else line.find(words, start)


def _raw_cuts(html: str, policy: PolicyDocument, struck: Sequence[Span]) -> Iterator[Span]:
    """Yield what is to be cut out of the page, in order, with the break of line that ends it."""
    letters = list(_written(html))
    line = "".join(letter for letter, _ in letters)
    start = done = 0
    said = [_squeezed(block.span.of(policy.text)) for block in policy.blocks]
    for block, words, after in zip(policy.blocks, said, [*said[1:], ""], strict=True):
        found = _where(line, words, after, start)
        if found < 0:
            continue
        start = found + len(words)
        stay = _letters(policy, block.span, struck)[1]
        for (_, span), stays in zip(letters[found:start], stay, strict=True):
            if not stays and span.start >= done:
                broken = _BREAK.match(html, span.end)
                done = broken.end() if broken else span.end
                yield Span(span.start, done)
