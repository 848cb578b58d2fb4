"""What a selection grows to and shrinks to: word, sentence, paragraph, clause, the clauses around it, all. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from documents.model import PolicyDocument, Span
from ui.reading import block_at
from ui.stretches import only_word_at, sentence_at, term_at, word_at

__all__ = ["clause_from", "larger", "sentences_from", "smaller"]


def larger(policy: PolicyDocument, selected: Span) -> Span:
    """Return the least stretch that holds what is selected and more; the same where that is everything."""
    holding = (
        step for step in _steps(policy, selected.start) if step.start <= selected.start and selected.end <= step.end
    )
    return min((step for step in holding if len(step) > len(selected)), key=len, default=selected)


def smaller(policy: PolicyDocument, selected: Span, point: int) -> Span:
    """Return the greatest stretch round a point that lies within what is selected; an empty one for none."""
    held = (step for step in _steps(policy, point) if selected.start <= step.start and step.end <= selected.end)
    return max((step for step in held if len(step) < len(selected)), key=len, default=Span(point, point))


def sentences_from(policy: PolicyDocument, selected: Span) -> Span:
    """Return the sentences that are selected in whole or in part; where all are whole, one more of the paragraph."""
    first = _sentence(policy, selected.start)
    last = _sentence(policy, max(selected.end - 1, selected.start))
    whole = Span(first.start, max(last.end, first.end))
    if whole != selected:
        return whole
    following = _next_letter(policy.text, selected.end, block_at(policy, selected.start).end)
    return Span(selected.start, _sentence(policy, following).end) if following >= 0 else selected


def clause_from(policy: PolicyDocument, selected: Span) -> Span:
    """Return the clause's own words; if they are selected, those with its sub-clauses, then the clause around it."""
    holding = (
        step for step in _clauses(policy, selected.start) if step.start <= selected.start and selected.end <= step.end
    )
    found = min((step for step in holding if step != selected), key=len, default=None)
    return found or block_at(policy, selected.start)


def _steps(policy: PolicyDocument, point: int) -> Iterator[Span]:
    """Give every stretch that a point lies in."""
    text, paragraph = policy.text, block_at(policy, point)
    yield only_word_at(text, point)
    yield term_at(text, point)
    yield word_at(text, point)
    yield _sentence(policy, point)
    yield _trimmed(text, paragraph)
    yield from (_trimmed(text, span) for span in _clauses(policy, point))
    yield _trimmed(text, Span(0, len(text)))


def _clauses(policy: PolicyDocument, point: int) -> Iterator[Span]:
    for clause in policy.clauses:
        for span in (clause.own, clause.span):
            if span.start <= point < max(span.end, span.start + 1):
                yield span


def _sentence(policy: PolicyDocument, point: int) -> Span:
    return sentence_at(policy.text, point, block_at(policy, point))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _next_letter(text: str, start: int, end: int) -> int:
    return next((point for point in range(start, min(end, len(text))) if not text[point].isspace()), -1)
