"""Stretches of text that a click takes: a word or a phrase, a sentence."""

from __future__ import annotations

import re
import unicodedata

from documents.model import Span

__all__ = ["sentence_at", "word_at"]

_STOP = re.compile(r"[。！？；][”’」』）)]*|[.!?;][\"')\]”’]*(?=\s|$)|\n")
_JOINERS = "'’-_"


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def word_at(text: str, point: int) -> Span:
    """Return the word at a code point; in Chinese, which has no spaces, the run up to punctuation."""
    if point >= len(text) or not _is_letter(text[point]):
        return Span(point, min(point + 1, len(text)))
    ideographs = _is_ideograph(text[point])

    def belongs(index: int) -> bool:
        character = text[index]
        if character in _JOINERS and not ideographs:
            return 0 < index < len(text) - 1 and _is_letter(text[index - 1]) and _is_letter(text[index + 1])
        return _is_letter(character) and _is_ideograph(character) == ideographs

    start = end = point
    while start > 0 and belongs(start - 1):
        start -= 1
    while end < len(text) and belongs(end):
        end += 1
    return Span(start, end)


def sentence_at(text: str, point: int, within: Span) -> Span:
    """Return the sentence at a code point, inside the paragraph `within`, without white space at its ends."""
    start, end = within.start, within.end
    for stop in _STOP.finditer(text, within.start, within.end):
        if stop.end() <= point:
            start = stop.end()
        else:
            end = stop.end()
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
