"""The marks inside a Markdown paragraph -> stretches of words set alike, line by line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token

from documents.labels import mark_of
from documents.model import Picture, Run, Span
from documents.normalise import normalise

__all__ = ["Stretch", "lines_of"]

PICTURE = "\ufffc"
_PLAIN = Run(Span(0, 0))
_MARKS = {"strong": "bold", "em": "italic", "s": "strike"}
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_LINE_TAG = re.compile(r"<br\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(\w+)")
_TAG_MARKS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strike",
    "del": "strike",
}
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words, and how they are set; None for plain. `marks` are the names of the notes marked right behind them."""

    words: str
    look: Run | None
    picture: Picture | None = None
    marks: tuple[str, ...] = ()


def lines_of(tokens: Sequence[Token], notes: frozenset[str] = frozenset()) -> list[list[Stretch]]:
    """Return the inline tokens of one paragraph as blocks: one, or more where a line begins with a typed number.

    People write a list line by line and trust that it shows so; a soft break before a number or bullet therefore
    begins a block. Other soft breaks are a space, or nothing between wide characters. Marks of `notes` are left out.
    """
    blocks: list[list[Stretch]] = [[]]
    stretches = list(_stretches(tokens, notes))
    for index, stretch in enumerate(stretches):
        if stretch.words not in {_BREAK, "\r"}:
            blocks[-1].append(stretch)
        elif _begins_with_mark(stretches[index + 1 :]):
            blocks.append([])
        else:
            blocks[-1].append(stretch if stretch.words == _BREAK else replace(stretch, words=_joint(stretches, index)))
    return blocks


def _begins_with_mark(stretches: Sequence[Stretch]) -> bool:
    words = ""
    for stretch in stretches:
        if stretch.words in {_BREAK, "\r"} or len(words) > 40:  # noqa: PLR2004 - no label is longer
            break
        words += stretch.words
    mark = mark_of(words)
    return mark is not None and not mark.weak


def _joint(stretches: Sequence[Stretch], index: int) -> str:
    before = next((stretches[at].words[-1:] for at in range(index - 1, -1, -1) if stretches[at].words), "")
    after = stretches[index + 1].words[:1] if index + 1 < len(stretches) else ""
    return "" if _WIDE.match(before) and _WIDE.match(after) else " "


def _stretches(tokens: Sequence[Token], notes: frozenset[str]) -> Iterator[Stretch]:
    look = _PLAIN
    for token in tokens:
        kind = token.type
        if kind == "text":
            yield from _marked(token.content, notes, look) if notes else (_stretch(token.content, look),)
        elif kind == "code_inline":
            yield _stretch(token.content, replace(look, code=True))
        elif kind in {"softbreak", "hardbreak"}:
            yield Stretch(_BREAK if kind == "hardbreak" else "\r", None)
        elif kind == "image":
            alternative = " ".join("".join(one.content for one in token.children or ()).split())
            picture = Picture(0, alternative, source=str(token.attrs.get("src", "")))
            yield replace(_stretch(PICTURE, look), picture=picture)
        elif kind == "html_inline":
            if _LINE_TAG.match(token.content):
                yield Stretch(_BREAK, None)
            look = _after_tag(token.content, look)
        else:
            look = _after_mark(token, look)


def _marked(words: str, notes: frozenset[str], look: Run) -> Iterator[Stretch]:
    """Yield words cut where the mark of a note stood, without the marks."""
    at = 0
    for mark in _NOTE_MARK.finditer(words):
        if mark[1] in notes:
            yield replace(_stretch(words[at : mark.start()], look), marks=(mark[1],))
            at = mark.end()
    if at < len(words) or not at:
        yield _stretch(words[at:], look)


def _stretch(words: str, look: Run) -> Stretch:
    return Stretch(normalise(words).replace("\n", " "), None if look == _PLAIN else look)


def _after_mark(token: Token, look: Run) -> Run:
    name, _, side = token.type.rpartition("_")
    if name == "link":
        return replace(look, link=html.unescape(str(token.attrs.get("href", ""))) if side == "open" else "")
    if name in _MARKS:
        return _with(look, _MARKS[name], on=side == "open")
    return look


def _after_tag(tag: str, look: Run) -> Run:
    match = _TAG.match(tag)
    mark = _TAG_MARKS.get(match[2].lower()) if match else None
    return _with(look, mark, on=not match[1]) if match and mark else look


def _with(look: Run, mark: str, *, on: bool) -> Run:
    changes: dict[str, Any] = {mark: on}
    return replace(look, **changes)
