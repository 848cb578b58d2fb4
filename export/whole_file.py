"""Put a file in its place whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from annotations.errors import MatterError
from annotations.file import refuse_strangers
from export.errors import ExportError

__all__ = ["check_place", "fault_of", "write_whole"]

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_SHARING_VIOLATION = 32  # Windows: another program holds the file


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target` through a new file beside it, so that no reader ever sees a part of it.

    Raises ExportError; what stood at `target` before then stands there still, and nothing is left beside it.
    """
    check_place(target)
    beside = target.with_name(f".clausemark-{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(target)
    except OSError as exc:
        raise fault_of(exc, target, made=beside.exists()) from exc
    finally:
        with suppress(OSError):
            beside.unlink()


def check_place(target: Path) -> None:
    """Raise ExportError for a place that nothing can be written to: a folder, a matter, a file that is open."""
    if target.is_dir():
        raise ExportError("is_folder", name=target.name)
    if not target.parent.is_dir():
        raise ExportError("no_folder", folder=str(target.parent), name=target.name)
    if _is_matter(target):
        raise ExportError("is_matter", name=target.name)
    if target.exists() and any(mark.exists() for mark in _owner_files(target)):
        raise ExportError("open_elsewhere", name=target.name)


def _is_matter(path: Path) -> bool:
    """Whether a file is a matter, whatever its name: its notes stand nowhere else."""
    try:
        refuse_strangers(path)
    except (MatterError, OSError):
        return False
    return True


def _owner_files(target: Path) -> tuple[Path, ...]:
    """The files that Word and LibreOffice lay beside a document while it is open."""
    names = {f"~${target.name}", f"~${target.name[1:]}", f"~${target.name[2:]}", f".~lock.{target.name}#"}
    return tuple(target.with_name(name) for name in sorted(names))


def fault_of(exc: OSError, target: Path, *, made: bool = False) -> ExportError:
    """Return what the disk refused as a fault with a sentence; `made`: a file could be made beside the target."""
    if exc.errno in _FULL:
        return ExportError("disk_full")
    if getattr(exc, "winerror", None) == _SHARING_VIOLATION:
        return ExportError("open_elsewhere", name=target.name)
    if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        # A new file could be made beside the target, so the folder is ours: on Windows someone holds the target.
        return ExportError("open_elsewhere" if made and os.name == "nt" else "no_permission", name=target.name)
    return ExportError("not_written", name=target.name, reason=exc.strerror or type(exc).__name__)
