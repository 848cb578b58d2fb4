"""A Word file under the name of a document: Word refuses a .docx that says it is a template or has macros."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final

from export.word.links import drop_links
from export.word.out_package import OutPackage
from export.word.package_out import packed_parts

__all__ = ["as_document"]

_TYPES: Final = "[Content_Types].xml"
_OTHER: Final = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate)"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
_DOCUMENT: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def as_document(data: bytes) -> bytes:
    """Return a file that was one with macros, or a template, as a document without macros; any other as it is.

    For a name that ends in .docx. Words, comments and every other part stay byte for byte.
    """
    archive = zipfile.ZipFile(BytesIO(data))
    if not _OTHER.search(archive.read(_TYPES)):
        return data
    package = OutPackage({name: archive.read(name) for name in archive.namelist()}, packed=packed_parts(data))
    drop_links(package, lambda link: link.kind == "vbaProject")
    package.set(_TYPES, _OTHER.sub(_DOCUMENT, package[_TYPES]))
    return package.to_bytes()
