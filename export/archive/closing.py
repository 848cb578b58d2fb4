"""Close a matter: all of it in one folder, with the fingerprint of every file. The matter itself stays where it is."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.interchange import to_jsonld
from annotations.model import Sent, Visibility
from annotations.register import as_csv
from documents.errors import sentence
from export.archive.audit_trail import audit_trail
from export.archive.words import NAMES, WORDS
from export.errors import ExportError
from export.file_names import safe_name
from export.whole_file import fault_of

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["Closed", "Closing", "close_matter"]

_SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Closed:
    """What came of closing: the folder, the files in it, and what was sent but was not found any more."""

    folder: Path
    files: tuple[str, ...]
    missing: tuple[Sent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How to close: when, by whom, in which language, and the folders in which exports were written."""

    now: datetime
    who: str
    language: str = "en"
    places: Sequence[Path] = field(default=())

    def name(self, code: str) -> str:
        """Return what a file or folder is called."""
        return sentence(NAMES, code, {}, self.language)

    def say(self, code: str, **arguments: object) -> str:
        """Return words for a page."""
        return sentence(WORDS, code, arguments, self.language)


def close_matter(matter: OpenMatter, folder: Path, how: Closing) -> Closed:
    """Write everything of a matter into `folder`, new or empty; whole, or nothing.

    Raises ExportError: "folder_taken", "no_folder", "no_permission", "disk_full".
    """
    _refuse_taken(folder)
    part = folder.with_name(f".clausemark-{secrets.token_hex(8)}.part")
    try:
        part.mkdir()
        missing = _fill(matter, part, how)
        files = _sum_up(part)
        if folder.is_dir():
            folder.rmdir()
        part.rename(folder)
    except OSError as exc:
        raise fault_of(exc, folder) from exc
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Closed(folder, files, missing)


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError("folder_taken", name=folder.name)
    if not folder.parent.is_dir():
        raise ExportError("no_folder", folder=str(folder.parent), name=folder.name)


def _fill(matter: OpenMatter, part: Path, how: Closing) -> tuple[Sent, ...]:
    _originals(matter, part / how.name("originals"))
    missing = _sent(matter, part / how.name("sent"), how.places)
    trail = audit_trail(matter.path.stem, matter.changes(), now=how.now, who=how.who, language=how.language)
    (part / how.name("audit")).write_bytes(trail)
    names = {version.uid: version.file_name for document in matter.documents() for version in document.versions}
    register = as_csv(matter.register(), lambda uid: names.get(uid, uid), how.language)
    (part / how.name("register")).write_bytes(register)
    notes = json.dumps(to_jsonld(matter, matter.notes(), Visibility.INTERNAL.value), ensure_ascii=False, indent=2)
    (part / how.name("notes")).write_text(notes + "\n", "utf-8")
    shutil.copyfile(matter.path, part / matter.path.name)
    (part / how.name("read_me")).write_text(_read_me(matter, how, missing), "utf-8")
    return missing


def _originals(matter: OpenMatter, folder: Path) -> None:
    folder.mkdir()
    for place, document in enumerate(matter.documents(), start=1):
        for version in document.versions:
            number = f"{place}" if len(document.versions) == 1 else f"{place}.{version.number}"
            (folder / f"{number} {safe_name(version.file_name)}").write_bytes(matter.original(version.uid))


def _sent(matter: OpenMatter, folder: Path, places: Sequence[Path]) -> tuple[Sent, ...]:
    """Copy what was sent and still lies, unchanged, where exports are written; return what does not."""
    folder.mkdir()
    missing = []
    for number, one in enumerate(matter.register(), start=1):
        data = _found(one, places)
        if data is None:
            missing.append(one)
        else:
            (folder / f"{number} {safe_name(one.file_name)}").write_bytes(data)
    return tuple(missing)


def _found(one: Sent, places: Sequence[Path]) -> bytes | None:
    for place in places:
        path = place / one.file_name
        try:
            data = path.read_bytes() if path.is_file() else b""
        except OSError:
            continue
        if data and hashlib.sha256(data).hexdigest() == one.sha256:
            return data
    return None


def _read_me(matter: OpenMatter, how: Closing, missing: Sequence[Sent]) -> str:
    when, who = f"{how.now:%Y-%m-%d %H:%M}", how.who or "?"
    lines = [how.say("intro", name=matter.path.stem, when=when, who=who), ""]
    lines.append(how.say("of_matter", file=matter.path.name))
    lines += [
        how.say(f"of_{code}", file=how.name(code)) for code in ("originals", "sent", "audit", "register", "notes")
    ]
    lines += [how.say("of_sums"), "", *_left(matter, how, missing)]
    return "\r\n".join(lines) + "\r\n"


def _left(matter: OpenMatter, how: Closing, missing: Sequence[Sent]) -> Iterator[str]:
    if missing:
        yield how.say("missing", files=", ".join(one.file_name for one in missing))
    if conflicts := matter.conflicts():
        yield how.say("undecided", count=len(conflicts))
    if drafts := matter.drafts():
        yield how.say("drafts", count=len(drafts))


def _sum_up(part: Path) -> tuple[str, ...]:
    """Write the list of fingerprints, as `sha256sum -c` reads it; return the names of all files."""
    files = sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file())
    sums = [f"{hashlib.sha256((part / name).read_bytes()).hexdigest()}  {name}\n" for name in files]
    (part / _SUMS).write_text("".join(sums), "utf-8", newline="\n")
    return (*files, _SUMS)
