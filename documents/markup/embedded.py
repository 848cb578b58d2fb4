"""Pictures written into a page as data: addresses: a short name each, by which their bytes are found again."""

from __future__ import annotations

import hashlib

__all__ = ["DATA_NAME", "data_source"]

DATA_NAME = "data:#"


def data_source(address: str) -> str:
    """Return the name of a data: address. The address itself may have millions of letters."""
    return DATA_NAME + hashlib.sha256(address.strip().encode("utf-8", "replace")).hexdigest()[:16]
