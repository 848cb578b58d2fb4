"""The comparison as a Word file with tracked changes: written away from the window's thread, then registered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from documents.comparing.model import Comparison

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["Saved", "SavedFile", "name_for", "write_comparison"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What is to be written: the comparison, the two versions it was made of, where it goes, for whom."""

    found: Comparison
    versions: tuple[str, str]
    out: Path
    profile: str
    language: str


@dataclass(frozen=True, slots=True)
class SavedFile:
    """The file that was written, and what the register says of it."""

    path: Path
    sent: dict[str, object]


def name_for(matter: Path, folder: Path, asked: tuple[str, str], now: datetime) -> str:
    """Return a name for the file that nothing in its folder has; `asked`: for whom, in which language."""
    from export.file_names import Product, suggested_name

    held = [one.name for one in folder.iterdir()] if folder.is_dir() else []
    return suggested_name(matter.stem, Product("comparison", *asked, ".docx"), now.date(), held)


def write_comparison(matter: OpenMatter, asked: Saved, clock: Callable[[], datetime]) -> SavedFile:
    """Write the Word file. Raises ExportError; what stood there before then stands there still."""
    from documents.picture_bytes import PictureFile
    from export.errors import ExportError
    from export.redline.tracked_file import pictures_of, tracked_file
    from export.whole_file import write_whole
    from export.word.new_package import FileFacts

    originals = [matter.original(uid) for uid in asked.versions]
    if asked.out.is_file() and asked.out.read_bytes() in originals:
        raise ExportError("own_original", name=asked.out.name)
    policies = (asked.found.old, asked.found.new)
    old, new = (PictureFile(data, one.format) for data, one in zip(originals, policies, strict=True))
    facts = FileFacts(asked.found.new.title, matter.reviewer.name, clock(), asked.found.new.language)
    data = tracked_file(asked.found, facts, pictures_of(old.bytes_of, new.bytes_of))
    write_whole(asked.out, data)
    sent: dict[str, object] = {
        "product": "comparison",
        "file_name": asked.out.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "profile": asked.profile,
        "language": asked.language,
        "versions": asked.versions,
    }
    return SavedFile(asked.out, sent)
