"""Addresses that a Word file may point to: those a program opens without harm, spelt so that Word takes the file."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

__all__ = ["allowed_address"]

_SCHEMES: Final = {"http", "https", "mailto", "tel"}
_SAFE: Final = "%/:?#[]@!$&'()*+,;=~-._"
_LONGEST: Final = 2048  # Word refuses a file with a longer one
_BAD_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")


def allowed_address(link: str) -> str:
    """Return the address as it may stand in a file, "" where it may not: other schemes, none, or no address at all."""
    if len(link) > _LONGEST:
        return ""
    try:
        parts = urlsplit(link.strip())
        _ = parts.port
    except ValueError:
        return ""
    web = parts.scheme in {"http", "https"}
    if parts.scheme not in _SCHEMES or (web and not parts.hostname) or not (parts.netloc or parts.path):
        return ""
    spelt = quote(_BAD_PERCENT.sub("%25", link.strip()), safe=_SAFE)
    return spelt if len(spelt) <= _LONGEST and ("[" in parts.netloc) == ("[" in spelt) else ""
