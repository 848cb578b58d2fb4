"""What stands at the head and the foot of a policy's pages, as the header and footer of the Word file we make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from documents.model import Block, PolicyDocument, Span, Story
from export.word.directions import runs_leftwards
from export.word.inking import Ink
from export.word.names import R, W, sub, w
from export.word.new_package import add_page_line

__all__ = ["FOOTER", "HEADER", "Margins", "kept_in_margins"]

HEADER: Final = "word/header1.xml"
FOOTER: Final = "word/footer1.xml"

_MOST_LINES: Final = 3
_LONGEST: Final = 160
_SHORTEST: Final = 6
_PAGE: Final = re.compile(
    r"\s*(?:第|-|–|—|\||p\.?|pg\.?|page|seite|página|pagina|pág\.?|strana|стр\.?|ページ)?\s*(?P<page>\d{1,4})"
    r"(?:\s*(?:页|頁|ページ)?\s*(?:[,，]?\s*共|of|von|de|di|sur|/|из)\s*(?P<pages>\d{1,4}))?\s*(?:页|頁|ページ|-|–|—|\|)?\s*",
    re.IGNORECASE,
)


def kept_in_margins(policy: PolicyDocument) -> dict[Story, list[Block]]:
    """Return the blocks that become the header and the footer of every page.

    Only few and short ones, none of them in a table: where a policy's margins change from page to page, their words
    stand at its end instead, where each can be read, and commented on.
    """
    kept: dict[Story, list[Block]] = {}
    for story in (Story.HEADER, Story.FOOTER):
        blocks = [block for block in policy.blocks if block.story is story]
        kept[story] = blocks if _stay_the_same(blocks, policy.text) else []
    last = {id(block) for blocks in kept.values() for block in blocks}
    return kept if _are_last(policy.blocks, last) else {Story.HEADER: [], Story.FOOTER: []}


def _stay_the_same(blocks: Sequence[Block], text: str) -> bool:
    """Whether they can stand on every page: page numbers of several kinds (iv, A-2) are not those of every page."""
    words = [block.span.of(text).strip() for block in blocks]
    numbers = [bool(_PAGE.fullmatch(said)) for said in words]
    if len(blocks) > _MOST_LINES or sum(numbers) > 1 or any(block.cell is not None for block in blocks):
        return False
    return all(number or _SHORTEST <= len(said) <= _LONGEST for number, said in zip(numbers, words, strict=True))


def _are_last(blocks: Sequence[Block], kept: set[int]) -> bool:
    """Whether nothing else comes after them in the text, so that the file says all in the text's order."""
    return all(id(block) in kept for block in blocks[len(blocks) - len(kept) :])


class Margins:
    """Writes the header and the footer with the policy's own words; the page's number is a field of Word's."""

    def __init__(self, policy: PolicyDocument, ink: Ink) -> None:
        self._policy = policy
        self._ink = ink
        self._is_numbered = False

    def header(self, blocks: Sequence[Block]) -> etree._Element | None:
        """Return the header, None where the policy has none."""
        return self._written("hdr", HEADER, "Header", blocks) if blocks else None

    def footer(self, blocks: Sequence[Block]) -> etree._Element:
        """Return the footer, with a line of ours that counts the pages unless the policy's own do. Ask for it last."""
        root = self._written("ftr", FOOTER, "Footer", blocks)
        if not self._is_numbered:
            add_page_line(root, self._policy.language)
        return root

    def _written(self, tag: str, part: str, style: str, blocks: Sequence[Block]) -> etree._Element:
        root = etree.Element(w(tag), nsmap={"w": W, "r": R})
        for block in blocks:
            paragraph = sub(root, "p")
            properties = sub(paragraph, "pPr")
            sub(properties, "pStyle", {"val": style})
            leftwards = block.right_to_left or runs_leftwards(block.span.of(self._policy.text))
            if leftwards:
                sub(properties, "bidi")
            self._words(paragraph, block.span, part, leftwards=leftwards)
        return root

    def _words(self, paragraph: etree._Element, span: Span, part: str, *, leftwards: bool) -> None:
        at = span.start
        for code, start, end in _page_numbers(span.of(self._policy.text)):
            number = Span(span.start + start, span.start + end)
            self._ink.write(paragraph, Span(at, number.start), part, leftwards=leftwards)
            _field(paragraph, "begin")
            sub(sub(paragraph, "r"), "instrText").text = code
            _field(paragraph, "separate")
            self._ink.write(paragraph, number, part, leftwards=leftwards)
            _field(paragraph, "end")
            self._is_numbered = True
            at = number.end
        self._ink.write(paragraph, Span(at, span.end), part, leftwards=leftwards)


def _page_numbers(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield the field, start and end of the page's number, and of that of all pages, where the words are no more."""
    match = _PAGE.fullmatch(words)
    for code, name in (("PAGE", "page"), ("NUMPAGES", "pages")) if match else ():
        if match and match[name]:
            yield code, match.start(name), match.end(name)


def _field(paragraph: etree._Element, kind: str) -> None:
    sub(sub(paragraph, "r"), "fldChar", {"fldCharType": kind})
