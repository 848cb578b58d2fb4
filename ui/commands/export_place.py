"""Where an export goes: a name that programs open it by, and whether it replaces what is not ours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

from annotations.matter import OpenMatter
from export.errors import ExportError
from export.file_names import Product, suggested_name
from export.paged import wants_pages
from export.run import ExportOptions, job_of, writer_for
from export.whole_file import check_place

__all__ = ["place_of", "refuse_suffix", "replaces", "suffixes_of"]

_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "html": (".htm", ".xhtml"),
    "md": (".markdown", ".txt"),
    "csv": (".txt",),
    "jsonld": (".json",),
}
_WORD: Final = (".docm", ".dotx", ".dotm")
_NEUTRAL: Final = (".tmp", ".part", ".bak", ".new", ".out")  # a script gives the file its name afterwards
_SUFFIX: Final = re.compile(r"\.(?!v\d)[a-z][a-z0-9]{1,5}")


def place_of(matter: OpenMatter, out: Path, kind: str, options: ExportOptions) -> Path:
    """Return the file to write: the one that was named, or in a folder one named after what it is and not taken."""
    if not out.is_dir():
        return out
    job = job_of(matter, kind, options)
    suffix = ".pdf" if options.to == "pdf" else writer_for(kind).suffix
    product = Product(kind, options.profile, job.language, suffix)
    return out / suggested_name(matter.path.stem, product, options.now.date(), [held.name for held in out.iterdir()])


def suffixes_of(matter: OpenMatter, out: Path, kind: str, options: ExportOptions) -> tuple[str, ...]:
    """Return the suffixes that the product may go by, its own first; a policy's own, for the policy with its notes."""
    if wants_pages(kind, out, options.to):
        return (".pdf",)
    own = writer_for(kind).suffix
    if kind != "word":
        return (own, *_ALSO.get(kind, ()))
    received = {
        PurePath(document.latest.file_name).suffix.lower() for document in job_of(matter, kind, options).documents
    }
    return (own, *(suffix for suffix in _WORD if suffix in received))


def refuse_suffix(out: Path, suffixes: tuple[str, ...]) -> None:
    """Raise ExportError for a name that another kind of file goes by; a name without a suffix is the caller's own."""
    suffix = out.suffix.lower()
    if suffix in (*suffixes, *_NEUTRAL) or not _SUFFIX.fullmatch(suffix):
        return
    raise ExportError("wrong_suffix", name=out.name, suffix=suffix, better=out.with_suffix(suffixes[0]).name)


def replaces(matter: OpenMatter, out: Path) -> bool:
    """Whether a file stands there that this matter did not write, or that was changed since. Raises ExportError.

    The register knows every file that was written. An empty file holds nothing that could be lost. What must never be
    lost (a matter, a policy as received) is refused when the file is written.
    """
    if not out.is_file() or not out.stat().st_size:
        return False
    check_place(out)
    standing = hashlib.sha256(out.read_bytes()).hexdigest()
    return all(standing != sent.sha256 for sent in matter.register())
