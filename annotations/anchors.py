"""Anchors: a place described by position, quote and surroundings, and found again by them. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotations.model import Anchor, AnchorState
from documents.model import PolicyDocument, Span

__all__ = ["AROUND", "Located", "describe", "describe_all", "locate", "lost"]

AROUND = 32
"""Code points kept on either side of the quote."""

_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Located:
    """Where an anchor stands in a text: `span`, None when it has no place or several that are equally good.

    `how` is "position", "quote", "context", "normalised", "ambiguous" or "lost"; `sure` runs from 0 to 1;
    `candidates` are the places to choose from.
    """

    span: Span | None
    how: str
    sure: float = 0.0
    candidates: tuple[Span, ...] = ()


def describe(text: str, span: Span, version: str = "") -> Anchor:
    """Return the anchor for the words of `text` at `span`. Raises ValueError for an empty span or one outside."""
    _refuse_no_words(text, span)
    return Anchor(
        version=version,
        start=span.start,
        end=span.end,
        exact=span.of(text),
        prefix=text[max(0, span.start - AROUND) : span.start],
        suffix=text[span.end : span.end + AROUND],
    )


def _refuse_no_words(text: str, span: Span) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"An anchor needs words of the text: {span} of {len(text)}.")


def describe_all(policy: PolicyDocument, spans: Sequence[Span], version: str) -> tuple[Anchor, ...]:
    """Return the anchors for `spans`, each within one story: a span across stories becomes several."""
    parts = [part for span in spans for part in _within_stories(policy, span)]
    return tuple(describe(policy.text, part, version) for part in dict.fromkeys(parts))


def _within_stories(policy: PolicyDocument, span: Span) -> Iterator[Span]:
    _refuse_no_words(policy.text, span)
    starts = _story_starts(policy, span)
    if len(starts) == 1:
        yield span
        return
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        words = policy.text[start:end]
        if words.strip():
            yield Span(start, start + len(words.rstrip("\n")))


def _story_starts(policy: PolicyDocument, span: Span) -> list[int]:
    """Return where in `span` a story begins: its own start, and each block of another story than the one before."""
    blocks = policy.blocks
    first = max(0, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1)
    starts = [span.start]
    for before, block in pairwise(blocks[first : bisect_left(blocks, span.end, key=lambda block: block.span.start)]):
        if block.story is not before.story:
            starts.append(block.span.start)
    return starts


def lost(anchor: Anchor, state: AnchorState = AnchorState.LOST) -> Anchor:
    """Return `anchor` without a place: its words and surroundings are kept for a person to find."""
    return replace(anchor, start=0, end=0, state=state)


def locate(text: str, anchor: Anchor) -> Located:
    """Find the words of `anchor` in `text`, never silently at a worse place.

    The position counts only where the words are the quote; then the quote where it stands once, or where its
    surroundings tell one place from the others; then the same in a copy folded for width, case and spaces.
    """
    if anchor.exact and text[anchor.start : anchor.end] == anchor.exact:
        return Located(anchor.span, "position", 1.0, (anchor.span,))
    found = _occurrences(text, anchor.exact)
    if found:
        return _chosen(text, anchor, found)
    folded = _folded_occurrences(text, anchor.exact)
    if len(folded) == 1:
        return Located(folded[0], "normalised", 0.8, tuple(folded))
    return Located(None, "ambiguous" if folded else "lost", 0.0, tuple(folded))


def _chosen(text: str, anchor: Anchor, found: list[Span]) -> Located:
    scores = [_agreement(text, anchor, span) for span in found]
    asked = len(anchor.prefix) + len(anchor.suffix)
    if len(found) == 1:
        return Located(found[0], "quote", 1.0 if not asked else 0.6 + 0.4 * scores[0] / asked, tuple(found))
    best, second = sorted(scores, reverse=True)[:2]
    if best * 2 >= asked > 0 and (best - second >= _MARGIN or best == asked > second):
        return Located(found[scores.index(best)], "context", best / asked, tuple(found))
    return Located(None, "ambiguous", 0.0, tuple(found))


def _agreement(text: str, anchor: Anchor, span: Span) -> int:
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    return _common(reversed(anchor.prefix), reversed(before)) + _common(iter(anchor.suffix), iter(after))


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _occurrences(text: str, words: str) -> list[Span]:
    found: list[Span] = []
    start = text.find(words) if words else -1
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _folded_occurrences(text: str, words: str) -> list[Span]:
    from documents.normal import Normal

    copy, wanted = Normal(text), Normal(words).text.strip()
    return [copy.to_original(span.start, span.end) for span in _occurrences(copy.text, wanted)]
