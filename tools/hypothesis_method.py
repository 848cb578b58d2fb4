"""The method of Hypothesis, as its sources have it, to measure ours against; nothing of the program uses it.

Position and quote first; every exact place is a candidate where there is one; else approximate search with at most
half the quote in errors, places with the fewest errors only. The score weighs quote, prefix, suffix and position; the
highest wins, and there is no least score.
"""

from __future__ import annotations

from documents.model import Span

__all__ = ["Peer"]

_AROUND = 32
_MOST_ERRORS = 256


class Peer:
    """Finds places of old texts in one new text."""

    def __init__(self, new: str) -> None:
        self._new = new

    def place(self, old: str, span: Span) -> Span | None:
        """Return where the words of `span` are taken to be, None for nowhere."""
        quote = old[span.start : span.end]
        if self._new[span.start : span.end] == quote:
            return span
        found = _exact(self._new, quote) or self._nearly(quote)
        if not found:
            return None
        prefix, suffix = old[max(0, span.start - _AROUND) : span.start], old[span.end : span.end + _AROUND]
        best = max(found, key=lambda one: self._score(one, (quote, prefix, suffix), span.start))
        return best[0]

    def _nearly(self, quote: str) -> list[tuple[Span, int]]:
        """Return the places with the fewest errors (Myers' bits, by Sellers' rule), each with how many."""
        most = min(_MOST_ERRORS, len(quote) // 2)
        errors = _errors_at_ends(self._new, quote)
        least = min(errors, default=len(quote) + 1)
        if least > most:
            return []
        ends = [end for end, count in enumerate(errors) if count == least]
        return [(Span(_start(self._new, quote, end, least), end), least) for end in ends[:50]]

    def _score(self, found: tuple[Span, int], said: tuple[str, str, str], position: int) -> float:
        place, errors = found
        quote, prefix, suffix = said
        before = self._new[max(0, place.start - len(prefix)) : place.start]
        after = self._new[place.end : place.end + len(suffix)]
        quotes = 1 - errors / max(1, len(quote))
        near = 1 - abs(place.start - position) / max(1, len(self._new))
        return (50 * quotes + 20 * _alike(prefix, before) + 20 * _alike(suffix, after) + 2 * near) / 92


def _exact(text: str, quote: str) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    at = text.find(quote)
    while at >= 0:
        found.append((Span(at, at + len(quote)), 0))
        at = text.find(quote, at + 1)
    return found


def _errors_at_ends(text: str, quote: str) -> list[int]:
    """Return for each end in the text the fewest errors of a stretch that ends there."""
    masks: dict[str, int] = {}
    for place, letter in enumerate(quote):
        masks[letter] = masks.get(letter, 0) | 1 << place
    top, full = 1 << (len(quote) - 1), (1 << len(quote)) - 1
    up, down, count = full, 0, len(quote)
    errors = [count]
    for letter in text:
        equal = masks.get(letter, 0)
        zero = (((equal & up) + up) ^ up) | equal | down
        plus, minus = (down | ~(zero | up)) & full, up & zero
        count += bool(plus & top) - bool(minus & top)
        plus = plus << 1 & full
        up, down = ((minus << 1) | ~(zero | plus)) & full, plus & zero
        errors.append(count)
    return errors


def _start(text: str, quote: str, end: int, errors: int) -> int:
    """Return the start of the longest stretch that ends at `end` with so many errors."""
    most = min(end, len(quote) + errors)
    counts = _errors_of_beginnings(text[end - most : end][::-1], quote[::-1])
    return end - max(length for length, count in enumerate(counts) if count <= errors or length == 0)


def _errors_of_beginnings(text: str, quote: str) -> list[int]:
    """Return for each beginning of the text how many errors it has as the quote."""
    row = list(range(len(quote) + 1))
    found = [row[-1]]
    for at, letter in enumerate(text, 1):
        after = [at]
        for place, wanted in enumerate(quote, 1):
            after.append(min(row[place] + 1, after[-1] + 1, row[place - 1] + (letter != wanted)))
        row = after
        found.append(row[-1])
    return found


def _alike(one: str, other: str) -> float:
    if not one:
        return 1.0
    return 1 - min(len(one), _errors_of_beginnings(other, one)[-1]) / len(one)
