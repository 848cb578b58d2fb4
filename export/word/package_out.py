"""Write a package of parts as a zip file that depends on nothing but the parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

__all__ = ["zip_parts"]

# The first moment a zip file can hold: the parts carry no time of their own.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")


def zip_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of `parts` in their own order, content types and root relationships first.

    The same parts give the same bytes, on every machine and at any time.
    """
    names = [name for name in _FIRST if name in parts] + [name for name in parts if name not in _FIRST]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in names:
            package.writestr(_entry(name), parts[name])
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the writing machine's system would stand here otherwise
    entry.external_attr = 0
    return entry
