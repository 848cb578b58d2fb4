"""Write a package of parts as a zip file that depends on nothing but the parts, and on how they came packed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["Packed", "packed_parts", "zip_parts"]

# The first moment a zip file can hold: the parts carry no time of their own.
_NO_TIME: Final = (0, 0x21)
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LENGTHS: Final = struct.Struct("<2H")
_LENGTHS_AT: Final = 26
_VERSION: Final = 20
_ENCRYPTED: Final = 0x1
_UTF8: Final = 0x800
_LEVEL: Final = 6


class Packed(NamedTuple):
    """The bytes of a part as a zip file holds them: how they are packed, their check sum and their full size."""

    method: int
    crc: int
    size: int
    data: bytes


def packed_parts(data: bytes) -> dict[str, Packed]:
    """Return the parts of a zip file as they are packed; those packed in ways of their own are not in the answer."""
    found = {}
    for info in zipfile.ZipFile(io.BytesIO(data)).infolist():
        plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not info.flag_bits & _ENCRYPTED
        if plain and not info.is_dir():
            name, more = _LENGTHS.unpack_from(data, info.header_offset + _LENGTHS_AT)
            start = info.header_offset + _LOCAL.size + name + more
            held = data[start : start + info.compress_size]
            found[info.filename] = Packed(info.compress_type, info.CRC, info.file_size, held)
    return found


def zip_parts(parts: Mapping[str, bytes], packed: Mapping[str, Packed] | None = None) -> bytes:
    """Return a zip file of `parts` in their own order, content types and root relationships first.

    Parts that are in `packed` go out packed as they came in. The same parts give the same bytes, on every machine and
    at any time.
    """
    names = [name for name in _FIRST if name in parts] + [name for name in parts if name not in _FIRST]
    out = io.BytesIO()
    listed: list[bytes] = []
    for name in names:
        part = (packed or {}).get(name) or _deflated(parts[name])
        spelt = name.encode()
        flags = 0 if name.isascii() else _UTF8
        facts = (_VERSION, flags, part.method, *_NO_TIME, part.crc, len(part.data), part.size, len(spelt))
        listed.append(_CENTRAL.pack(b"PK\x01\x02", _VERSION, *facts, 0, 0, 0, 0, 0, out.tell()) + spelt)
        out.write(_LOCAL.pack(b"PK\x03\x04", *facts, 0) + spelt + part.data)
    directory = b"".join(listed)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), out.tell(), 0)
    return out.getvalue() + directory + end


def _deflated(data: bytes) -> Packed:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data), packer.compress(data) + packer.flush())
