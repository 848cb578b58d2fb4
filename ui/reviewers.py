"""Who is at the keys, from a name as people write it."""

from __future__ import annotations

from annotations.model import Reviewer

__all__ = ["reviewer_named"]

_MOST = 9


def reviewer_named(name: str) -> Reviewer:
    """Return the reviewer of that name: initials of a Latin name, the name itself for one without spaces in Chinese."""
    words = name.split()
    whole = " ".join(words)
    chinese = any("\u3400" <= letter <= "\u9fff" for letter in whole)
    initials = "".join(words) if chinese else "".join(word[0].upper() for word in words)
    return Reviewer(whole, initials[:_MOST])
