"""From places in the text as it was read to places in the file as it reads now."""

from __future__ import annotations

from collections.abc import Callable

from documents.compare import compare
from documents.model import Span

__all__ = ["mapping"]


def mapping(read: str, standing: str) -> Callable[[Span], Span | None]:
    """Return a function from a span of `read` to the same words in `standing`; None where they are not the same.

    The two differ only when the reader has learnt something since the file was first read.
    """
    return compare(read, standing).moved
