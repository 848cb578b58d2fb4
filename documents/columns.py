"""Many values of one class at once, a column a field: a third of the time that calling the class for each takes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import fields
from itertools import repeat
from typing import Any, TypeVar

__all__ = ["made"]

Value = TypeVar("Value")


def made(kind: type[Value], count: int, *columns: Iterable[Any]) -> list[Value]:
    """Return `count` values of a frozen dataclass with slots and no `__post_init__`, from all its fields in order.

    Every column is as long as `count`, or endless. Opening a document is mostly this: a class that is frozen sets each
    field of each value through a call, where the descriptor of the slot, mapped over a column, stays in C.
    """
    values = list(map(object.__new__, repeat(kind, count)))
    for field, column in zip(fields(kind), columns, strict=True):  # type: ignore[arg-type]
        deque(map(getattr(kind, field.name).__set__, values, column), maxlen=0)
    return values
