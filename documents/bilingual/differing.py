"""Values of aligned passages set against each other: what stands in one language otherwise than in the other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from documents.bilingual.model import Bead, Bilingual, DifferenceKind, LanguageDifference, Side
from documents.bilingual.values import Value, values_in
from documents.model import Span

__all__ = ["value_differences"]

_TIME = ("day", "workday", "month", "hour", "minute", "second")
_OTHERS = ("number", "age", "times", "percent", "date", "mail", "web", "phone", "reference", "standard")
_CONTACTS = ("mail", "web", "phone")
_SIMPLE = ("number", "age", "times")
_HOURS = 24
_QUIET = frozenset({"standard", "reference"})
_WEAK = frozenset({"1"})


@dataclass(slots=True)
class _Left:
    """Values of one bead that found no equal yet."""

    bead: Bead
    left: list[Value]
    right: list[Value]


def value_differences(pair: Bilingual) -> Iterator[LanguageDifference]:
    """Yield what numbers, dates, amounts and addresses say otherwise.

    A value that stands in the passage before or after is taken for one that the translation moved.
    """
    rest = [_left_over(pair, bead) for bead in pair.beads if bead.is_pair]
    for one, after in pairwise(rest):
        one.left, after.right = _without_equal(one.left, after.right)
        after.left, one.right = _without_equal(after.left, one.right)
    for one in rest:
        yield from _differences(pair, one)


def _left_over(pair: Bilingual, bead: Bead) -> _Left:
    left, right = (_values(pair, bead, side) for side in Side)
    for equal in (_same, _comes_to_the_same):
        left, right = _without_equal(left, right, equal)
    left, right = (
        _without_repeated(left, _values(pair, bead, Side.RIGHT)),
        _without_repeated(right, _values(pair, bead, Side.LEFT)),
    )
    return _Left(bead, left, right)


def _values(pair: Bilingual, bead: Bead, side: Side) -> list[Value]:
    """Return the values of a bead's passages, their spans in the policy's text."""
    policy, found = pair.policy(side), []
    for at in bead.of(side):
        words = pair.passages(side)[at].words
        for value in values_in(words.of(policy.text), policy.language):
            moved = Span(value.span.start + words.start, value.span.end + words.start)
            found.append(Value(value.measure, value.key, moved))
    return found


def _without_equal(
    left: Sequence[Value], right: Sequence[Value], equal: Callable[[Value, Value], bool] | None = None
) -> tuple[list[Value], list[Value]]:
    """Return what has no equal on the other side, one taken for one."""
    kept, others, same = [], list(right), equal or _comes_to_the_same
    for value in left:
        at = next((n for n, other in enumerate(others) if same(value, other)), -1)
        if at < 0:
            kept.append(value)
        else:
            del others[at]
    return kept, others


def _without_repeated(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    """Leave out what the other side says once where this one says it again."""
    return [value for value in values if not any(_comes_to_the_same(value, other) for other in others)]


def _same(one: Value, other: Value) -> bool:
    return one.measure == other.measure and one.key == other.key


def _comes_to_the_same(one: Value, other: Value) -> bool:
    """Whether two values are one however they are measured: 14 and 14 years, 2024 and 16 January 2024."""
    if one.measure == other.measure == "date":
        return _same_day(one.key, other.key)
    if one.key == other.key:
        return (
            one.measure == other.measure or _may_be(one.measure, other.measure) or _may_be(other.measure, one.measure)
        )
    hours, age = {one.measure, other.measure} == {"hour", "day"}, {one.measure, other.measure} == {"month", "age"}
    if hours or age:
        small, large = sorted((_number(one), _number(other)))
        return small * (_HOURS if hours else 12) == large
    dated = {"date", "number"} == {one.measure, other.measure}
    return dated and (one.key[:4] == other.key or other.key[:4] == one.key)


def _may_be(measure: str, other: str) -> bool:
    return measure in _SIMPLE and other not in ("date", "phone")


def _same_day(one: str, other: str) -> bool:
    """Whether two dates do not gainsay each other: one may leave out its year or its day."""
    parts = zip((one + "--").replace("--", "-", 1).split("-"), other.split("-"), strict=False)
    if one.startswith("-") or other.startswith("-"):
        return one.lstrip("-").split("-")[-2:] == other.lstrip("-").split("-")[-2:]
    return all(a == b for a, b in parts if a and b)


def _number(value: Value) -> Decimal:
    try:
        return Decimal(value.key)
    except InvalidOperation:
        return Decimal(-1)


def _differences(pair: Bilingual, one: _Left) -> Iterator[LanguageDifference]:
    left, right = list(one.left), list(one.right)
    for value in list(left):
        other = _opposite(value, right)
        if other is not None:
            left.remove(value)
            right.remove(other)
            yield _difference(pair, one.bead, value, other)
    for value in left:
        if _counts(value):
            yield _difference(pair, one.bead, value, None)
    for value in right:
        if _counts(value):
            yield _difference(pair, one.bead, None, value)


def _opposite(value: Value, others: Sequence[Value]) -> Value | None:
    """Return what stands in a value's place on the other side: the first that measures the same sort of thing."""
    return next((other for other in others if _sort(other) == _sort(value)), None)


def _sort(value: Value) -> str:
    if value.measure in _TIME:
        return "time"
    return value.measure if value.measure in _OTHERS else "money"


def _counts(value: Value) -> bool:
    """Whether a value that stands on one side only is told: not "one", nor a clause's number."""
    return (
        value.key not in _WEAK and value.measure not in _QUIET and not (value.measure == "month" and value.key == "12")
    )


def _kind(value: Value) -> DifferenceKind:
    if value.measure in _CONTACTS:
        return DifferenceKind.CONTACT
    if value.measure == "date":
        return DifferenceKind.DATE
    return DifferenceKind.AMOUNT if _sort(value) == "money" else DifferenceKind.NUMBER


def _difference(pair: Bilingual, bead: Bead, left: Value | None, right: Value | None) -> LanguageDifference:
    told = left or right
    assert told is not None
    spans = [None if value is None else value.span for value in (left, right)]
    return pair.differing(_kind(told), bead, *spans)
