"""Stretches of text that a click takes: a word or a phrase, a sentence."""

from __future__ import annotations

import re
import unicodedata

from documents.model import Span
from ui.word_breaks import chinese_word

__all__ = ["only_word_at", "sentence_at", "term_at", "whole_words", "word_at", "word_step"]

_STOP = re.compile(r"[。！？；][”’」』）)]*|[.!?;][\"')\]”’]*(?=\s|$)|\n")
_JOINERS = "'’-_"
_LONGEST = 40  # characters of Chinese without a stop that one step goes at most
_PARTICLES = re.compile("[的和与及或且在对向将被把从由于]")
_NOT_PARTICLES = re.compile(
    "目的|的确|和解|缓和|参与|与会|以及|涉及|普及|及时|或者|或许|并且|而且|正在|存在|所在|现在|内在|潜在|对于|对应|对象|"
    "绝对|相对|核对|针对|方向|向来|定向|转向|即将|将来|必将|把握|从事|从而|自从|服从|由于|理由|自由|事由|缘由|关于|基于|"
    "属于|用于|至于|由此|在于|位于|处于|等于|高于|低于|不低于|小于|大于"
)


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


def word_step(text: str, gap: int, step: int) -> int:
    """Return where the next word ends (`step` 1) or the last one begins (-1), over the white space before it.

    Chinese has no spaces: there a step goes to the next particle (的, 和, 与 ...) or past it, or to punctuation.
    """
    while 0 <= (at := gap - 1 if step < 0 else gap) < len(text) and text[at].isspace():
        gap += step
    at = gap - 1 if step < 0 else gap
    if not 0 <= at < len(text):
        return gap
    word = term_at(text, at)
    return word.start if step < 0 else word.end


def term_at(text: str, point: int) -> Span:
    """Return the word at a code point; in Chinese the part of the run between two particles (的, 和, 与 ...)."""
    word = word_at(text, point)
    ideograph = point < len(text) and _is_ideograph(text[point])
    return _between_particles(text, point, word) if ideograph else word


def only_word_at(text: str, point: int) -> Span:
    """Return what a double click takes: a word, in Chinese one of the dictionary's, or without it between particles."""
    run = word_at(text, point)
    if point >= len(text) or not _is_ideograph(text[point]):
        return run
    return chinese_word(text, point, run) or term_at(text, point)


def whole_words(text: str, anchor: int, caret: int) -> tuple[int, int]:
    """Return both ends of a drag as it selects: one that began inside a word and has left it takes whole words.

    Chinese has no such words: there every character can be an end.
    """
    first = _inside(text, anchor)
    if first is None or first.start <= caret <= first.end:
        return anchor, caret
    last = _inside(text, caret) or Span(caret, caret)
    return (first.start, last.end) if caret > anchor else (first.end, last.start)


def _inside(text: str, gap: int) -> Span | None:
    """Return the word of letters that a gap lies in, None at its ends and anywhere else."""
    if not 0 < gap < len(text) or _is_ideograph(text[gap]):
        return None
    word = word_at(text, gap)
    return word if word.start < gap < word.end else None


def _between_particles(text: str, point: int, run: Span) -> Span:
    """Return the part of a run of Chinese that a point lies in, cut before and after each particle."""
    run = Span(max(run.start, point - _LONGEST), min(run.end, point + _LONGEST))
    whole = [match.span() for match in _NOT_PARTICLES.finditer(text, run.start, run.end)]
    start, end = run.start, run.end
    for particle in _PARTICLES.finditer(text, run.start, run.end):
        if any(first <= particle.start() < last for first, last in whole):
            continue
        if particle.start() == point:
            return Span(*particle.span())
        if particle.start() < point:
            start = particle.end()
        else:
            return Span(start, particle.start())
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
