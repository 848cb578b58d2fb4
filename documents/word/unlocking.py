"""A Word file kept under a password: an OLE file with the encrypted package inside -> the package itself."""

from __future__ import annotations

import io
from dataclasses import replace
from importlib import import_module
from types import ModuleType

from documents.draft import Source
from documents.errors import UnreadableDocument

__all__ = ["unlocked"]

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STEP = "_derive_encryption_key"
_STREAM = "EncryptedPackage".encode("utf-16-le")


def unlocked(source: Source) -> Source:
    """Return the source with its file out of the password's reach; any other source as it is.

    Raises UnreadableDocument: `password` where none is given, `wrong_password`, `damaged`, `too_large`; `encrypted`
    where the library for such files is not installed.
    """
    if not source.data.startswith(_COMPOUND) or _STREAM not in source.data:
        return source
    if not source.password:
        raise UnreadableDocument("password", name=source.name)
    data = _decrypted(source)
    if len(data) > source.limits.file_bytes:
        raise UnreadableDocument("too_large", name=source.name)
    return replace(source, data=data, password="")


def _decrypted(source: Source) -> bytes:
    try:
        msoffcrypto = import_module("msoffcrypto")
    except ImportError as error:
        raise UnreadableDocument("encrypted", name=source.name) from error
    _mend(import_module("msoffcrypto.method.ecma376_agile"))
    faults = msoffcrypto.exceptions
    out = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(source.data))
        file.load_key(password=source.password)  # its own check fails where the hash is SHA-1; decrypting tells too
        file.decrypt(out)
    except faults.InvalidKeyError as error:
        raise UnreadableDocument("wrong_password", name=source.name) from error
    except (faults.DecryptionError, NotImplementedError) as error:  # a cipher the library does not know
        raise UnreadableDocument("encrypted", name=source.name) from error
    except Exception as error:  # it reads untrusted bytes by hand and raises whatever comes of that
        raise UnreadableDocument("damaged", name=source.name) from error
    return out.getvalue()


def _mend(agile: ModuleType) -> None:
    """Let a hash that is shorter than the key be filled up with 0x36, as [MS-OFFCRYPTO] 2.3.4.11 says.

    msoffcrypto-tool 6.1.0 leaves it short; tests/documents/test_word_password.py has a file that shows it.
    """

    def derived(digest: bytes, block_key: bytes, algorithm: str, bits: int) -> bytes:
        found: bytes = agile._get_hash_func(algorithm)(digest + block_key).digest()  # noqa: SLF001
        return found[: bits // 8].ljust(bits // 8, b"\x36")

    setattr(agile.ECMA376Agile, _STEP, staticmethod(derived))
