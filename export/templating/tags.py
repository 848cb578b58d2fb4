"""The tags of a template: found in its paragraphs however Word has split them, written whole into one run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from export.templating.marks import CLOSE, OPEN
from export.templating.places import Place, place_of
from export.templating.problems import Problem
from export.word.names import XML_SPACE, w

__all__ = ["Level", "Tag", "in_our_braces", "own_text", "rewrite", "tags_of"]

_OPEN: Final = re.compile(r"[{｛]\s?[{｛]|[{｛]\s?[%％]|[{｛]\s?[#＃]")
_CLOSE: Final = {
    "{": re.compile(r"[}｝]\s?[}｝]"),
    "%": re.compile(r"[%％]\s?[}｝]"),
    "#": re.compile(r"[#＃]\s?[}｝]"),
}
_STRAY: Final = re.compile(r"[}｝][}｝]|[%％][}｝]")
_LEVEL: Final = re.compile(r"(p|tr|tc|r)\s+")
_FORMS: Final = str.maketrans("｛｝％＃．（）＝＂＇｜，　\u00a0“”‘’！＜＞", "{}%#.()=\"'|,  \"\"''!<>")
_SHOWN: Final = 60

Level = str
"""What a tag stands for with all that is around it: "p" its paragraph, "tr" its row, "tc" its cell, "" nothing."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. `sign` is "{" for a field, "%" for a statement, "#" for a remark; `body` what it says."""

    sign: str
    level: Level
    body: str
    paragraph: etree._Element
    place: Place
    alone: bool
    last: bool

    @property
    def word(self) -> str:
        """The first word of a statement: for, endfor, if."""
        return self.body.split(None, 1)[0] if self.sign == "%" and self.body.strip() else ""

    @property
    def shown(self) -> str:
        """The tag as a person wrote it, shortened."""
        close = {"{": "}}", "%": "%}", "#": "#}"}[self.sign]
        body = self.body if len(self.body) <= _SHOWN else self.body[:_SHOWN] + "…"
        return f"{{{self.sign}{self.level} {body} {close}"

    @property
    def source(self) -> str:
        """The tag as docxtpl reads it, in braces that are told from all others."""
        return in_our_braces(self.sign, self.level, self.body)


def in_our_braces(sign: str, level: Level, body: str) -> str:
    """Return a tag as it is written into the part."""
    if sign == "{":
        return f"{OPEN}{OPEN}{level} {body} {CLOSE}{CLOSE}"
    return f"{OPEN}{sign}{level} {body} {sign}{CLOSE}"


def tags_of(root: etree._Element, part: str) -> tuple[list[Tag], list[Problem]]:
    """Return the tags of a part in order, and those that have no beginning or no end.

    Changes the tree: each tag stands whole in one text element afterwards, in plain half-width signs.
    """
    tags: list[Tag] = []
    problems: list[Problem] = []
    for paragraph in list(root.iter(w("p"))):
        found, wrong = _of_paragraph(paragraph, part)
        tags += found
        problems += wrong
    return tags, problems


def rewrite(tag: Tag, old: str, new: str) -> None:
    """Write a tag of a paragraph in another way; it stands whole in one text element."""
    for piece in _pieces(tag.paragraph):
        if piece.text and old in piece.text:
            piece.text = piece.text.replace(old, new, 1)
            return


def own_text(paragraph: etree._Element) -> str:
    """Return a paragraph's own words, without those of a text box in it."""
    return "".join(piece.text or "" for piece in _pieces(paragraph))


def _pieces(paragraph: etree._Element) -> list[etree._Element]:
    return [
        piece
        for piece in paragraph.iter(w("t"))
        if next(piece.iterancestors(w("p"))) is paragraph and next(piece.iterancestors(w("del")), None) is None
    ]


def _of_paragraph(paragraph: etree._Element, part: str) -> tuple[list[Tag], list[Problem]]:
    pieces = _pieces(paragraph)
    text = "".join(piece.text or "" for piece in pieces)
    if not (_OPEN.search(text) or _STRAY.search(text)):
        return [], []
    place = place_of(paragraph, part, text)
    spans, problems = _spans(text, place)
    tags = [_tag(text, start, end, paragraph, place) for start, end in spans]
    for (start, end), tag in reversed(list(zip(spans, tags, strict=True))):
        _put_whole(pieces, start, end, tag.source)
    return tags, problems


def _spans(text: str, place: Place) -> tuple[list[tuple[int, int]], list[Problem]]:
    """Return where tags stand in a text; what begins and does not end, or ends and has not begun, is a problem."""
    spans: list[tuple[int, int]] = []
    problems: list[Problem] = []
    at = 0
    while opened := _OPEN.search(text, at):
        problems += _strays(text[at : opened.start()], place)
        sign = opened.group()[-1].translate(_FORMS)
        closed = _CLOSE[sign].search(text, opened.end())
        again = _OPEN.search(text, opened.end())
        if closed is None or (again and again.start() < closed.start()):
            stop = again.start() if again else len(text)
            problems.append(Problem("unclosed", place, {"tag": text[opened.start() : stop].strip()[:_SHOWN]}))
            at = stop
            continue
        spans.append((opened.start(), closed.end()))
        at = closed.end()
    return spans, problems + _strays(text[at:], place)


def _strays(text: str, place: Place) -> list[Problem]:
    stray = _STRAY.search(text)
    if stray is None:
        return []
    return [Problem("unopened", place, {"tag": text[: stray.end()].strip()[-_SHOWN:]})]


def _tag(text: str, start: int, end: int, paragraph: etree._Element, place: Place) -> Tag:
    written = text[start:end]
    sign = written.translate(_FORMS).replace(" ", "")[1]
    inside = re.sub(r"^[{｛]\s?.|.\s?[}｝]$", "", written).translate(_FORMS)
    inside = re.sub(r"[\u200b\ufeff\u2060\u00ad]", "", inside).strip("-+")
    level = _LEVEL.match(inside)
    body = inside[level.end() :] if level else inside
    rest = text[:start] + text[end:]
    return Tag(
        sign=sign,
        level=level[1] if level else "",
        body=" ".join(body.split()),
        paragraph=paragraph,
        place=place,
        alone=not rest.strip(),
        last=not text[end:].strip(),
    )


def _put_whole(pieces: list[etree._Element], start: int, end: int, source: str) -> None:
    """Write a tag that stands at `start` to `end` of the pieces' joined text into the piece where it begins."""
    for piece, begin, stop in list(_placed(pieces)):
        if stop <= start or begin >= end:
            continue
        text = piece.text or ""
        head = text[: max(0, start - begin)]
        piece.text = head + (source if begin <= start else "") + text[max(0, end - begin) :]
        piece.set(XML_SPACE, "preserve")


def _placed(pieces: list[etree._Element]) -> Iterator[tuple[etree._Element, int, int]]:
    at = 0
    for piece in pieces:
        length = len(piece.text or "")
        yield piece, at, at + length
        at += length
