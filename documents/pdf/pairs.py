"""Letters beyond U+FFFF, rare hanzi and emoji: PDFium counts each as two characters, the halves of a surrogate pair."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from documents.pdf.characters import Characters

__all__ = ["with_pairs"]

_HALF: Final = re.compile("[\ud800-\udfff]")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def with_pairs(page: Characters) -> Characters:
    """Return a page's characters with each pair as the one letter it is, in both boxes; a lone half is U+FFFD."""
    if not _HALF.search(page.letters):
        return page
    seconds = {match.start() + 1 for match in _PAIR.finditer(page.letters)}
    kept = [at for at in range(len(page.letters)) if at not in seconds]
    before = list(accumulate((at in seconds for at in range(len(page.letters))), initial=0))

    def sides(of: array[float], widest: Callable[[float, float], float]) -> array[float]:
        return array("f", [widest(of[at], of[at + 1]) if at + 1 in seconds else of[at] for at in kept])

    whole = page.letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return replace(
        page,
        letters=_HALF.sub("\ufffd", whole),
        left=sides(page.left, min),
        bottom=sides(page.bottom, min),
        right=sides(page.right, max),
        top=sides(page.top, max),
        styles=[page.styles[at] for at in kept],
        single=frozenset(at - before[at] for at in page.single),
    )
