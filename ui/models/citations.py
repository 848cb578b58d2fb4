"""The legal basis of a note is one text; on the card it stands as chips. Here the text is cut and joined. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["join", "shortened", "split"]

_BREAK = re.compile(r"\s*[；;\n]\s*")
_CHINESE = re.compile(r"[㐀-鿿]")


def split(text: str) -> tuple[str, ...]:
    """Return the single citations of a legal basis."""
    return tuple(part for part in _BREAK.split(text.strip()) if part)


def join(citations: Iterable[str]) -> str:
    """Return the citations as one text, separated as their language does."""
    listed = [citation.strip() for citation in citations if citation.strip()]
    return ("；" if any(_CHINESE.search(citation) for citation in listed) else "; ").join(listed)


def shortened(citations: Sequence[str]) -> str:
    """Return the first citation and how many follow: "PIPL Art. 25 +4"."""
    if not citations:
        return ""
    return citations[0] if len(citations) == 1 else f"{citations[0]} +{len(citations) - 1}"
